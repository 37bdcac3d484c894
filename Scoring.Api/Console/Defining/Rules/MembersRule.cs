using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;
using Scoring.Core.Files;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K14.</summary>
public sealed class MembersRule : RuleForm<Module>
{
    private const string Counts = "Counts", Size = "Size", Absent = "Absent", None = "none";

    private static readonly (string Name, decimal Share)[] Members = [("甲", 0.80m), ("乙", 0.90m), ("丙", 0.85m)];

    public override string Key => "members";

    public override string Title => "按队员评分";

    public override string Help => "双人、团队赛里每个队员单独有成绩的模块（例如理论人人考），全队取平均或相加。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(Counts, "全队的成绩", KindInput.Choice, None,
            [(None, "全队只有一个成绩"), (nameof(MemberCount.Mean), "队员的平均"), (nameof(MemberCount.Sum), "队员相加")]),
        new(Size, "每队几人（相加时填）"),
        new(Absent, "队员缺考", KindInput.Choice, nameof(AbsentMember.Zero), [(nameof(AbsentMember.Zero), "按 0 分"),
            (nameof(AbsentMember.LeaveOut), "不算在平均里")]),
    ];

    protected override bool Fits(Trade trade, Module part) => part.Attempts is null;

    protected override string? Set(Module part) => part.PerMember switch
    {
        null => null,
        { Counts: MemberCount.Mean, Absent: var absent } => absent == AbsentMember.Zero ? "取平均，缺考按 0" : "取平均，缺考不算",
        { Size: var size } => $"{size} 人相加",
    };

    protected override IReadOnlyDictionary<string, string> Written(Module part) => new Dictionary<string, string>
    {
        [Counts] = part.PerMember is { Counts: var counts } ? KeyOf(counts) : None, [Size] = Plain(part.PerMember?.Size),
        [Absent] = KeyOf(part.PerMember?.Absent ?? AbsentMember.Zero),
    };

    protected override Module Read(Module old, KindFields typed) => old with
    {
        PerMember = typed.Text(Counts) == None ? null
            : new MemberRule(typed.Choice<MemberCount>(Counts), (int?)typed.FigureIfAny(Size), typed.Choice<AbsentMember>(Absent)),
    };

    protected override IReadOnlyList<string> Example(Trade trade, Module part)
    {
        if (part.PerMember is null)
        {
            return ["全队一个成绩，由裁判或录入员填一次"];
        }

        var sample = Trial.Entered(part) with { Time = null, Bonus = null };
        var of = Trial.Of(trade, sample);
        ModuleMarks Of(int i, string? absent) =>
            Trial.Figure(sample, Trial.Part(sample.FullMarkOfOne, Members[i].Share), member: Members[i].Name, waived: absent);
        return Trial.Results(of, Trial.Entrant(1, Of(0, null), Of(1, null), Of(2, null)), Trial.Entrant(2, Of(0, null), Of(1, null),
            Of(2, "未到场"))) is { } results
            ? [.. results.Select(r => string.Join("，", r.Result.Modules().First().Attempts!.Select(a => // not null: marked one by one
                $"{a.Name} {(a.Waived is null ? Trial.Two(a.Figure) : "缺考")}")) + $" → 全队 {Trial.Two(r.Result.Modules().First().Figure)}")]
            : Trial.Faults(of);
    }
}

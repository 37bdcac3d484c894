using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K3.</summary>
public sealed class GroupsRule : RuleForm<Module>
{
    private const string Groups = "Groups", Level = "Level", LeaveOut = "LeaveOut", Coefficient = "Coefficient", None = "none";

    private const string BelowZero = "本模块可以低于 0：有一组平均不大于 0 时拉不平，全体都没有成绩";

    // Five of each group, so that one or two at each end can be left out.
    private static readonly decimal[] Shares = [0.86m, 0.80m, 0.76m, 0.72m, 0.66m];

    public override string Key => "groups";

    public override string Title => "分组评审和拉平";

    public override string Help => "两个考场、两组裁判同评一个模块时分组：各组裁判只评本组选手；要拉平的，成绩 × 各组平均的平均 ÷ 本组平均。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(Groups, "组，一行一个（空着不分组）", KindInput.Lines),
        new(Level, "拉平", KindInput.Choice, None,
            [(None, "不拉平"), (nameof(LevelTo.MeanOfMeans), "拉到各组平均的平均"), (nameof(LevelTo.MeanOfAll), "拉到全体的平均")]),
        new(LeaveOut, "算平均时每组去掉最高、最低各几人", Standard: "0"), new(Coefficient, "系数取几位小数（空着不取）"),
    ];

    protected override bool Fits(Trade trade, Module part) => part.Marking == MarkingMethod.Panel;

    protected override string? Set(Module part) => part.Panel?.Groups is { } groups
        ? $"{groups.Count} 组{(part.Panel.Levelling is null ? "，不拉平" : "，拉平")}" : null;

    protected override IReadOnlyDictionary<string, string> Written(Module part) => new Dictionary<string, string>
    {
        [Groups] = string.Join('\n', (part.Panel?.Groups ?? []).Select(g => g.Name)),
        [Level] = part.Panel?.Levelling is { To: var to } ? KeyOf(to) : None,
        [LeaveOut] = Plain(part.Panel?.Levelling?.LeaveOut ?? 0), [Coefficient] = Plain(part.Panel?.Levelling?.CoefficientDecimals),
    };

    // A group keeps its id as long as its name or its place is the same: judges and entrants are named by it.
    protected override Module Read(Module old, KindFields typed)
    {
        var names = typed.Lines(Groups);
        var before = old.Panel?.Groups ?? [];
        var taken = new HashSet<string>(before.Where(g => names.Contains(g.Name)).Select(g => g.Id), StringComparer.Ordinal);
        var groups = names.Select((name, i) =>
        {
            var id = before.FirstOrDefault(g => g.Name == name)?.Id
                ?? (before.ElementAtOrDefault(i) is { } renamed && taken.Add(renamed.Id) ? renamed.Id : Free(taken));
            return new PanelGroup(id, name);
        }).ToList();
        var level = typed.Text(Level);
        var levelling = level == None || names.Count == 0 ? null
            : new Levelling(typed.Choice<LevelTo>(Level), (int)typed.Figure(LeaveOut), (int?)typed.FigureIfAny(Coefficient));
        var rule = (old.Panel ?? new PanelRule()) with { Groups = groups.Count == 0 ? null : groups, Levelling = levelling };
        return old with { Panel = rule == new PanelRule() ? null : rule };
    }

    private static string Free(HashSet<string> taken) => Enumerable.Range(1, taken.Count + 1)
        .Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)).First(taken.Add);

    protected override IReadOnlyList<string> Example(Trade trade, Module part)
    {
        if (part.Panel?.Groups is not { Count: > 0 } groups)
        {
            return ["不分组：每位裁判都评每位选手"];
        }

        if (part.Panel.Levelling is { LeaveOut: var ends } && ends * 2 >= Shares.Length)
        {
            return [$"每组去掉最高、最低各 {ends} 人：一组至少要有 {(ends * 2) + 1} 人的成绩，少了没有平均，拉不平"];
        }

        var aspect = new PointsAspect(new("t"), "得分", 100m, 0.5m);
        var sample = part with
        {
            FullMark = 100m, Sheet = [new Criterion("t", "示例", [aspect])], SpreadLimit = null, Time = null, Attempts = null,
                PerMember = null, Bonus = null,
            BelowZero = false, Panel = part.Panel with { Method = PanelMethod.Mean, DropEachSide = 1, Smallest = 1 },
        };
        EntrantMarks Marked(int group, int place) => Trial.Entrant((group * Shares.Length) + place, new ModuleMarks(
            sample.Id, [new FileSheet(Trial.JudgeOf(group), new Dictionary<AspectId, Entry> { [aspect.Id] = Entry.Of(Mark(group,
                place)) })]));
        var of = Trial.Of(trade, sample);
        var results = Trial.Results(of, [.. groups.Index().SelectMany(g => Shares.Index().Select(s => Marked(g.Index, s.Index)))]);
        return results is null ? Trial.Faults(of) :
        [
            .. groups.Index().Select(g => Told(g.Item, results[g.Index * Shares.Length].Result.Modules().First())),
            .. part is { BelowZero: true, Panel.Levelling: not null } ? [BelowZero] : (string[])[],
        ];
    }

    private static decimal Mark(int group, int place) => Math.Min(100m, (Shares[place] * 100m) + (group % 3 * 8m));

    private static string Told(PanelGroup group, ModuleResult result) => result.Levelled is { } level
        ? $"{group.Name}平均 {Words.Mark(level.Mean)}，系数 {Words.Plain(decimal.Round(level.Coefficient, 6))}："
            + $"{Words.Mark(level.Raw)} 拉平为 {Trial.Two(result.Figure)}"
        : $"{group.Name}：只由本组裁判评，评 {Trial.Two(result.Figure)} 就是 {Trial.Two(result.Figure)}";
}

using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>R-K9, R-M8.</summary>
public sealed class BonusRule : RuleForm<Module>
{
    private const string Bonus = "Bonus", Below = "Below";

    public override string Key => "bonus";

    public override string Title => "加分和负分";

    public override string Help => "加分类评分点和系数可以让模块超过满分，最多超过这里写的分数；知识竞赛这类可以让模块低于 0。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(Bonus, "最多加几分（空着不加）"), new(Below, "低于 0", KindInput.Choice, "no", [("no", "不会低于 0"), ("yes", "可以是负分")]),
    ];

    protected override string? Set(Module part) => (part.Bonus, part.BelowZero) switch
    {
        (null, false) => null,
        (null, true) => "可以是负分",
        ({ } most, var below) => $"最多加 {Plain(most)} 分{(below ? "，可以是负分" : "")}",
    };

    protected override IReadOnlyDictionary<string, string> Written(Module part) => new Dictionary<string, string>
    {
        [Bonus] = Plain(part.Bonus), [Below] = part.BelowZero ? "yes" : "no",
    };

    protected override Module Read(Module old, KindFields typed) =>
        old with { Bonus = typed.FigureIfAny(Bonus), BelowZero = typed.Text(Below) == "yes" };

    protected override IReadOnlyList<string> Example(Trade trade, Module part) =>
    [
        .. part.Bonus is { } most ? Lifted(trade, part, most) : [$"满分 {Plain(part.FullMark)}，不会超过"],
        part.Allows(-20m) ? "录入 -20.00 可以，就记 -20.00" : "录入负数不收，最低 0 分",
    ];

    private static IReadOnlyList<string> Lifted(Trade trade, Module part, decimal most)
    {
        var full = part.FullMarkOfOne;
        var (points, bonus) = (new PointsAspect(new("t"), "得分", full, 0.01m), new BonusAspect(new("u"), "加分", most * 2, 0.01m));
        var factor = new FactorAspect(new("v"), "系数", [new(1m), new(1.2m)]);
        var sample = part with
        {
            FullMark = full, Marking = MarkingMethod.Judge, Panel = null, SpreadLimit = null, Time = null, Attempts = null,
                PerMember = null,
            Sheet = [new Criterion("t", "示例", [points, bonus, factor])],
        };
        var of = Trial.Of(trade, sample);
        var mark = Trial.Part(full, 0.9m);
        EntrantMarks Marked(int n, decimal more, decimal by) => Trial.Entrant(n, new ModuleMarks(sample.Id, [new FileSheet(
            Trial.JudgeOf(0), new Dictionary<AspectId, Entry> { [points.Id] = Entry.Of(mark), [bonus.Id] = Entry.Of(more),
                [factor.Id] = Entry.Of(by) })]));
        var half = decimal.Round(most / 2, 2);
        return Trial.Results(of, Marked(1, half, 1m), Marked(2, most * 2, 1m), Marked(3, 0m, 1.2m)) is [var a, var b, var c]
            ?
            [
                $"得分 {Plain(mark)} ＋ 加分 {Plain(half)} → {Shown(a)}", $"得分 {Plain(mark)} ＋ 加分 {Plain(most * 2)} → {Shown(b)}",
                $"得分 {Plain(mark)} × 系数 1.2 → {Shown(c)}",
            ]
            : Trial.Faults(of);
    }

    private static string Shown(Core.Files.Computing.ComputedEntrant entrant) => Trial.Two(entrant.Result.Modules().First().Figure);
}

using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining.Kinds;

public sealed class MetricForm : KindForm<MetricAspect>
{
    private const string Line = "line", Own = "own";

    public override string Name => "指标";

    public override string Help => "填结果（产量、单耗这类），按折线或分级换成分；也可以比基数增减多少。";

    public override IReadOnlyList<KindField> Fields { get; } =
    [
        new(KindField.Unit, "单位", KindInput.Text),
        new(KindField.Better, "指标怎样算", KindInput.Choice, "higher", [("higher", "分级，越高越好"), ("lower", "分级，越低越好"), (Line, "折线")]),
        new(KindField.Take, "比的是", KindInput.Choice, Own, [(Own, "结果本身"), ("difference", "与基数的差"), ("percent", "比基数增减的百分数")]),
        new(KindField.Base, "基数（空着由裁判填）"),
        new(KindField.Lines, "一行一条：指标值=得分", KindInput.Lines),
    ];

    protected override IEnumerable<string> Samples(MetricAspect aspect) =>
        (aspect.Line ?? aspect.Steps?.Edges ?? []).Take(3).Select(p => Entered(aspect.Base, p.Value));

    // What is entered to come to a point of the line, from a base of 100 where the judge fills it in.
    private static string Entered(MetricBase? from, decimal value)
    {
        var of = from?.Value ?? 100m;
        var own = from is null ? value : from.Take == MetricTake.Difference ? of + value : of * (1 + (value / 100m));
        return from is { Value: null } ? $"{Plain(own)}、{Plain(of)}" : Plain(own);
    }

    protected override string Setting(MetricAspect aspect) =>
        $"{aspect.Unit}，{(aspect.Line is { } line ? $"{line.Count} 点折线" : $"{aspect.Steps?.Edges.Count} 级")}"
        + (aspect.Base is null ? "" : "，比基数");

    protected override IReadOnlyDictionary<string, string> Written(MetricAspect aspect) => new Dictionary<string, string>
    {
        [KindField.Unit] = aspect.Unit,
        [KindField.Better] = aspect.Line is not null ? Line : aspect.Steps?.Better == MetricDirection.Lower ? "lower" : "higher",
        [KindField.Take] = aspect.Base is { Take: var take } ? take == MetricTake.Percent ? "percent" : "difference" : Own,
        [KindField.Base] = Plain(aspect.Base?.Value),
        [KindField.Lines] = Pairs((aspect.Line ?? aspect.Steps?.Edges ?? []).Select(p => (p.Value, p.Mark))),
    };

    public override Aspect Read(AspectHead head, KindFields typed)
    {
        List<MetricPoint> points = [.. typed.Pairs(KindField.Lines, "每行写“指标值=得分”").Select(p => new MetricPoint(p.Left, p.Right))];
        var line = typed.Text(KindField.Better) == Line;
        var from = typed.Text(KindField.Take) == Own ? null
            : new MetricBase(typed.Choice<MetricTake>(KindField.Take), typed.FigureIfAny(KindField.Base));
        return new MetricAspect(
            head.Id, head.Text, head.FullMark, typed.Text(KindField.Unit), line ? points : null,
            line ? null : new MetricSteps(typed.Choice<MetricDirection>(KindField.Better), points), head.Hint, head.Reasons, from);
    }
}

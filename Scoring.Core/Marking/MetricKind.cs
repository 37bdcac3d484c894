using System.Globalization;
using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

/// <summary>
/// A result such as orders or kWh/t mapped to a mark: a line that goes on beyond its points, or steps, edge included (R-J5). With a base value of its own
/// the difference from it, or its percentage, is mapped (R-K8, R-M7).
/// </summary>
internal sealed class MetricKind : AspectKind<MetricAspect>
{
    /// <summary>The way that is better: as the steps say, or the one in which the line's marks rise.</summary>
    public static MetricDirection Better(MetricAspect aspect) =>
        aspect.Steps?.Better ?? (aspect.Line is { Count: >= 2 } line && line[^1].Mark < line[0].Mark ? MetricDirection.Lower : MetricDirection.Higher);

    /// <summary>Value − base, before it is mapped (R-M11); without a base the value itself.</summary>
    public static decimal Difference(MetricAspect aspect, Entry entry)
    {
        var (own, from) = Given(aspect, entry);
        return aspect.Base is null ? own : own - from;
    }

    protected override Saying? Check(MetricAspect aspect, Entry entry, bool belowZero)
    {
        if (!AsksBase(aspect))
        {
            return entry.Number is { } n ? Figure(n) : $"请填数字";
        }

        if (entry.Answers is not [var value, var reference] || Parsed(value) is not { } own || Parsed(reference) is not { } from)
        {
            return $"请填两个数：结果和基数";
        }

        return Figure(own) ?? Figure(from) ?? (from == 0 ? (Saying)$"基数不能是 0" : null);
    }

    protected override decimal Value(MetricAspect aspect, Entry entry)
    {
        var value = Mapped(aspect, entry);
        return aspect.Line is { Count: >= 2 } line ? OnLine(line, value) : aspect.Steps is { } steps ? OnSteps(steps, value) : 0m;
    }

    protected override Saying Because(MetricAspect aspect, Entry entry)
    {
        var how = aspect.Line is null ? (Saying)$"按分档换算" : $"按折线换算";
        var (own, from) = Given(aspect, entry);
        return aspect.Base switch
        {
            null => $"结果 {Words.Plain(own)} {aspect.Unit}，{how}",
            { Take: MetricTake.Difference } => $"结果 {Words.Plain(own)} {aspect.Unit}，基数 {Words.Plain(from)}，差 {Words.Plain(own - from)}，{how}",
            { Take: MetricTake.Percent } => $"结果 {Words.Plain(own)} {aspect.Unit}，基数 {Words.Plain(from)}，增 {Words.Plain(decimal.Round(Mapped(aspect, entry), 4))}%，{how}",
        };
    }

    protected override IReadOnlyList<string>? Fields(MetricAspect aspect) => AsksBase(aspect) ? ["结果", "基数"] : null;

    protected override string Ask(MetricAspect aspect) => aspect.Unit;

    protected override string Guide(MetricAspect aspect) => AsksBase(aspect) ? $"填结果和基数（{aspect.Unit}）" : $"填结果（{aspect.Unit}）";

    protected override IReadOnlyList<string> Scale(MetricAspect aspect) => aspect.Steps is not { } steps ? base.Scale(aspect)
        : [$"{string.Join("；", steps.Edges.Select(e => $"{(steps.Better == MetricDirection.Higher ? "≥" : "≤")} {Words.Plain(e.Value)} 得 {Words.Plain(e.Mark)}"))}；其余 0"];

    protected override string Blank(MetricAspect aspect) => $"＿＿＿ {aspect.Unit}{(AsksBase(aspect) ? "　基数 ＿＿＿" : "")}";

    protected override string Typed(MetricAspect aspect, Entry entry)
    {
        var (own, from) = Given(aspect, entry);
        return $"{Words.Plain(own)} {aspect.Unit}{(AsksBase(aspect) ? $"，基数 {Words.Plain(from)}" : "")}";
    }

    protected override void Define(MetricAspect aspect, string path, Findings findings)
    {
        findings.Must(
            aspect.Line is null != aspect.Steps is null, path, aspect.Line is null ? (Saying)$"line 和 steps 都没有" : $"line 和 steps 都有", $"应在折线 line 与台阶 steps 中写一个");
        findings.Must(aspect.Base is not { Value: 0m }, $"{path}.base.value", $"0", $"基数不能是 0；由裁判填写就不写 value");
        if (aspect.Line is { } line)
        {
            findings.Must(line.Count >= 2, $"{path}.line", $"{line.Count} 个点", $"折线至少要有两个点");
            Values(line, ascending: true, $"{path}.line", findings);
            foreach (var (index, point) in line.Index())
            {
                Bands.CheckMark(point.Mark, aspect, $"{path}.line[{index}].mark", findings);
            }
        }

        if (aspect.Steps is { } steps)
        {
            findings.Must(steps.Edges.Count > 0, $"{path}.steps.edges", $"空列表", $"至少要有一级");
            if (findings.Readable($"{path}.steps.better"))
            {
                Values(steps.Edges, steps.Better == MetricDirection.Lower, $"{path}.steps.edges", findings);
            }

            Bands.CheckMarks([.. steps.Edges.Select(e => e.Mark)], "级", aspect, $"{path}.steps.edges", findings);
        }
    }

    private static bool AsksBase(MetricAspect aspect) => aspect.Base is { Value: null };

    private static Saying? Figure(decimal n) => decimal.Abs(n) > Limits.LargestFigure ? (Saying)$"数太大，请核对后重填"
        : decimal.Round(n, Limits.MostDecimals) != n ? (Saying)$"最多 {Limits.MostDecimals} 位小数" : null;

    private static decimal? Parsed(string text) => text.Length <= 40 && decimal.TryParse(
        text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;

    private static (decimal Own, decimal From) Given(MetricAspect aspect, Entry entry) => entry.Answers is [var value, var reference]
        ? (Parsed(value) ?? 0m, Parsed(reference) ?? 0m)
        : (entry.Number ?? 0m, aspect.Base?.Value ?? 0m);

    private static decimal Mapped(MetricAspect aspect, Entry entry)
    {
        var (own, from) = Given(aspect, entry);
        return aspect.Base switch
        {
            null => own,
            { Take: MetricTake.Difference } => own - from,
            { Take: MetricTake.Percent } => from == 0 ? 0m : (own - from) / from * 100m,
        };
    }

    private static decimal OnLine(IReadOnlyList<MetricPoint> line, decimal value)
    {
        var i = 1;
        while (i < line.Count - 1 && value > line[i].Value)
        {
            i++;
        }

        var (from, to) = (line[i - 1], line[i]);
        return to.Value == from.Value ? to.Mark : from.Mark + ((value - from.Value) * (to.Mark - from.Mark) / (to.Value - from.Value));
    }

    private static decimal OnSteps(MetricSteps steps, decimal value)
    {
        foreach (var edge in steps.Edges)
        {
            if (steps.Better == MetricDirection.Higher ? value >= edge.Value : value <= edge.Value)
            {
                return edge.Mark;
            }
        }

        return 0m;
    }

    private static void Values(IReadOnlyList<MetricPoint> points, bool ascending, string path, Findings findings)
    {
        foreach (var (index, point) in points.Index().Skip(1).Where(p => findings.Readable($"{path}[{p.Index - 1}].value")))
        {
            var before = points[index - 1].Value;
            findings.Must(
                ascending ? point.Value > before : point.Value < before, $"{path}[{index}].value", point.Value,
                $"应{(ascending ? (Saying)$"从小到大，大于" : $"从大到小，小于")}前一个 {Findings.Figure(before)}");
        }
    }
}

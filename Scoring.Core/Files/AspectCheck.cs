using Scoring.Core.Definition;

namespace Scoring.Core.Files;

/// <summary>One aspect by its kind: steps, bands, keys, lines (R-B5, R-J1, R-J5).</summary>
internal static class AspectCheck
{
    public static void Check(Aspect aspect, string path, Findings findings)
    {
        findings.Id($"{path}.id", aspect.Id.Value);
        findings.Name($"{path}.text", aspect.Text);
        findings.Names($"{path}.reasons", aspect.Reasons);
        ModuleCheck.FullMark(aspect.FullMark, $"{path}.fullMark", findings);
        if (!findings.Readable($"{path}.kind"))
        {
            return;
        }

        switch (aspect)
        {
            case PointsAspect points:
                findings.Must(points.Step > 0, $"{path}.step", points.Step, "步长应大于 0");
                break;
            case FaultsAspect faults:
                findings.Must(faults.Deduction > 0, $"{path}.deduction", faults.Deduction, "每处扣分应大于 0");
                findings.Name($"{path}.unit", faults.Unit);
                break;
            case ToleranceAspect tolerance:
                findings.Must(tolerance.Decimals is >= 0 and <= 6, $"{path}.decimals", tolerance.Decimals, "读数小数位应为 0 至 6");
                Bands([.. tolerance.Bands.Select(b => (b.Within, b.Mark))], "within", -1, tolerance, path, findings);
                break;
            case CountAspect count:
                findings.Must(count.PointsEach > 0, $"{path}.pointsEach", count.PointsEach, "每个得分应大于 0");
                findings.Name($"{path}.unit", count.Unit);
                break;
            case TimeBandAspect time:
                Bands([.. time.Bands.Select(b => ((decimal)b.UpToSeconds, b.Mark))], "upToSeconds", 0, time, path, findings);
                break;
            case JudgementAspect judgement:
                findings.Must(judgement.Benchmarks.Count == 4, $"{path}.benchmarks", $"{judgement.Benchmarks.Count} 条", "应为四条，依次说明 0、1、2、3 分的标准");
                findings.Names($"{path}.benchmarks", judgement.Benchmarks);
                break;
            case AnswerKeyAspect key:
                AnswerKey(key, path, findings);
                break;
            case MetricAspect metric:
                Metric(metric, path, findings);
                break;
        }
    }

    private static void Bands(IReadOnlyList<(decimal Edge, decimal Mark)> bands, string edge, decimal above, Aspect aspect, string path, Findings findings)
    {
        findings.Must(bands.Count > 0, $"{path}.bands", "空列表", "至少要有一档");
        foreach (var (index, band) in bands.Index())
        {
            var before = index == 0 ? above : bands[index - 1].Edge;
            var at = $"{path}.bands[{index}]";
            findings.Must(
                band.Edge > before, $"{at}.{edge}", band.Edge,
                index > 0 ? $"各档应从小到大，应大于前一档的 {Findings.Figure(before)}；现在两档重叠" : above < 0 ? "应为 0 或以上" : "应大于 0");
            Mark(band.Mark, aspect, path, $"{at}.mark", findings);
            if (index > 0 && band.Mark > bands[index - 1].Mark)
            {
                findings.Warn($"{at}.mark", Findings.Figure(band.Mark), "得分比前一档还高，请核对");
            }
        }

        if (bands.Count > 0 && bands.Max(b => b.Mark) < aspect.FullMark)
        {
            findings.Warn($"{path}.bands", Findings.Figure(bands.Max(b => b.Mark)), $"没有哪一档能得满分 {Findings.Figure(aspect.FullMark)}，请核对");
        }
    }

    private static void AnswerKey(AnswerKeyAspect key, string path, Findings findings)
    {
        findings.Must(key.Fields.Count > 0, $"{path}.fields", "空列表", "至少要有一个答题栏，如品种、产地、等级");
        findings.Unique(key.Fields, f => f.Name, i => $"{path}.fields[{i}].name", "答题栏名称");
        foreach (var (index, field) in key.Fields.Index())
        {
            var at = $"{path}.fields[{index}]";
            findings.Name($"{at}.name", field.Name);
            findings.Must(field.Points > 0, $"{at}.points", field.Points, "得分应大于 0");
            findings.Must(field.Accepted.Count > 0, $"{at}.accepted", "空列表", "至少要有一个正确答案");
            findings.Names($"{at}.accepted", field.Accepted);
            findings.Names($"{at}.choices", field.Choices);
            foreach (var (i, answer) in field.Accepted.Index().Where(a => field.Choices is not null && !field.Choices.Contains(a.Item, StringComparer.OrdinalIgnoreCase)))
            {
                findings.Error($"{at}.accepted[{i}]", Findings.Quote(answer), $"正确答案不在选项里，选项有 {Nearest.List([.. field.Choices!])}");
            }
        }

        var sum = key.Fields.Sum(f => f.Points);
        if (key.Fields.Count > 0 && findings.Readable($"{path}.fullMark") && findings.Readable($"{path}.fields") && key.Fields.Index().All(f => findings.Readable($"{path}.fields[{f.Index}].points")))
        {
            findings.Must(sum == key.FullMark, $"{path}.fields", ComponentCheck.Sum(key.Fields.Select(f => f.Points), sum), $"各栏得分合计应为满分 {Findings.Figure(key.FullMark)}");
        }
    }

    private static void Metric(MetricAspect metric, string path, Findings findings)
    {
        if (!findings.Readable($"{path}.line") || !findings.Readable($"{path}.steps"))
        {
            return;
        }

        findings.Must(metric.Line is null != metric.Steps is null, path, metric.Line is null ? "line 和 steps 都没有" : "line 和 steps 都有", "应在折线 line 与台阶 steps 中写一个");
        if (metric.Line is { } line)
        {
            findings.Must(line.Count >= 2, $"{path}.line", $"{line.Count} 个点", "折线至少要有两个点");
            Points(line, ascending: true, metric, path, $"{path}.line", findings);
        }

        if (metric.Steps is { } steps)
        {
            findings.Must(steps.Edges.Count > 0, $"{path}.steps.edges", "空列表", "至少要有一级");
            Points(steps.Edges, steps.Better == MetricDirection.Lower, metric, path, $"{path}.steps.edges", findings);
        }
    }

    private static void Points(IReadOnlyList<MetricPoint> points, bool ascending, Aspect aspect, string path, string list, Findings findings)
    {
        foreach (var (index, point) in points.Index())
        {
            Mark(point.Mark, aspect, path, $"{list}[{index}].mark", findings);
            if (index > 0)
            {
                var before = points[index - 1].Value;
                findings.Must(
                    ascending ? point.Value > before : point.Value < before, $"{list}[{index}].value", point.Value,
                    $"应{(ascending ? "从小到大，大于" : "从大到小，小于")}前一个 {Findings.Figure(before)}");
            }
        }
    }

    private static void Mark(decimal mark, Aspect aspect, string path, string at, Findings findings)
    {
        var full = findings.Readable($"{path}.fullMark") ? aspect.FullMark : ScalarReader.Largest;
        findings.Must(mark >= 0 && mark <= full, at, mark, $"得分应在 0 与满分 {Findings.Figure(full)} 之间");
    }
}

using Scoring.Core.Definition;

namespace Scoring.Core.Files;

/// <summary>A result mapped by a line or by steps: one of the two, in order (R-B5, R-J5).</summary>
internal static class MetricCheck
{
    public static void Check(MetricAspect metric, string path, Findings findings)
    {
        findings.Must(metric.Line is null != metric.Steps is null, path, metric.Line is null ? "line 和 steps 都没有" : "line 和 steps 都有", "应在折线 line 与台阶 steps 中写一个");
        if (metric.Line is { } line)
        {
            findings.Must(line.Count >= 2, $"{path}.line", $"{line.Count} 个点", "折线至少要有两个点");
            Values(line, ascending: true, $"{path}.line", findings);
            foreach (var (index, point) in line.Index())
            {
                BandCheck.Mark(point.Mark, metric, path, $"{path}.line[{index}].mark", findings);
            }
        }

        if (metric.Steps is { } steps)
        {
            findings.Must(steps.Edges.Count > 0, $"{path}.steps.edges", "空列表", "至少要有一级");
            if (findings.Readable($"{path}.steps.better"))
            {
                Values(steps.Edges, steps.Better == MetricDirection.Lower, $"{path}.steps.edges", findings);
            }

            BandCheck.Marks([.. steps.Edges.Select(e => e.Mark)], "级", metric, path, $"{path}.steps.edges", findings);
        }
    }

    private static void Values(IReadOnlyList<MetricPoint> points, bool ascending, string path, Findings findings)
    {
        foreach (var (index, point) in points.Index().Skip(1).Where(p => findings.Readable($"{path}[{p.Index - 1}].value")))
        {
            var before = points[index - 1].Value;
            findings.Must(
                ascending ? point.Value > before : point.Value < before, $"{path}[{index}].value", point.Value,
                $"应{(ascending ? "从小到大，大于" : "从大到小，小于")}前一个 {Findings.Figure(before)}");
        }
    }
}

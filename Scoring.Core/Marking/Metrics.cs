using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>A result such as orders or kWh/t mapped to a mark: a line that goes on beyond its points, or steps, edge included (R-J5). Not yet clamped.</summary>
public static class Metrics
{
    public static decimal Mark(MetricAspect aspect, decimal value) =>
        aspect.Line is { Count: >= 2 } line ? OnLine(line, value) : aspect.Steps is { } steps ? OnSteps(steps, value) : 0m;

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
}

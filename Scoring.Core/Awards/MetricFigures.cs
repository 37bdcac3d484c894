using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Awards;

/// <summary>What an entrant reached in a metric such as kWh saved or orders, before it becomes a mark.</summary>
/// <param name="Text">Of the aspect, e.g. 节电量.</param>
/// <param name="Figure">Of one with a base value how much better than it: less where less is better (R-M7); of another the value
/// itself.</param>
/// <param name="Rate">kWh/t, % and the like: of several the mean is taken, not the sum.</param>
public sealed record MetricFigure(string Text, string Unit, decimal Figure, bool Rate = false);

/// <summary>Reads metrics out of results.</summary>
public static class MetricFigures
{
    /// <summary>Of every metric somebody entered.</summary>
    public static IEnumerable<MetricFigure> Of(Trade trade, EntrantResult result) =>
        from module in trade.Modules()
        from metric in module.Aspects().OfType<MetricAspect>()
        let figure = Of(metric, module.Id, result)
        where figure is not null
        select new MetricFigure(
            metric.Text, metric.Unit, Sign(metric) * figure.Value, metric.Unit.AsSpan().ContainsAny("/%‰率"));

    /// <summary>Value − base, or the value where there is no base; the judges' mean where there are several (R-M7). Null: nobody entered
    /// it.</summary>
    internal static decimal? Of(MetricAspect metric, ModuleId module, EntrantResult result)
    {
        var figures = (result.Module(module)?.Runs() ?? []).SelectMany(run => run.Sheets)
            .Where(s => s.Use is SheetUse.Counted or SheetUse.DroppedHigh or SheetUse.DroppedLow)
            .SelectMany(s => s.Aspects).Where(a => a.Aspect == metric.Id).Select(a => MetricKind.Difference(metric, a.Entry)).ToList();
        return figures.Count == 0 ? null : figures.Average();
    }

    private static int Sign(MetricAspect metric) => metric.Base is not null && MetricKind.Better(metric) == MetricDirection.Lower ? -1 : 1;
}

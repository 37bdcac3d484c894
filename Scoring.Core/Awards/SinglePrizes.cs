using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Ranking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

/// <summary>单项奖 as it would be given now (R-K12).</summary>
/// <param name="Winners">Best first; equals at the last place all get it.</param>
public sealed record SingleList(string Name, int Count, IReadOnlyList<SingleWinner> Winners);

/// <param name="Words">Why, e.g. 热菜 96.00，居第 1.</param>
public sealed record SingleWinner(EntrantId Entrant, decimal Figure, Saying Words);

internal static class SinglePrizes
{
    /// <summary>Of the ranked; null: the trade has none.</summary>
    public static IReadOnlyList<SingleList>? Of(Trade trade, Standings standings) =>
        trade.Awards.Singles is { } prizes ? [.. prizes.Select(p => Of(p, trade, standings))] : null;

    private static SingleList Of(SinglePrize prize, Trade trade, Standings standings)
    {
        var step = new TieStep(prize.Aspect is null ? TieStepKind.Module : TieStepKind.Aspect, prize.Module, prize.Aspect);
        var metric = prize.Gain ? trade.Modules().FirstOrDefault(m => m.Id == prize.Module)?.Aspects().OfType<MetricAspect>().FirstOrDefault(a => a.Id == prize.Aspect) : null;
        var sign = metric is not null && MetricKind.Better(metric) == MetricDirection.Lower ? -1 : 1;
        var figures = standings.Rows.Where(r => r.Rank is not null)
            .Select(r => (r.Result.Entrant, Figure: metric is null ? TieValue.Of(step, trade, r.Result)
                : MetricFigures.Of(metric, prize.Module, r.Result)))
            .Where(f => f.Figure is not null).Select(f => (f.Entrant, Figure: f.Figure!.Value)) // not null by Where
            .OrderByDescending(f => sign * f.Figure).ToList();
        var name = TieValue.Name(step, trade);
        var winners = figures.Where(f => figures.Count(o => sign * o.Figure > sign * f.Figure) < prize.Count)
            .Select(f => new SingleWinner(f.Entrant, f.Figure, $"{name} {Shown(prize, f.Figure, metric)}，居第 {figures.Count(o => sign * o.Figure > sign * f.Figure) + 1}"));
        return new(prize.Name, prize.Count, [.. winners]);
    }

    private static string Shown(SinglePrize prize, decimal figure, MetricAspect? metric) =>
        prize.Gain ? $"{(figure > 0 ? "+" : "")}{Marking.Words.Plain(figure)} {metric?.Unit}".TrimEnd() : Marking.Words.Mark(figure);
}

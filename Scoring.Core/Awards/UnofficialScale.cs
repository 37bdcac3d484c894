using Scoring.Core.Definition;
using Scoring.Core.Ranking;

namespace Scoring.Core.Awards;

/// <summary>A total on the 700 scale (R-G4). This project's own approximation, not the standardization of WorldSkills.</summary>
/// <param name="Value">600 to 800, 2 decimals.</param>
/// <param name="Label">To be shown wherever the value is.</param>
public sealed record UnofficialScore(EntrantId Entrant, decimal Value, string Label);

/// <summary>Two straight lines: zero is 600, the median of the ranked is 700, the full mark is 800.</summary>
public static class UnofficialScale
{
    public const string Label = "非官方换算";

    /// <summary>In the order of the standings; empty if nobody is ranked.</summary>
    public static IReadOnlyList<UnofficialScore> Of(Trade trade, Standings standings)
    {
        var ranked = standings.Rows
            .Where(row => row.Rank is not null && row.Result.Total is not null)
            .Select(row => (row.Result.Entrant, Total: row.Result.Total!.Value)) // kept only those that have one
            .ToList();
        if (ranked.Count == 0)
        {
            return [];
        }

        var median = Median(ranked.Select(x => x.Total).Order().ToList());
        var full = trade.RawTotal ?? 100m;
        return ranked.Select(x => new UnofficialScore(x.Entrant, Scaled(x.Total, median, full), Label)).ToList();
    }

    private static decimal Median(List<decimal> ascending)
    {
        var middle = ascending.Count / 2;
        return ascending.Count % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2m;
    }

    private static decimal Scaled(decimal total, decimal median, decimal full)
    {
        var offset = total.CompareTo(median) switch
        {
            > 0 => 100m * (total - median) / (full - median),
            < 0 => -100m * (median - total) / median,
            _ => 0m,
        };
        return Math.Round(700m + offset, 2, MidpointRounding.AwayFromZero);
    }
}

using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ranking;

namespace Scoring.Core.Fold.Public;

/// <summary>Columns and rows of a board from a trade's standings.</summary>
internal static class BoardRows
{
    public static IReadOnlyList<BoardColumn> Columns(Trade trade) =>
    [
        .. trade.Components.Select(c => new BoardColumn(
            c.Id, c.Name, trade.Scoring == ScoringMode.RawSum ? null : c.Weight, c.FullMark)),
    ];

    /// <summary>What the total can reach.</summary>
    public static decimal FullMark(Trade trade) =>
        trade.Scoring == ScoringMode.RawSum ? trade.RawTotal ?? trade.Modules().Sum(m => m.FullMark) : 100m;

    /// <summary>Award tiers of a final board: names in use, and the index of each winner's.</summary>
    public static (IReadOnlyList<string> Names, IReadOnlyDictionary<EntrantId, int> Of) Tiers(TradeState trade)
    {
        var awards = trade.Awards();
        var names = awards.Tiers.Select(t => t.Name).ToList();
        return (names, awards.Rows.Where(r => r.Tier is not null).ToDictionary(r => r.Entrant, r => names.IndexOf(r.Tier!))); // not null: filtered
    }

    /// <param name="named">Names and organizations may be shown.</param>
    /// <param name="withTotals">False: ranks only (R-D3).</param>
    /// <param name="everyone">Also those without a code yet.</param>
    /// <param name="reasons">Every row's reason; false: only what decided between equal totals, as the others follow from the totals.</param>
    /// <param name="tiers">Index of the award tier by entrant; null: none to show.</param>
    public static List<BoardRow> Of(
        TradeState trade, bool named, bool withTotals, bool everyone, IReadOnlyDictionary<EntrantId, int>? tiers, bool reasons = false)
    {
        var rows = new List<BoardRow>(trade.Entrants.Count);
        foreach (var standing in trade.Standings().Rows)
        {
            var entrant = trade.Competition.Entrant(standing.Result.Entrant)!; // standings hold entrants of this competition only
            if (entrant.Code is not null || everyone)
            {
                rows.Add(Row(trade, entrant, standing, named, withTotals, tiers, reasons));
            }
        }

        return rows;
    }

    /// <summary>Why rows may still move, each reason once; null: none may.</summary>
    public static string? MayMove(TradeState trade, List<BoardRow> rows, bool everyone)
    {
        if (!rows.Exists(r => r.Provisional))
        {
            return null;
        }

        var reasons = trade.Standings().Rows.Select(s => s.Result)
            .Where(r => everyone || trade.Competition.Entrant(r.Entrant) is { Code: not null }).Select(r => r.MayMove?.ToString()).OfType<string>();
        return string.Join("；", reasons.Distinct(StringComparer.Ordinal));
    }

    private static BoardRow Row(
        TradeState trade, EntrantState entrant, Standing standing, bool named, bool withTotals, IReadOnlyDictionary<EntrantId, int>? tiers, bool reasons)
    {
        var result = standing.Result;
        var figures = new decimal?[result.Components.Count];
        for (var i = 0; i < figures.Length; i++)
        {
            figures[i] = withTotals ? result.Components[i].Figure : null;
        }

        var organization = named ? trade.Competition.Organizations.GetValueOrDefault(entrant.Entrant.Organization) : null;
        var code = entrant.Code ?? $"#{entrant.Index + 1}";
        return new BoardRow(
            code, code, standing.Rank,
            named ? entrant.Entrant.Name : null,
            organization?.Name,
            figures, withTotals ? result.SecondsUsed : null, withTotals ? result.Total : null, result.Status,
            tiers is not null && tiers.TryGetValue(result.Entrant, out var tier) ? tier : null,
            withTotals && (reasons || standing.Reason?.DecidedBy != RankDecision.Total) ? standing.Reason?.Words.ToString() : null,
            organization?.ShortName, named && entrant.Entrant.Members is { Count: > 0 } members ? members : null, result.Provisional, result.Guest,
            Group: named && tiers is not null && trade.Definition.Awards.CountBy is { } kind ? trade.Competition.TagOf(entrant, kind) : null);
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Ranking;

/// <summary>From an order by total to ranks with reasons (R-C1, R-C2).</summary>
public static class StandingsOf
{
    /// <param name="ordered">Ranked ones by total, best first, equals in the order they keep; then everyone else as listed.</param>
    public static Standings Order(Trade trade, IReadOnlyList<EntrantResult> ordered, IReadOnlyList<TieDecision> decisions)
    {
        var rows = new List<Standing>(ordered.Count);
        var open = new List<IReadOnlyList<EntrantId>>();
        var start = 0;
        while (start < ordered.Count && ordered[start].Ranked)
        {
            var end = start + 1;
            while (end < ordered.Count && ordered[end].Ranked && ordered[end].Total == ordered[start].Total)
            {
                end++;
            }

            if (end - start == 1)
            {
                rows.Add(new Standing(ordered[start], start + 1, AgainstBefore(trade, rows, ordered[start])));
            }
            else
            {
                AddGroup(trade, [.. ordered.Skip(start).Take(end - start)], decisions, rows, open);
            }

            start = end;
        }

        for (; start < ordered.Count; start++)
        {
            rows.Add(new Standing(ordered[start], null, null));
        }

        return new Standings(rows, open);
    }

    private static void AddGroup(
        Trade trade, List<EntrantResult> group, IReadOnlyList<TieDecision> decisions, List<Standing> rows, List<IReadOnlyList<EntrantId>> open)
    {
        var first = AgainstBefore(trade, rows, group[0]);
        var places = TieGroup.Resolve(trade, group, decisions);
        foreach (var place in places)
        {
            var rank = place.SharesRank ? rows[^1].Rank : rows.Count + 1;
            rows.Add(new Standing(place.Result, rank, place.Reason ?? first));
        }

        foreach (var undecided in places.Where(p => p.Open > 0).GroupBy(p => p.Open))
        {
            open.Add([.. undecided.Select(p => p.Result.Entrant)]);
        }
    }

    private static RankReason AgainstBefore(Trade trade, List<Standing> rows, EntrantResult result)
    {
        if (rows.Count == 0)
        {
            return new RankReason(RankDecision.Total, null, $"总分最高");
        }

        var before = rows[^1];
        return new RankReason(RankDecision.Total, null, $"总分低于第 {before.Rank} 名 {Words.Mark((before.Result.Total ?? 0m) - (result.Total ?? 0m), trade.Decimals)}");
    }
}

// From the standings to who gets what, with the reason for every row (R-E1 to R-E4, R-J10, R-K12, R-K15).
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Ranking;

namespace Scoring.Core.Awards;

public static class AwardAllocation
{
    /// <summary>Tiers by quota or standard, or the medals of a trade that has a medal scheme (R-G5).</summary>
    /// <param name="started">All but absent, withdrawn and guests (R-J9, R-K10).</param>
    /// <param name="boundaryDecisions">By tier name, who of the equals at its end the committee chose (R-E2 c).</param>
    /// <param name="whose">Needed where the scheme has limits or groups; null: it has none.</param>
    /// <param name="earlier">Prizes won in the trades before this one, for limits per person (R-M10); null: none.</param>
    public static AwardList Allocate(
        Trade trade, Standings standings, int started, IReadOnlyDictionary<string, BoundaryDecision> boundaryDecisions,
        Func<EntrantId, Belonging>? whose = null, IEnumerable<(Belonging Winner, string Tier)>? earlier = null)
    {
        if (trade.Medals is { } medals)
        {
            return MedalAllocation.Allocate(medals, standings, started, decimals: trade.Decimals);
        }

        whose ??= Belonging.None;
        var before = earlier?.ToList() ?? [];
        var singles = SinglePrizes.Of(trade, standings);
        if (trade.Awards.CountBy is not { } kind)
        {
            return new GroupAllocation(trade, standings, started, boundaryDecisions, whose, before, null).List() with { Singles = singles };
        }

        var groups = standings.Rows.GroupBy(row => whose(row.Result.Entrant).Tag(kind))
            .Select(g => (Value: g.Key, Rows: g.ToList())).ToList();
        var lists = groups.Where(g => g.Value is not null).Select(g => new GroupAllocation(
            trade, new Standings(g.Rows, []), g.Rows.Count(Started), boundaryDecisions, whose, before, g.Value).List()).ToList();
        var untagged = groups.Where(g => g.Value is null).SelectMany(g => g.Rows).Where(r => r.Rank is not null).ToList();
        return new AwardList(
            [.. lists.SelectMany(l => l.Rows).Concat(untagged.Select(r => Untagged(r, kind))).OrderBy(r => r.Rank)],
            [.. lists.SelectMany(l => l.Tiers).GroupBy(t => t.Name).Select(g => new TierUse(g.Key, g.Sum(t => t.Quota), g.Sum(t => t.Given)))],
            [.. lists.SelectMany(l => l.Boundaries)], started, lists.Exists(l => l.Open) || untagged.Count > 0)
        {
            Singles = singles,
            Untagged = [.. untagged.Select(r => r.Result.Entrant)],
        };
    }

    // R-M13: no award, and the trade is blocked.
    private static AwardRow Untagged(Standing row, string kind) =>
        new(row.Result.Entrant, row.Rank ?? 0, null, false, $"没有标签“{kind}”，不能定奖；请先补上");

    private static bool Started(Standing row) =>
        row.Result is { Guest: false, Status: EntrantStatus.Normal or EntrantStatus.Disqualified or EntrantStatus.Eliminated };
}

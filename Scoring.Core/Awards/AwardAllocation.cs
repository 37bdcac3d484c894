// From the standings to who gets what, with the reason for every row (R-E1 to R-E4, R-J10).
using Scoring.Core.Definition;
using Scoring.Core.Ranking;

namespace Scoring.Core.Awards;

public static class AwardAllocation
{
    /// <summary>Tiers by quota, or the medals of a trade that has a medal scheme (R-G5).</summary>
    /// <param name="started">All but absent and withdrawn (R-J9).</param>
    /// <param name="boundaryDecisions">By tier name, who of the equals at its end the committee chose (R-E2 c).</param>
    public static AwardList Allocate(
        Trade trade, Standings standings, int started, IReadOnlyDictionary<string, BoundaryDecision> boundaryDecisions)
    {
        if (trade.Medals is { } medals)
        {
            return MedalAllocation.Allocate(medals, standings, started);
        }

        var quotas = AwardQuotas.Of(trade.Awards, started);
        var ranked = standings.Rows.Where(row => row.Rank is not null).ToList();
        var failed = ranked
            .Select(row => (row.Result.Entrant, Words: PassMarks.Failed(trade, row.Result)))
            .Where(x => x.Words is not null)
            .ToDictionary(x => x.Entrant, x => x.Words!); // not null by the line before
        var passing = Groups(ranked.Where(row => !failed.ContainsKey(row.Result.Entrant)));
        PlaceFilling Fill(BoundaryPolicy policy) => PlaceFilling.Fill(passing, quotas.Tiers, policy, boundaryDecisions);

        var policy = trade.Awards.Boundary;
        var filling = Fill(policy);
        var withoutGate = PlaceFilling.Fill(Groups(ranked), quotas.Tiers, policy, boundaryDecisions);
        var words = new AwardWords(quotas, policy, filling, withoutGate, ranked, failed);
        var outcomes = new BoundaryOutcomes(quotas.Tiers, ranked, Fill(BoundaryPolicy.Expand), Fill(BoundaryPolicy.ExpandFromNext));
        return new AwardList(
            ranked.Select(row => new AwardRow(
                row.Result.Entrant,
                row.Rank!.Value, // ranked holds only those who have one
                filling.TierOf(row.Result.Entrant) is { } tier ? quotas.Tiers[tier].Name : null,
                failed.ContainsKey(row.Result.Entrant),
                words.For(row))).ToList(),
            quotas.Tiers.Select((tier, i) => new TierUse(tier.Name, tier.Places, filling.Given[i])).ToList(),
            filling.Straddles.Select(s => new BoundaryTie(
                quotas.Tiers[s.Tier].Name, s.Tied, s.Places, outcomes.Of(s, filling), s.Chosen)).ToList(),
            started,
            policy == BoundaryPolicy.Decide && filling.Straddles.Any(s => s.Chosen is null));
    }

    private static List<IReadOnlyList<EntrantId>> Groups(IEnumerable<Standing> ranked) =>
        ranked.GroupBy(row => row.Rank).Select(IReadOnlyList<EntrantId> (g) => g.Select(row => row.Result.Entrant).ToList()).ToList();
}

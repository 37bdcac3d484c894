using Scoring.Core.Definition;
using Scoring.Core.Ranking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

/// <summary>The tiers of a trade, or of one group of it that is counted apart (R-K15), filled from these standings.</summary>
internal sealed class GroupAllocation
{
    private readonly Trade trade;
    private readonly int started;
    private readonly AwardQuotas quotas;
    private readonly List<Standing> ranked;
    private readonly Dictionary<EntrantId, Saying> failed;
    private readonly IReadOnlyDictionary<string, BoundaryDecision> decisions;
    private readonly Func<EntrantId, Belonging> whose;
    private readonly IReadOnlyList<(Belonging Winner, string Tier)> earlier;
    private readonly string? group;

    /// <param name="group">Null: the whole trade.</param>
    public GroupAllocation(
        Trade trade, Standings standings, int started, IReadOnlyDictionary<string, BoundaryDecision> decisions,
        Func<EntrantId, Belonging> whose, IReadOnlyList<(Belonging Winner, string Tier)> earlier, string? group)
    {
        (this.trade, this.started, this.decisions, this.whose, this.earlier, this.group) = (trade, started, decisions, whose, earlier, group);
        quotas = AwardQuotas.Of(trade.Awards, started);
        quotas = quotas with { Tiers = [.. quotas.Tiers.Select(t => t with { Group = group })] };
        ranked = [.. standings.Rows.Where(row => row.Rank is not null)];
        failed = ranked
            .Select(row => (row.Result.Entrant, Words: PassMarks.Failed(trade, row.Result)))
            .Where(x => x.Words is not null)
            .ToDictionary(x => x.Entrant, x => x.Words!); // not null by the line before
    }

    public AwardList List()
    {
        var passing = Groups(ranked.Where(row => !failed.ContainsKey(row.Result.Entrant)));
        var policy = trade.Awards.Boundary;
        var limits = Limits();
        var filling = Fill(passing, policy, limits);
        var withoutRules = PlaceFilling.Fill(Groups(ranked), quotas.Tiers, policy, decisions, PrizeLimits.None, Reaches());
        var words = new AwardWords(trade, quotas, filling, withoutRules, ranked, failed, limits);
        var outcomes = new BoundaryOutcomes(
            quotas.Tiers, ranked, Fill(passing, BoundaryPolicy.Expand, Limits()), Fill(passing, BoundaryPolicy.ExpandFromNext, Limits()));
        return new AwardList(
            ranked.Select(row => new AwardRow(
                row.Result.Entrant,
                row.Rank!.Value, // ranked holds only those who have one
                filling.TierOf(row.Result.Entrant) is { } tier ? quotas.Tiers[tier].Name : null,
                failed.ContainsKey(row.Result.Entrant),
                words.For(row)) { Group = group }).ToList(),
            quotas.Tiers.Select((tier, i) => new TierUse(tier.Name, tier.Unlimited ? filling.Given[i] : tier.Places, filling.Given[i])).ToList(),
            filling.Straddles.Select(s => new BoundaryTie(quotas.Tiers[s.Tier].Key, s.Tied, s.Places, outcomes.Of(s, filling), s.Chosen)).ToList(),
            started,
            policy == BoundaryPolicy.Decide && filling.Straddles.Any(s => s.Chosen is null));
    }

    private PlaceFilling Fill(List<IReadOnlyList<EntrantId>> groups, BoundaryPolicy policy, PrizeLimits limits) =>
        PlaceFilling.Fill(groups, quotas.Tiers, policy, decisions, limits, Reaches());

    private PrizeLimits Limits()
    {
        var limits = new PrizeLimits(trade.Awards.Limits ?? [], whose);
        foreach (var (winner, tier) in earlier)
        {
            limits.CountElsewhere(tier, winner);
        }

        return limits;
    }

    private Func<int, EntrantId, bool> Reaches()
    {
        if (quotas.Tiers.All(t => t.From is null))
        {
            return (_, _) => true;
        }

        var results = ranked.ToDictionary(row => row.Result.Entrant, row => row.Result);
        return (tier, entrant) => quotas.Tiers[tier].From is not { } from || Standards.Figure(from, results[entrant]) >= from.Mark;
    }

    private static List<IReadOnlyList<EntrantId>> Groups(IEnumerable<Standing> ranked) =>
        ranked.GroupBy(row => row.Rank).Select(IReadOnlyList<EntrantId> (g) => g.Select(row => row.Result.Entrant).ToList()).ToList();
}

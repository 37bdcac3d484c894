using Scoring.Core.Definition;

namespace Scoring.Core.Awards;

/// <summary>Fills the tiers' places from the best down, equals together (R-E2, R-J10). Knows ranks and quotas only.</summary>
internal sealed class PlaceFilling
{
    private readonly Dictionary<EntrantId, int> tierOf = [];
    private readonly List<Straddle> straddles = [];

    private PlaceFilling(int tiers) => Given = new int[tiers];

    /// <summary>Index of the tier; null: none, or open.</summary>
    public int? TierOf(EntrantId entrant) => tierOf.TryGetValue(entrant, out var tier) ? tier : null;

    public int[] Given { get; }

    public IReadOnlyList<Straddle> Straddles => straddles;

    /// <param name="groups">Equals by ascending rank, only those who may get an award.</param>
    /// <param name="decisions">By tier name, who of the equals gets it; heeded only under <see cref="BoundaryPolicy.Decide"/>
    /// and only if it was about these equals.</param>
    public static PlaceFilling Fill(
        IEnumerable<IReadOnlyList<EntrantId>> groups, IReadOnlyList<TierQuota> tiers, BoundaryPolicy policy,
        IReadOnlyDictionary<string, BoundaryDecision> decisions)
    {
        var filling = new PlaceFilling(tiers.Count);
        var waiting = new LinkedList<IReadOnlyList<EntrantId>>(groups);
        var owed = 0; // places that earlier tiers took from the ones still to come
        for (var tier = 0; tier < tiers.Count; tier++)
        {
            var taken = Math.Min(owed, tiers[tier].Places);
            owed -= taken;
            var places = tiers[tier].Places - taken;
            while (places > 0 && waiting.First is { Value: var equals })
            {
                waiting.RemoveFirst();
                if (equals.Count <= places)
                {
                    filling.Give(tier, equals);
                    places -= equals.Count;
                    continue;
                }

                var decision = policy == BoundaryPolicy.Decide ? Decided(decisions, tiers[tier].Name, equals) : null;
                var chosen = decision?.Chosen.Distinct().ToList();
                owed += TakesFromNext(policy, decision) ? Math.Max(0, (chosen ?? equals).Count - places) : 0;
                filling.straddles.Add(new Straddle(tier, equals, places, chosen));
                places = 0;
                if (policy != BoundaryPolicy.Decide)
                {
                    filling.Give(tier, equals);
                }
                else if (chosen is not null)
                {
                    filling.Give(tier, chosen);
                    PutBack(waiting, equals.Except(chosen).ToList());
                }
            }
        }

        return filling;
    }

    private static BoundaryDecision? Decided(
        IReadOnlyDictionary<string, BoundaryDecision> decisions, string tier, IReadOnlyList<EntrantId> equals) =>
        decisions.TryGetValue(tier, out var decision) && decision.IsAbout(equals) ? decision : null;

    // An open tie uses up places in order (R-J10); a decided one only if the committee says so (R-L1).
    private static bool TakesFromNext(BoundaryPolicy policy, BoundaryDecision? decision) => policy switch
    {
        BoundaryPolicy.Expand => false,
        BoundaryPolicy.ExpandFromNext => true,
        BoundaryPolicy.Decide => decision?.FromNext ?? true,
    };

    /// <summary>Those not chosen are the first to be considered for the next tier.</summary>
    private static void PutBack(LinkedList<IReadOnlyList<EntrantId>> waiting, List<EntrantId> rest)
    {
        if (rest.Count > 0)
        {
            waiting.AddFirst(rest);
        }
    }

    private void Give(int tier, IReadOnlyList<EntrantId> entrants)
    {
        foreach (var entrant in entrants)
        {
            tierOf[entrant] = tier;
        }

        Given[tier] += entrants.Count;
    }
}

/// <summary>Equals of whom more stand at the end of a tier than it has places left.</summary>
/// <param name="Chosen">By the committee; null: open, or another policy holds.</param>
internal sealed record Straddle(int Tier, IReadOnlyList<EntrantId> Tied, int Places, IReadOnlyList<EntrantId>? Chosen);

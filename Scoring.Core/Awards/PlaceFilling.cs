using Scoring.Core.Definition;

namespace Scoring.Core.Awards;

/// <summary>Fills the tiers' places from the best down, equals together (R-E2, R-J10). Knows ranks, quotas, standards and limits only.</summary>
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
    /// <param name="limits">Empty of counts but for prizes won elsewhere.</param>
    /// <param name="reaches">Whether an entrant reaches the standard of the tier of this index (R-K12).</param>
    public static PlaceFilling Fill(
        IEnumerable<IReadOnlyList<EntrantId>> groups, IReadOnlyList<TierQuota> tiers, BoundaryPolicy policy,
        IReadOnlyDictionary<string, BoundaryDecision> decisions, PrizeLimits limits, Func<int, EntrantId, bool> reaches)
    {
        var filling = new PlaceFilling(tiers.Count);
        var waiting = new LinkedList<IReadOnlyList<EntrantId>>(groups);
        var owed = 0; // places that earlier tiers took from the ones still to come
        for (var tier = 0; tier < tiers.Count; tier++)
        {
            var taken = Math.Min(owed, tiers[tier].Places);
            owed -= taken;
            var places = tiers[tier].Places - taken;
            for (var at = waiting.First; places > 0 && at is not null;)
            {
                var (group, next) = (at, at.Next);
                at = next;
                var equals = limits.Within(tiers[tier].Name, [.. group.Value.Where(e => reaches(tier, e))]);
                if (equals.Count == 0)
                {
                    continue;
                }

                // Who may not have this tier waits for the next in their place (R-M11).
                PutBack(waiting, group, equals);
                if (equals.Count <= places)
                {
                    filling.Give(tier, equals, tiers[tier].Name, limits);
                    places -= equals.Count;
                    continue;
                }

                var decision = policy == BoundaryPolicy.Decide ? Decided(decisions, tiers[tier].Key, equals) : null;
                var chosen = decision?.Chosen.Distinct().ToList();
                owed += TakesFromNext(policy, decision) ? Math.Max(0, (chosen ?? equals).Count - places) : 0;
                filling.straddles.Add(new Straddle(tier, equals, places, chosen));
                places = 0;
                if (policy != BoundaryPolicy.Decide)
                {
                    filling.Give(tier, equals, tiers[tier].Name, limits);
                }
                else if (chosen is not null)
                {
                    filling.Give(tier, chosen, tiers[tier].Name, limits);
                    if (equals.Except(chosen).ToList() is { Count: > 0 } rest)
                    {
                        Before(waiting, group.List is null ? next : group, rest);
                    }
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

    private static void PutBack(LinkedList<IReadOnlyList<EntrantId>> waiting, LinkedListNode<IReadOnlyList<EntrantId>> group, List<EntrantId> taken)
    {
        if (taken.Count == group.Value.Count)
        {
            waiting.Remove(group);
        }
        else
        {
            group.Value = [.. group.Value.Except(taken)];
        }
    }

    /// <summary>Those not chosen are the first to be considered for the next tier.</summary>
    private static void Before(LinkedList<IReadOnlyList<EntrantId>> waiting, LinkedListNode<IReadOnlyList<EntrantId>>? at, List<EntrantId> rest)
    {
        if (at is null)
        {
            waiting.AddLast(rest);
        }
        else
        {
            waiting.AddBefore(at, rest);
        }
    }

    private void Give(int tier, IReadOnlyList<EntrantId> entrants, string name, PrizeLimits limits)
    {
        foreach (var entrant in entrants)
        {
            tierOf[entrant] = tier;
            limits.Count(name, entrant);
        }

        Given[tier] += entrants.Count;
    }
}

/// <summary>Equals of whom more stand at the end of a tier than it has places left.</summary>
/// <param name="Chosen">By the committee; null: open, or another policy holds.</param>
internal sealed record Straddle(int Tier, IReadOnlyList<EntrantId> Tied, int Places, IReadOnlyList<EntrantId>? Chosen);

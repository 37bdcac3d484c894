using Scoring.Core.Definition;

namespace Scoring.Core.Awards;

/// <summary>The committee's choice among the equals at the end of a tier (R-E2 c, R-L1).</summary>
/// <param name="Chosen">Who of them gets the tier.</param>
/// <param name="Tied">All of them at the time; null: not written down.</param>
/// <param name="FromNext">Places given beyond the tier's own come out of the next; otherwise each tier keeps its quota.</param>
public sealed record BoundaryDecision(IReadOnlyList<EntrantId> Chosen, IReadOnlyList<EntrantId>? Tied, string Reason, bool FromNext = false)
{
    /// <summary>It was made about exactly these equals. If marks have since brought one more to them or taken one away, it has been overtaken and is open again.</summary>
    public bool IsAbout(IReadOnlyList<EntrantId> equals) =>
        Chosen.All(equals.Contains) && (Tied is null || Tied.ToHashSet().SetEquals(equals));
}

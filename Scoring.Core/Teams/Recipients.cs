using Scoring.Core.People;

namespace Scoring.Core.Teams;

/// <summary>Pair and team events: one score, n members, n certificates (R-F4).</summary>
public static class Recipients
{
    /// <summary>Names that get a certificate each; of an individual their own.</summary>
    public static IReadOnlyList<string> Of(Entrant entrant) => entrant.Members is { Count: > 0 } members ? members : [entrant.Name];
}

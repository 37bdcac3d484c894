using Scoring.Core.Definition;

namespace Scoring.Core.Awards;

/// <summary>Whose an entrant is, as far as limits and groups ask (R-K12, R-K15).</summary>
/// <param name="Organization">Its name.</param>
/// <param name="Person">The same text for one person in several trades.</param>
/// <param name="Tag">Value of a kind of tag, the nearest that holds (R-M13); null: none.</param>
public sealed record Belonging(string Organization, string Person, Func<string, string?> Tag)
{
    /// <summary>For what has neither limits nor groups.</summary>
    public static Belonging None(EntrantId entrant) => new("", entrant.Value, _ => null);
}

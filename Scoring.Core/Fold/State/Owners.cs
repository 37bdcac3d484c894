using Scoring.Core.Awards;
using Scoring.Core.Definition;

namespace Scoring.Core.Fold.State;

/// <summary>Whose an entrant is: organization, person and tags (R-K12, R-K15).</summary>
public static class Owners
{
    /// <summary>A tag of an entrant: the nearest holds, entrant → organization → trade → contest (R-M13); null: none.</summary>
    public static string? TagOf(this CompetitionState state, EntrantState entrant, string kind) =>
        Value(entrant.Entrant.Tags, kind) ?? Value(state.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Tags, kind)
        ?? Value(entrant.Trade?.Definition.Tags, kind) ?? Value(state.Competition?.Tags, kind);

    /// <summary>The same of whoever has this id.</summary>
    public static string? TagOf(this CompetitionState state, EntrantId entrant, string kind) =>
        state.Entrant(entrant) is { } found ? state.TagOf(found, kind) : null;

    internal static Belonging Whose(this CompetitionState state, EntrantState entrant)
    {
        var organization = state.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Name ?? "";
        var person = entrant.Entrant.Person ?? $"{entrant.Entrant.Name}\n{organization}";
        return new(organization, person, kind => state.TagOf(entrant, kind));
    }

    private static string? Value(IReadOnlyDictionary<string, string>? tags, string kind) => tags?.GetValueOrDefault(kind);
}

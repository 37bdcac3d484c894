namespace Scoring.Core.Fold.State;

/// <summary>Whoever reads codes must not learn from their order whose they are (R-A1): every list of codes stands in the order of the codes, never of the roster.</summary>
public static class CodeOrder
{
    public static IEnumerable<EntrantState> InCodeOrder(this IEnumerable<EntrantState> entrants) => entrants
        .OrderBy(e => e.Code?.Length ?? int.MaxValue).ThenBy(e => e.Code, StringComparer.Ordinal).ThenBy(e => e.Entrant.Id.Value, StringComparer.Ordinal);
}

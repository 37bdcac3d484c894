namespace Scoring.Core.People;

/// <summary>Tags as values (R-K15): kind → value.</summary>
public static class Tags
{
    /// <summary>Null is the same as none.</summary>
    public static bool Same(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other) =>
        (one?.Count ?? 0) == (other?.Count ?? 0) && (one is null || one.All(t => other?.GetValueOrDefault(t.Key) == t.Value));
}

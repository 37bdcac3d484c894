namespace Scoring.Api.Lists;

public static class NearestNames
{
    /// <summary>Names that share most characters with what was written, the nearest first; at most two.</summary>
    public static IReadOnlyList<string> Of(string written, IEnumerable<string> names) =>
        [.. names.Select(n => (Name: n, Shared: n.Intersect(written).Count())).Where(n => n.Shared > 0).OrderByDescending(n => n.Shared).ThenBy(n => n.Name.Length).Take(2).Select(n => n.Name)];
}

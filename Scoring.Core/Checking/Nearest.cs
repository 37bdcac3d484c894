using Scoring.Core.Sayings;

namespace Scoring.Core.Checking;

/// <summary>What was probably meant: the nearest of the allowed names.</summary>
internal static class Nearest
{
    /// <summary>“，是否为 x？”, or nothing if none is near.</summary>
    public static Saying Hint(string found, IEnumerable<string> allowed)
    {
        if (found.Length > 60)
        {
            return $"";
        }

        var best = allowed.Select(a => (Word: a, Distance: Distance(found, a))).OrderBy(a => a.Distance).ThenBy(a => a.Word, StringComparer.Ordinal).FirstOrDefault();
        return best.Word is { } name && best.Distance <= Math.Min(found.Length, name.Length) / 2 ? (Saying)$"，是否为 {name}？" : $"";
    }

    /// <summary>A list to choose from, cut where it gets long.</summary>
    public static Saying List(IReadOnlyCollection<string> allowed) =>
        $"{Saying.Join("、", allowed.Take(40))}{(allowed.Count > 40 ? (Saying)$" 等 {allowed.Count} 个" : null)}";

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 0; i < a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i]) == char.ToLowerInvariant(b[j]) ? 0 : 1;
                (diagonal, row[j + 1]) = (row[j + 1], Math.Min(Math.Min(row[j], row[j + 1]) + 1, diagonal + cost));
            }
        }

        return row[^1];
    }
}

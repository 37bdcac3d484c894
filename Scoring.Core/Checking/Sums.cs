using System.Globalization;

namespace Scoring.Core.Checking;

/// <summary>Sums that should come to something, in words.</summary>
internal static class Sums
{
    /// <summary>e.g. 30 + 60 = 90.</summary>
    public static string Of(IEnumerable<decimal> parts, decimal sum)
    {
        var figures = parts.Select(Findings.Figure).ToList();
        return figures.Count is > 1 and <= 12 ? $"{string.Join(" + ", figures)} = {Findings.Figure(sum)}" : Findings.Figure(sum);
    }

    /// <summary>By how much a sum misses: 还差 or 多了.</summary>
    public static string Off(decimal sum, decimal target) => (target - sum).ToString("，还差 0.######;，多了 0.######", CultureInfo.InvariantCulture);
}

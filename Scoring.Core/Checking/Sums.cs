using Scoring.Core.Sayings;

namespace Scoring.Core.Checking;

/// <summary>Sums that should come to something, in words.</summary>
internal static class Sums
{
    /// <summary>e.g. 30 + 60 = 90.</summary>
    public static Saying Of(IEnumerable<decimal> parts, decimal sum)
    {
        var figures = parts.Select(Findings.Figure).ToList();
        return figures.Count is > 1 and <= 12 ? (Saying)$"{Saying.Join(" + ", figures)} = {Findings.Figure(sum)}" : $"{Findings.Figure(sum)}";
    }

    /// <summary>By how much a sum misses: 还差 or 多了.</summary>
    public static Saying Off(decimal sum, decimal target) =>
        sum <= target ? (Saying)$"，还差 {target - sum:0.######}" : $"，多了 {sum - target:0.######}";
}

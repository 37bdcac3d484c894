using Scoring.Core.Marking;

namespace Scoring.Core.Panels;

/// <summary>R-G2: scores of 0 to 3 on one aspect.</summary>
public static class Judgement
{
    public const decimal LargestSpread = 1m;

    /// <summary>So many mark each aspect; with fewer the head judge confirms (R-L3).</summary>
    public const int Judges = 3;

    /// <summary>Full × sum ÷ 9 for three judges (÷ 3 each), two decimals, half-up.</summary>
    public static decimal Mark(decimal fullMark, IReadOnlyList<decimal> scores)
    {
        var sum = 0m;
        foreach (var score in scores)
        {
            sum += score;
        }

        return scores.Count == 0 ? 0.00m : Rounding.Aspect(fullMark * sum / (3m * scores.Count));
    }

    /// <summary>A spread above 1 must be re-scored.</summary>
    public static bool IsTooWide(IReadOnlyList<decimal> scores)
    {
        var (low, high) = (3m, 0m);
        foreach (var score in scores)
        {
            low = Math.Min(low, score);
            high = Math.Max(high, score);
        }

        return scores.Count > 1 && high - low > LargestSpread;
    }
}

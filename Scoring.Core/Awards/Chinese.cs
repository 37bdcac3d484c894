using System.Globalization;
using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

/// <summary>Figures, ranks and lists as they stand in Chinese sentences.</summary>
internal static class Chinese
{
    /// <summary>As published: 59.50, or with the decimals of the trade (R-K2).</summary>
    public static string Figure(decimal value, int decimals = 2) => Marking.Words.Mark(value, decimals);

    /// <summary>No more decimals than it has: 60, 1.29.</summary>
    public static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Hours, minutes and seconds: 1:36:20.</summary>
    public static string Time(decimal seconds) => Marking.Words.Time(seconds);

    /// <summary>第 7、9 名.</summary>
    public static Saying Ranks(IEnumerable<int> ranks) => $"第 {Saying.Join("、", ranks.Distinct())} 名";
}

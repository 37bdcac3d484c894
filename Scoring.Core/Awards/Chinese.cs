using System.Globalization;

namespace Scoring.Core.Awards;

/// <summary>Figures, ranks and lists as they stand in Chinese sentences.</summary>
internal static class Chinese
{
    /// <summary>Two decimals, as published: 59.50.</summary>
    public static string Figure(decimal value) => Marking.Words.Mark(value);

    /// <summary>No more decimals than it has: 60, 1.29.</summary>
    public static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Hours, minutes and seconds: 1:36:20.</summary>
    public static string Time(decimal seconds) => Marking.Words.Time(seconds);

    /// <summary>第 7、9 名.</summary>
    public static string Ranks(IEnumerable<int> ranks) => $"第 {string.Join("、", ranks.Distinct())} 名";
}

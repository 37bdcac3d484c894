using System.Globalization;

namespace Scoring.Core.Marking;

/// <summary>Figures and times as they are read out: marks with two decimals, entered figures plain, time as h:mm:ss.</summary>
public static class Words
{
    public static string Mark(decimal figure) => figure.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Plain(decimal figure) => figure.ToString("0.##########", CultureInfo.InvariantCulture);

    public static string Time(int seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}");

    /// <summary>With a space behind where Chinese text follows a letter or figure.</summary>
    internal static string Spaced(this string text) => text.Length > 0 && char.IsAscii(text[^1]) ? text + " " : text;
}

using System.Globalization;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

/// <summary>Figures and times as they are read out: marks with the decimals they have, entered figures plain, time as h:mm:ss.</summary>
public static class Words
{
    /// <param name="decimals">Of components and totals those of the trade (R-K2); everything else has two.</param>
    public static string Mark(decimal figure, int decimals = 2) => figure.ToString($"F{decimals}", CultureInfo.InvariantCulture);

    /// <summary>Two decimals, up to four where there are more: what a panel comes to before it is rounded.</summary>
    public static string Unrounded(decimal figure) => decimal.Round(figure, 4).ToString("0.00##", CultureInfo.InvariantCulture);

    /// <summary>A blank is a dash, never a zero.</summary>
    public static string MarkOrDash(decimal? figure, int decimals = 2) => figure is { } given ? Mark(given, decimals) : "—";

    /// <summary>As it was entered, without zeros behind; at most ten decimals.</summary>
    public static string Plain(this decimal figure)
    {
        var text = decimal.Round(figure, 10, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>h:mm:ss, with hundredths where there are some.</summary>
    public static string Time(decimal seconds)
    {
        var whole = (long)decimal.Truncate(seconds);
        var fraction = seconds - whole;
        return string.Create(
            CultureInfo.InvariantCulture, $"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}{(fraction == 0 ? "" : fraction.ToString(".00", CultureInfo.InvariantCulture))}");
    }

    /// <summary>With a space behind where Chinese text follows a letter or figure.</summary>
    internal static Saying Spaced(this Saying saying) => saying.ToString() is [.., var last] && char.IsAscii(last) ? $"{saying} " : saying;
}

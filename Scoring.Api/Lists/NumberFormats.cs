using System.Globalization;
using System.Text.RegularExpressions;

namespace Scoring.Api.Lists;

/// <summary>What a spreadsheet shows a number as, as far as a list needs to know.</summary>
public enum NumberShown { Plain, Percent, Date }

public static partial class NumberFormats
{
    /// <summary>Of a format built into Excel.</summary>
    public static NumberShown Of(int id) => id switch
    {
        9 or 10 => NumberShown.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => NumberShown.Date,
        _ => NumberShown.Plain,
    };

    public static NumberShown Of(string code)
    {
        var bare = Quoted().Replace(code, "");
        return bare.Contains('%', StringComparison.Ordinal) ? NumberShown.Percent
            : bare.Contains("General", StringComparison.OrdinalIgnoreCase) ? NumberShown.Plain
            : bare.AsSpan().IndexOfAny("yYdDhHsS") >= 0 || bare.Contains("m", StringComparison.OrdinalIgnoreCase) ? NumberShown.Date
            : NumberShown.Plain;
    }

    /// <summary>The cell as its number is shown.</summary>
    public static Cell Cell(double number, NumberShown shown, bool from1904) => shown switch
    {
        NumberShown.Percent => new(Digits(Math.Round(number * 100, 10)) + "%", CellKind.Percent),
        NumberShown.Date when number is >= 0 and < 2_958_466 => new(
            Date(DateTime.FromOADate(number + (from1904 ? 1462 : 0))), CellKind.Date),
        _ => new(Digits(number), CellKind.Number),
    };

    public static string Date(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A binary fraction at the 15 digits that Excel itself keeps (R-I1d): 87.504999… is 87.505.</summary>
    public static string Digits(double number) =>
        Math.Abs(number) < 1e15
            && decimal.TryParse(
                number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString(CultureInfo.InvariantCulture)
            : number.ToString("0.#####E+0", CultureInfo.InvariantCulture);

    // Text in quotes, after a backslash, padding, and what stands in brackets (colours, currencies) are no date's letters.
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", RegexOptions.None, 1000)]
    private static partial Regex Quoted();
}

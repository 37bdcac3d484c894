using System.Globalization;
using System.Text;

namespace Scoring.Core.Checking;

/// <summary>Text that came from outside, on its way to a terminal or a page of text.</summary>
public static class Printable
{
    /// <summary>What would break the line, ring, or turn the writing around is shown as an escape: \n, \u001b.</summary>
    public static string Line(string text)
    {
        if (!text.Any(Hidden))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\n' => line.Append("\\n"),
                '\r' => line.Append("\\r"),
                '\t' => line.Append("\\t"),
                _ when Hidden(c) => line.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => line.Append(c),
            };
        }

        return line.ToString();
    }

    private static bool Hidden(char c) => char.GetUnicodeCategory(c) is
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;
}

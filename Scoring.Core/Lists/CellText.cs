using System.Globalization;
using System.Text;

namespace Scoring.Core.Lists;

/// <summary>What any cell of a list holds, before it means something (R-I1a, R-I1c).</summary>
public static class CellText
{
    private static readonly HashSet<string> Blanks = new(StringComparer.OrdinalIgnoreCase)
    {
        "/", "\\", "-", "--", "—", "——", "–", "无", "暂无", "没有", "空", "空白", "N/A", "nil", "none", "null", "//", "无。", "(无)", "*", "_", "__", "。", ".", "…", "……",
    };

    private static readonly HashSet<string> Above = new(StringComparer.Ordinal) { "同上", "〃", "″", "\"", "''", "“", "”", "同前", "上同", "同上行", "同上一行", "仝上", "ditto" };

    private static readonly HashSet<string> Examples = new(StringComparer.OrdinalIgnoreCase)
    {
        "示例", "例", "样例", "范例", "示范", "例如", "例子", "举例", "填写示例", "填报示例", "填写样例", "填写范例", "填表示例", "示例行", "参考示例", "填写说明示例", "example", "sample", "eg",
    };

    /// <summary>Without what cannot be seen at its edges: white space of any kind, control and format characters, fillers.</summary>
    public static string Trim(string text)
    {
        int from = 0, to = text.Length;
        while (from < to && IsUnseen(text[from]))
        {
            from++;
        }

        while (to > from && IsUnseen(text[to - 1]))
        {
            to--;
        }

        return text[from..to];
    }

    /// <summary>Nothing, or a sign that stands for nothing: / 无 — N/A.</summary>
    public static bool IsBlank(string text) =>
        Trim(text) is var bare && (bare.Length == 0 || (bare.Length <= 4
            && (Blanks.Contains(bare) || Blanks.Contains(bare.Normalize(NormalizationForm.FormKC))))); // … is three dots in one width

    /// <summary>Means what the row above says: 同上, 〃.</summary>
    public static bool IsDitto(string text) => Trim(text) is { Length: > 0 and <= 5 } bare && Above.Contains(bare.ToLowerInvariant());

    /// <summary>Marks a row that only shows how to fill the form in: 示例, 例1, （样例）.</summary>
    public static bool IsExample(string text) =>
        text.Length <= 12 && Examples.Contains(string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetter)));

    /// <summary>Not seen by anybody: Unicode's separators, controls and format characters, and letters that draw nothing.</summary>
    public static bool IsUnseen(char c) => c is '\u3164' or '\u115F' or '\u1160' or '\uFFA0' or '\u2800'
        || CharUnicodeInfo.GetUnicodeCategory(c) is
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control or UnicodeCategory.Format;
}

using System.Text;

namespace Scoring.Core.Lists;

/// <summary>Phones as lists write them, brought to their digits (R-I1b).</summary>
/// <param name="Number">Digits alone where they are one number; else as written.</param>
/// <param name="Fault">Digits were lost: blocks the row; null: none were.</param>
/// <param name="Doubt">Is worth a look; null: nothing is.</param>
public sealed record PhoneText(string Number, string? Fault = null, string? Doubt = null)
{
    /// <param name="raw">Not blank.</param>
    public static PhoneText Read(string raw)
    {
        var text = string.Concat(raw.Normalize(NormalizationForm.FormKC).Where(c => !CellText.IsUnseen(c)));
        var written = text;
        if (text.Contains("E+", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(text[0]))
        {
            return new(text, "手机号被 Excel 存成了数字，后几位已丢失，把这一列设为文本后重填。");
        }

        text = WithoutZeros(text[(text.LastIndexOf(':') + 1)..].TrimStart('\'', '’'));
        text = string.Concat(text.SkipWhile(c => c is not '+' and not '(' && !char.IsAsciiDigit(c)));
        if (text.Contains('/') || text.Contains('、') || text.Contains(',') || text.Contains(';') || text.Contains('或'))
        {
            return new(written, Doubt: "一格里有两个号码，请只留一个。");
        }

        var digits = string.Concat(text.Where(c => c is not ('-' or '(' or ')' or '.' or '‐' or '–' or '—')));
        var home = digits.StartsWith("+86", StringComparison.Ordinal) ? digits[3..]
            : digits.StartsWith("0086", StringComparison.Ordinal) ? digits[4..]
            : digits.Length == 13 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..]
            : digits;
        return home switch
        {
            { Length: 11 } when home[0] == '1' && home[1] is >= '3' and <= '9' && home.All(char.IsAsciiDigit) => new(home),
            { Length: >= 10 and <= 12 } when home[0] == '0' && home.All(char.IsAsciiDigit) => new(text),
            { Length: >= 8 and <= 16 } when home[0] == '+' && home[1..].All(char.IsAsciiDigit) => new(home),
            _ when home.Length > 0 && home.All(char.IsAsciiDigit) => new(home, Doubt: $"手机号有 {home.Length} 位，请核对。"),
            _ => new(written, Doubt: "不像一个电话号码，请核对。"),
        };
    }

    // 13900008803.0: a program took the column for figures; nothing is lost.
    private static string WithoutZeros(string text) =>
        text.Length > 11 && text[11] == '.' && text[12..].All(c => c == '0') ? text[..11] : text;
}

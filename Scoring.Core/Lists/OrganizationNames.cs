namespace Scoring.Core.Lists;

/// <summary>Spellings of one organization (R-I1f): alike if they differ by spaces, brackets, width or 有限(责任)公司 only.</summary>
public static class OrganizationNames
{
    private static readonly string[] Forms = ["股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "公司"];

    /// <summary>Without anything that cannot be seen, in one width; what is printed. Spaces stay between Latin words.</summary>
    public static string Clean(string raw)
    {
        var seen = CellText.Trim(raw)
            .Select(c => char.IsWhiteSpace(c) ? ' ' : c).Where(c => c == ' ' || !CellText.IsUnseen(c)).Select(Width).ToArray();
        return string.Concat(seen.Where((c, i) => c != ' ' || IsBetweenWords(seen, i)));
    }

    /// <summary>Equal keys: propose to merge.</summary>
    public static string Key(string name)
    {
        var text = string.Concat(Clean(name).Where(c => c is not ('（' or '）' or ' ' or '·' or '-' or '“' or '”'))).ToUpperInvariant();
        foreach (var form in Forms)
        {
            if (text.EndsWith(form, StringComparison.Ordinal) && text.Length > form.Length)
            {
                return text[..^form.Length];
            }
        }

        return text;
    }

    private static bool IsBetweenWords(char[] text, int at) =>
        at > 0 && char.IsAscii(text[at - 1]) && text[at - 1] != ' ' && text.Skip(at + 1).FirstOrDefault(c => c != ' ', '。') is var next
            && char.IsAscii(next);

    private static char Width(char c) => c switch
    {
        '(' or '（' => '（',
        ')' or '）' => '）',
        '，' or '：' => c,
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        _ => c,
    };
}

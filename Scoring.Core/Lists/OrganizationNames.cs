namespace Scoring.Core.Lists;

/// <summary>Spellings of one organization (R-I1f): alike if they differ by spaces, brackets, width or 有限(责任)公司 only.</summary>
public static class OrganizationNames
{
    /// <summary>Outer and inner spaces and width away; what is printed.</summary>
    public static string Clean(string raw) => string.Concat(raw
        .Where(c => !char.IsControl(c) && c is not ('\u200B' or '\uFEFF'))
        .Select(c => c switch { '(' => '（', ')' => '）', '\u3000' => ' ', >= '！' and <= '～' when c is not ('（' or '）' or '，' or '：') => (char)(c - '！' + '!'), _ => c }))
        .Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Equal keys: propose to merge.</summary>
    public static string Key(string name)
    {
        var text = Clean(name).Replace("（", "", StringComparison.Ordinal).Replace("）", "", StringComparison.Ordinal);
        foreach (var form in (string[])["股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "公司"])
        {
            if (text.EndsWith(form, StringComparison.Ordinal) && text.Length > form.Length)
            {
                return text[..^form.Length];
            }
        }

        return text;
    }
}

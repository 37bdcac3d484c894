using System.Text;

namespace Scoring.Display.Certificates.Layout;

/// <summary>Where a Chinese line may end: closing marks never begin a line, opening marks never end one, Latin words and numbers stay whole.</summary>
internal static class LineBreaking
{
    private const int LongestQuote = 16;
    private const string NeverFirst = "。，、；：？！）》〉」』】〕］｝”’…—～·‧・．%％℃°′″,.;:?!)]}々ー々〻";
    private const string NeverLast = "（《〈「『【〔［｛“‘([{￥$第";

    public static bool MayBreakBetween(Rune before, Rune after)
    {
        if (before.Value == ' ')
        {
            return true;
        }

        return after.Value != ' '
            && !Contains(NeverFirst, after)
            && !Contains(NeverLast, before)
            && !(IsPartOfWord(before) && IsPartOfWord(after));
    }

    /// <summary>Which of the gaps after each character lie within a pair of “…” short enough to stay on one line; 殷/都杯 is never torn apart.</summary>
    public static bool[] WithinQuotes(IReadOnlyList<Rune> runes)
    {
        var within = new bool[runes.Count];
        var opened = -1;
        for (var i = 0; i < runes.Count; i++)
        {
            if (runes[i].Value is 0x201C or 0x2018)
            {
                opened = i;
            }
            else if (runes[i].Value is 0x201D or 0x2019 && opened >= 0)
            {
                if (i - opened <= LongestQuote)
                {
                    Array.Fill(within, true, opened, i - opened);
                }

                opened = -1;
            }
        }

        return within;
    }

    /// <summary>Within a name: only where its parts meet.</summary>
    public static bool MayBreakNameBetween(Rune before, Rune after) =>
        before.Value is ' ' or '·' && after.Value is not (' ' or '·');

    /// <summary>Whether justifying may widen the gap: not inside a Latin word or a number.</summary>
    public static bool MayStretchBetween(Rune before, Rune after) => !(IsPartOfWord(before) && IsPartOfWord(after));

    public static bool IsChinese(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3007;

    private static bool IsPartOfWord(Rune rune) => rune.Value < 0x2E80 && (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '\'' or '.' or '/' or '&' or '+');

    private static bool Contains(string set, Rune rune) => rune.IsBmp && set.Contains((char)rune.Value, StringComparison.Ordinal);
}

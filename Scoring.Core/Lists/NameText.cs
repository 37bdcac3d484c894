using System.Globalization;
using System.Text;

namespace Scoring.Core.Lists;

/// <summary>Names as people's lists write them, brought to one spelling (R-I1c). Nothing is guessed: what cannot be known is a
/// fault.</summary>
public static class NameText
{
    private const string Dots = "．•・‧∙⋅･.·";

    // GBK's private use area U+E815…U+E864 and the characters that Unicode gave its members later.
    private const string GbkPrivate = "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻";

    /// <param name="Text">The cleaned name; as it was where there is a fault.</param>
    /// <param name="Fault">What is wrong and what to do, in Chinese; null: nothing.</param>
    public readonly record struct Cleaned(string Text, string? Fault);

    public static Cleaned Clean(string raw)
    {
        var visible = raw.EnumerateRunes().Where(r => !IsInvisible(r)).Select(Mapped).ToList();
        if (Lost(visible) is { } lost)
        {
            return new(raw.Trim(), lost);
        }

        var text = new StringBuilder();
        for (var i = 0; i < visible.Count; i++)
        {
            var rune = visible[i];
            var before = Neighbour(visible, i, -1);
            var after = Neighbour(visible, i, +1);
            if (IsSpace(rune))
            {
                if (!(IsChinese(before) || IsChinese(after)) && before is not null && after is not null && text[^1] != ' ')
                {
                    text.Append(' ');
                }
            }
            else if (IsDot(rune) && IsChinese(before) && IsChinese(after))
            {
                if (text[^1] != '·')
                {
                    text.Append('·');
                }
            }
            else
            {
                text.Append(rune.ToString());
            }
        }

        return new(text.ToString(), null);
    }

    /// <summary>The first character that no name has: a star, a bracket, a list's comma; null: there is none.</summary>
    public static Rune? Foreign(string name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune) && !IsMark(rune)
                && !(rune.IsBmp && (Dots + " '’-‐,").Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                return rune;
            }
        }

        return null;
    }

    private static string? Lost(List<Rune> visible)
    {
        if (visible.Exists(r => r.Value is '?' or '？' or 0xFFFD))
        {
            return "姓名含“?”：有字没有存下来，请按身份证填写。";
        }

        if (visible.FirstOrDefault(IsBox) is { Value: > 0 } box)
        {
            return $"姓名含“{box}”：有字没有存下来，请按身份证填写。";
        }

        return visible.Exists(IsPrivate) ? "姓名里有一个造字，别的电脑认不出，请按身份证换成规范字。" : null;
    }

    // The next that is no space and no dot, so that 吐尔逊 · 阿不都 is one name, and two dots are one.
    private static Rune? Neighbour(List<Rune> runes, int at, int step)
    {
        for (var i = at + step; i >= 0 && i < runes.Count; i += step)
        {
            if (!IsSpace(runes[i]) && !(IsDot(runes[at]) && IsDot(runes[i])))
            {
                return runes[i];
            }
        }

        return null;
    }

    private static bool IsChinese(Rune? rune) => rune?.Value is
        (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF) or 0x3007 or '·';

    private static bool IsDot(Rune rune) => rune.IsBmp && Dots.Contains((char)rune.Value, StringComparison.Ordinal);

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark || rune.Value is 0x3007;

    private static Rune Mapped(Rune rune) =>
        rune.Value is >= 0xE815 and <= 0xE864 ? GbkPrivate.EnumerateRunes().ElementAt(rune.Value - 0xE815) : rune;

    private static bool IsPrivate(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse;

    // What Word and old systems leave where a character was lost: □ ■ ○ ● 〓 ▯ and the other shapes.
    private static bool IsBox(Rune rune) =>
        rune.Value is (>= 0x2580 and <= 0x25FF) or (>= 0x2B1A and <= 0x2B1C) or 0x3013 or 0x2610 or 0x2B55;

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value is 0x3164 or 0x2800;

    // Zero-width, direction and other format marks; the ideographic variation selectors stay: they choose a shape.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control && !Rune.IsWhiteSpace(rune);
}

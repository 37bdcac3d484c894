using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Scoring.Api.Lists;

/// <summary>张志远 as zzy: the first letter of each character in the order of Chinese dictionaries, which the system's collation knows.</summary>
public static class PinyinInitials
{
    // The first character of each letter in pinyin order; i, u and v begin none.
    private const string Firsts = "阿芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝";
    private const string Letters = "abcdefghjklmnopqrstwxyz";

    private static readonly CompareInfo Dictionary = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;
    private static readonly ConcurrentDictionary<Rune, char> Known = new();

    // Names in which a character is read otherwise than alone.
    private static readonly Dictionary<int, char> Surnames = new() { ['曾'] = 'z', ['单'] = 's', ['解'] = 'x', ['仇'] = 'q', ['查'] = 'z', ['翟'] = 'z', ['覃'] = 'q', ['朴'] = 'p', ['区'] = 'o', ['缪'] = 'm', ['盖'] = 'g', ['尉'] = 'w', ['乐'] = 'y' };

    public static string Of(string text)
    {
        var initials = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                initials.Append(initials.Length == 0 && Surnames.TryGetValue(rune.Value, out var surname) ? surname : Known.GetOrAdd(rune, Initial));
            }
        }

        return initials.ToString();
    }

    private static char Initial(Rune rune)
    {
        if (rune.IsAscii)
        {
            return (char)Rune.ToLowerInvariant(rune).Value;
        }

        var text = rune.ToString();
        for (var i = Firsts.Length - 1; i >= 0; i--)
        {
            if (Dictionary.Compare(text, Firsts[i].ToString()) >= 0)
            {
                return Letters[i];
            }
        }

        return '?';
    }
}

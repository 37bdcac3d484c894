// Ids, names and lists of them: what every part of a file asks of its texts.
using System.Text.RegularExpressions;
using Scoring.Core.Sayings;

namespace Scoring.Core.Checking;

internal static partial class TextCheck
{
    /// <summary>An id of anything but the competition: letters, figures, - _ . and no spaces.</summary>
    public static void Id(this Findings findings, string path, string id) =>
        findings.Must(PlainId().IsMatch(id), path, Findings.Quote(id), $"编号应为 1 至 40 个字母、汉字、数字或 - _ .，不带空格");

    /// <summary>The competition's id is a file's name too, on every system.</summary>
    public static void CompetitionId(this Findings findings, string path, string id) =>
        findings.Must(
            FileName().IsMatch(id) && !Reserved().IsMatch(id), path, Findings.Quote(id),
            $"竞赛编号也是文件名，应为 1 至 64 个小写英文字母、数字或 -，以字母或数字开头，且不是 con、nul 等系统保留名");

    /// <summary>Something people read: not blank, one line, nothing that prints as a box.</summary>
    public static void Name(this Findings findings, string path, string name)
    {
        findings.Must(!string.IsNullOrWhiteSpace(name), path, Findings.Quote(name), $"不能空着");
        findings.Must(name.Length <= 200, path, $"{name.Length} 个字", $"最多 200 个字");
        findings.Must(!name.Any(c => char.IsControl(c) || c == '\uFFFD'), path, Findings.Quote(name), $"有打不出来的字符，请重新录入");
    }

    /// <summary>Why something was done or what happened, as it was typed: any length and lines, but not blank.</summary>
    public static void Reason(this Findings findings, string path, string reason) =>
        findings.Must(!string.IsNullOrWhiteSpace(reason), path, Findings.Quote(reason), $"不能空着");

    public static void ReasonIfAny(this Findings findings, string path, string? reason)
    {
        if (reason is not null)
        {
            findings.Reason(path, reason);
        }
    }

    public static void NameIfAny(this Findings findings, string path, string? name)
    {
        if (name is not null)
        {
            findings.Name(path, name);
        }
    }

    public static void Names(this Findings findings, string path, IReadOnlyList<string>? names)
    {
        foreach (var (index, name) in (names ?? []).Index())
        {
            findings.Name($"{path}[{index}]", name);
        }
    }

    /// <summary>R-K15: neither kind nor value blank.</summary>
    public static void Tags(this Findings findings, string path, IReadOnlyDictionary<string, string>? tags)
    {
        foreach (var (kind, value) in tags ?? new Dictionary<string, string>())
        {
            findings.Name(path, kind);
            findings.Name($"{path}.{kind}", value);
        }
    }

    /// <summary>Reports every key that came before.</summary>
    /// <param name="at">Path of the key of the item at an index.</param>
    public static void Unique<T>(this Findings findings, IReadOnlyList<T>? items, Func<T, string?> key, Func<int, string> at, Saying what)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, item) in (items ?? []).Index())
        {
            if (key(item) is { Length: > 0 } k && !first.TryAdd(k, index))
            {
                findings.Error(at(index), Findings.Quote(k), $"{what}不能重复，{at(first[k])} 已经用了");
            }
        }
    }

    /// <summary>Reports an id that nothing carries, with the nearest that something does; unless what could carry it was itself unreadable.</summary>
    public static bool Known(this Findings findings, string path, string id, IReadOnlyCollection<string> known, Saying what)
    {
        if (known.Contains(id))
        {
            return true;
        }

        // An empty id stands for one that could not be read: the unknown one may be just that. Past a thousand problems nothing like it is
        // looked for.
        if (findings.Full || (known.Count == 0 ? findings.Doubtful : known.Contains("")))
        {
            return false;
        }

        findings.Error(
            path, Findings.Quote(id), known.Count == 0 ? (Saying)$"文件里没有任何{what}" : $"没有这个{what}，应为 {Nearest.List(known)}{Nearest.Hint(id, known)}");
        return false;
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}_.\-]{1,40}\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PlainId();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,63}\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(con|prn|aux|nul|com[0-9]|lpt[0-9])\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Reserved();
}

using System.Text;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>Whose photo a file is, by what it is called: document number, 准考证号, phone or name, with organization or trade beside
/// it.</summary>
/// <param name="organization">An entrant's organization in words.</param>
/// <param name="trade">An entrant's trade in words.</param>
public sealed class PhotoNames(IReadOnlyList<KnownEntrant> known, Func<Entrant, string> organization, Func<Entrant, string> trade)
{
    // What people add to such names and what programs do when they copy.
    private static readonly string[] Additions =
    [
        "免冠照片", "证件照片", "登记照片", "标准照", "证件照", "登记照", "免冠照", "一寸照", "二寸照", "1寸照", "2寸照", "大头照", "白底", "蓝底", "红底", "一寸", "二寸", "1寸", "2寸",
            "照片", "相片", "副本", "COPY", "PHOTO",
    ];

    private readonly ILookup<string, KnownEntrant> byNumber = known
        .SelectMany(k => ((string?[])[k.Personal?.IdNumber, k.Entrant.ExamNumber,
            k.Personal?.Phone]).OfType<string>().Distinct(StringComparer.Ordinal), (k, number) => (Number: Flat(number), k))
        .Where(n => n.Number.Length > 0).ToLookup(n => n.Number, n => n.k, StringComparer.Ordinal);

    private readonly ILookup<string, KnownEntrant> byName = known.ToLookup(k => Flat(k.Entrant.Name), StringComparer.Ordinal);

    /// <param name="path">With the folders it lies in: they may say trade or organization.</param>
    /// <returns>One person's entries, one a trade; empty with the reason if that cannot be told.</returns>
    public (IReadOnlyList<Entrant> Whose, string? Fault) Of(string path)
    {
        var folders = path.Replace('\\', '/').Split('/');
        var words = Words(Stem(folders[^1]));
        var whole = string.Concat(words);
        var numbered = words.SelectMany(w => byNumber[w]).Distinct().ToList();
        var named = words.Append(whole).SelectMany(w => byName[w]).Concat(Joined(whole)).Distinct().ToList();
        if (numbered.Count > 0 && named.Count > 0 && !named.Intersect(numbered).Any())
        {
            return ([], $"号码是{numbered[0].Entrant.Name}的，姓名写的是{named[0].Entrant.Name}：请核对文件名");
        }

        var found = numbered.Count > 0 ? named.Intersect(numbered).ToList() is { Count: > 0 } both ? both : numbered : named;
        if (found.Count == 0)
        {
            return ([], "名单里没有这个人：文件名请用姓名、证件号码或准考证号");
        }

        var beside = words.Concat(folders[..^1].SelectMany(Words)).Where(w => byName[w].FirstOrDefault() is null).ToList();
        found = Narrowed(Narrowed(found, beside, k => Flat(organization(k.Entrant))), beside, k => Flat(trade(k.Entrant)));
        var people = found.GroupBy(k => k.Personal?.IdNumber ?? k.Entrant.Id.Value, StringComparer.Ordinal).Count();
        return people > 1
            ? ([], $"名单里有 {people} 个{found[0].Entrant.Name}：请在文件名里加上证件号码、准考证号或单位")
            : ([.. found.Select(k => k.Entrant)], null);
    }

    // 张三电工.jpg, 甲公司张三.jpg: written together.
    private IEnumerable<KnownEntrant> Joined(string whole) => known.Where(k =>
        whole.Length > Flat(k.Entrant.Name).Length && whole.Contains(Flat(k.Entrant.Name), StringComparison.Ordinal)
        && ((string[])[organization(k.Entrant), trade(k.Entrant)]).Any(
            o => Flat(o) is var word && (whole == word + Flat(k.Entrant.Name) || whole == Flat(k.Entrant.Name) + word)));

    private static List<KnownEntrant> Narrowed(List<KnownEntrant> found, List<string> beside, Func<KnownEntrant, string> word)
    {
        var some = found.Where(k => beside.Exists(b => b.Length > 1 && word(k) is var of
            && (of.Contains(b, StringComparison.Ordinal) || b.Contains(of, StringComparison.Ordinal)))).ToList();
        return some.Count > 0 ? some : found;
    }

    private static string Stem(string file) => file.LastIndexOf('.') is > 0 and var dot ? file[..dot] : file;

    private static List<string> Words(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        foreach (var addition in Additions)
        {
            plain = plain.Replace(addition, " ", StringComparison.Ordinal);
        }

        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in plain + " ")
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '*')
            {
                word.Append(c);
            }
            else if (c != '·' && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words.Count > 1 && words[^1] is { Length: < 3 } last && last.All(char.IsAsciiDigit) ? words[..^1] : words; // 张三 (2)
    }

    private static string Flat(string text) => string.Concat(Words(text));
}

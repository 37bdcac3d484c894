using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>Who of a list is registered already, and who stands in it twice (R-I1e).</summary>
public sealed class KnownPeople(CompetitionState state, IReadOnlyList<KnownEntrant> known, IReadOnlyDictionary<string, string> answers)
{
    public const string Move = "move", Second = "second", Same = "same", Another = "another", Renamed = "renamed";

    private readonly ILookup<string, KnownEntrant> byId = known.Where(k => k.Personal?.IdNumber is not null).ToLookup(
        k => k.Personal!.IdNumber!, StringComparer.Ordinal);
    private readonly ILookup<string, KnownEntrant> byName = known.ToLookup(k => k.Entrant.Name, StringComparer.Ordinal);
    private readonly ILookup<string, KnownEntrant> byMembers = known.Where(k => k.Entrant.Members is { Count: > 0 })
        .Select(k => (Known: k, Key: Together(k.Entrant.Members!.Select(m => k.Personal?.Of(m)?.IdNumber)))) // not null by Where
        .Where(k => k.Key is not null).ToLookup(k => k.Key!, k => k.Known, StringComparer.Ordinal);
    private readonly Dictionary<(TradeId, string), (string Member, ListTable Table, int Row)> members = [];
    private readonly Dictionary<string, List<Seen>> seen = new(StringComparer.Ordinal);

    private readonly HashSet<EntrantId> named = []; // who entered no work before and has one by this list

    private sealed record Seen(ListTable Table, int Row, string Name, string? Id, TradeId Trade, string Organization, string? Phone, string? Work);

    /// <param name="work">作品名称: an author may enter several, each an entrant (R-K12); null: none is written.</param>
    /// <returns>Whether the same person stands in another sheet or table of the file with the same facts, so that one of the two is
    /// enough.</returns>
    public bool Repeated(
        ListTable table, int row, string name, string? id, TradeId trade, string organization, string? phone, string? work,
        List<Finding> findings)
    {
        var key = id ?? $"?{name}";
        var before = seen.GetValueOrDefault(key) ?? (seen[key] = []);
        var again = false;
        foreach (var other in before)
        {
            var there = $"{(other.Table.Sheet == table.Sheet ? "" : $"工作表“{other.Table.Sheet.Name}”")}第 {other.Row + 1} 行";
            if (other.Trade == trade && other.Name == name && work is not null && other.Work is not null && other.Work != work
                && (id is not null || (other.Organization == organization && other.Phone == phone)))
            {
                findings.Add(new Finding(
                    table.Address(row, ListField.Work), false, $"{name}有几件作品", $"{there}是《{other.Work}》，本行是《{work}》，各算一件。",
                    Note: true, Kind: "一位作者有几件作品"));
            }
            else if (other.Trade == trade && other.Name == name && other.Organization == organization && other.Phone == phone
                && other.Table != table)
            {
                again = true;
            }
            else if (id is null)
            {
                if (other.Trade == trade && other.Organization == organization && other.Phone == phone)
                {
                    findings.Add(new Finding(
                        table.Address(row, ListField.Name), phone is not null, phone is null ? $"有两个{name}" : $"{name}报了两遍",
                        phone is null ? $"{there}也有，没有证件号码和手机，分不清是不是同一人，请核对。" : $"{there}已有，请删去一行。", Kind: phone is null ? "同名同单位" : "报了两遍"));
                }
                else if (other.Trade == trade)
                {
                    findings.Add(new Finding(
                        table.Address(row, ListField.Name), false, $"有两个{name}", $"{there}也有，没有证件号码，分不清是不是同一人，请核对。", Kind: "同名"));
                }
            }
            else if (other.Name != name)
            {
                findings.Add(new Finding(table.Address(row, ListField.IdNumber), true, "一个证件号码有两个姓名", $"{there}是{other.Name}，请核对。"));
            }
            else if (other.Trade == trade)
            {
                findings.Add(new Finding(table.Address(row, ListField.Name), true, $"{name}报了两遍", $"{there}已有，请删去一行。", Kind: "报了两遍"));
            }
            else
            {
                findings.Add(new Finding(
                    table.Address(row, ListField.Trade), false, $"一人报了两个{state.TradeWord}",
                    $"{there}{state.Trade(other.Trade)?.Definition.Name}，本行{state.Trade(trade)?.Definition.Name}。"));
            }
        }

        if (!again)
        {
            before.Add(new Seen(table, row, name, id, trade, organization, phone, work));
        }

        return again;
    }

    /// <summary>A member who stands in two pairs or teams of a trade is worth a look (R-K14).</summary>
    public void Members(ListTable table, int row, IReadOnlyList<ReadMember> of, TradeId trade, string? work, List<Finding> findings)
    {
        foreach (var member in of.Where(m => m.Document is not null && work is null))
        {
            if (!members.TryAdd((trade, member.Document!.Number), (member.Name, table, row)) // not null by Where
                && members[(trade, member.Document.Number)] is var first && (first.Table != table || first.Row != row))
            {
                findings.Add(new Finding(
                    table.Address(row, ListField.Members), false, $"成员{member.Name}在两队里", $"第 {first.Row + 1} 行也有这个证件号码，请核对。", Kind: "成员在两队里"));
            }
        }
    }

    // R-I1e: document number, else name + organization + phone; a pair or team also by the numbers of all its members (R-K14).
    public KnownEntrant? Existing(
        ListTable table, int row, string name, string? id, string organization, string? phone, string? work, TradeState trade,
        List<Finding> findings, IReadOnlyList<ReadMember>? of = null)
    {
        var same = (id is null ? [] : byId[id]).ToList();
        if (same.Count == 0)
        {
            same = WithoutNumber(table, row, name, id, organization, phone, findings);
        }

        var all = same.Count == 0 && of is not null ? Together(of.Select(m => m.Document?.Number)) : null;
        if (all is not null)
        {
            same = [.. byMembers[all].Where(k => k.Entrant.Trade == trade.Definition.Id)];
        }

        if (same.Find(k => k.Entrant.Name != name) is { } renamed && (id ?? all) is not null)
        {
            findings.Add(new Finding(
                table.Address(row, ListField.Name), false, $"{renamed.Entrant.Name}改名为{name}", $"{(id is null ? "成员的" : "")}证件号码相同，按更正姓名处理。", Kind: "改了姓名"));
        }

        var tradeId = trade.Definition.Id;
        if (same.Where(k => k.Entrant.Trade == tradeId).ToList() is { Count: > 0 } here)
        {
            return OfWork(table, row, name, work, here, findings);
        }

        if (same.Count == 0)
        {
            return null;
        }

        var from = state.Trade(same[0].Entrant.Trade);
        var question = $"trade:{same[0].Entrant.Id}:{tradeId}";
        var given = answers.GetValueOrDefault(question);
        findings.Add(new Finding(
            table.Address(row, ListField.Trade), false, $"{name}的{state.TradeWord}变了", $"由{from?.Definition.Name}改为{trade.Definition.Name}，请选择：",
            new Choice([new Option(question, Move, "改报"), new Option(question, Second, "再报一项")], given)));
        if (given == Move && from?.Phase >= Phase.Scoring)
        {
            findings.Add(new Finding(table.Address(row, ListField.Trade), true, $"{from.Definition.Name}已经开始评分", "不能改报，只能再报一项。"));
        }

        return given == Move ? same[0] : null;
    }

    // The numbers of all of them in one text; null: somebody has none.
    private static string? Together(IEnumerable<string?> numbers) =>
        numbers.ToList() is { Count: > 0 } all && all.TrueForAll(n => n is not null) ? string.Join('\n', all.Order(StringComparer.Ordinal)) : null;

    // One person's entrants in a trade are told by their works; who entered none before is given the name of this one.
    private KnownEntrant? OfWork(ListTable table, int row, string name, string? work, List<KnownEntrant> here, List<Finding> findings)
    {
        if (here.Find(k => k.Entrant.Work == work) is { } same)
        {
            return same;
        }

        if (work is null && here.Count > 1)
        {
            findings.Add(new Finding(
                table.Address(row, ListField.Name), true, $"{name}已有 {here.Count} 件作品", "请写上作品名称，才知道是哪一件。", Kind: "不知道是哪一件作品"));
        }

        var nameless = here.Find(k => k.Entrant.Work is null);
        if (work is null || nameless is not null)
        {
            return work is null ? nameless ?? here[0] : named.Add(nameless!.Entrant.Id) ? nameless : null; // there by the line before
        }

        var question = $"work:{here[0].Entrant.Id}:{work}";
        var given = answers.GetValueOrDefault(question);
        findings.Add(new Finding(
            table.Address(row, ListField.Work), false, $"{name}又有一件作品", $"已有《{string.Join("》《", here.Select(k => k.Entrant.Work))}》，本行是《{work}》，请选择：",
            new Choice(
                here.Count > 1 ? [new Option(question, Another, "另一件作品")]
                    : [new Option(question, Another, "另一件作品"), new Option(question, Renamed, "同一件，改了名称")], given)));
        return given == Renamed ? here[0] : null;
    }

    private List<KnownEntrant> WithoutNumber(
        ListTable table, int row, string name, string? id, string organization, string? phone, List<Finding> findings)
    {
        var here = byName[name].Where(n => (id is null || n.Personal?.IdNumber is null)
            && state.Organizations.GetValueOrDefault(n.Entrant.Organization)?.Name == organization).ToList();
        if (phone is null || here.Count == 0 || here.TrueForAll(n => n.Personal?.Phone is null) || here.Exists(n => n.Personal?.Phone == phone))
        {
            var exact = here.Where(n => phone is not null && n.Personal?.Phone == phone).ToList();
            here = exact.Count > 0 ? exact : here;
            if (here.Select(n => n.Personal?.Phone).Distinct(StringComparer.Ordinal).Count() > 1)
            {
                findings.Add(new Finding(table.Address(row, ListField.Name), true, $"已有 {here.Count} 个{name}，分不清是哪一位", "请补上证件号码或手机再上传。", Kind: "分不清是哪一位"));
                return [];
            }

            return here;
        }

        // The same name and organization with another phone: the phone may be new, or the person.
        var question = $"same:{here[0].Entrant.Id}:{phone}";
        var given = answers.GetValueOrDefault(question);
        findings.Add(new Finding(
            table.Address(row, ListField.Phone), false, $"{name}的手机和已有的不同", "没有证件号码，请选择：",
            new Choice([new Option(question, Same, "同一人，换了手机"), new Option(question, Another, "是另一个人")], given)));
        return given == Same ? [here[0]] : [];
    }
}

/// <param name="Personal">In the clear, in memory only; null: none, or its key was removed.</param>
public sealed record KnownEntrant(Entrant Entrant, PersonalData? Personal);

using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>What a file would do, whole: the preview, and the one event that carries it out (R-I3).</summary>
public sealed record EntrantImport(string FileName, ListTable Table, IReadOnlyList<EntrantRow> Rows, IReadOnlyList<string> Absent)
{
    public int Count(RowVerdict verdict) => Rows.Count(r => r.Verdict == verdict);

    public int Errors => Rows.Sum(r => r.Findings.Count(f => f.Error));

    public int Questions => Rows.SelectMany(r => r.Findings).Where(f => f.Choice is { Given: null }).Select(f => f.Choice!.Key).Distinct().Count();

    /// <summary>Spellings of organizations that were decided in this import: what was written, and what it stands for (R-I1f).</summary>
    public IEnumerable<(string Written, string Name)> Spellings =>
        from row in Rows
        where row.Entrant is not null
        from finding in row.Findings
        where finding.Choice is { Given: not null } choice && choice.Key.StartsWith(ReadPlaces.Question, StringComparison.Ordinal)
        select (finding.Choice!.Key[ReadPlaces.Question.Length..], row.Entrant!.Organization);

    /// <exception cref="UnreadableFileException">No sheet holds a list of people.</exception>
    public static EntrantImport Preview(
        byte[] file, string fileName, CompetitionState state, Func<string?, PersonalData?> open, IReadOnlyDictionary<string, string> answers,
        IReadOnlyDictionary<string, string> spellings)
    {
        var table = SpreadsheetReader.Read(file, fileName).Sheets.Select(ListTable.Find).OfType<ListTable>().OrderByDescending(t => t.Rows.Count).FirstOrDefault()
            ?? throw new UnreadableFileException("没有找到名单：表头里要有“姓名”和至少一项“单位、工种、证件号码”。可以下载模板对照。");
        var known = state.Entrants.Values.Select(e => new KnownEntrant(e.Entrant, open(e.Entrant.Sealed))).ToList();
        var rows = new EntrantReader(state, known, answers, spellings).Read(table);
        var trades = rows.Select(r => r.Entrant?.Trade).OfType<TradeId>().ToHashSet();
        var named = rows.Select(r => r.Entrant?.Existing).OfType<EntrantId>().ToHashSet();
        return new EntrantImport(
            fileName, table, rows, [.. known.Where(k => trades.Contains(k.Entrant.Trade) && !named.Contains(k.Entrant.Id)).Select(k => k.Entrant.Name)]);
    }

    /// <param name="onlyGood">Leave rows with errors and open questions out; else any of them refuses the whole.</param>
    public Decision Decide(CompetitionState state, bool onlyGood, Func<string, string> seal)
    {
        if (!onlyGood && Rows.Any(r => !r.Good))
        {
            return new Decision.Refuse("not-clean", $"还有 {Errors} 处错误、{Questions} 个问题，修正后才能全部导入");
        }

        var rows = Rows.Where(r => r.Verdict is RowVerdict.New or RowVerdict.Update).Select(r => r.Entrant!).ToList(); // good rows have one
        if (rows.Count == 0)
        {
            return new Decision.Refuse("nothing-new", "没有新增或更新，名单和现在一样");
        }

        var organizations = NewOrganizations(state, rows);
        var next = new Dictionary<TradeId, int>();
        var entrants = rows.Select(r => new Entrant(
            r.Existing ?? NextId(state, r.Trade, next), r.Name,
            r.OrganizationId ?? organizations.First(o => o.Name == r.Organization).Id, r.Trade, r.Gender, r.ExamNumber, r.Grade,
            Members: r.Existing is { } id ? state.Entrant(id)?.Entrant.Members : null, Team: r.Existing is { } same ? state.Entrant(same)?.Entrant.Team : null,
            Sealed: seal(r.Personal.ToJson()))).ToList();
        return Decision.Of(new EntrantsRegistered(entrants, organizations.Count == 0 ? null : organizations, FileName));
    }

    private static List<Organization> NewOrganizations(CompetitionState state, List<ReadEntrant> rows)
    {
        var number = state.Organizations.Count;
        var made = new List<Organization>();
        foreach (var name in rows.Where(r => r.OrganizationId is null).Select(r => r.Organization).Distinct(StringComparer.Ordinal))
        {
            OrganizationId id;
            do
            {
                id = new OrganizationId(string.Create(CultureInfo.InvariantCulture, $"u{++number:00}"));
            }
            while (state.Organizations.ContainsKey(id));
            made.Add(new Organization(id, name));
        }

        return made;
    }

    private static EntrantId NextId(CompetitionState state, TradeId trade, Dictionary<TradeId, int> next)
    {
        EntrantId id;
        do
        {
            next[trade] = next.GetValueOrDefault(trade) + 1;
            id = new EntrantId(string.Create(CultureInfo.InvariantCulture, $"{trade}{next[trade]:00}"));
        }
        while (state.Entrants.ContainsKey(id));
        return id;
    }
}

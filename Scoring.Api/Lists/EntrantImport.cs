using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>报名表: the preview, and the one event that carries it out (R-I1, R-I3).</summary>
/// <param name="Seal">Encrypts personal data (R-I2).</param>
public sealed record EntrantImport(string FileName, ListTable Table, IReadOnlyList<EntrantRow> Rows, IReadOnlyList<string> Absent, Func<string, string> Seal)
    : ListImport(FileName, Table, Rows, Absent)
{
    public override IReadOnlyList<ListField> Shown => EntrantReader.Columns;

    public override IEnumerable<(string Written, string Name)> Spellings =>
        from row in Rows
        where row.Entrant is not null
        from finding in row.Findings
        where finding.Choice is { Given: not null } choice && choice.Key.StartsWith(ReadPlaces.Question, StringComparison.Ordinal)
        select (finding.Choice!.Key[ReadPlaces.Question.Length..], row.Entrant!.Organization);

    /// <exception cref="UnreadableFileException">No sheet holds a list of people.</exception>
    public static EntrantImport Preview(
        byte[] file, string fileName, CompetitionState state, Func<string?, PersonalData?> open, IReadOnlyDictionary<string, string> answers,
        IReadOnlyDictionary<string, string> spellings, Func<string, string> seal)
    {
        var table = Read(
            file, fileName, f => f.Contains(ListField.Name) && f.Count >= 2, "没有找到名单：表头里要有“姓名”和至少一项“单位、工种、证件号码”。可以下载模板对照。");
        var known = state.Entrants.Values.Select(e => new KnownEntrant(e.Entrant, open(e.Entrant.Sealed))).ToList();
        var rows = new EntrantReader(state, known, answers, spellings).Read(table);
        var trades = rows.Select(r => r.Entrant?.Trade).OfType<TradeId>().ToHashSet();
        var named = rows.Select(r => r.Entrant?.Existing).OfType<EntrantId>().ToHashSet();
        return new EntrantImport(
            fileName, table, rows, [.. known.Where(k => trades.Contains(k.Entrant.Trade) && !named.Contains(k.Entrant.Id)).Select(k => k.Entrant.Name)], seal);
    }

    public override Decision Decide(CompetitionState state, bool onlyGood)
    {
        if (Unclean(onlyGood) is { } unclean)
        {
            return unclean;
        }

        var rows = Rows.Where(r => r.Verdict is RowVerdict.New or RowVerdict.Update).Select(r => r.Entrant!).ToList(); // good rows have one
        if (rows.Count == 0)
        {
            return NothingNew;
        }

        var organizations = NewOrganizations.For(state, rows.Where(r => r.OrganizationId is null).Select(r => r.Organization));
        var next = new Dictionary<TradeId, int>();
        var entrants = rows.Select(r => new Entrant(
            r.Existing ?? NextId(state, r.Trade, next), r.Name,
            r.OrganizationId ?? organizations.First(o => o.Name == r.Organization).Id, r.Trade, r.Gender, r.ExamNumber, r.Grade,
            Members: r.Existing is { } id ? state.Entrant(id)?.Entrant.Members : null, Team: r.Existing is { } same ? state.Entrant(same)?.Entrant.Team : null,
            Sealed: Seal(r.Personal.ToJson()))).ToList();
        return Decision.Of(new EntrantsRegistered(entrants, organizations.Count == 0 ? null : organizations, FileName));
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

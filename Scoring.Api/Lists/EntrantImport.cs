using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>报名表: the preview, and the one event that carries it out (R-I1, R-I3).</summary>
/// <param name="Organizations">Names of those registered, by id.</param>
/// <param name="Decided">Spellings decided in this list.</param>
/// <param name="Seal">Encrypts personal data (R-I2).</param>
public sealed record EntrantImport(
    string FileName, IReadOnlyList<ListTable> Tables, IReadOnlyList<EntrantRow> Rows, IReadOnlyList<string> Absent, IReadOnlyDictionary<OrganizationId, string> Organizations,
    IReadOnlyDictionary<TradeId, string> Trades, IReadOnlyDictionary<string, string> Decided, Func<string, string> Seal)
    : ListImport(FileName, Tables, Rows, Absent)
{
    private const int AtOnce = 500;

    private static readonly HashSet<ListField> Used =
    [
        ListField.Name, ListField.Gender, ListField.Nation, ListField.IdType, ListField.IdNumber, ListField.Education, ListField.Phone, ListField.Organization, ListField.Trade,
        ListField.ExamNumber, ListField.FormerCertificate, ListField.Grade, ListField.Leader, ListField.LeaderPhone, ListField.Serial,
            ListField.Team, ListField.Members, ListField.MemberIdNumber, ListField.MemberPhone, ListField.Work, ListField.Tag,
        ListField.Group, ListField.FormerRank, ListField.FormerTotal, ListField.FormerContest, ListField.Going,
    ];

    // 成绩 in a list of people is what they bring from an earlier stage (R-K11).
    private static readonly Dictionary<string, ListField> Own = ((string[])["总分", "总成绩", "成绩", "得分", "最终成绩", "综合成绩", "score", "total"])
        .ToDictionary(w => w, _ => ListField.FormerTotal, StringComparer.Ordinal);

    public override IEnumerable<(string Written, string Name)> Spellings => Decided.Select(d => (d.Key, d.Value));

    public static ListShape Shape(IReadOnlyDictionary<string, string> answers) => new(
        f => (f.Contains(ListField.Name) || f.Contains(ListField.Team) || f.Contains(ListField.Members)) && f.Count >= 2,
        "没有找到名单：表头里要有“姓名”和至少一项别的，例如“单位”或“证件号码”。可以下载模板对照。", Used, answers, Own);

    /// <summary>The preview on a state that stands still.</summary>
    public static EntrantImport Preview(
        Spreadsheet file, string fileName, CompetitionState state, Func<string?, PersonalData?> open, IReadOnlyDictionary<string, string> answers,
        IReadOnlyDictionary<string, string> spellings, Func<string, string> seal, DateOnly day) =>
        Preview(file, fileName, look => look(state), open, answers, spellings, seal, day);

    /// <param name="read">Lets the state be looked at for a moment, so that a long list does not keep the ledger waiting.</param>
    /// <param name="day">Today, for a contest without a date.</param>
    /// <param name="told">Hears how many rows are checked; may stop it by throwing.</param>
    /// <exception cref="UnreadableFileException">No sheet holds a list of people.</exception>
    public static EntrantImport Preview(
        Spreadsheet file, string fileName, Action<Action<CompetitionState>> read, Func<string?, PersonalData?> open, IReadOnlyDictionary<string, string> answers,
        IReadOnlyDictionary<string, string> spellings, Func<string, string> seal, DateOnly day, Action<int, int>? told = null)
    {
        var shape = Shape(answers);
        read(state => shape = shape with { TradeWord = state.TradeWord });
        var tables = ListTables.In(file, shape, fileName);
        var all = tables.Sum(t => t.Rows.Count);
        var rows = new List<EntrantRow>(all);
        List<KnownEntrant> known = [];
        EntrantReader? reader = null;
        ReadPlaces? places = null;
        var at = 0L;
        foreach (var some in tables.SelectMany(t => t.Rows.Select(r => (Table: t, Row: r))).Chunk(AtOnce))
        {
            read(state =>
            {
                if (reader is null)
                {
                    at = state.Version;
                    known = [.. state.Entrants.Values.Select(e => new KnownEntrant(e.Entrant, open(e.Entrant.Sealed)))];
                    places = new ReadPlaces(state, answers, spellings);
                    reader = new EntrantReader(
                        state, known, answers, places, state.Competition?.Date is { } date && date > day ? date : day);
                }

                rows.AddRange(some.Select(r => reader.Read(r.Table, r.Row)));
            });
            told?.Invoke(rows.Count, all);
        }

        var trades = rows.Select(r => r.Entrant?.Trade).OfType<TradeId>().ToHashSet();
        var named = rows.Select(r => r.Existing?.Entrant.Id).OfType<EntrantId>().ToHashSet();
        EntrantImport? import = null;
        read(state => import = new EntrantImport(
            fileName, tables, rows, [.. known.Where(k => trades.Contains(k.Entrant.Trade) && !named.Contains(k.Entrant.Id)).Select(k => k.Entrant.Name)],
            state.Organizations.ToDictionary(o => o.Key, o => o.Value.Name), state.TradesInOrder.ToDictionary(t => t.Definition.Id, t => t.Definition.Name), places!.Decided, seal) { At = at });
        return import!; // read has run
    }

    public override IReadOnlyList<Func<CompetitionState, Decision>> Parts(bool onlyGood)
    {
        if (Unclean(onlyGood) is { } unclean)
        {
            return [_ => unclean];
        }

        // None of the parts holds the preview: a long list is let go of as it is taken.
        var (seal, file) = (Seal, FileName);
        var chunks = Rows.Where(r => r.Verdict is RowVerdict.New or RowVerdict.Update).Select(r => r.Entrant!).Chunk(MostAnEntry).ToList(); // good rows have one
        var count = chunks.Count;
        return count == 0 ? [_ => NothingNew]
            : [.. chunks.Select((rows, i) => Part(rows, count == 1 ? file : $"{file}（{i + 1}/{count}）", seal))];
    }

    private static Func<CompetitionState, Decision> Part(ReadEntrant[] rows, string source, Func<string, string> seal) =>
        state => Register(state, rows, source, seal);

    public override Decision Decide(CompetitionState state, bool onlyGood) => Parts(onlyGood)[0](state);

    private static Decision.Append Register(CompetitionState state, ReadEntrant[] rows, string source, Func<string, string> seal)
    {
        var known = state.Organizations.Values.DistinctBy(o => o.Name, StringComparer.Ordinal).ToDictionary(
            o => o.Name, o => o.Id, StringComparer.Ordinal);
        var made = NewOrganizations.For(
            state, rows.Where(r => r.OrganizationId is null && !known.ContainsKey(r.Organization)).Select(r => r.Organization));
        foreach (var organization in made)
        {
            known[organization.Name] = organization.Id;
        }

        var next = new Dictionary<TradeId, int>();
        var entrants = rows.Select(r => Said(
            state, r, r.Existing ?? NextId(state, r.Trade, next), r.OrganizationId ?? known[r.Organization], seal(r.Personal.ToJson()))).ToList();
        return new Decision.Append(new EntrantsRegistered(entrants, made.Count == 0 ? null : made, source));
    }

    // What no list says stays as it was.
    private static Entrant Said(CompetitionState state, ReadEntrant r, EntrantId id, OrganizationId organization, string box) =>
        (state.Entrant(id)?.Entrant ?? new Entrant(id, r.Name, organization, r.Trade)) with
        {
            Name = r.Name, Organization = organization, Trade = r.Trade, Gender = r.Gender, ExamNumber = r.ExamNumber, Grade = r.Grade, Members = r.Members,
            Team = r.Team, Sealed = box, Group = r.Beside.Group, Tags = r.Beside.Tags, MemberRoles = r.Beside.MemberRoles, Work = r.Beside.Work, From = r.Beside.From,
        };

    protected override (string Text, string? Before)? Changed(ListRow row, ListField field, string header, string raw)
    {
        var (read, before, had) = (
            (row as EntrantRow)?.Entrant, (row as EntrantRow)?.Existing?.Entrant, (row as EntrantRow)?.Existing?.Personal);
        return field switch
        {
            ListField.Name => (read?.Name ?? raw, before?.Name),
            ListField.Gender => (read?.Gender ?? raw, before?.Gender),
            ListField.IdNumber => (
                read is null ? Masks.Written(raw) : Masks.Id(read.Personal.IdNumber ?? raw),
                before is null ? null : Masks.Id(had?.IdNumber)),
            ListField.IdType => had is null ? (raw, null) : (read?.Personal.IdType ?? raw, had.IdType),
            ListField.Organization => (
                read?.Organization ?? raw, before is null ? null : Organizations.GetValueOrDefault(before.Organization)),
            ListField.Trade => (
                raw.Length > 0 ? raw : read is null ? "" : Trades.GetValueOrDefault(read.Trade, ""),
                before is null || before.Trade == read?.Trade ? null : Trades.GetValueOrDefault(before.Trade)),
            ListField.Phone => (Masks.WrittenPhone(read?.Personal.Phone ?? raw), before is null ? null : Masks.Phone(had?.Phone)),
            ListField.LeaderPhone => (
                Masks.WrittenPhone(read?.Personal.LeaderPhone ?? raw), before is null ? null : Masks.Phone(had?.LeaderPhone)),
            ListField.Nation => (read?.Personal.Nation ?? raw, had?.Nation),
            ListField.Education => (read?.Personal.Education ?? raw, had?.Education),
            ListField.FormerCertificate => (read?.Personal.FormerCertificate ?? raw, had?.FormerCertificate),
            ListField.Leader => (read?.Personal.Leader ?? raw, had?.Leader),
            ListField.ExamNumber => (read?.ExamNumber ?? raw, before?.ExamNumber),
            ListField.Grade => (read?.Grade ?? raw, before?.Grade),
            ListField.Team => (read?.Team ?? raw, before?.Team),
            ListField.MemberIdNumber or ListField.MemberPhone => (Masks.Within(raw), null),
            ListField.Members => (
                read?.Members is { } now ? string.Join('、', In(now, read.Beside.MemberRoles)) : Masks.Within(raw), before?.Members is null ? null
                    : string.Join('、', before.MembersInWords)),
            ListField.Work => (read?.Beside.Work ?? raw, before?.Work),
            ListField.Tag => (raw, before?.Tags?.GetValueOrDefault(ListHeaders.TagKind(header))),
            ListField.FormerRank => (raw, before?.From?.Rank?.ToString(CultureInfo.InvariantCulture)),
            ListField.FormerTotal => (raw, before?.From?.Total?.Plain()),
            ListField.FormerContest => (raw, before?.From?.Contest),
            _ => null,
        };
    }

    private static IEnumerable<string> In(IReadOnlyList<string> members, IReadOnlyList<string>? roles) =>
        members.Select((m, i) => roles?[i] is { Length: > 0 } role ? $"{m}（{role}）" : m);

    private static EntrantId NextId(CompetitionState state, TradeId trade, Dictionary<TradeId, int> next)
    {
        EntrantId id;
        do
        {
            next[trade] = (next.TryGetValue(trade, out var last) ? last : state.Trade(trade)?.Entrants.Count ?? 0) + 1;
            id = new EntrantId(string.Create(CultureInfo.InvariantCulture, $"{trade}{next[trade]:00}"));
        }
        while (state.Entrants.ContainsKey(id));
        return id;
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Lists;

/// <param name="Mark">Null: absent or blank.</param>
public sealed record MarkRow(
    ListTable Table, int Row, RowVerdict Verdict, IReadOnlyList<Finding> Findings, EntrantId? Entrant, decimal? Mark, TradeId? Trade)
    : ListRow(Table, Row, Verdict, Findings);

/// <summary>Marks from an exam system, by ID number, exam number, code or name, of one trade or all of a clerk's (R-B2); or counts of votes, by work too
/// (R-K8). Adds; overwrites nothing (R-I3).</summary>
/// <param name="Modules">Where the marks of each trade go.</param>
public sealed record MarkImport(
    string FileName, IReadOnlyList<ListTable> Tables, IReadOnlyList<MarkRow> Rows, IReadOnlyDictionary<TradeId, ModuleId> Modules, Actor Clerk, IReadOnlyList<string> Absent)
    : ListImport(FileName, Tables, Rows, Absent)
{
    private static readonly HashSet<ListField> Used =
        [ListField.IdNumber, ListField.ExamNumber, ListField.Code, ListField.Name, ListField.Organization, ListField.Trade, ListField.Mark, ListField.Remark, ListField.Serial,
            ListField.Work];

    /// <param name="modules">Where marks go, by trade: all of them the clerk's.</param>
    /// <param name="chosen">The trade that was chosen, whose codes are meant; null: all.</param>
    /// <exception cref="UnreadableFileException">No sheet holds a list of marks.</exception>
    public static MarkImport Preview(
        Spreadsheet file, string fileName, CompetitionState state, IReadOnlyDictionary<TradeId, ModuleId> modules, TradeId? chosen, Actor clerk,
        Func<string?, PersonalData?> open, IReadOnlyDictionary<string, string> answers)
    {
        var into = modules.Select(m => (Trade: state.Trade(m.Key), m.Value)).Where(m => m.Trade?.Module(m.Value) is not null).ToDictionary(
            m => m.Trade!, m => m.Trade!.Module(m.Value)!);
        var tables = ListTables.In(file, Shape(answers, into) with { TradeWord = state.TradeWord }, fileName);
        var people = new MarkPeople(
            state, state.TradesInOrder, chosen is { } one ? state.Trade(one) : into.Count == 1 ? into.Keys.First() : null, new ReadPlaces(state, answers, new Dictionary<string, string>()), open);
        var reader = new MarkReader(into, people, clerk.Id);
        var rows = tables.SelectMany(t => t.Rows.Select(r => reader.Read(t, r))).ToList();
        tables[0].Findings.AddRange(reader.NotHeld(tables[0]));
        var listed = rows.Select(r => r.Entrant).OfType<EntrantId>().ToHashSet();
        var touched = rows.Select(r => r.Trade).OfType<TradeId>().Append(chosen ?? default).ToHashSet();
        var byCode = tables.Any(t => t.Has(ListField.Code) && !t.Has(ListField.IdNumber) && !t.Has(ListField.ExamNumber));
        return new MarkImport(
            fileName, tables, rows, modules, clerk,
            byCode ? [] : [.. into.Keys.Where(t => touched.Contains(t.Definition.Id)).SelectMany(t => t.Entrants)
                .Where(e => e.Status == EntrantStatus.Normal && !listed.Contains(e.Entrant.Id)).Select(e => e.Entrant.Name)]) { At = state.Version };
    }

    /// <summary>Each trade's marks are an entry of their own; all are asked before the first is made.</summary>
    public override IReadOnlyList<Func<CompetitionState, Decision>> Parts(bool onlyGood) =>
        Unclean(onlyGood) is { } unclean ? [_ => unclean]
        : Marks() is { Count: > 0 } marks ? [.. marks.Select(m => (Func<CompetitionState, Decision>)(state => Ask(state, m.Key, m.Value)))]
        : [_ => NothingNew];

    public override Decision Decide(CompetitionState state, bool onlyGood) => Parts(onlyGood)[0](state);

    private Decision Ask(CompetitionState state, TradeId trade, List<ImportedMark> marks) =>
        state.Trade(trade)?.Module(Modules[trade]) is { } module && ImportCounts.Into(module) is not null
            ? ImportCounts.Decide(state, Clerk, trade, Modules[trade], marks, FileName)
            : ImportModuleMarks.Decide(state, Clerk, trade, Modules[trade], marks, FileName);

    protected override (string Text, string? Before)? Changed(ListRow row, ListField field, string header, string raw) =>
        field == ListField.IdNumber ? (Masks.Written(raw), null) : null;

    private Dictionary<TradeId, List<ImportedMark>> Marks() => Rows.Where(r => r.Verdict == RowVerdict.New)
        .GroupBy(r => r.Trade!.Value).ToDictionary(g => g.Key, g => g.Select(r => new ImportedMark(r.Entrant!.Value, r.Mark!.Value)).ToList()); // new rows have all three

    private static readonly string[] Counts =
        ["票数", "得票", "得票数", "投票数", "总票数", "点赞", "点赞数", "获赞数", "数量", "votes", "likes", "count"];

    // A column under the module's own name holds its marks.
    private static ListShape Shape(IReadOnlyDictionary<string, string> answers, Dictionary<TradeState, ModuleState> into)
    {
        var counts = into.Values.Select(ImportCounts.Into).OfType<(JudgeId Judge, Aspect Aspect)>().ToList();
        var own = into.Values.SelectMany(m => new[] { m.Definition.Name, m.Definition.Name + "成绩", m.Definition.Name + "得分", $"模块{m.Definition.Id}", $"模块{m.Definition.Id}成绩" })
            .Concat(counts.SelectMany(c => Counts.Prepend(c.Aspect.Text)))
            .Select(ListHeaders.Bare).Distinct(StringComparer.Ordinal).Where(w => w.Length > 0).ToDictionary(
                w => w, _ => ListField.Mark, StringComparer.Ordinal);
        return new ListShape(
            f => f.Contains(ListField.Mark) && (f.Contains(ListField.IdNumber) || f.Contains(ListField.ExamNumber) || f.Contains(ListField.Code)
                || f.Contains(ListField.Name) || (counts.Count > 0 && f.Contains(ListField.Work))),
            counts.Count > 0 ? "没有找到票数：表头里要有“票数”，还要有“作品名称、证件号码、准考证号、代号、姓名”中的一项。可以下载模板对照。"
                : "没有找到成绩：表头里要有“成绩”，还要有“证件号码、准考证号、代号、姓名”中的一项。可以下载模板对照。", Used, answers, own,
            into.Any(m => m.Key.Definition.Components.Any(c => c.Kind == ComponentKind.Theory && c.Modules.Any(x => x.Id == m.Value.Definition.Id))) ? null : ["理论", "theory"]);
    }
}

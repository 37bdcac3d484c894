using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <param name="Judge">Null where an error prevents it.</param>
public sealed record JudgeRow(ListTable Table, int Row, RowVerdict Verdict, IReadOnlyList<Finding> Findings, JudgeId? Judge) : ListRow(
    Table, Row, Verdict, Findings);

/// <summary>裁判名册: the preview, and the one event that carries it out. It adds seats and recusals and takes none away (R-I3).</summary>
/// <param name="Judges">New or changed.</param>
/// <param name="Organizations">Named here first.</param>
public sealed record JudgeImport(
    string FileName, IReadOnlyList<ListTable> Tables, IReadOnlyList<JudgeRow> Rows, IReadOnlyList<Judge> Judges, IReadOnlyList<Organization> Organizations, IReadOnlyList<string> Absent)
    : ListImport(FileName, Tables, Rows, Absent)
{
    private static readonly HashSet<ListField> Used =
    [
        ListField.Name, ListField.Organization, ListField.Title, ListField.Role, ListField.Trade, ListField.Module, ListField.Seat, ListField.Recusal, ListField.IdNumber, ListField.Serial,
    ];

    public static ListShape Shape(IReadOnlyDictionary<string, string> answers) => new(
        f => f.Contains(ListField.Name) && (f.Contains(ListField.Role) || f.Contains(ListField.Trade) || f.Contains(ListField.Module)),
        "没有找到裁判名册：表头里要有“姓名”和“角色”。可以下载模板对照。", Used, answers);

    /// <exception cref="UnreadableFileException">No sheet holds a list of judges.</exception>
    public static JudgeImport Preview(
        Spreadsheet file, string fileName, CompetitionState state, IReadOnlyDictionary<string, string> answers, IReadOnlyDictionary<string, string> spellings)
    {
        var tables = ListTables.In(file, Shape(answers) with { TradeWord = state.TradeWord }, fileName);
        var reader = new JudgeReader(state, new ReadPlaces(state, answers, spellings));
        var rows = tables.SelectMany(t => t.Rows.Select(r => reader.Read(t, r))).ToList();
        var good = rows.Where(r => r.Good).Select(r => r.Judge).OfType<JudgeId>().ToHashSet();
        var listed = reader.People.Select(j => j.Id).ToHashSet();
        return new JudgeImport(
            fileName, tables, rows,
            [.. reader.People.Where(j => good.Contains(j.Id) && (state.Judges.GetValueOrDefault(j.Id) is not { } before || !JudgeReader.Same(before, j)))], [.. reader.Made],
            [.. state.Judges.Values.Where(j => !listed.Contains(j.Id)).Select(j => j.Name)]) { At = state.Version };
    }

    public override Decision Decide(CompetitionState state, bool onlyGood) =>
        Unclean(onlyGood) ?? (Judges.Count == 0 ? NothingNew : Decision.Of(new JudgesAppointed(
            Judges, Organizations.Where(o => Judges.Any(j => j.Organization == o.Id)).ToList() is { Count: > 0 } made ? made : null, FileName)));

    protected override (string Text, string? Before)? Changed(ListRow row, ListField field, string header, string raw) =>
        field == ListField.IdNumber ? (Masks.Written(raw), null) : null;
}

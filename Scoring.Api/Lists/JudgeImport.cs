using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <param name="Judge">Null where an error prevents it.</param>
public sealed record JudgeRow(int Number, RowVerdict Verdict, IReadOnlyList<ShownCell> Cells, IReadOnlyList<Finding> Findings, JudgeId? Judge)
    : ListRow(Number, Verdict, Cells, Findings);

/// <summary>裁判名册: the preview, and the one event that carries it out. It adds seats and recusals and takes none away (R-I3).</summary>
/// <param name="Judges">New or changed.</param>
/// <param name="Organizations">Named here first.</param>
public sealed record JudgeImport(
    string FileName, ListTable Table, IReadOnlyList<JudgeRow> Rows, IReadOnlyList<Judge> Judges, IReadOnlyList<Organization> Organizations, IReadOnlyList<string> Absent)
    : ListImport(FileName, Table, Rows, Absent)
{
    public static readonly IReadOnlyList<ListField> Columns =
        [ListField.Name, ListField.Organization, ListField.Title, ListField.Role, ListField.Trade, ListField.Module, ListField.Seat, ListField.Recusal];

    public override IReadOnlyList<ListField> Shown => Columns;

    /// <exception cref="UnreadableFileException">No sheet holds a list of judges.</exception>
    public static JudgeImport Preview(
        byte[] file, string fileName, CompetitionState state, IReadOnlyDictionary<string, string> answers, IReadOnlyDictionary<string, string> spellings)
    {
        var table = Read(
            file, fileName, f => f.Contains(ListField.Name) && (f.Contains(ListField.Role) || f.Contains(ListField.Trade) || f.Contains(ListField.Module)),
            "没有找到裁判名册：表头里要有“姓名”和“角色”或“赛项”。可以下载模板对照。");
        var reader = new JudgeReader(state, new ReadPlaces(state, answers, spellings));
        var rows = table.Rows.Select(r => reader.Read(table, r)).ToList();
        var good = rows.Where(r => r.Good).Select(r => r.Judge).OfType<JudgeId>().ToHashSet();
        var listed = reader.People.Select(j => j.Id).ToHashSet();
        return new JudgeImport(
            fileName, table, rows,
            [.. reader.People.Where(j => good.Contains(j.Id) && (state.Judges.GetValueOrDefault(j.Id) is not { } before || !JudgeReader.Same(before, j)))], [.. reader.Made],
            [.. state.Judges.Values.Where(j => !listed.Contains(j.Id)).Select(j => j.Name)]);
    }

    public override Decision Decide(CompetitionState state, bool onlyGood) =>
        Unclean(onlyGood) ?? (Judges.Count == 0 ? NothingNew : Decision.Of(new JudgesAppointed(
            Judges, Organizations.Where(o => Judges.Any(j => j.Organization == o.Id)).ToList() is { Count: > 0 } made ? made : null, FileName)));
}

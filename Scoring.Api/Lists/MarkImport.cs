using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Lists;

/// <param name="Mark">Null: absent or blank.</param>
public sealed record MarkRow(int Number, RowVerdict Verdict, IReadOnlyList<ShownCell> Cells, IReadOnlyList<Finding> Findings, EntrantId? Entrant, decimal? Mark)
    : ListRow(Number, Verdict, Cells, Findings);

/// <summary>Theory marks from an exam system, by ID number, exam number, code or name (R-B2). Adds; overwrites nothing (R-I3).</summary>
public sealed record MarkImport(string FileName, ListTable Table, IReadOnlyList<MarkRow> Rows, TradeId Trade, ModuleId Module, Actor Clerk, IReadOnlyList<string> Absent)
    : ListImport(FileName, Table, Rows, Absent)
{
    public static readonly IReadOnlyList<ListField> Columns =
        [ListField.IdNumber, ListField.ExamNumber, ListField.Code, ListField.Name, ListField.Organization, ListField.Mark, ListField.Remark];

    public override IReadOnlyList<ListField> Shown => [.. Columns.Where(Table.Columns.ContainsKey)];

    /// <exception cref="UnreadableFileException">No sheet holds a list of marks.</exception>
    public static MarkImport Preview(byte[] file, string fileName, TradeState trade, Module module, Actor clerk, Func<string?, PersonalData?> open)
    {
        var table = Read(
            file, fileName, f => f.Contains(ListField.Mark) && (f.Contains(ListField.IdNumber) || f.Contains(ListField.ExamNumber) || f.Contains(ListField.Code) || f.Contains(ListField.Name)),
            "没有找到成绩：表头里要有“成绩”，还要有“证件号码、准考证号、代号、姓名”中的一项。可以下载模板对照。");
        var reader = new MarkReader(trade, module, clerk.Id, open);
        var rows = table.Rows.Select(r => reader.Read(table, r)).ToList();
        var listed = rows.Select(r => r.Entrant).OfType<EntrantId>().ToHashSet();
        var byCode = table.Columns.ContainsKey(ListField.Code) && !table.Columns.ContainsKey(ListField.IdNumber) && !table.Columns.ContainsKey(ListField.ExamNumber);
        return new MarkImport(
            fileName, table, [.. rows.Select(r => r with { Cells = [.. r.Cells.Where((_, i) => table.Columns.ContainsKey(Columns[i]))] })], trade.Definition.Id, module.Id, clerk,
            byCode ? [] : [.. trade.Entrants.Where(e => e.Status == EntrantStatus.Normal && !listed.Contains(e.Entrant.Id)).Select(e => e.Entrant.Name)]);
    }

    public override Decision Decide(CompetitionState state, bool onlyGood)
    {
        var marks = Rows.Where(r => r.Verdict == RowVerdict.New).Select(r => new ImportedMark(r.Entrant!.Value, r.Mark!.Value)).ToList(); // new rows have both
        return Unclean(onlyGood) ?? (marks.Count == 0 ? NothingNew : ImportModuleMarks.Decide(state, Clerk, Trade, Module, marks, FileName));
    }
}

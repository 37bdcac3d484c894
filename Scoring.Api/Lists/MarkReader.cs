// Rows of an exam system's list (R-B2, R-I1d): whose mark it is and what it is.
using System.Globalization;
using System.Text;
using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <param name="clerk">Who imports: another clerk's figure is neither shown nor compared (double entry is independent).</param>
public sealed class MarkReader(TradeState trade, Module module, string clerk, Func<string?, PersonalData?> open)
{
    private static readonly string[] AbsentWords = ["缺考", "缺", "缺席", "弃考", "弃赛", "-", "—", "－", "-1"];

    private readonly ILookup<string, EntrantState> byId = trade.Entrants.ToLookup(e => open(e.Entrant.Sealed)?.IdNumber ?? "", StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, EntrantState> byExam = trade.Entrants.ToLookup(e => e.Entrant.ExamNumber ?? "", StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, EntrantState> byName = trade.Entrants.ToLookup(e => e.Entrant.Name, StringComparer.Ordinal);
    private readonly Dictionary<EntrantId, int> seen = [];

    public MarkRow Read(ListTable table, int row)
    {
        var findings = new List<Finding>();
        EntrantCells.Faults(table, row, findings);
        var entrant = Whose(table, row, findings);
        if (entrant is not null && !seen.TryAdd(entrant.Entrant.Id, row))
        {
            findings.Add(new Finding(table.Address(row, ListField.Mark), true, "同一位选手出现两次", $"第 {seen[entrant.Entrant.Id] + 1} 行已有，请删去一行。"));
        }

        var (mark, absent) = Figure(table, row, findings);
        var own = entrant?.Entries(module.Id)?.Mark(clerk)?.Mark;
        if (mark is { } figure && own is { } before && before != figure)
        {
            findings.Add(new Finding(table.Address(row, ListField.Mark), true, $"已有不同的成绩 {Text(before)}", "导入不会覆盖，请到“成绩录入”单独修改。"));
        }
        else if (mark is not null && entrant is { Status: not EntrantStatus.Normal })
        {
            findings.Add(new Finding(table.Address(row, ListField.Mark), true, "这位选手已登记为缺考、弃赛或取消资格", "不能再有成绩；如有误，请先更改状态。"));
        }

        var verdict = findings.Exists(f => f.Error) || entrant is null ? RowVerdict.Error
            : absent ? RowVerdict.Skipped
            : own is not null ? RowVerdict.Same
            : RowVerdict.New;
        return new MarkRow(row + 1, verdict, Cells(table, row, findings), findings, verdict == RowVerdict.Error ? null : entrant?.Entrant.Id, mark);
    }

    private EntrantState? Whose(ListTable table, int row, List<Finding> findings)
    {
        foreach (var (field, find) in ((ListField, Func<string, IEnumerable<EntrantState>>)[])
            [
                (ListField.IdNumber, t => byId[t.ToUpperInvariant()]), (ListField.ExamNumber, t => byExam[t]),
                (ListField.Code, t => trade.ByCode(t) is { } one ? [one] : []), (ListField.Name, t => byName[NameText.Clean(t).Text]),
            ])
        {
            if (table.Read(row, field) is not { Kind: not (CellKind.Blank or CellKind.Fault) } cell || cell.Text.Trim().Length == 0)
            {
                continue;
            }

            var where = table.Address(row, field);
            var text = cell.Text.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);
            if (cell.Kind == CellKind.Number && (field == ListField.IdNumber || cell.Text.Length >= 15 || !cell.Text.All(char.IsAsciiDigit)))
            {
                findings.Add(new Finding(where, true, $"{ListHeaders.Name(field)}被 Excel 存成了数字", "末几位可能已丢失，设为文本后重填。"));
                return null;
            }

            var found = find(text).ToList();
            if (found.Count == 1)
            {
                return Named(table, row, field, found[0], findings);
            }

            findings.Add(found.Count > 1
                ? new Finding(where, true, $"{trade.Definition.Name}有 {found.Count} 个“{cell.Text.Trim()}”", "请加一列准考证号或证件号码来区分。")
                : new Finding(where, true, $"{trade.Definition.Name}没有{ListHeaders.Name(field)}为“{(field == ListField.IdNumber ? Masks.Id(text) : cell.Text.Trim())}”的选手", "请核对，或看看是不是选错了工种。"));
            return null;
        }

        findings.Add(new Finding(table.Address(row, ListField.Mark), true, "不知道是谁的成绩", "请填证件号码、准考证号、代号或姓名。"));
        return null;
    }

    // A name beside a number must be the same person's; beside a code it is not looked at, or the clerk could learn who is who (R-A1).
    private static EntrantState? Named(ListTable table, int row, ListField by, EntrantState entrant, List<Finding> findings)
    {
        if (by is ListField.IdNumber or ListField.ExamNumber && EntrantCells.Text(table, row, ListField.Name) is { } name && NameText.Clean(name).Text != entrant.Entrant.Name)
        {
            findings.Add(new Finding(table.Address(row, ListField.Name), true, $"名册里这个{ListHeaders.Name(by)}是{entrant.Entrant.Name}", "号码和姓名对不上，请核对。"));
            return null;
        }

        return entrant;
    }

    private (decimal? Mark, bool Absent) Figure(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.Mark);
        var where = table.Address(row, ListField.Mark);
        var text = cell.Text.Normalize(NormalizationForm.FormKC).Replace("分", "", StringComparison.Ordinal).Trim();
        var remark = EntrantCells.Text(table, row, ListField.Remark) ?? "";
        if (cell.Kind == CellKind.Fault)
        {
            return (null, false);
        }

        if (text.Length == 0 || AbsentWords.Contains(text) || (text.Trim('0', '.').Length == 0 && remark.Contains('缺', StringComparison.Ordinal)))
        {
            findings.Add(new Finding(where, false, text.Length == 0 ? "没有成绩" : "缺考", "不导入成绩；缺考请现场裁判在“状态与违规”登记。"));
            return (null, true);
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var mark))
        {
            findings.Add(new Finding(where, true, $"“{text}”不是成绩", "请填数字，例如 87.5；缺考写“缺考”。"));
            return (null, false);
        }

        if (mark < 0 || mark > module.FullMark)
        {
            findings.Add(new Finding(where, true, $"成绩 {Text(mark)} 超出 0 到 {Text(module.FullMark)}", "请核对。"));
        }

        return (mark, false);
    }

    private static List<ShownCell> Cells(ListTable table, int row, List<Finding> findings) =>
        [.. MarkImport.Columns.Select(f =>
        {
            var (raw, address) = (table.Read(row, f).Text.Trim(), table.Address(row, f));
            return new ShownCell(f == ListField.IdNumber ? Masks.Id(raw) : raw, null, findings.Exists(x => x.Error && x.Cell == address), findings.Exists(x => !x.Error && x.Cell == address));
        })];

    private static string Text(decimal mark) => mark.ToString("0.######", CultureInfo.InvariantCulture);
}

// Rows of an exam system's list (R-B2, R-I1d): whose mark it is and what it is.
using System.Globalization;
using System.Text;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Lists;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Lists;

/// <param name="modules">The module that takes marks in each trade of the clerk.</param>
/// <param name="clerk">Who imports: another clerk's figure is neither shown nor compared (double entry is independent).</param>
internal sealed class MarkReader(IReadOnlyDictionary<TradeState, ModuleState> modules, MarkPeople people, string clerk)
{
    private static readonly HashSet<string> AbsentWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "缺考", "缺", "缺席", "弃考", "弃赛", "弃权", "旷考", "未考", "未参加", "未参考", "缺赛", "-", "—", "－", "-1", "absent", "无成绩",
    };

    private readonly Dictionary<EntrantState, (ListTable Table, int Row)> seen = [];
    private readonly Dictionary<string, List<int>> notHeld = new(StringComparer.Ordinal);

    public MarkRow Read(ListTable table, int row)
    {
        var findings = new List<Finding>();
        EntrantCells.Faults(table, row, findings);
        var whose = people.Whose(table, row);
        var trade = whose.Trade;
        if (trade is not null && !modules.ContainsKey(trade))
        {
            (notHeld.TryGetValue(trade.Definition.Name, out var rows) ? rows : notHeld[trade.Definition.Name] = []).Add(row);
            return new MarkRow(table, row, RowVerdict.Skipped, [], null, null, null);
        }

        if (whose.Fault is { } fault)
        {
            findings.Add(fault);
        }

        var entrant = whose.Entrant;
        var module = trade is null ? null : modules[trade];
        if (entrant is not null && !seen.TryAdd(entrant, (table, row)))
        {
            var first = seen[entrant];
            findings.Add(new Finding(
                table.Address(row, ListField.Mark), true, "同一位选手出现两次", $"{(first.Table.Sheet == table.Sheet ? "" : $"工作表“{first.Table.Sheet.Name}”")}第 {first.Row + 1} 行已有，请删去一行。"));
        }

        if (module?.Definition is { Attempts: not null } or { PerMember: not null })
        {
            findings.Add(new Finding(
                table.Address(row, ListField.Mark), true, $"{module.Definition.Name}每人不止一个成绩", "按队员或按次记分的模块不能从名单导入，请到“成绩录入”逐个录入。",
                Kind: "每人不止一个成绩"));
        }

        var counts = module is null ? null : ImportCounts.Into(module);
        var (mark, absent) = Figure(table, row, counts?.Aspect, module?.Definition.FullMark, findings);
        var own = module is null || entrant is null ? null : counts is null ? entrant.Entries(module.Definition.Id)?.Mark(clerk)?.Mark : ImportCounts.Own(module, entrant);
        if (mark is { } figure && own is { } before && before != figure)
        {
            findings.Add(
                new Finding(table.Address(row, ListField.Mark), true, $"已有不同的{Said(counts?.Aspect)} {Text(before)}", counts is null ? "导入不会覆盖，请到“成绩录入”单独修改。"
                    : "导入不会覆盖，请裁判长退回这一份再导入。", Kind: $"已有不同的{Said(counts?.Aspect)}"));
        }
        else if (mark is not null && entrant is { Status: not EntrantStatus.Normal })
        {
            findings.Add(new Finding(table.Address(row, ListField.Mark), true, "这位选手已登记为缺考、弃赛或取消资格", "不能再有成绩；如有误，请先更改状态。"));
        }

        var verdict = findings.Exists(f => f.Error) || entrant is null ? RowVerdict.Error
            : absent ? RowVerdict.Skipped
            : own is not null ? RowVerdict.Same
            : RowVerdict.New;
        return new MarkRow(
            table, row, verdict, findings, verdict == RowVerdict.Error ? null : entrant?.Entrant.Id, mark, trade?.Definition.Id);
    }

    /// <summary>Rows of trades the clerk does not hold, each trade named once.</summary>
    public IEnumerable<Finding> NotHeld(ListTable table) => notHeld.Select(t => new Finding(
        table.Head, false, $"{t.Key}的 {t.Value.Count} 行不导入", "这些成绩不归您录入，或没有对应的模块。", Note: true));

    private static string Said(Aspect? counted) => counted?.Text ?? "成绩";

    /// <param name="counted">What is counted, where no mark stands but a count of it.</param>
    private static (decimal? Mark, bool Absent) Figure(ListTable table, int row, Aspect? counted, decimal? full, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.Mark);
        var where = table.Address(row, ListField.Mark);
        var text = string.Concat(
            cell.Text.Normalize(NormalizationForm.FormKC).Replace(counted is null ? "分" : "票", "", StringComparison.Ordinal).Where(c => !CellText.IsUnseen(c)));
        var remark = EntrantCells.Text(table, row, ListField.Remark) ?? "";
        if (cell.Kind == CellKind.Fault)
        {
            return (null, false);
        }

        if (text.Length == 0 || AbsentWords.Contains(text) || (text.Trim('0', '.').Length == 0 && (remark.Contains('缺', StringComparison.Ordinal) || remark.Contains('弃', StringComparison.Ordinal))))
        {
            findings.Add(new Finding(where, false, text.Length == 0 ? $"没有{Said(counted)}" : "缺考", $"不导入{Said(counted)}；缺考请现场裁判在“状态与违规”登记。"));
            return (null, true);
        }

        if (cell.Kind == CellKind.Percent || text.EndsWith('%'))
        {
            findings.Add(new Finding(where, true, $"{Said(counted)}写的是百分数 {text}", $"请改成{(counted is null ? "分数" : "个数")}，例如 {text.TrimEnd('%')}，单元格格式改为常规。", Kind: $"{Said(counted)}写的是百分数"));
            return (null, false);
        }

        if (cell.Kind is not (CellKind.Text or CellKind.Number) || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var mark))
        {
            findings.Add(new Finding(where, true, $"“{cell.Text}”不是{Said(counted)}", counted is null ? "请填数字，例如 87.5；缺考写“缺考”。" : "请填数字，例如 320。"));
            return (null, false);
        }

        if (counted is not null)
        {
            if (AspectMarks.Check(counted, Entry.Of(mark)) is { } wrong)
            {
                findings.Add(EntrantCells.Fault(where, wrong.ToString(), $"{Said(counted)}不能这样写"));
            }

            return (mark, false);
        }

        if (mark < 0 || mark > full)
        {
            findings.Add(new Finding(where, true, $"成绩 {Text(mark)} 超出 0 到 {Text(full ?? 100)}", "请核对。"));
        }

        return (mark, false);
    }

    private static string Text(decimal mark) => mark.Plain();
}

using System.Globalization;
using System.Text;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>What an advance list says beside the people (R-K11): who goes on, from where, with which rank and total.</summary>
/// <param name="answers">The organizer's answers so far, by question.</param>
internal sealed class StageCells(IReadOnlyDictionary<string, string> answers)
{
    private const string Take = "take", Leave = "leave";

    private static readonly string[] Yes =
    [
        "晋级", "是", "√", "✓", "✔", "正选", "参赛", "参加", "入选", "已晋级", "直接晋级", "确认参赛", "Y", "YES", "QUALIFIED", "1", "OK",
    ];

    private static readonly string[] No = ["否", "未晋级", "不晋级", "淘汰", "未入选", "不参加", "不参赛", "N", "NO", "×", "X", "✗", "0"];

    /// <summary>Whether the row's person comes; null: not decided yet, and asked.</summary>
    public bool? Comes(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.Going);
        if (!table.Has(ListField.Going) || cell.Kind == CellKind.Fault)
        {
            return true;
        }

        var where = table.Address(row, ListField.Going);
        var text = string.Concat(cell.Text.Normalize(NormalizationForm.FormKC).Where(c => !CellText.IsUnseen(c))).ToUpperInvariant();
        if (Yes.Contains(text))
        {
            return true;
        }

        if (No.Contains(text) || text.StartsWith("放弃", StringComparison.Ordinal) || text.StartsWith("弃权", StringComparison.Ordinal))
        {
            findings.Add(
                new Finding(where, false, "没有晋级的不导入", $"{table.Read(row, ListField.Name).Text}：{text}。", Note: true, Kind: "没有晋级的不导入"));
            return false;
        }

        var reserve = text.Contains("候补", StringComparison.Ordinal) || text.Contains("替补", StringComparison.Ordinal)
            || text.Contains("递补", StringComparison.Ordinal)
            || text.Contains("备选", StringComparison.Ordinal);
        var what = reserve ? "候补选手" : text.Length == 0 ? "没有写是否晋级" : $"晋级情况写的是“{cell.Text}”";
        var question = $"going:{(reserve ? "reserve" : text)}";
        var given = answers.GetValueOrDefault(question);
        findings.Add(new Finding(
            where, false, what, "请选择：", new Choice([new Option(question, Take, "参加本次比赛"), new Option(question, Leave, "不导入")], given),
                Kind: what));
        return given is null ? null : given == Take;
    }

    /// <summary>Null: the list says nothing of an earlier stage.</summary>
    public static EarlierStage? From(ListTable table, int row, List<Finding> findings)
    {
        var (rank, total) = (Rank(table, row, findings), Total(table, row, findings));
        var contest = EntrantCells.Text(table, row, ListField.FormerContest);
        return rank is null && total is null && contest is null ? null : new EarlierStage(contest ?? Titled(table), rank, total);
    }

    /// <summary>What the list does not say stays as it was.</summary>
    public static EarlierStage? Merged(EarlierStage? before, EarlierStage? now) =>
        before is null || now is null ? now ?? before : new EarlierStage(
            now.Contest ?? before.Contest, now.Rank ?? before.Rank, now.Total ?? before.Total);

    private static int? Rank(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.FormerRank);
        if (cell.Kind is CellKind.Blank or CellKind.Fault)
        {
            return null;
        }

        var text = string.Concat(cell.Text.Normalize(NormalizationForm.FormKC).Where(c => !CellText.IsUnseen(c)));
        var bare = text.Split('(')[0].Replace("并列", "", StringComparison.Ordinal).Trim('第', '名', '.', '=', 'T');
        if (cell.Kind is CellKind.Text or CellKind.Number && int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture,
            out var rank) && rank > 0)
        {
            return rank;
        }

        findings.Add(new Finding(table.Address(row, ListField.FormerRank), true, $"“{cell.Text}”不是名次", "请填整数，例如 3；没有名次就空着。"));
        return null;
    }

    private static decimal? Total(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.FormerTotal);
        if (cell.Kind is CellKind.Blank or CellKind.Fault)
        {
            return null;
        }

        var text = string.Concat(
            cell.Text.Normalize(NormalizationForm.FormKC).Replace("分", "", StringComparison.Ordinal).Where(c => !CellText.IsUnseen(c)));
        var where = table.Address(row, ListField.FormerTotal);
        if (cell.Kind == CellKind.Percent || text.EndsWith('%'))
        {
            findings.Add(new Finding(where, true, $"成绩写的是百分数 {text}", $"请改成分数，例如 {text.TrimEnd('%')}，单元格格式改为常规。", Kind: "成绩写的是百分数"));
        }
        else if (cell.Kind is CellKind.Text or CellKind.Number
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out var total) && total is > -100_000 and < 100_000)
        {
            return total;
        }
        else
        {
            findings.Add(new Finding(where, true, $"“{cell.Text}”不是成绩", "请填数字，例如 87.5；没有成绩就空着。"));
        }

        return null;
    }

    // 安阳市选拔赛晋级名单: the line above the table says where its people come from; else the file's name does.
    private static string? Titled(ListTable table) =>
        table.Above.FirstOrDefault(l => l.Length is > 4 and <= 80 && l.Contains('赛', StringComparison.Ordinal)) ?? (
            table.Above.Count > 0 ? table.Above[^1] : null);
}

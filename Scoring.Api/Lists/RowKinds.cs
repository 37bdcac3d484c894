using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

internal enum RowKind { Blank, Person, Total, Stamp, Example, Header }

/// <summary>What a row below a header is: somebody, or one of the rows that lists carry along (R-I1a).</summary>
internal static class RowKinds
{
    private static readonly string[] Totals = ["合计", "总计", "小计", "共计", "总人数", "人数合计"];

    private static readonly string[] Stamps =
    [
        "填表人", "填报人", "制表人", "负责人", "单位盖章", "单位（盖章", "单位(盖章", "注：", "注:", "备注：", "备注:", "说明", "填表说明", "日期：", "日期:", "填表日期", "联系人", "审核", "单位意见", "主管部门意见", "盖章",
    ];

    public static RowKind Of(Worksheet sheet, int row, IReadOnlyDictionary<ListField, int> columns, ListShape shape)
    {
        var cells = sheet.Rows[row];
        var first = "";
        foreach (var cell in cells)
        {
            if (!CellText.IsBlank(cell.Text))
            {
                first = cell.Text.Replace(" ", "", StringComparison.Ordinal);
                break;
            }
        }

        if (first.Length == 0)
        {
            return RowKind.Blank;
        }

        var name = Text(sheet, row, columns, ListField.Name);
        var numbered = Text(sheet, row, columns, ListField.IdNumber).Count(char.IsDigit) > 4
            || Text(sheet, row, columns, ListField.ExamNumber).Count(char.IsDigit) > 4;
        if (CellText.IsExample(first) || CellText.IsExample(name) || Exampled(name)
            || cells.Any(c => c.Text.Length is > 1 and <= 12 && CellText.IsExample(c.Text) && !char.IsAscii(c.Text[^1])))
        {
            return RowKind.Example;
        }

        if (!numbered && (Totals.Any(w => first.StartsWith(w, StringComparison.Ordinal)) || (first.StartsWith('共') && first.EndsWith('人') && first.Any(char.IsAsciiDigit))))
        {
            return RowKind.Total;
        }

        return shape.Recognize(name) is not null || (name.Length == 0 && cells.Count(c => shape.Recognize(c.Text) is not null) > 2) ? RowKind.Header
            : (!numbered && name.Length is 0 or > 60 && (Stamps.Any(w => first.StartsWith(w, StringComparison.Ordinal)) || first.Contains('章', StringComparison.Ordinal)))
                || name.Length > 60 || Stamps.Any(w => name.StartsWith(w, StringComparison.Ordinal)) ? RowKind.Stamp
            : OnlySerial(cells, columns) ? RowKind.Blank
            : RowKind.Person;
    }

    // 张三（示例）
    private static bool Exampled(string name) =>
        name.EndsWith('）') && name.LastIndexOf('（') is > 0 and var at && CellText.IsExample(name[at..]);

    // A row that was numbered in advance but never filled in; or nothing in it is of this list.
    private static bool OnlySerial(IReadOnlyList<Cell> cells, IReadOnlyDictionary<ListField, int> columns)
    {
        foreach (var (field, column) in columns)
        {
            if (field != ListField.Serial && column < cells.Count && !CellText.IsBlank(cells[column].Text))
            {
                return false;
            }
        }

        return true;
    }

    private static string Text(Worksheet sheet, int row, IReadOnlyDictionary<ListField, int> columns, ListField field) =>
        columns.TryGetValue(field, out var column) && sheet.Covering(row, column) is { Kind: not CellKind.Blank } cell && !CellText.IsBlank(cell.Text) ? cell.Text : "";
}

// Where the table is in a worksheet, and which of its columns mean what (R-I1a).
using System.Text.RegularExpressions;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>A list of people as found in a worksheet: its header, its rows, and what was passed over.</summary>
/// <param name="HeaderRow">From 0; the lower one of two.</param>
/// <param name="Columns">Which column carries which field.</param>
/// <param name="Rows">Row numbers from 0 that carry people.</param>
/// <param name="Organization">From a line above the table; null: none.</param>
/// <param name="Notes">In words, for the preview.</param>
public sealed record ListTable(
    Worksheet Sheet, int HeaderRow, IReadOnlyDictionary<ListField, int> Columns, IReadOnlyList<int> Rows, string? Organization, IReadOnlyList<string> Notes)
{
    private const int DeepestHeader = 30;

    private static readonly ListField[] MayBeMerged = [ListField.Organization, ListField.Trade, ListField.Leader, ListField.LeaderPhone, ListField.Module, ListField.Role];

    /// <param name="isHead">Whether a row with these fields is the list's header.</param>
    /// <summary>Null: no row is.</summary>
    public static ListTable? Find(Worksheet sheet, Func<IReadOnlySet<ListField>, bool> isHead)
    {
        var header = Enumerable.Range(0, Math.Min(DeepestHeader, sheet.Rows.Count))
            .Select(row => (Row: row, Fields: Fields(sheet, row)))
            .Where(r => isHead(r.Fields))
            .OrderByDescending(r => r.Fields.Count)
            .Select(r => (int?)r.Row)
            .FirstOrDefault();
        if (header is not { } top)
        {
            return null;
        }

        var two = top + 1 < sheet.Rows.Count && IsSecondHeader(sheet, top);
        var columns = Map(sheet, top, two, out var doubled);
        var last = two ? top + 1 : top;
        var rows = new List<int>();
        var (blank, totals, stamps) = (0, 0, 0);
        for (var row = last + 1; row < sheet.Rows.Count; row++)
        {
            switch (KindOf(sheet, row, columns))
            {
                case RowKind.Person:
                    rows.Add(row);
                    break;
                case RowKind.Total:
                    totals++;
                    break;
                case RowKind.Stamp:
                    stamps++;
                    break;
                default:
                    blank++;
                    break;
            }
        }

        List<string> notes = [$"表头在第 {last + 1} 行"];
        Note(totals, $"跳过合计行 {totals}");
        Note(stamps, $"盖章、说明行 {stamps}");
        Note(sheet.HiddenRows.Count(rows.Contains), $"含隐藏行 {sheet.HiddenRows.Count(rows.Contains)}");
        Note(sheet.HiddenColumns.Count(columns.ContainsValue), $"含隐藏列 {sheet.HiddenColumns.Count(columns.ContainsValue)}");
        Note(doubled.Count, $"没有用的重复列 {string.Join('、', doubled.Select(Worksheet.ColumnName))}");
        return new ListTable(sheet, last, columns, rows, OrganizationAbove(sheet, top), notes);

        void Note(int count, string words)
        {
            if (count > 0)
            {
                notes.Add(words);
            }
        }
    }

    /// <summary>The cell of a field; blank where the list has no such column.</summary>
    public Cell Read(int row, ListField field) =>
        !Columns.TryGetValue(field, out var column) ? new Cell("", CellKind.Blank)
        : MayBeMerged.Contains(field) ? Sheet.Covering(row, column)
        : Sheet.At(row, column);

    /// <summary>e.g. C6; where the list has no such column, the row's first cell.</summary>
    public string Address(int row, ListField field) => Worksheet.Address(row, Columns.GetValueOrDefault(field));

    private enum RowKind { Blank, Person, Total, Stamp }

    private static HashSet<ListField> Fields(Worksheet sheet, int row) =>
        [.. sheet.Rows[row].Select(c => ListHeaders.Recognize(c.Text)).OfType<ListField>()];

    // 领队 over 姓名 and 手机: the row below has headers where the row above is merged.
    private static bool IsSecondHeader(Worksheet sheet, int top) =>
        sheet.Merges.Any(m => m.FromRow == top && (m.ToColumn > m.FromColumn || m.ToRow == top + 1)) && Fields(sheet, top + 1).Count > 0;

    private static Dictionary<ListField, int> Map(Worksheet sheet, int top, bool two, out List<int> doubled)
    {
        var columns = new Dictionary<ListField, int>();
        doubled = [];
        for (var column = 0; column < sheet.Columns; column++)
        {
            var above = sheet.Covering(top, column).Text;
            var below = two ? sheet.At(top + 1, column).Text : "";
            var field = below.Length == 0 ? ListHeaders.Recognize(above) : ListHeaders.Recognize(above + below) ?? Under(above, below);
            if (field is not { } known)
            {
                continue;
            }

            // A second 姓名 or 手机 belongs to the leader if a leader's column stands before it.
            if (columns.ContainsKey(known) && columns.ContainsKey(ListField.Leader) && known == ListField.Phone)
            {
                known = ListField.LeaderPhone;
            }

            if (!columns.TryAdd(known, column))
            {
                doubled.Add(column);
            }
        }

        return columns;
    }

    private static ListField? Under(string above, string below) => (ListHeaders.Recognize(above), ListHeaders.Recognize(below)) switch
    {
        (ListField.Leader, ListField.Name) => ListField.Leader,
        (ListField.Leader, ListField.Phone) => ListField.LeaderPhone,
        (_, { } lower) => lower,
        (var upper, null) => upper,
    };

    private static RowKind KindOf(Worksheet sheet, int row, Dictionary<ListField, int> columns)
    {
        var cells = columns.Values.Select(c => sheet.At(row, c)).Where(c => c.Kind != CellKind.Blank).ToList();
        var name = columns.TryGetValue(ListField.Name, out var at) ? sheet.At(row, at).Text.Trim() : "";
        var first = sheet.Rows[row].FirstOrDefault(c => c.Kind != CellKind.Blank)?.Text.Replace(" ", "", StringComparison.Ordinal) ?? "";
        return cells.Count == 0 && first.Length == 0 ? RowKind.Blank
            : Words(first, "合计", "总计", "小计", "共计") || (Words(first, "共") && first.EndsWith('人')) ? RowKind.Total
            : Words(first, "填表人", "填报人", "负责人", "单位盖章", "单位（盖章", "注：", "注:", "备注：", "备注:", "说明", "日期", "联系人", "审核")
                || (name.Length == 0 && first.Contains('章', StringComparison.Ordinal)) || name.Length > 60 ? RowKind.Stamp
            : ListHeaders.Recognize(name) == ListField.Name ? RowKind.Stamp
            : cells.Count(c => !IsSerialOnly(sheet, row, columns, c)) == 0 ? RowKind.Blank
            : RowKind.Person;
    }

    // A row that was numbered in advance but never filled in.
    private static bool IsSerialOnly(Worksheet sheet, int row, Dictionary<ListField, int> columns, Cell cell) =>
        columns.TryGetValue(ListField.Serial, out var serial) && ReferenceEquals(sheet.At(row, serial), cell);

    private static bool Words(string text, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (text.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string? OrganizationAbove(Worksheet sheet, int top)
    {
        for (var row = 0; row < top; row++)
        {
            foreach (var cell in sheet.Rows[row])
            {
                var found = Regex.Match(
                    cell.Text, "(?:单位|参赛单位|代表队|报名单位|学校)(?:名称)?(?:[（(]?盖?章?[)）]?)[:：]\\s*(?<name>[^\\s（(_]{2,40})", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
                if (found.Success)
                {
                    return found.Groups["name"].Value;
                }
            }
        }

        return null;
    }
}

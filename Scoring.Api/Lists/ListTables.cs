using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>All tables of people in a file: one below the other, a sheet for each trade, a form for each person (R-I1a).</summary>
public static class ListTables
{
    private const int MostTables = 500, LinesAbove = 40;

    /// <summary>Everything on visible sheets; what is passed over is said in the first table's notes.</summary>
    /// <exception cref="UnreadableFileException">There is no table, or nobody in it.</exception>
    public static IReadOnlyList<ListTable> In(Spreadsheet file, ListShape shape, string fileName)
    {
        var sheets = file.Sheets.Index().Select(s => (Sheet: s.Item, Tables: In(s.Item, s.Index, shape))).ToList();
        var found = sheets.Where(s => !s.Sheet.Hidden).SelectMany(s => s.Tables).ToList();
        var tables = found.Where(t => t.Rows.Count > 0).ToList();
        var hidden = sheets.Where(s => s.Sheet.Hidden && s.Tables.Any(t => t.Rows.Count > 0)).Select(s => s.Sheet.Name).ToList();
        if (tables.Count == 0)
        {
            throw new UnreadableFileException(
                hidden.Count > 0 ? $"名单在隐藏的工作表“{string.Join("”“", hidden)}”里，看得见的工作表里没有名单。请在 Excel 里取消隐藏并核对后再上传。"
                : found.Count > 0 ? found[0].Form is null ? "文件里没有名单：只有表头，没有人。" : "这是一张空的登记表：姓名还没有填。" : shape.Lacking);
        }

        List<string> notes = [];
        Passed(notes, hidden, "没有读隐藏的工作表");
        Passed(
            notes,
            [.. sheets.Where(s => !s.Sheet.Hidden && s.Sheet.Rows.Any(r => r.Count > 0) && !s.Tables.Any(t => t.Rows.Count > 0)).Select(s => s.Sheet.Name)], "没有名单的工作表");
        return [.. tables.Select((t, i) => t with
        {
            Above = [.. t.Above, t.Sheet.Name, Path.GetFileNameWithoutExtension(fileName)], Notes = i == 0 ? [.. t.Notes, .. notes] : t.Notes,
        })];
    }

    /// <summary>The tables of one sheet, one below the other.</summary>
    public static IReadOnlyList<ListTable> In(Worksheet sheet, int number, ListShape shape)
    {
        if (ListForms.In(sheet, number, shape) is { } form)
        {
            return [form];
        }

        var tables = new List<ListTable>();
        for (var from = 0; from < sheet.Rows.Count && tables.Count < MostTables;)
        {
            if ((from == 0 ? HeaderBand.Best(sheet, shape, from) : HeaderBand.At(sheet, shape, from)) is not { } band)
            {
                break;
            }

            var (table, next) = Read(sheet, number, shape, band);
            tables.Add(table);
            from = next;
        }

        return tables;
    }

    private static (ListTable Table, int Next) Read(Worksheet sheet, int number, ListShape shape, HeaderBand band)
    {
        var columns = band.Columns.Where(c => c.Field is not null).DistinctBy(c => c.Field).ToDictionary(
            c => c.Field!.Value, c => c.Column);
        var rows = new List<int>();
        var passed = new Dictionary<RowKind, List<int>>();
        var row = band.Bottom + 1;
        for (; row < sheet.Rows.Count; row++)
        {
            var kind = RowKinds.Of(sheet, row, columns, shape);
            if (kind == RowKind.Header && HeaderBand.At(sheet, shape, row) is { } next && !Repeats(sheet, band, row))
            {
                break;
            }

            if (kind == RowKind.Person)
            {
                rows.Add(row);
            }
            else if (kind != RowKind.Blank)
            {
                (passed.TryGetValue(kind, out var others) ? others : passed[kind] = []).Add(row);
            }
        }

        var (headers, findings) = HeaderColumns.Settle(sheet, number, band, rows, shape);
        var settled = headers.Where(c => c.Field is not null).DistinctBy(c => c.Field).ToDictionary(c => c.Field!.Value, c => c.Column);
        return (new ListTable(sheet, band.Bottom, headers, settled, rows, Lines(sheet, band.Top), Notes(sheet, band, rows, settled, passed)) { Number = number, Findings = findings, TradeWord = shape.TradeWord }, row);
    }

    private static List<string> Notes(
        Worksheet sheet, HeaderBand band, List<int> rows, Dictionary<ListField, int> columns, Dictionary<RowKind, List<int>> passed)
    {
        List<string> notes = [$"表头在第 {band.Bottom + 1} 行"];
        Note(passed.GetValueOrDefault(RowKind.Total), "跳过合计行");
        Note(passed.GetValueOrDefault(RowKind.Stamp), "跳过盖章、说明行");
        Note(passed.GetValueOrDefault(RowKind.Example), "跳过示例行");
        Note(passed.GetValueOrDefault(RowKind.Header), "跳过重复的表头");
        Note(sheet.HiddenRows.Count == 0 ? null : [.. rows.Where(sheet.HiddenRows.Contains)], "含隐藏行");
        var hidden = columns.Values.Where(sheet.HiddenColumns.Contains).Order().Select(Worksheet.ColumnName).ToList();
        if (hidden.Count > 0)
        {
            notes.Add($"含隐藏列 {string.Join('、', hidden)}");
        }

        return notes;

        void Note(List<int>? which, string words)
        {
            if (which is { Count: > 0 })
            {
                notes.Add($"{words} {Numbers(which)}");
            }
        }
    }

    /// <summary>Row numbers as people count them, the first of many.</summary>
    internal static string Numbers(IReadOnlyList<int> rows) =>
        string.Join('、', rows.Take(20).Select(r => r + 1)) + (rows.Count > 20 ? $" 等 {rows.Count} 行" : "");

    private static void Passed(List<string> notes, List<string> sheets, string words)
    {
        if (sheets.Count > 0)
        {
            notes.Add($"{words}：“{string.Join("”“", sheets)}”");
        }
    }

    // The header printed again on each page says nothing new; another order of columns is another table.
    private static bool Repeats(Worksheet sheet, HeaderBand band, int row) =>
        band.Columns.All(c => sheet.At(row, c.Column).Text is var text && (text.Length == 0 || c.Header.EndsWith(text, StringComparison.Ordinal) || c.Header.StartsWith(text, StringComparison.Ordinal)));

    private static List<string> Lines(Worksheet sheet, int top)
    {
        var lines = new List<string>();
        for (var row = top - 1; row >= 0 && lines.Count < LinesAbove; row--)
        {
            lines.AddRange(sheet.Rows[row].Where(c => c.Kind != CellKind.Blank).Select(c => c.Text).Where(t => t.Length <= 200));
        }

        return lines;
    }
}

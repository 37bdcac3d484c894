// The old binary workbook (.xls and WPS .et), at most 65,536 rows a sheet.
using System.Globalization;
using System.Text;
using ExcelDataReader;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

internal static class XlsBook
{
    /// <exception cref="ExcelDataReader.Exceptions.ExcelReaderException">Damaged, or protected by a password.</exception>
    public static Spreadsheet Read(byte[] file, SheetLimits limits)
    {
        using var reader = ExcelReaderFactory.CreateReader(
            new MemoryStream(file, writable: false), new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding("GB18030") });
        var faults = FaultyXlsCells.Looks(file) ? FaultyXlsCells.In(file) : new Dictionary<(string, string), string>();
        var sheets = new List<Worksheet>();
        do
        {
            sheets.Add(Sheet(reader, faults, limits));
        }
        while (reader.NextResult());
        return new Spreadsheet(sheets);
    }

    private static Worksheet Sheet(
        IExcelDataReader reader, IReadOnlyDictionary<(string Sheet, string Cell), string> faults, SheetLimits limits)
    {
        var rows = new List<IReadOnlyList<Cell>>();
        var hiddenRows = new HashSet<int>();
        var most = Math.Max(1, reader.RowCount);
        while (reader.Read())
        {
            var at = rows.Count;
            Cell[] row = [.. Enumerable.Range(0, reader.FieldCount).Select(c =>
                faults.TryGetValue((reader.Name, Worksheet.Address(at, c)), out var fault) ? new Cell(fault, CellKind.Fault) : Cell(reader, c))];
            var filled = row.Count(c => c.Kind != CellKind.Blank);
            rows.Add(filled == 0 ? [] : row);
            if (filled > 0)
            {
                limits.Row(filled, () => (double)at / most);
            }

            if (reader.RowHeight == 0)
            {
                hiddenRows.Add(at);
            }
        }

        var hiddenColumns = Enumerable.Range(0, reader.FieldCount).Where(c => reader.GetColumnWidth(c) == 0).ToHashSet();
        return new Worksheet(
            CellText.Trim(reader.Name), rows, hiddenRows, hiddenColumns, [.. (reader.MergeCells ?? []).Select(m => new MergedArea(m.FromRow, m.FromColumn, m.ToRow, m.ToColumn))],
            !string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase));
    }

    private static Cell Cell(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => Worksheet.Blank,
        string text when CellText.Trim(text) is var bare => bare.Length == 0 ? Worksheet.Blank : new Cell(bare, CellKind.Text),
        DateTime date => new Cell(NumberFormats.Date(date), CellKind.Date),
        bool yes => new Cell(yes ? "是" : "否", CellKind.Boolean),
        double number => NumberFormats.Cell(
            number,
            NumberFormats.Of(reader.GetNumberFormatString(column) ?? "") is NumberShown.Percent ? NumberShown.Percent : NumberShown.Plain, from1904: false),
        IFormattable number => new Cell(number.ToString(null, CultureInfo.InvariantCulture), CellKind.Number),
        var other => new Cell(CellText.Trim(other.ToString() ?? ""), CellKind.Text),
    };
}

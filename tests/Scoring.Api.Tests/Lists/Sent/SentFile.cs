using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Place = Scoring.Api.Lists.Worksheet;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>A sheet as somebody sends it. Cells: text, numbers, <see cref="Percent"/>, <see cref="Fault"/>, null.</summary>
public sealed record SentSheet(
    string Name, IReadOnlyList<object?[]> Rows, bool Hidden = false, IReadOnlyList<string>? Merges = null,
    IReadOnlyList<int>? HiddenRows = null)
{
    public static SentSheet Of(params object?[][] rows) => new("报名表", rows);
}

public sealed record Percent(double Value);

public sealed record Fault(string Text);

/// <summary>The same rows as .xlsx, .xls or CSV.</summary>
public static class SentFile
{
    public static byte[] Xlsx(params SentSheet[] sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 10, ApplyNumberFormat = true }));
            var list = workbook.Workbook.AppendChild(new Sheets());
            foreach (var (index, sheet) in sheets.Index())
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(sheet.Rows.Select((cells, r) => new Row(cells.Select((c, i) => Cell(c, r, i)).OfType<Cell>())
                {
                    RowIndex = (uint)r + 1, Hidden = sheet.HiddenRows?.Contains(r) == true ? true : null,
                })));
                if (sheet.Merges is { Count: > 0 } merges)
                {
                    part.Worksheet.Append(new MergeCells(merges.Select(m => new MergeCell { Reference = m })));
                }

                list.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)index + 1, Name = sheet.Name, State = sheet.Hidden ? SheetStateValues.Hidden : null });
            }
        }

        return file.ToArray();
    }

    /// <param name="kind">xlsx, xls or csv.</param>
    public static byte[] In(string kind, SentSheet sheet) => kind switch { "xls" => Xls(sheet), "csv" => Csv(sheet), _ => Xlsx(sheet) };

    public static byte[] Xls(params SentSheet[] sheets) => BinaryWorkbook.Write(sheets);

    public static byte[] Csv(SentSheet sheet, string encoding = "GB18030", char separator = ',')
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = string.Join("\r\n", sheet.Rows.Select(r => string.Join(separator, r.Select(c => Quoted(Text(c), separator)))));
        var chosen = Encoding.GetEncoding(encoding);
        return [.. chosen.GetPreamble(), .. chosen.GetBytes(text)];
    }

    internal static string Text(object? cell) => cell switch
    {
        null => "",
        Percent percent => (percent.Value * 100).ToString(CultureInfo.InvariantCulture) + "%",
        Fault fault => fault.Text,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private static string Quoted(string text, char separator) =>
        text.Contains(separator) || text.Contains('"') || text.Contains('\n') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static Cell? Cell(object? value, int row, int column)
    {
        var cell = new Cell { CellReference = Place.Address(row, column) };
        switch (value)
        {
            case null:
                return null;
            case Percent percent:
                cell.CellValue = new CellValue(percent.Value.ToString("R", CultureInfo.InvariantCulture));
                cell.StyleIndex = 1;
                break;
            case Fault fault:
                cell.DataType = CellValues.Error;
                cell.CellValue = new CellValue(fault.Text);
                break;
            case string text:
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
                break;
            default:
                cell.CellValue = new CellValue(Text(value));
                break;
        }

        return cell;
    }
}

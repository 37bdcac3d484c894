// Plain .xlsx files: every cell is text, so that nothing typed by people is ever run as a formula (R-I1g).
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Scoring.Api.Lists;

public enum CellStyle : uint { Plain, Head, Error, Doubt, Title }

public sealed record OutCell(string Text, CellStyle Style = CellStyle.Plain);

/// <param name="Widths">Of the columns, in characters.</param>
/// <param name="HeadRows">Repeated on every printed page and kept in view.</param>
public sealed record OutSheet(string Name, IReadOnlyList<double> Widths, IReadOnlyList<IReadOnlyList<OutCell>> Rows, int HeadRows = 1);

public static class XlsxWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static byte[] Write(params IReadOnlyList<OutSheet> sheets)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var list = workbook.Workbook.AppendChild(new Sheets());
            var names = new DefinedNames();
            foreach (var (sheet, index) in sheets.Select((s, i) => (s, (uint)i)))
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = Worksheet(sheet);
                list.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = index + 1, Name = sheet.Name });
                if (sheet.HeadRows > 0)
                {
                    names.Append(new DefinedName($"'{sheet.Name.Replace("'", "''", StringComparison.Ordinal)}'!$1:${sheet.HeadRows}") { Name = "_xlnm.Print_Titles", LocalSheetId = index });
                }
            }

            workbook.Workbook.Append(names);
        }

        return file.ToArray();
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Worksheet Worksheet(OutSheet sheet)
    {
        var view = new SheetView { WorkbookViewId = 0 };
        if (sheet.HeadRows > 0)
        {
            view.Append(new Pane { VerticalSplit = sheet.HeadRows, TopLeftCell = $"A{sheet.HeadRows + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        }

        return new DocumentFormat.OpenXml.Spreadsheet.Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(view),
            new Columns(sheet.Widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true })),
            new SheetData(sheet.Rows.Select((cells, row) => new Row(cells.Select((cell, column) => Cell(cell, row, column))) { RowIndex = (uint)row + 1 })),
            new PageSetup { PaperSize = 9, Orientation = sheet.Widths.Sum() > 95 ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C第 &P 页，共 &N 页")));
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Cell(OutCell cell, int row, int column) => new()
    {
        CellReference = Lists.Worksheet.Address(row, column),
        DataType = CellValues.InlineString,
        StyleIndex = (uint)cell.Style,
        InlineString = new InlineString(new Text(Clean(cell.Text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    // XML has no room for control characters.
    private static string Clean(string text) => text.Any(c => c < ' ' && c is not ('\n' or '\t')) ? string.Concat(text.Where(c => c >= ' ' || c is '\n' or '\t')) : text;

    private static Stylesheet Styles()
    {
        static Font Font(bool bold, double size = 11) => bold
            ? new Font(new Bold(), new FontSize { Val = size }, new FontName { Val = "等线" })
            : new Font(new FontSize { Val = size }, new FontName { Val = "等线" });
        static Fill Fill(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });
        static Border Lines() => new(
            new LeftBorder(new Color { Rgb = "FFBFC7D1" }) { Style = BorderStyleValues.Thin }, new RightBorder(new Color { Rgb = "FFBFC7D1" }) { Style = BorderStyleValues.Thin },
            new TopBorder(new Color { Rgb = "FFBFC7D1" }) { Style = BorderStyleValues.Thin }, new BottomBorder(new Color { Rgb = "FFBFC7D1" }) { Style = BorderStyleValues.Thin }, new DiagonalBorder());
        static CellFormat Format(uint font, uint fill, uint border) => new()
        {
            NumberFormatId = 49, FontId = font, FillId = fill, BorderId = border, ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyBorder = true, QuotePrefix = true,
        };
        return new Stylesheet(
            new Fonts(Font(false), Font(true), Font(true, 16)),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Fill("FFEEF1F5"), Fill("FFFDEAEA"), Fill("FFFFF3DC")),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Lines()),
            new CellFormats(Format(0, 0, 1), Format(1, 2, 1), Format(1, 3, 1), Format(0, 4, 1), Format(2, 0, 0)));
    }
}

// Plain .xlsx files: every cell that people typed is text, so that nothing is ever run as a formula (R-I1g); only figures of this program are numbers.
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Scoring.Api.Lists;

/// <summary>Mark and Count are numbers if the text is one; Bare has no lines around it.</summary>
public enum CellStyle : uint { Plain, Head, Error, Doubt, Title, Subtitle, Centre, Mark, Count, Bare }

public sealed record OutCell(string Text, CellStyle Style = CellStyle.Plain);

/// <param name="Widths">Of the columns, in characters.</param>
/// <param name="HeadRows">Repeated on every printed page and kept in view.</param>
/// <param name="Foot">Left in the foot of every printed page; null: page numbers only.</param>
/// <param name="Merged">Merged areas, e.g. A1:F1.</param>
public sealed record OutSheet(
    string Name, IReadOnlyList<double> Widths, IReadOnlyList<IReadOnlyList<OutCell>> Rows, int HeadRows = 1, string? Foot = null, IReadOnlyList<string>? Merged = null);

public static class XlsxWriter
{
    // Number formats every spreadsheet knows by these numbers.
    private const uint Whole = 1, TwoDecimals = 2, AsText = 49;

    // Of marks with 0, 1, 2, 3 and 4 decimals; the last two and the second are our own.
    private static readonly uint[] OtherDecimals = [Whole, 164, TwoDecimals, 165, 166];

    // Those of OtherDecimals stand after the styles that have a name.
    private static readonly uint AfterStyles = (uint)Enum.GetValues<CellStyle>().Length;

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
        [
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(view),
            new Columns(sheet.Widths.Select((w, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = w, CustomWidth = true })),
            new SheetData(sheet.Rows.Select(Line)),
            .. sheet.Merged is { Count: > 0 } merged ? [new MergeCells(merged.Select(m => new MergeCell { Reference = m }))] : (OpenXmlElement[])[],
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.8, Header = 0.3, Footer = 0.4 },
            new PageSetup { PaperSize = 9, Orientation = sheet.Widths.Sum() > PaperList.WidestPortrait ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter($"{(sheet.Foot is null ? "" : $"&L&9{sheet.Foot.Replace("&", "&&", StringComparison.Ordinal)}")}&R&9第 &P 页，共 &N 页")),
        ]);
    }

    private static Row Line(IReadOnlyList<OutCell> cells, int row) => new(cells.Select((cell, column) => Cell(cell, row, column)))
    {
        RowIndex = (uint)row + 1,
        Height = cells.Count > 0 && cells[0].Style == CellStyle.Title ? 32 : 20,
        CustomHeight = true,
    };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Cell(OutCell cell, int row, int column) =>
        cell.Style is CellStyle.Mark or CellStyle.Count && decimal.TryParse(cell.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? new() { CellReference = Lists.Worksheet.Address(row, column), StyleIndex = cell.Style == CellStyle.Mark ? Decimals(cell.Text) : (uint)cell.Style, CellValue = new CellValue(cell.Text) }
            : new()
            {
                CellReference = Lists.Worksheet.Address(row, column),
                DataType = CellValues.InlineString,
                StyleIndex = (uint)cell.Style,
                InlineString = new InlineString(new Text(Clean(cell.Text)) { Space = SpaceProcessingModeValues.Preserve }),
            };

    // A mark shows as many decimals as its text has (R-K2).
    private static uint Decimals(string text) => text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point && text.Length - point - 1 is not 2 and var decimals
        ? AfterStyles + (uint)Math.Min(decimals, OtherDecimals.Length - 1)
        : text.Contains('.', StringComparison.Ordinal) ? (uint)CellStyle.Mark : AfterStyles;

    // XML has no room for control characters.
    private static string Clean(string text) => text.Any(c => c < ' ' && c is not ('\n' or '\t')) ? string.Concat(text.Where(c => c >= ' ' || c is '\n' or '\t')) : text;

    private static Stylesheet Styles()
    {
        static Font Font(bool bold, double size = 11) => bold
            ? new Font(new Bold(), new FontSize { Val = size }, new FontName { Val = "等线" })
            : new Font(new FontSize { Val = size }, new FontName { Val = "等线" });
        static Fill Fill(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });
        static Border Lines() => new(
            new LeftBorder(new Color { Rgb = "FF5B6878" }) { Style = BorderStyleValues.Thin }, new RightBorder(new Color { Rgb = "FF5B6878" }) { Style = BorderStyleValues.Thin },
            new TopBorder(new Color { Rgb = "FF5B6878" }) { Style = BorderStyleValues.Thin }, new BottomBorder(new Color { Rgb = "FF5B6878" }) { Style = BorderStyleValues.Thin }, new DiagonalBorder());
        static CellFormat Format(uint font, uint fill, uint border, HorizontalAlignmentValues? stands = null, uint number = AsText) => new(
            new Alignment { Horizontal = stands ?? HorizontalAlignmentValues.General, Vertical = VerticalAlignmentValues.Center, ShrinkToFit = border == 1 })
        {
            NumberFormatId = number, FontId = font, FillId = fill, BorderId = border, ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true, ApplyBorder = true,
            ApplyAlignment = true, QuotePrefix = number == AsText,
        };
        return new Stylesheet(
            new NumberingFormats(
                new NumberingFormat { NumberFormatId = 164, FormatCode = "0.0" }, new NumberingFormat { NumberFormatId = 165, FormatCode = "0.000" },
                new NumberingFormat { NumberFormatId = 166, FormatCode = "0.0000" }),
            new Fonts(Font(false), Font(true), Font(true, 16)),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Fill("FFEEF1F5"), Fill("FFFDEAEA"), Fill("FFFFF3DC")),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Lines()),
            // In the order of CellStyle.
            new CellFormats([
                Format(0, 0, 1), Format(1, 2, 1, HorizontalAlignmentValues.Center), Format(1, 3, 1), Format(0, 4, 1), Format(2, 0, 0, HorizontalAlignmentValues.Center),
                Format(0, 0, 0, HorizontalAlignmentValues.Center), Format(0, 0, 1, HorizontalAlignmentValues.Center), Format(0, 0, 1, HorizontalAlignmentValues.Right, TwoDecimals),
                Format(0, 0, 1, HorizontalAlignmentValues.Right, Whole), Format(0, 0, 0),
                .. OtherDecimals.Select(number => Format(0, 0, 1, HorizontalAlignmentValues.Right, number))]));
    }
}

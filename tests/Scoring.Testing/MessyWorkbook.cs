using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Scoring.Core.People;

namespace Scoring.Testing;

/// <summary>Writes .xlsx files the way people leave them: numbers where text belongs, merged cells, titles, totals.</summary>
public sealed class MessyWorkbook(string sheet = "选手")
{
    private readonly List<object?[]> rows = [];
    private readonly List<string> merges = [];

    /// <summary>Text as text, numbers as numbers, a text that starts with = as a formula without a value.</summary>
    public MessyWorkbook Row(params object?[] cells)
    {
        rows.Add(cells);
        return this;
    }

    public MessyWorkbook Merge(string area)
    {
        merges.Add(area);
        return this;
    }

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook();
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(rows.Select((cells, r) => new Row(cells.Select((c, i) => Cell(c, r, i))))));
            if (merges.Count > 0)
            {
                part.Worksheet.Append(new MergeCells(merges.Select(m => new MergeCell { Reference = m })));
            }

            workbook.Workbook.AppendChild(new Sheets()).Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = sheet });
        }

        return file.ToArray();
    }

    /// <summary>A resident number with its right check digit.</summary>
    public static string Id(int number)
    {
        var digits = $"41050019900101{number:000}";
        return digits + ResidentId.CheckDigit(digits);
    }

    private static Cell Cell(object? value, int row, int column)
    {
        var cell = new Cell { CellReference = Scoring.Api.Lists.Worksheet.Address(row, column) };
        switch (value)
        {
            case string formula when formula.StartsWith('='):
                cell.CellFormula = new CellFormula(formula[1..]);
                break;
            case string text:
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
                break;
            case double or int or long:
                cell.CellValue = new CellValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!);
                break;
            default:
                break;
        }

        return cell;
    }
}

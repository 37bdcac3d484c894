using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Scoring.Api.Lists;

/// <summary>Cells that the reader would give as blank: #N/A and its kin, and formulas that no program ever computed. Read as blank they would lose marks (R-I1g).</summary>
public static class FaultyCells
{
    /// <summary>What stands there, by sheet and address.</summary>
    public static IReadOnlyDictionary<(string Sheet, string Cell), string> In(byte[] file)
    {
        if (FaultyXlsCells.Looks(file))
        {
            return FaultyXlsCells.In(file);
        }

        var found = new Dictionary<(string, string), string>();
        if (!file.AsSpan().StartsWith("PK"u8))
        {
            return found;
        }

        using var document = SpreadsheetDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
        foreach (var sheet in document.WorkbookPart?.Workbook.Sheets?.Elements<Sheet>() ?? [])
        {
            if (sheet.Id?.Value is not { } id || document.WorkbookPart!.GetPartById(id) is not WorksheetPart part)
            {
                continue;
            }

            using var reader = OpenXmlReader.Create(part);
            while (reader.Read())
            {
                if (reader.ElementType == typeof(DocumentFormat.OpenXml.Spreadsheet.Cell) && reader.IsStartElement
                    && reader.LoadCurrentElement() is DocumentFormat.OpenXml.Spreadsheet.Cell { CellReference.Value: { } address } cell
                    && Fault(cell) is { } fault)
                {
                    found[(sheet.Name?.Value ?? "", address)] = fault;
                }
            }
        }

        return found;
    }

    private static string? Fault(DocumentFormat.OpenXml.Spreadsheet.Cell cell) =>
        cell.DataType?.Value == CellValues.Error ? cell.CellValue?.Text ?? "#N/A"
        : cell.CellFormula is not null && string.IsNullOrEmpty(cell.CellValue?.Text) && cell.DataType?.Value != CellValues.String ? "公式没有结果"
        : null;
}

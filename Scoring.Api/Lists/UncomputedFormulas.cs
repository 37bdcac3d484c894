using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Scoring.Api.Lists;

/// <summary>Formulas without a stored value in an .xlsx: written by programs, never opened in Excel. Read as blank they would lose marks (R-I1g).</summary>
public static class UncomputedFormulas
{
    public static IReadOnlySet<(string Sheet, string Cell)> In(byte[] file)
    {
        var found = new HashSet<(string, string)>();
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
                    && reader.LoadCurrentElement() is DocumentFormat.OpenXml.Spreadsheet.Cell { CellFormula: not null } cell
                    && string.IsNullOrEmpty(cell.CellValue?.Text) && cell.CellReference?.Value is { } address)
                {
                    found.Add((sheet.Name?.Value ?? "", address));
                }
            }
        }

        return found;
    }
}

using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>Files the organizer downloads around an import.</summary>
public static class EntrantTemplates
{
    private static readonly ListField[] Fields =
    [
        ListField.Serial, ListField.Name, ListField.Gender, ListField.Nation, ListField.IdType, ListField.IdNumber, ListField.Education, ListField.Phone,
        ListField.Organization, ListField.Trade, ListField.ExamNumber, ListField.FormerCertificate, ListField.Grade, ListField.Leader, ListField.LeaderPhone,
    ];

    /// <summary>An empty 报名表 whose cells are text, so that no ID number loses its digits.</summary>
    public static byte[] Registration() => XlsxWriter.Write(new OutSheet(
        "报名表", [6, 12, 6, 8, 14, 22, 10, 14, 28, 14, 16, 18, 10, 12, 14],
        [
            [.. Fields.Select(f => new OutCell(ListHeaders.Name(f), CellStyle.Head))],
            .. Enumerable.Range(1, 60).Select(n => (IReadOnlyList<OutCell>)[.. Fields.Select(f => new OutCell(f == ListField.Serial ? n.ToString(System.Globalization.CultureInfo.InvariantCulture) : ""))]),
        ]));

    /// <summary>The uploaded table again, errors marked in their cells and told in a last column. Full numbers are the organizer's own file.</summary>
    public static byte[] Marked(EntrantImport import)
    {
        var sheet = import.Table.Sheet;
        var width = sheet.Columns;
        var findings = import.Rows.ToDictionary(r => r.Number - 1, r => r.Findings);
        var rows = new List<IReadOnlyList<OutCell>>();
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            var found = findings.GetValueOrDefault(row, []);
            rows.Add(
            [
                .. Enumerable.Range(0, width).Select(column =>
                {
                    var address = Worksheet.Address(row, column);
                    var style = found.Any(f => f.Error && f.Cell == address) ? CellStyle.Error
                        : found.Any(f => f.Cell == address) ? CellStyle.Doubt
                        : row <= import.Table.HeaderRow ? CellStyle.Head : CellStyle.Plain;
                    return new OutCell(sheet.At(row, column).Text, style);
                }),
                new OutCell(row == import.Table.HeaderRow ? "问题" : string.Join('；', found.Select(f => $"{f.Cell} {f.What}：{f.Advice}")), row == import.Table.HeaderRow ? CellStyle.Head : CellStyle.Plain),
            ]);
        }

        return XlsxWriter.Write(new OutSheet(
            "核对", [.. Enumerable.Range(0, width).Select(c => Math.Clamp(sheet.Rows.Select(r => c < r.Count ? r[c].Text.Length * 1.6 : 0).DefaultIfEmpty(8).Max(), 6, 32)), 60], rows, import.Table.HeaderRow + 1));
    }
}

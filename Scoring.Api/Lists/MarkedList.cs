using System.Globalization;

namespace Scoring.Api.Lists;

/// <summary>The uploaded tables again, errors marked in their cells and told in a last column. Full numbers are the organizer's own
/// file.</summary>
public static class MarkedList
{
    // A longer list goes out as its rows with findings: a workbook of everything would be as large as what came in.
    private const int Whole = 20_000, Most = 20_000;

    public static byte[] Write(ListImport import)
    {
        var found = import.Found.Groups.SelectMany(g => g.Places).Where(p => p.Row is not null).ToLookup(
            p => (p.Table.Sheet, p.Row!.Row), p => p.Finding);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return XlsxWriter.Write(
            [.. import.Tables.GroupBy(t => t.Sheet, ReferenceEqualityComparer.Instance).Select(g => Sheet(import, [.. g], found, names))]);
    }

    private static OutSheet Sheet(
        ListImport import, IReadOnlyList<ListTable> tables, ILookup<(Worksheet, int), Finding> found, HashSet<string> names)
    {
        var sheet = tables[0].Sheet;
        var head = tables[0].HeaderRow;
        var all = Enumerable.Range(0, sheet.Rows.Count);
        var rows = (import.Lines.Count <= Whole ? all : all.Where(r => r <= head || found[(sheet, r)].Any())).Take(Most).ToList();
        var told = tables.SelectMany(t => t.Findings).Where(f => !f.Note).Select(Words).ToList();
        var cells = rows.Select(row => Row(sheet, row, head, [.. found[(sheet, row)]], row == head ? ["问题", .. told] : [])).ToList();
        var widths = Enumerable.Range(0, sheet.Columns).Select(
            c => Math.Clamp(rows.Take(500).Max(r => sheet.At(r, c).Text.Length * 1.6), 6, 32));
        return new OutSheet(Name(sheet.Name, names), [.. widths, 60], cells, head + 1);
    }

    private static IReadOnlyList<OutCell> Row(Worksheet sheet, int row, int head, List<Finding> found, IReadOnlyList<string> told) =>
    [
        .. Enumerable.Range(0, sheet.Columns).Select(column =>
        {
            var here = found.Where(f => f.Cell == Worksheet.Address(row, column)).ToList();
            return new OutCell(
                sheet.At(row, column).Text,
                here.Exists(f => f.Error) ? CellStyle.Error : here.Exists(f => f.Warns) ? CellStyle.Doubt : row <= head ? CellStyle.Head : CellStyle.Plain);
        }),
        new OutCell(
            told.Count > 0 ? string.Join('；', told) : string.Join('；', found.Where(f => !f.Note).Select(Words)),
            row == head ? CellStyle.Head : CellStyle.Plain),
    ];

    private static string Words(Finding finding) => $"{finding.Cell} {finding.What}：{finding.Advice}";

    // Excel takes 31 characters, none of these, and no name twice.
    private static string Name(string name, HashSet<string> names)
    {
        var plain = string.Concat(name.Where(c => !"[]:*?/\\".Contains(c, StringComparison.Ordinal)));
        plain = plain.Length == 0 ? "核对" : plain[..Math.Min(28, plain.Length)];
        for (var (free, number) = (plain, 2); ; free = plain + number.ToString(CultureInfo.InvariantCulture), number++)
        {
            if (names.Add(free))
            {
                return free;
            }
        }
    }
}

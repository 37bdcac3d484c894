namespace Scoring.Api.Lists;

/// <summary>A list as a workbook, a sheet a table: title, what stands under it, head, rows, signature lines.</summary>
public static class PaperXlsx
{
    private const int LongestSheetName = 31;
    private const int NarrowestSheet = 90;

    public static byte[] Write(PaperList list)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var tables = list.Tables.Count > 0 ? list.Tables : [new PaperTable(list.Title, [new("", 60)], [])];
        return XlsxWriter.Write([.. tables.Select(t => Sheet(list, t, SheetName(t.Name, names)))]);
    }

    private static OutSheet Sheet(PaperList list, PaperTable table, string name)
    {
        var width = table.Columns.Count;
        var rows = new List<IReadOnlyList<OutCell>> { new List<OutCell> { new(list.Title, CellStyle.Title) } };
        rows.AddRange(list.Under.Where(u => u.Length > 0).Select(u => (IReadOnlyList<OutCell>)[new OutCell(u, CellStyle.Subtitle)]));
        if (table.Note is { } note)
        {
            rows.Add([new OutCell(note, CellStyle.Subtitle)]);
        }

        var merged = width > 1 ? Enumerable.Range(0, rows.Count).Select(r => $"A{r + 1}:{Worksheet.Address(r, width - 1)}").ToList() : [];
        rows.Add([.. table.Columns.Select(c => new OutCell(c.Name, CellStyle.Head))]);
        var head = rows.Count;
        rows.AddRange(table.Rows.Select(r => (IReadOnlyList<OutCell>)[.. r.Select((text, i) => new OutCell(text, Style(table.Columns[i].Kind, text)))]));
        if (list.Signers.Count > 0)
        {
            rows.Add([]);
            foreach (var line in (string[])[string.Join("      ", list.Signers.Select(s => $"{PaperList.SignerWords(s)}：______________")), "日期：______年____月____日"])
            {
                rows.Add([new OutCell(line, CellStyle.Bare)]);
                merged.Add($"A{rows.Count}:{Worksheet.Address(rows.Count - 1, Math.Max(1, width - 1))}");
            }
        }

        // A narrow table is spread over the page, so that title and signatures have room.
        var spread = Math.Max(1, NarrowestSheet / table.Width);
        return new OutSheet(name, [.. table.Columns.Select(c => c.Width * spread)], rows, head, list.Foot, merged);
    }

    // A mark is a number for whoever calculates on; a blank stays a blank.
    private static CellStyle Style(ColumnKind kind, string text) => kind switch
    {
        ColumnKind.Mark when text.Length > 0 => CellStyle.Mark,
        ColumnKind.Count when text.Length > 0 => CellStyle.Count,
        ColumnKind.Text => CellStyle.Plain,
        _ => CellStyle.Centre,
    };

    private static string SheetName(string name, HashSet<string> taken)
    {
        var plain = string.Concat(name.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal)));
        plain = plain.Length == 0 ? "表" : plain[..Math.Min(plain.Length, LongestSheetName)];
        var free = plain;
        for (var n = 2; !taken.Add(free); n++)
        {
            free = $"{plain[..Math.Min(plain.Length, LongestSheetName - 4)]} {n}";
        }

        return free;
    }
}

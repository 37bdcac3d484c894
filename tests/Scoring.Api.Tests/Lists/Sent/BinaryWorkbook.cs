// The least of a BIFF8 workbook in a compound file that a reader of .xls must understand.
using System.Globalization;
using System.Text;

namespace Scoring.Api.Tests.Lists.Sent;

internal static class BinaryWorkbook
{
    private const int Sector = 512;

    public static byte[] Write(IReadOnlyList<SentSheet> sheets)
    {
        var bodies = sheets.Select(Sheet).ToList();
        var head = Globals(sheets, new int[sheets.Count]);
        var starts = new int[sheets.Count];
        for (int i = 0, at = head.Length; i < sheets.Count; at += bodies[i++].Length)
        {
            starts[i] = at;
        }

        return Container([.. Globals(sheets, starts), .. bodies.SelectMany(b => b)]);
    }

    private static byte[] Globals(IReadOnlyList<SentSheet> sheets, int[] starts)
    {
        var book = new MemoryStream();
        Record(book, 0x0809, [0x00, 0x06, 0x05, 0x00, 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]);
        Record(book, 0x0042, [0xB0, 0x04]);
        Record(book, 0x00E0, [0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Record(book, 0x00E0, [0, 0, 10, 0, 0, 0, 0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]); // 0.00%
        foreach (var (index, sheet) in sheets.Index())
        {
            Record(
                book, 0x0085,
                [.. BitConverter.GetBytes(starts[index]), (byte)(sheet.Hidden ? 1 : 0), 0, (byte)sheet.Name.Length, 1, .. Encoding.Unicode.GetBytes(sheet.Name)]);
        }

        Record(book, 0x000A, []);
        return book.ToArray();
    }

    private static byte[] Sheet(SentSheet sheet)
    {
        var body = new MemoryStream();
        Record(body, 0x0809, [0x00, 0x06, 0x10, 0x00, 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]);
        var width = sheet.Rows.Max(r => r.Length);
        Record(body, 0x0200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(sheet.Rows.Count), .. Short(0), .. Short(width), 0, 0]);
        foreach (var (row, cells) in sheet.Rows.Index())
        {
            var hidden = sheet.HiddenRows?.Contains(row) == true;
            Record(
                body, 0x0208,
                [.. Short(row), .. Short(0), .. Short(width), .. Short(hidden ? 0 : 300), 0, 0, 0, 0, (byte)(hidden ? 0x20 : 0), 1, 0x0F, 0]);
            foreach (var (column, cell) in cells.Index())
            {
                switch (cell)
                {
                    case null:
                        break;
                    case Fault:
                        Record(body, 0x0205, [.. Short(row), .. Short(column), 0, 0, 0x2A, 1]);
                        break;
                    case Percent percent:
                        Record(body, 0x0203, [.. Short(row), .. Short(column), 1, 0, .. BitConverter.GetBytes(percent.Value)]);
                        break;
                    case string text:
                        Record(
                            body, 0x0204,
                            [.. Short(row), .. Short(column), 0, 0, .. Short(text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);
                        break;
                    default:
                        Record(
                            body, 0x0203,
                            [.. Short(row), .. Short(column), 0, 0, .. BitConverter.GetBytes(Convert.ToDouble(cell, CultureInfo.InvariantCulture))]);
                        break;
                }
            }
        }

        if (sheet.Merges is { Count: > 0 } merges)
        {
            Record(body, 0x00E5, [.. Short(merges.Count), .. merges.SelectMany(Area)]);
        }

        Record(body, 0x000A, []);
        return body.ToArray();
    }

    private static IEnumerable<byte> Area(string area)
    {
        var ends = area.Split(':').Select(e => Scoring.Api.Lists.Worksheet.Place(e)!.Value).ToArray(); // written by the test itself
        return [.. Short(ends[0].Row), .. Short(ends[1].Row), .. Short(ends[0].Column), .. Short(ends[1].Column)];
    }

    // Header, one chain for the stream, one sector of directory, and the table of chains after them.
    private static byte[] Container(byte[] stream)
    {
        Array.Resize(ref stream, Math.Max(4096, (stream.Length + Sector - 1) / Sector * Sector));
        var count = stream.Length / Sector;
        var tables = (count + 2 + 127) / 127;
        var fat = Enumerable.Range(0, tables * 128).Select(i =>
            i < count - 1 ? i + 1 : i == count - 1 || i == count ? -2 : i <= count + tables ? -3 : -1).ToArray();
        var file = new MemoryStream();
        file.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        file.Write(new byte[16]);
        file.Write([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        file.Write([0, 0]);
        Ints(file, tables, count, 0, 4096, -2, 0, -2, 0);
        Ints(file, [.. Enumerable.Range(0, 109).Select(i => i < tables ? count + 1 + i : -1)]);
        file.Write(stream);
        Entry(file, "Root Entry", 5, 1, -2, 0);
        Entry(file, "Workbook", 2, -1, 0, stream.Length);
        Entry(file, "", 0, -1, 0, 0);
        Entry(file, "", 0, -1, 0, 0);
        Ints(file, fat);
        return file.ToArray();
    }

    private static void Entry(MemoryStream file, string name, byte kind, int child, int start, int size)
    {
        var bytes = new byte[64];
        Encoding.Unicode.GetBytes(name).CopyTo(bytes, 0);
        file.Write(bytes);
        file.Write(Short(name.Length == 0 ? 0 : (name.Length + 1) * 2));
        file.Write([kind, 1]);
        Ints(file, -1, -1, child);
        file.Write(new byte[36]);
        Ints(file, start, size, 0);
    }

    private static void Record(MemoryStream to, int kind, ReadOnlySpan<byte> data)
    {
        to.Write(Short(kind));
        to.Write(Short(data.Length));
        to.Write(data);
    }

    private static void Ints(MemoryStream to, params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            to.Write(BitConverter.GetBytes(number));
        }
    }

    private static byte[] Short(int number) => BitConverter.GetBytes((ushort)number);
}

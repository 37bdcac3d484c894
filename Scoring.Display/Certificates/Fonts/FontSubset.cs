using System.Buffers.Binary;

namespace Scoring.Display.Certificates.Fonts;

/// <summary>Cuts a font to the glyphs a document shows: a TrueType file that holds just these, numbered in the order given, without hints.</summary>
internal static class FontSubset
{
    /// <param name="glyphs">Glyphs of <paramref name="face"/>; the first must be 0, the empty box.</param>
    public static byte[] Cut(FontFace face, IReadOnlyList<ushort> glyphs)
    {
        var kept = new List<ushort>(glyphs);
        var numbers = new Dictionary<ushort, ushort>();
        var outlines = new MemoryStream();
        var locations = new List<int>();
        for (var i = 0; i < kept.Count; i++) // grows by the parts of composites
        {
            locations.Add((int)outlines.Length);
            outlines.Write(GlyphData.Renumbered(face.Outline(kept[i]), part => Number(part, kept, numbers)));
            outlines.SetLength((outlines.Length + 3) & ~3L);
            outlines.Position = outlines.Length;
        }

        locations.Add((int)outlines.Length);
        return Assemble(
            ("glyf", outlines.ToArray()),
            ("head", With(face.Head, (50, 1))),
            ("hhea", With(face.HorizontalHead, (34, kept.Count))),
            ("hmtx", Widths(face, kept)),
            ("loca", Locations(locations)),
            ("maxp", With(face.MaximumProfile, (4, kept.Count))));
    }

    private static ushort Number(ushort part, List<ushort> kept, Dictionary<ushort, ushort> numbers)
    {
        if (!numbers.TryGetValue(part, out var number))
        {
            numbers[part] = number = (ushort)kept.Count;
            kept.Add(part);
        }

        return number;
    }

    private static byte[] With(byte[] table, (int Offset, int Value) change)
    {
        var changed = table.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(change.Offset), (ushort)change.Value);
        return changed;
    }

    private static byte[] Widths(FontFace face, List<ushort> kept)
    {
        var table = new byte[kept.Count * 4];
        for (var i = 0; i < kept.Count; i++)
        {
            var outline = face.Outline(kept[i]);
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(i * 4), (ushort)face.WidthUnits(kept[i]));
            var left = outline.Length == 0 ? (short)0 : BinaryPrimitives.ReadInt16BigEndian(outline.AsSpan(2)); // left bearing = xMin
            BinaryPrimitives.WriteInt16BigEndian(table.AsSpan((i * 4) + 2), left);
        }

        return table;
    }

    private static byte[] Locations(List<int> locations)
    {
        var table = new byte[locations.Count * 4];
        for (var i = 0; i < locations.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(i * 4), locations[i]);
        }

        return table;
    }

    /// <param name="tables">In the order of their tags, as the format asks.</param>
    private static byte[] Assemble(params (string Tag, byte[] Bytes)[] tables)
    {
        var font = new MemoryStream();
        var directory = new byte[12 + (16 * tables.Length)];
        BinaryPrimitives.WriteUInt32BigEndian(directory, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(4), (ushort)tables.Length);
        var power = int.Log2(tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(directory.AsSpan(10), (ushort)((16 * tables.Length) - (16 << power)));
        font.Write(directory);
        for (var i = 0; i < tables.Length; i++)
        {
            var entry = directory.AsSpan(12 + (i * 16), 16);
            System.Text.Encoding.ASCII.GetBytes(tables[i].Tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(tables[i].Bytes));
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], (int)font.Length);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], tables[i].Bytes.Length);
            font.Write(tables[i].Bytes);
            font.SetLength((font.Length + 3) & ~3L);
            font.Position = font.Length;
        }

        font.Position = 0;
        font.Write(directory);
        return font.ToArray();
    }

    private static uint Checksum(byte[] table)
    {
        uint sum = 0;
        for (var i = 0; i < table.Length; i += 4)
        {
            uint word = 0;
            for (var b = 0; b < 4; b++)
            {
                word = (word << 8) | (i + b < table.Length ? table[i + b] : 0u);
            }

            sum = unchecked(sum + word);
        }

        return sum;
    }
}

using System.Buffers.Binary;

namespace Scoring.Display.Certificates.Fonts;

/// <summary>Cuts a font to the glyphs a document shows: a TrueType file that holds just these, numbered in the order given, without hints.</summary>
internal static class FontSubset
{
    /// <param name="glyphs">Glyphs of <paramref name="face"/>; the first must be 0, the empty box.</param>
    /// <param name="grid">Units of an em in the new file, at most those of the font; fewer make it smaller.</param>
    public static byte[] Cut(FontFace face, IReadOnlyList<ushort> glyphs, int grid) => Assemble(Outlines(face, glyphs, grid));

    /// <summary>A font of its own for a browser.</summary>
    /// <param name="codePoints">Characters <paramref name="face"/> has, in ascending order.</param>
    public static byte[] ForBrowser(FontFace face, IReadOnlyList<int> codePoints, int grid)
    {
        int Units(double em) => (int)Math.Round(em * grid);
        return Assemble(
        [
            ("OS/2", BrowserTables.Metrics(face.Weight, Units(face.Ascent), Units(face.Descent), grid, codePoints[0], codePoints[^1])),
            ("cmap", BrowserTables.Characters(codePoints)),
            .. Outlines(face, [0, .. codePoints.Select(face.Glyph)], grid),
            ("name", BrowserTables.Names(face.PostScriptName)),
            ("post", BrowserTables.NoGlyphNames()),
        ]);
    }

    private static (string Tag, byte[] Bytes)[] Outlines(FontFace face, IReadOnlyList<ushort> glyphs, int grid)
    {
        var outlines = glyphs.Select(glyph => face.Rounded(glyph, grid)).ToList();
        var locations = new List<int> { 0 };
        var table = new MemoryStream();
        foreach (var outline in outlines)
        {
            table.Write(outline);
            table.SetLength((table.Length + 3) & ~3L);
            table.Position = table.Length;
            locations.Add((int)table.Length);
        }

        int Units(double em) => (int)Math.Round(em * grid);
        return
        [
            ("glyf", table.ToArray()),
            ("head", With(face.Head, (18, grid), (50, 1))),
            ("hhea", With(face.HorizontalHead, (4, Units(face.Ascent)), (6, Units(face.Descent)), (34, glyphs.Count))),
            ("hmtx", Widths(glyphs, outlines, glyph => Units(face.Width(glyph)))),
            ("loca", Locations(locations)),
            ("maxp", With(face.MaximumProfile, (4, glyphs.Count))),
        ];
    }

    private static byte[] With(byte[] table, params ReadOnlySpan<(int Offset, int Value)> changes)
    {
        var changed = table.ToArray();
        foreach (var (offset, value) in changes)
        {
            BinaryPrimitives.WriteUInt16BigEndian(changed.AsSpan(offset), unchecked((ushort)value));
        }

        return changed;
    }

    private static byte[] Widths(IReadOnlyList<ushort> glyphs, List<byte[]> outlines, Func<ushort, int> width)
    {
        var table = new byte[glyphs.Count * 4];
        for (var i = 0; i < glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(i * 4), (ushort)width(glyphs[i]));
            var left = outlines[i].Length == 0 ? (short)0 : BinaryPrimitives.ReadInt16BigEndian(outlines[i].AsSpan(2)); // left bearing = xMin
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

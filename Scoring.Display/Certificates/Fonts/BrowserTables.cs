using System.Buffers.Binary;
using System.Text;

namespace Scoring.Display.Certificates.Fonts;

/// <summary>The tables a browser asks of a font beside its outlines: which character is which glyph, a name, metrics.</summary>
internal static class BrowserTables
{
    private static readonly (int Platform, int Encoding, int Language) Windows = (3, 1, 0x409);

    /// <param name="codePoints">In ascending order; the first is glyph 1.</param>
    public static byte[] Characters(IReadOnlyList<int> codePoints)
    {
        var table = new byte[12 + 16 + (12 * codePoints.Count)];
        Short(table, 2, 1);
        Short(table, 4, Windows.Platform);
        Short(table, 6, 10); // all of Unicode
        Long(table, 8, 12);
        Short(table, 12, 12);
        Long(table, 16, table.Length - 12);
        Long(table, 24, codePoints.Count);
        for (var i = 0; i < codePoints.Count; i++)
        {
            Long(table, 28 + (i * 12), codePoints[i]);
            Long(table, 32 + (i * 12), codePoints[i]);
            Long(table, 36 + (i * 12), i + 1);
        }

        return table;
    }

    public static byte[] Names(string family)
    {
        var text = Encoding.BigEndianUnicode.GetBytes(family);
        int[] kinds = [1, 4, 6];
        var table = new byte[6 + (12 * kinds.Length) + text.Length];
        Short(table, 2, kinds.Length);
        Short(table, 4, 6 + (12 * kinds.Length));
        for (var i = 0; i < kinds.Length; i++)
        {
            var record = 6 + (i * 12);
            Short(table, record, Windows.Platform);
            Short(table, record + 2, Windows.Encoding);
            Short(table, record + 4, Windows.Language);
            Short(table, record + 6, kinds[i]);
            Short(table, record + 8, text.Length);
        }

        text.CopyTo(table.AsSpan(6 + (12 * kinds.Length)));
        return table;
    }

    /// <summary>OS/2, version 4.</summary>
    public static byte[] Metrics(int weight, int ascent, int descent, int grid, int firstCharacter, int lastCharacter)
    {
        var table = new byte[96];
        Short(table, 0, 4);
        Short(table, 2, grid);
        Short(table, 4, weight);
        Short(table, 6, 5);
        "SCOR"u8.CopyTo(table.AsSpan(58));
        Short(table, 62, weight >= 600 ? 0x20 : 0x40);
        Short(table, 64, Math.Min(firstCharacter, 0xFFFF));
        Short(table, 66, Math.Min(lastCharacter, 0xFFFF));
        Short(table, 68, ascent);
        Short(table, 70, descent);
        Short(table, 74, ascent);
        Short(table, 76, -descent);
        Short(table, 86, grid / 2);
        Short(table, 88, grid * 7 / 10);
        return table;
    }

    /// <summary>post, version 3: no glyph names.</summary>
    public static byte[] NoGlyphNames()
    {
        var table = new byte[32];
        Long(table, 0, 0x00030000);
        return table;
    }

    private static void Short(byte[] table, int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at), unchecked((ushort)value));

    private static void Long(byte[] table, int at, int value) => BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(at), value);
}

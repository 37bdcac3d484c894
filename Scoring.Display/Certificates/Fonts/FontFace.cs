using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;

namespace Scoring.Display.Certificates.Fonts;

/// <summary>One font with TrueType outlines: which characters it has, how wide they are, and their outlines. Lengths are in em, 1 is the size of the type.</summary>
public sealed class FontFace
{
    private readonly FontTables tables;
    private readonly Lazy<CharacterMap> characters;
    private readonly Lazy<byte[]> locations;
    private readonly Lazy<byte[]> widths;
    private readonly ConcurrentDictionary<(ushort Glyph, int Grid), byte[]> rounded = new();
    private readonly bool longLocations;
    private readonly int widthCount;

    private FontFace(FontTables tables, string path)
    {
        this.tables = tables;
        Path = path;
        Head = tables.Table("head");
        HorizontalHead = tables.Table("hhea");
        MaximumProfile = tables.Table("maxp");
        UnitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(Head.AsSpan(18));
        longLocations = BinaryPrimitives.ReadInt16BigEndian(Head.AsSpan(50)) != 0;
        widthCount = BinaryPrimitives.ReadUInt16BigEndian(HorizontalHead.AsSpan(34));
        var os2 = tables.Table("OS/2");
        Weight = BinaryPrimitives.ReadUInt16BigEndian(os2.AsSpan(4));
        MayBeEmbedded = (BinaryPrimitives.ReadUInt16BigEndian(os2.AsSpan(8)) & 0xF) != 2;
        (Families, PostScriptName) = ReadNames(tables.Table("name"));
        characters = new(() => CharacterMap.Read(tables.Table("cmap")));
        locations = new(() => tables.Table("loca"));
        widths = new(() => tables.Table("hmtx"));
    }

    /// <summary>The file it came from.</summary>
    public string Path { get; }

    /// <summary>Names of the family in every language the font gives, e.g. LXGW WenKai and 霞鹜文楷.</summary>
    public IReadOnlyList<string> Families { get; }

    public string PostScriptName { get; }

    /// <summary>100 to 900; 400 is regular, 700 bold.</summary>
    public int Weight { get; }

    internal bool MayBeEmbedded { get; }

    internal int UnitsPerEm { get; }

    internal byte[] Head { get; }

    internal byte[] HorizontalHead { get; }

    internal byte[] MaximumProfile { get; }

    /// <summary>Above the baseline.</summary>
    internal double Ascent => Em(BinaryPrimitives.ReadInt16BigEndian(HorizontalHead.AsSpan(4)));

    /// <summary>Below the baseline, negative.</summary>
    internal double Descent => Em(BinaryPrimitives.ReadInt16BigEndian(HorizontalHead.AsSpan(6)));

    /// <summary>0: the font does not have this code point.</summary>
    public ushort Glyph(int codePoint) => characters.Value.Glyph(codePoint);

    public double Width(ushort glyph) => Em(BinaryPrimitives.ReadUInt16BigEndian(widths.Value.AsSpan(Math.Min(glyph, widthCount - 1) * 4)));

    /// <summary>A glyph as its font stores it; empty for one that leaves no ink.</summary>
    internal byte[] Outline(ushort glyph)
    {
        var (start, end) = longLocations
            ? (BinaryPrimitives.ReadUInt32BigEndian(locations.Value.AsSpan(glyph * 4)), BinaryPrimitives.ReadUInt32BigEndian(locations.Value.AsSpan((glyph + 1) * 4)))
            : (BinaryPrimitives.ReadUInt16BigEndian(locations.Value.AsSpan(glyph * 2)) * 2u, BinaryPrimitives.ReadUInt16BigEndian(locations.Value.AsSpan((glyph + 1) * 2)) * 2u);
        return tables.Part("glyf", start, (int)(end - start));
    }

    /// <summary>A glyph on a grid of so many units an em, kept for the next document.</summary>
    internal byte[] Rounded(ushort glyph, int grid) =>
        rounded.GetOrAdd((glyph, grid), key => GlyphWriter.Write(GlyphOutline.Read(this, key.Glyph), UnitsPerEm, key.Grid));

    /// <summary>Every font of a file that can be set and embedded, with what is wrong with the others.</summary>
    internal static (IReadOnlyList<FontFace> Faces, string? Problem) Open(string path)
    {
        try
        {
            var faces = FontTables.Open(path).Where(tables => tables.HasTrueTypeOutlines).Select(tables => new FontFace(tables, path)).ToList();
            var usable = faces.Where(face => face.MayBeEmbedded).ToList();
            var problem = faces.Count == 0 ? "字体不是 TrueType 轮廓（如 OTF/CFF），请换用 .ttf 文件"
                : usable.Count == 0 ? "字体不允许嵌入文件，请换用允许嵌入的字体"
                : null;
            return (usable, problem);
        }
        catch (Exception broken) when (broken is InvalidDataException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            return ([], "不是可读的字体文件，请重新复制或换用其他字体");
        }
    }

    private double Em(int units) => units / (double)UnitsPerEm;

    private static (IReadOnlyList<string> Families, string PostScriptName) ReadNames(byte[] table)
    {
        const int FamilyName = 1, PostScript = 6, TypographicFamily = 16, Windows = 3;
        var families = new List<string>();
        var postScript = "Font";
        var count = BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(2));
        var strings = BinaryPrimitives.ReadUInt16BigEndian(table.AsSpan(4));
        for (var i = 0; i < count; i++)
        {
            var record = table.AsSpan(6 + (i * 12), 12);
            var kind = BinaryPrimitives.ReadUInt16BigEndian(record[6..]);
            if (BinaryPrimitives.ReadUInt16BigEndian(record) != Windows || kind is not (FamilyName or PostScript or TypographicFamily))
            {
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(record[8..]);
            var text = Encoding.BigEndianUnicode.GetString(table, strings + BinaryPrimitives.ReadUInt16BigEndian(record[10..]), length);
            if (kind == PostScript)
            {
                postScript = new string([.. text.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);
            }
            else if (!families.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                families.Add(text);
            }
        }

        return (families, postScript);
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Scoring.Display.Certificates.Fonts;

namespace Scoring.Display.Certificates.Painting;

/// <summary>One font of a document: collects the characters shown, and at the end embeds exactly these (ISO 32000-1, 9.7) with a map back to Unicode.</summary>
/// <remarks>
/// PDFsharp's embedding is not used: its map back to Unicode cuts code points above U+FFFF, its subset keeps an entry for every glyph of a
/// 30,000 glyph font, and its subset names are chance, so that the same certificate would never be the same bytes.
/// </remarks>
internal sealed class PdfFont
{
    private const int MapBlock = 100; // most entries of one bfchar block
    private const double FinestDetail = 0.035; // mm, finer than a dot of a printer with 600 dpi
    private readonly FontFace face;
    private readonly Dictionary<int, ushort> codes = [];
    private readonly List<int> characters = [0];
    private double largest;

    public PdfFont(FontFace face, string name)
    {
        this.face = face;
        Name = name;
    }

    /// <summary>In the page's resources.</summary>
    public string Name { get; }

    /// <summary>The code that shows a character; each character has its own, so that the map back is never in doubt.</summary>
    /// <param name="size">mm.</param>
    public ushort Code(int codePoint, double size)
    {
        largest = Math.Max(largest, size);
        if (!codes.TryGetValue(codePoint, out var code))
        {
            codes[codePoint] = code = (ushort)characters.Count;
            characters.Add(codePoint);
        }

        return code;
    }

    /// <summary>Writes what was collected; nothing may be shown in this font afterwards.</summary>
    /// <returns>The object's number.</returns>
    public int Finish(PdfFile file)
    {
        ushort[] glyphs = [0, .. characters.Skip(1).Select(face.Glyph)];
        var program = FontSubset.Cut(face, glyphs, Math.Clamp((int)Math.Ceiling(largest / FinestDetail), 200, face.UnitsPerEm));
        var name = $"/{SubsetTag(program)}+{face.PostScriptName}";
        var (ascent, descent) = ((int)Math.Round(face.Ascent * 1000), (int)Math.Round(face.Descent * 1000));
        var embedded = file.PutStream($"/Length1 {program.Length}", program, CompressionLevel.SmallestSize);
        var descriptor = file.Put(
            $"<</Type/FontDescriptor/FontName{name}/Flags 4/FontBBox[0 {descent} 1000 {ascent}]/ItalicAngle 0/Ascent {ascent}/Descent {descent}"
            + $"/CapHeight 700/StemV {face.Weight / 5}/FontFile2 {embedded} 0 R>>"); // flag 4: symbolic, its own encoding
        var descendant = file.Put(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont{name}/CIDToGIDMap/Identity/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {descriptor} 0 R/DW 1000/W[{Widths(glyphs)}]>>");
        var map = file.PutStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return file.Put($"<</Type/Font/Subtype/Type0/BaseFont{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {map} 0 R>>");
    }

    /// <summary>Only what differs from a full em, which Chinese characters have.</summary>
    private string Widths(ushort[] glyphs) => string.Concat(glyphs
        .Select((glyph, code) => (Code: code, Width: (int)Math.Round(face.Width(glyph) * 1000)))
        .Where(entry => entry.Width != 1000)
        .Select(entry => $"{entry.Code}[{entry.Width}]"));

    private string ToUnicode()
    {
        var map = new StringBuilder("""
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """.ReplaceLineEndings("\n"));
        foreach (var block in Enumerable.Range(1, characters.Count - 1).Chunk(MapBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var code in block)
            {
                var utf16 = Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(characters[code])));
                map.Append(CultureInfo.InvariantCulture, $"<{code:X4}> <{utf16}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    /// <summary>Six capitals that name the subset; from its content, so that the same certificate is the same bytes.</summary>
    private static string SubsetTag(byte[] program) => string.Concat(SHA256.HashData(program).Take(6).Select(b => (char)('A' + (b % 26))));
}

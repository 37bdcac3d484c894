using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PdfSharp.Pdf;
using Scoring.Display.Certificates.Fonts;

namespace Scoring.Display.Certificates.Painting;

/// <summary>One font of a document: collects the characters shown, and at the end embeds exactly these (ISO 32000-1, 9.7) with a map back to Unicode.</summary>
/// <remarks>
/// PDFsharp's own embedding is not used: its map back to Unicode cuts code points above U+FFFF, its subset keeps an entry for every glyph of a
/// 30,000 glyph font, and its subset names are chance, so that the same certificate would never be the same bytes.
/// </remarks>
internal sealed class PdfFont
{
    private const int MapBlock = 100; // most entries of one bfchar block
    private const double FinestDetail = 0.025; // mm, a dot of a printer with 1000 dpi
    private readonly FontFace face;
    private readonly PdfDictionary dictionary;
    private readonly Dictionary<int, ushort> codes = [];
    private readonly List<int> characters = [0];
    private double largest;

    public PdfFont(PdfDocument document, FontFace face, string name)
    {
        this.face = face;
        Name = name;
        dictionary = PdfObjects.Add(document, new PdfDictionary(document));
    }

    /// <summary>In the page's resources.</summary>
    public string Name { get; }

    public PdfDictionary Dictionary => dictionary;

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
    public void Finish(PdfDocument document)
    {
        ushort[] glyphs = [0, .. characters.Skip(1).Select(face.Glyph)];
        var program = FontSubset.Cut(face, glyphs, Math.Clamp((int)Math.Ceiling(largest / FinestDetail), 250, face.UnitsPerEm));
        var baseName = $"/{SubsetTag(program)}+{face.PostScriptName}";

        var file = PdfObjects.AddStream(document, program);
        file.Elements.SetInteger("/Length1", program.Length);
        var descriptor = PdfObjects.Add(document, new PdfDictionary(document));
        descriptor.Elements.SetName("/Type", "/FontDescriptor");
        descriptor.Elements.SetName("/FontName", baseName);
        descriptor.Elements.SetInteger("/Flags", 4); // symbolic: its own encoding
        descriptor.Elements["/FontBBox"] = PdfObjects.Array([0, face.Descent * 1000, 1000, face.Ascent * 1000]);
        descriptor.Elements.SetInteger("/ItalicAngle", 0);
        descriptor.Elements.SetInteger("/Ascent", (int)Math.Round(face.Ascent * 1000));
        descriptor.Elements.SetInteger("/Descent", (int)Math.Round(face.Descent * 1000));
        descriptor.Elements.SetInteger("/CapHeight", 700);
        descriptor.Elements.SetInteger("/StemV", face.Weight / 5);
        descriptor.Elements.SetReference("/FontFile2", file);

        var descendant = PdfObjects.Add(document, new PdfDictionary(document));
        descendant.Elements.SetName("/Type", "/Font");
        descendant.Elements.SetName("/Subtype", "/CIDFontType2");
        descendant.Elements.SetName("/BaseFont", baseName);
        descendant.Elements.SetName("/CIDToGIDMap", "/Identity");
        var system = new PdfDictionary(document);
        system.Elements.SetString("/Registry", "Adobe");
        system.Elements.SetString("/Ordering", "Identity");
        system.Elements.SetInteger("/Supplement", 0);
        descendant.Elements["/CIDSystemInfo"] = system;
        descendant.Elements.SetReference("/FontDescriptor", descriptor);
        descendant.Elements.SetInteger("/DW", 1000);
        descendant.Elements["/W"] = Widths(document, glyphs);

        dictionary.Elements.SetName("/Type", "/Font");
        dictionary.Elements.SetName("/Subtype", "/Type0");
        dictionary.Elements.SetName("/BaseFont", baseName);
        dictionary.Elements.SetName("/Encoding", "/Identity-H");
        dictionary.Elements["/DescendantFonts"] = new PdfArray(document, descendant.Reference ?? throw new InvalidOperationException("Added above."));
        dictionary.Elements.SetReference("/ToUnicode", PdfObjects.AddStream(document, Encoding.ASCII.GetBytes(ToUnicode())));
    }

    /// <summary>Only what differs from a full em, which Chinese characters have.</summary>
    private PdfArray Widths(PdfDocument document, ushort[] glyphs)
    {
        var array = new PdfArray(document);
        for (var code = 0; code < glyphs.Length; code++)
        {
            var width = (int)Math.Round(face.Width(glyphs[code]) * 1000);
            if (width != 1000)
            {
                array.Elements.Add(new PdfInteger(code));
                array.Elements.Add(PdfObjects.Array([width]));
            }
        }

        return array;
    }

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

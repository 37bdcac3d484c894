using System.Buffers.Binary;
using System.Globalization;
using System.Security;
using System.Text;

namespace Scoring.Display.Certificates.Painting;

/// <summary>What makes a PDF one for archives, PDF/A-2b (ISO 19005-2): its properties as XMP, and what its red, green and blue mean.</summary>
internal static class ArchiveFacts
{
    private const double White = 2.2; // exponent of the curve

    // sRGB's primaries and the white of profiles (D50), as ICC.1 gives them.
    private static readonly (string Tag, double X, double Y, double Z)[] Points =
        [("wtpt", 0.9642, 1, 0.8249), ("rXYZ", 0.4360, 0.2225, 0.0139), ("gXYZ", 0.3851, 0.7169, 0.0971), ("bXYZ", 0.1431, 0.0606, 0.7141)];

    /// <summary>The same bytes for the same facts: no time but the certificate's own date.</summary>
    public static byte[] Properties(string title, string author, string subject, DateOnly date, string documentId)
    {
        var at = date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
        static string Safe(string text) => SecurityElement.Escape(text);
        return Encoding.UTF8.GetBytes(
            "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
            + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
            + "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
            + $"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{Safe(title)}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>{Safe(author)}</rdf:li></rdf:Seq></dc:creator>"
            + $"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{Safe(subject)}</rdf:li></rdf:Alt></dc:description>"
            + $"<xmp:CreatorTool>Scoring</xmp:CreatorTool><xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate><xmpMM:DocumentID>uuid:{documentId}</xmpMM:DocumentID>"
            + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>");
    }

    /// <summary>An ICC profile (version 2.1) of sRGB's primaries with a plain curve.</summary>
    public static byte[] ColourProfile()
    {
        var tags = new List<(string Tag, byte[] Content)> { ("desc", Description("sRGB")), ("cprt", [.. "text"u8, 0, 0, 0, 0, .. "No copyright"u8, 0]) };
        tags.AddRange(Points.Select(p => (p.Tag, Point(p.X, p.Y, p.Z))));
        var curve = Curve();
        tags.AddRange(new[] { "rTRC", "gTRC", "bTRC" }.Select(tag => (tag, curve)));
        var profile = new MemoryStream();
        profile.SetLength(128 + 4 + (12 * tags.Count));
        var entries = new List<(string Tag, int At, int Length)>();
        foreach (var (tag, content) in tags)
        {
            var shared = entries.FirstOrDefault(e => ReferenceEquals(content, curve) && e.Tag.EndsWith("TRC", StringComparison.Ordinal));
            if (shared.Tag is not null)
            {
                entries.Add((tag, shared.At, shared.Length));
                continue;
            }

            profile.Position = profile.Length;
            entries.Add((tag, (int)profile.Position, content.Length));
            profile.Write(content);
            profile.SetLength((profile.Length + 3) & ~3L);
        }

        var bytes = profile.ToArray();
        Head(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(128), entries.Count);
        foreach (var (i, (tag, at, length)) in entries.Index())
        {
            var entry = bytes.AsSpan(132 + (i * 12), 12);
            Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], length);
        }

        return bytes;
    }

    private static void Head(byte[] bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes, bytes.Length);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), 0x02100000);
        "mntrRGB XYZ "u8.CopyTo(bytes.AsSpan(12));
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(24), 2026);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16BigEndian(bytes.AsSpan(28), 1);
        "acsp"u8.CopyTo(bytes.AsSpan(36));
        Fixed(bytes.AsSpan(68), 0.9642);
        Fixed(bytes.AsSpan(72), 1);
        Fixed(bytes.AsSpan(76), 0.8249);
    }

    private static byte[] Description(string name)
    {
        var content = new byte[12 + name.Length + 1 + 78];
        "desc"u8.CopyTo(content);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(8), name.Length + 1);
        Encoding.ASCII.GetBytes(name, content.AsSpan(12));
        return content;
    }

    private static byte[] Point(double x, double y, double z)
    {
        var content = new byte[20];
        "XYZ "u8.CopyTo(content);
        Fixed(content.AsSpan(8), x);
        Fixed(content.AsSpan(12), y);
        Fixed(content.AsSpan(16), z);
        return content;
    }

    private static byte[] Curve()
    {
        var content = new byte[14];
        "curv"u8.CopyTo(content);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(8), 1);
        BinaryPrimitives.WriteInt16BigEndian(content.AsSpan(12), (short)(White * 256));
        return content;
    }

    private static void Fixed(Span<byte> at, double value) => BinaryPrimitives.WriteInt32BigEndian(at, (int)Math.Round(value * 65536));
}

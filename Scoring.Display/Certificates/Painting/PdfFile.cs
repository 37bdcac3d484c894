using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Scoring.Display.Certificates.Painting;

/// <summary>Writes a PDF file front to back (ISO 32000-1, 7.5): whatever is put is gone from memory at once, so that ten thousand pages need no more than ten.</summary>
/// <remarks>PDFsharp keeps a whole document until it is saved, and its files hold every small object unpacked; it still reads pictures and signs.</remarks>
internal sealed class PdfFile
{
    private const int MostPacked = 200; // objects of one object stream
    private readonly Stream stream;
    private readonly List<(byte Kind, long At, ushort Index)> objects = [(0, 0, ushort.MaxValue)];
    private readonly List<(int Number, string Value)> waiting = [];
    private long position;

    public PdfFile(Stream stream)
    {
        this.stream = stream;
        Write("%PDF-1.5\n%\u00e5\u00e6\u00e7\u00e8\n");
    }

    /// <summary>A number for an object that is put later.</summary>
    public int Reserve()
    {
        objects.Add(default);
        return objects.Count - 1;
    }

    public int Put(string value)
    {
        var number = Reserve();
        Put(number, value);
        return number;
    }

    public void Put(int number, string value)
    {
        waiting.Add((number, value));
        if (waiting.Count == MostPacked)
        {
            Pack();
        }
    }

    /// <param name="entries">Of the stream's dictionary, without length and filter.</param>
    public int PutStream(string entries, byte[] content, CompressionLevel level = CompressionLevel.Optimal) => PutDeflated(entries, Deflate(content, level));

    /// <param name="deflated">As <see cref="Deflate"/> gives it.</param>
    public int PutDeflated(string entries, byte[] deflated) => PutRaw(entries + "/Filter/FlateDecode", deflated);

    /// <param name="entries">Of the stream's dictionary, with its filter, without length.</param>
    public int PutRaw(string entries, byte[] content)
    {
        var number = Reserve();
        Stream(number, entries, content);
        return number;
    }

    /// <param name="identity">At least 16 bytes that stand for what the document says: the same certificate is the same bytes.</param>
    public void Finish(int catalog, int information, ReadOnlySpan<byte> identity)
    {
        Pack();
        var number = Reserve();
        objects[number] = (1, position, 0);
        var table = new byte[objects.Count * 7];
        foreach (var (i, entry) in objects.Index())
        {
            table[i * 7] = entry.Kind;
            BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan((i * 7) + 1), (uint)entry.At);
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan((i * 7) + 5), entry.Index);
        }

        var id = Convert.ToHexString(identity[..16]);
        var start = position;
        Stream(number, $"/Type/XRef/Size {objects.Count}/W[1 4 2]/Root {catalog} 0 R/Info {information} 0 R/ID[<{id}><{id}>]/Filter/FlateDecode", Deflate(table));
        Write($"startxref\n{start}\n%%EOF\n");
        stream.Flush();
    }

    /// <summary>Text for people, in any script.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    /// <param name="level">The smallest takes twenty times as long for pictures: it is for what is large, like fonts.</param>
    public static byte[] Deflate(byte[] content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, level))
        {
            zlib.Write(content);
        }

        return deflated.ToArray();
    }

    private void Pack()
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var number = Reserve();
        var index = new StringBuilder();
        var values = new StringBuilder();
        foreach (var (i, (of, value)) in waiting.Index())
        {
            objects[of] = (2, number, (ushort)i);
            index.Append(CultureInfo.InvariantCulture, $"{of} {values.Length} ");
            values.Append(value).Append('\n');
        }

        Stream(number, $"/Type/ObjStm/N {waiting.Count}/First {index.Length}/Filter/FlateDecode", Deflate(Encoding.ASCII.GetBytes(index.Append(values).ToString())));
        waiting.Clear();
    }

    private void Stream(int number, string entries, byte[] content)
    {
        objects[number] = (1, position, 0);
        Write($"{number} 0 obj\n<<{entries}/Length {content.Length}>>\nstream\n");
        stream.Write(content);
        position += content.Length;
        Write("\nendstream\nendobj\n");
    }

    private void Write(string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        stream.Write(bytes);
        position += bytes.Length;
    }
}

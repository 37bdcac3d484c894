using System.Buffers.Binary;
using System.Text;

namespace Scoring.Display.Certificates.Fonts;

/// <summary>The table directory of one font in a file (.ttf, or one of a .ttc); reads tables when they are asked for, so that 15 MB fonts cost little memory.</summary>
internal sealed class FontTables
{
    private const uint Collection = 0x74746366; // ttcf
    private const uint TrueType = 0x00010000;
    private const uint AppleTrueType = 0x74727565; // true
    private readonly Microsoft.Win32.SafeHandles.SafeFileHandle file;
    private readonly Dictionary<string, (long Offset, int Length)> tables = new(StringComparer.Ordinal);

    private FontTables(Microsoft.Win32.SafeHandles.SafeFileHandle file, long at)
    {
        this.file = file;
        var kind = BinaryPrimitives.ReadUInt32BigEndian(Read(at, 4));
        HasTrueTypeOutlines = kind is TrueType or AppleTrueType;
        var count = BinaryPrimitives.ReadUInt16BigEndian(Read(at + 4, 2));
        var directory = Read(at + 12, count * 16);
        for (var i = 0; i < count; i++)
        {
            var entry = directory.AsSpan(i * 16, 16);
            var (offset, length) = (BinaryPrimitives.ReadUInt32BigEndian(entry[8..]), (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
            Ensure(file, offset, length); // a copy cut short is found when it is loaded, not when a name needs its last glyph
            tables[Encoding.ASCII.GetString(entry[..4])] = (offset, length);
        }
    }

    /// <summary>False for fonts with PostScript outlines (CFF), which are not set here.</summary>
    public bool HasTrueTypeOutlines { get; }

    /// <summary>Every font in the file.</summary>
    /// <exception cref="InvalidDataException">Not a font, or cut short.</exception>
    public static IReadOnlyList<FontTables> Open(string path)
    {
        var opened = File.OpenHandle(path);
        var head = ReadFrom(opened, 0, 12);
        if (BinaryPrimitives.ReadUInt32BigEndian(head) != Collection)
        {
            return [new FontTables(opened, 0)];
        }

        var count = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(8));
        var offsets = ReadFrom(opened, 12, checked(count * 4));
        return [.. Enumerable.Range(0, count).Select(i => new FontTables(opened, BinaryPrimitives.ReadUInt32BigEndian(offsets.AsSpan(i * 4))))];
    }

    public bool Has(string tag) => tables.ContainsKey(tag);

    /// <summary>A whole table.</summary>
    public byte[] Table(string tag) =>
        tables.TryGetValue(tag, out var table) ? Read(table.Offset, table.Length) : throw new InvalidDataException($"The font has no {tag} table.");

    /// <summary>Part of a table.</summary>
    public byte[] Part(string tag, long offset, int length) => Read(tables[tag].Offset + offset, length);

    private byte[] Read(long offset, int length) => ReadFrom(file, offset, length);

    private static byte[] ReadFrom(Microsoft.Win32.SafeHandles.SafeFileHandle file, long offset, int length)
    {
        Ensure(file, offset, length);
        var bytes = new byte[length];
        for (var read = 0; read < length;)
        {
            read += RandomAccess.Read(file, bytes.AsSpan(read), offset + read);
        }

        return bytes;
    }

    private static void Ensure(Microsoft.Win32.SafeHandles.SafeFileHandle file, long offset, int length)
    {
        if (length < 0 || offset + length > RandomAccess.GetLength(file))
        {
            throw new InvalidDataException("The font file is cut short.");
        }
    }
}

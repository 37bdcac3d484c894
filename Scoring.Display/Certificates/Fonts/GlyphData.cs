using System.Buffers.Binary;

namespace Scoring.Display.Certificates.Fonts;

/// <summary>One entry of a font's glyf table: without its hints and with its parts renumbered, for a subset.</summary>
internal static class GlyphData
{
    public const int ArgumentsAreWords = 0x1, ArgumentsAreOffsets = 0x2, HasScale = 0x8, MoreParts = 0x20, HasTwoScales = 0x40, HasMatrix = 0x80;
    private const int HasHints = 0x100;

    public static byte[] Renumbered(byte[] outline, Func<ushort, ushort> number)
    {
        if (outline.Length == 0)
        {
            return outline;
        }

        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        return contours >= 0 ? WithoutHints(outline, contours) : Composite(outline, number);
    }

    private static byte[] WithoutHints(byte[] outline, int contours)
    {
        var at = 10 + (contours * 2);
        var hints = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
        return hints == 0 ? outline : [.. outline[..at], 0, 0, .. outline[(at + 2 + hints)..]];
    }

    private static byte[] Composite(byte[] outline, Func<ushort, ushort> number)
    {
        var copy = outline.ToArray();
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at), (ushort)(flags & ~HasHints));
            var part = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 2), number(part));
            at += PartLength(flags);
        }
        while ((flags & MoreParts) != 0);
        return copy[..at];
    }

    /// <summary>Bytes of one part of a composite.</summary>
    public static int PartLength(int flags) =>
        4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2)
        + ((flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0);
}

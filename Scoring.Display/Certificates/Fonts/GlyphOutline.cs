using System.Buffers.Binary;

namespace Scoring.Display.Certificates.Fonts;

/// <summary>A glyph's contours in font units, y up: quadratic curves, parts of composites put in their places, hints left behind.</summary>
internal sealed class GlyphOutline
{
    private const int ArgumentsAreWords = 0x1, ArgumentsAreOffsets = 0x2, HasScale = 0x8, MoreParts = 0x20, HasTwoScales = 0x40, HasMatrix = 0x80;
    private const int Deepest = 8; // composites of composites; a font that goes on is broken

    public required IReadOnlyList<IReadOnlyList<OutlinePoint>> Contours { get; init; }

    public static GlyphOutline Read(FontFace face, ushort glyph) => new() { Contours = Read(face, glyph, 0) };

    private static List<IReadOnlyList<OutlinePoint>> Read(FontFace face, ushort glyph, int depth)
    {
        var data = face.Outline(glyph);
        if (data.Length == 0 || depth > Deepest)
        {
            return [];
        }

        var contours = BinaryPrimitives.ReadInt16BigEndian(data);
        return contours >= 0 ? Simple(data, contours) : Composite(face, data, depth);
    }

    private static List<IReadOnlyList<OutlinePoint>> Simple(ReadOnlySpan<byte> data, int contours)
    {
        var ends = new int[contours];
        for (var c = 0; c < contours; c++)
        {
            ends[c] = BinaryPrimitives.ReadUInt16BigEndian(data[(10 + (c * 2))..]);
        }

        var count = contours == 0 ? 0 : ends[^1] + 1;
        var at = 10 + (contours * 2);
        at += 2 + BinaryPrimitives.ReadUInt16BigEndian(data[at..]);
        var flags = new byte[count];
        for (var i = 0; i < count;)
        {
            var flag = data[at++];
            var times = (flag & PointFlags.Repeat) != 0 ? data[at++] + 1 : 1;
            flags.AsSpan(i, times).Fill(flag);
            i += times;
        }

        var xs = Coordinates(data, ref at, flags, PointFlags.XShort, PointFlags.XSame);
        var ys = Coordinates(data, ref at, flags, PointFlags.YShort, PointFlags.YSame);
        var points = Enumerable.Range(0, count).Select(i => new OutlinePoint(xs[i], ys[i], (flags[i] & PointFlags.OnCurve) != 0)).ToArray();
        return [.. ends.Select(IReadOnlyList<OutlinePoint> (end, c) => points[(c == 0 ? 0 : ends[c - 1] + 1)..(end + 1)])];
    }

    private static int[] Coordinates(ReadOnlySpan<byte> data, ref int at, byte[] flags, int isShort, int same)
    {
        var values = new int[flags.Length];
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            if ((flags[i] & isShort) != 0)
            {
                value += (flags[i] & same) != 0 ? data[at] : -data[at];
                at++;
            }
            else if ((flags[i] & same) == 0)
            {
                value += BinaryPrimitives.ReadInt16BigEndian(data[at..]);
                at += 2;
            }

            values[i] = value;
        }

        return values;
    }

    private static List<IReadOnlyList<OutlinePoint>> Composite(FontFace face, byte[] data, int depth)
    {
        var all = new List<IReadOnlyList<OutlinePoint>>();
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));
            var part = BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at + 2));
            at += 4;
            var words = (flags & ArgumentsAreWords) != 0;
            var offsets = (flags & ArgumentsAreOffsets) != 0;
            int dx = !offsets ? 0 : words ? BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at)) : (sbyte)data[at];
            int dy = !offsets ? 0 : words ? BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at + 2)) : (sbyte)data[at + 1];
            at += words ? 4 : 2;
            var (a, b, c, d) = Matrix(data, ref at, flags);
            all.AddRange(Read(face, part, depth + 1).Select(IReadOnlyList<OutlinePoint> (contour) => [.. contour.Select(p =>
                p with { X = (int)Math.Round((a * p.X) + (c * p.Y)) + dx, Y = (int)Math.Round((b * p.X) + (d * p.Y)) + dy })]));
        }
        while ((flags & MoreParts) != 0);
        return all;
    }

    private static (double A, double B, double C, double D) Matrix(byte[] data, ref int at, int flags)
    {
        var numbers = (flags & HasScale) != 0 ? 1 : (flags & HasTwoScales) != 0 ? 2 : (flags & HasMatrix) != 0 ? 4 : 0;
        var read = new double[numbers];
        for (var i = 0; i < numbers; i++, at += 2)
        {
            read[i] = BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at)) / 16384.0; // 2.14 fixed point
        }

        return numbers switch
        {
            1 => (read[0], 0, 0, read[0]),
            2 => (read[0], 0, 0, read[1]),
            4 => (read[0], read[1], read[2], read[3]),
            _ => (1, 0, 0, 1),
        };
    }
}

/// <param name="OnCurve">False: control point of a curve; between two of those lies an unwritten point of the curve.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct OutlinePoint(int X, int Y, bool OnCurve);

/// <summary>Flags of a point in the glyf table.</summary>
internal static class PointFlags
{
    public const int OnCurve = 0x1, XShort = 0x2, YShort = 0x4, Repeat = 0x8, XSame = 0x10, YSame = 0x20;
}

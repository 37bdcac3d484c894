using System.Buffers.Binary;

namespace Scoring.Display.Certificates.Fonts;

/// <summary>Writes a glyph as the glyf table stores it, on a coarser grid than the font's own, which makes it a quarter smaller.</summary>
internal static class GlyphWriter
{
    /// <param name="grid">Units of an em to round to, of the font's <paramref name="unitsPerEm"/>.</param>
    public static byte[] Write(GlyphOutline outline, int unitsPerEm, int grid)
    {
        var contours = outline.Contours.Select(contour => Coarser(contour, grid / (double)unitsPerEm)).Where(contour => contour.Count > 2).ToList();
        var points = contours.SelectMany(contour => contour).ToList();
        if (points.Count == 0)
        {
            return [];
        }

        var bytes = new List<byte>();
        Word(bytes, contours.Count);
        Word(bytes, points.Min(p => p.X));
        Word(bytes, points.Min(p => p.Y));
        Word(bytes, points.Max(p => p.X));
        Word(bytes, points.Max(p => p.Y));
        var end = -1;
        foreach (var contour in contours)
        {
            Word(bytes, end += contour.Count);
        }

        Word(bytes, 0); // no hints
        var xs = new List<byte>();
        var ys = new List<byte>();
        var flags = new List<byte>();
        var before = new OutlinePoint(0, 0, false);
        foreach (var point in points)
        {
            var flag = (point.OnCurve ? PointFlags.OnCurve : 0)
                | Delta(xs, point.X - before.X, PointFlags.XShort, PointFlags.XSame)
                | Delta(ys, point.Y - before.Y, PointFlags.YShort, PointFlags.YSame);
            flags.Add((byte)flag);
            before = point;
        }

        bytes.AddRange(flags);
        bytes.AddRange(xs);
        bytes.AddRange(ys);
        return [.. bytes];
    }

    /// <summary>Rounded; points that fall together and points that lie halfway between two control points (within half a unit), which need not be written, are left out.</summary>
    private static List<OutlinePoint> Coarser(IReadOnlyList<OutlinePoint> contour, double scale)
    {
        var rounded = new List<OutlinePoint>();
        foreach (var point in contour)
        {
            var here = new OutlinePoint((int)Math.Round(point.X * scale), (int)Math.Round(point.Y * scale), point.OnCurve);
            if (rounded.Count == 0 || !(rounded[^1].X == here.X && rounded[^1].Y == here.Y && rounded[^1].OnCurve == here.OnCurve))
            {
                rounded.Add(here);
            }
        }

        return [.. rounded.Where((point, i) => !IsImplied(rounded[(i + rounded.Count - 1) % rounded.Count], point, rounded[(i + 1) % rounded.Count]))];
    }

    private static bool IsImplied(OutlinePoint before, OutlinePoint point, OutlinePoint after) =>
        point.OnCurve && !before.OnCurve && !after.OnCurve && Math.Abs((2 * point.X) - before.X - after.X) <= 1 && Math.Abs((2 * point.Y) - before.Y - after.Y) <= 1;

    private static int Delta(List<byte> coordinates, int delta, int isShort, int same)
    {
        if (delta == 0)
        {
            return same;
        }

        if (Math.Abs(delta) <= byte.MaxValue)
        {
            coordinates.Add((byte)Math.Abs(delta));
            return isShort | (delta > 0 ? same : 0);
        }

        Word(coordinates, delta);
        return 0;
    }

    private static void Word(List<byte> bytes, int value)
    {
        Span<byte> word = stackalloc byte[2];
        BinaryPrimitives.WriteInt16BigEndian(word, (short)value);
        bytes.AddRange(word);
    }
}

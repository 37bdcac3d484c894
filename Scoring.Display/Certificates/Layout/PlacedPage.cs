using System.Runtime.InteropServices;
using Scoring.Display.Certificates.Fonts;

namespace Scoring.Display.Certificates.Layout;

/// <summary>A page ready to paint: everything has its place in mm; a painter only draws, in order.</summary>
/// <param name="Background">The same for every certificate of a template.</param>
/// <param name="Foreground">This certificate's own.</param>
/// <param name="Missing">Characters no font has (R-H2); a page that has any is not printed.</param>
/// <param name="Overflowing">Elements whose text does not fit even at the smallest size.</param>
public sealed record PlacedPage(
    double Width, double Height, IReadOnlyList<Placed> Background, IReadOnlyList<Placed> Foreground,
    IReadOnlyList<MissingCharacter> Missing, IReadOnlyList<string> Overflowing);

/// <param name="Element">Where it was to stand.</param>
/// <param name="Character">One character, two code units outside the basic plane.</param>
public sealed record MissingCharacter(string Element, string Character);

/// <param name="Element">Id of the template's element it belongs to.</param>
public abstract record Placed(string Element)
{
    /// <summary>Help for whoever arranges the page; never printed.</summary>
    public bool ScreenOnly { get; init; }
}

/// <summary>Glyphs on one baseline.</summary>
/// <param name="Text">What they read as.</param>
/// <param name="Size">mm.</param>
/// <param name="Spaced">True if they stand so far apart that a reader of the file could take the gaps for spaces.</param>
public sealed record PlacedText(
    string Element, string Text, double Size, double Baseline, string Colour, IReadOnlyList<PlacedGlyph> Glyphs, bool Spaced) : Placed(Element);

/// <param name="X">Left edge of its advance, mm from the left of the page.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlacedGlyph(FontFace Face, ushort Glyph, int CodePoint, double X);

/// <param name="Fill">Null: not filled.</param>
/// <param name="Stroke">Null: no line.</param>
/// <param name="StrokeWidth">mm.</param>
public sealed record PlacedPath(string Element, PathData Path, string? Fill, string? Stroke = null, double StrokeWidth = 0) : Placed(Element);

/// <summary>One shape drawn many times.</summary>
public sealed record PlacedMotif(
    string Element, PathData Path, string? Fill, string? Stroke, double StrokeWidth, IReadOnlyList<Transform> At) : Placed(Element);

/// <param name="Size">Side in mm, without the quiet zone.</param>
public sealed record PlacedQr(string Element, QrModules Modules, double X, double Y, double Size, string Colour) : Placed(Element);

public sealed record PlacedImage(string Element, Box Box, byte[] Picture) : Placed(Element);

/// <summary>x' = A x + C y + E, y' = B x + D y + F.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Transform(double A, double B, double C, double D, double E, double F)
{
    public static Transform Translate(double x, double y) => new(1, 0, 0, 1, x, y);

    /// <summary>What has to follow <paramref name="before"/> so that both together are this.</summary>
    public Transform After(Transform before)
    {
        var size = (before.A * before.D) - (before.B * before.C);
        var (x, y) = (E - before.E, F - before.F);
        return new(
            ((A * before.D) - (B * before.C)) / size, ((B * before.A) - (A * before.B)) / size,
            ((C * before.D) - (D * before.C)) / size, ((D * before.A) - (C * before.B)) / size,
            ((x * before.D) - (y * before.C)) / size, ((y * before.A) - (x * before.B)) / size);
    }

    /// <summary>Turned by <paramref name="degrees"/> clockwise and scaled around the origin, then moved.</summary>
    public static Transform Turn(double degrees, double x, double y, double scale = 1)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(cos * scale, sin * scale, -sin * scale, cos * scale, x, y);
    }
}

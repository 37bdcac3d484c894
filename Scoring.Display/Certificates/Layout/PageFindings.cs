using System.Runtime.InteropServices;
using Scoring.Display.Certificates.Fonts;

namespace Scoring.Display.Certificates.Layout;

/// <summary>What whoever arranges a page would not want to print: elements whose ink lies on another's or beyond the paper, text that does
/// not fit.</summary>
public static class PageFindings
{
    private const double Touch = 0.2; // mm: as much as two blacks may meet before an eye calls it overlapping

    /// <param name="template">What <paramref name="page"/> was laid from: its lines count as ink, its frame and grounds do not.</param>
    public static IReadOnlyList<PageFinding> Of(CertificateTemplate template, PlacedPage page)
    {
        var lines = template.Elements.OfType<LineElement>().Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        var inks = page.Background.Where(placed => lines.Contains(placed.Element)).Concat(page.Foreground)
            .Where(placed => !placed.ScreenOnly)
            .Select(placed => (placed.Element, Ink: InkOf(placed))).Where(part => part.Ink is not null)
                .Select(part => (part.Element, Ink: part.Ink!.Value)).ToList();
        var found = new HashSet<PageFinding>();
        for (var i = 0; i < inks.Count; i++)
        {
            if (!inks[i].Ink.Within(page.Width, page.Height))
            {
                found.Add(new(PageFault.BeyondThePaper, inks[i].Element, null));
            }

            for (var j = 0; j < i; j++)
            {
                if (inks[i].Element != inks[j].Element && inks[i].Ink.Covers(inks[j].Ink, Touch))
                {
                    found.Add(new(PageFault.Overlap, inks[j].Element, inks[i].Element));
                }
            }
        }

        return [.. found, .. page.Overflowing.Distinct(StringComparer.Ordinal)
            .Select(element => new PageFinding(PageFault.DoesNotFit, element, null))];
    }

    private static Ink? InkOf(Placed placed) => placed switch
    {
        PlacedText text => Ink.Around(text.Glyphs.SelectMany(glyph => Points(glyph, text))),
        PlacedPath path => Ink.Around(path.Path.Steps.Where(step => step.Kind != PathStepKind.Close)
            .Select(step => (step.X, step.Y)))?.Wider(path.StrokeWidth / 2),
        PlacedQr qr => new(qr.X, qr.Y, qr.X + qr.Size, qr.Y + qr.Size),
        _ => null,
    };

    private static IEnumerable<(double X, double Y)> Points(PlacedGlyph glyph, PlacedText text)
    {
        var em = text.Size / glyph.Face.UnitsPerEm;
        return GlyphOutline.Read(glyph.Face, glyph.Glyph).Contours.SelectMany(contour => contour)
            .Select(point => (glyph.X + (point.X * em), text.Baseline - (point.Y * em)));
    }

    /// <summary>The box around what is black, mm.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Ink(double Left, double Top, double Right, double Bottom)
    {
        public static Ink? Around(IEnumerable<(double X, double Y)> points)
        {
            Ink? all = null;
            foreach (var (x, y) in points)
            {
                all = all is { } a ? new(Math.Min(a.Left, x), Math.Min(a.Top, y), Math.Max(a.Right, x), Math.Max(a.Bottom, y))
                    : new(x, y, x, y);
            }

            return all;
        }

        public Ink Wider(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

        public bool Within(double width, double height) => Left >= 0 && Top >= 0 && Right <= width && Bottom <= height;

        /// <summary>A line is thinner than what may touch: it covers what it runs through.</summary>
        public bool Covers(Ink other, double touch) =>
            Deep(Left, Right, other.Left, other.Right, touch) && Deep(Top, Bottom, other.Top, other.Bottom, touch);

        private static bool Deep(double from, double to, double otherFrom, double otherTo, double touch) =>
            Math.Min(to, otherTo) - Math.Max(from, otherFrom) >= Math.Min(touch, Math.Min(to - from, otherTo - otherFrom));
    }
}

/// <param name="Element">Id of the element.</param>
/// <param name="Other">Of the one it lies on; null for other faults.</param>
public sealed record PageFinding(PageFault Fault, string Element, string? Other);

public enum PageFault { Overlap, BeyondThePaper, DoesNotFit }

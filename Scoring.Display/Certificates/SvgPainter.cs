using System.Globalization;
using System.Net;
using System.Text;
using Scoring.Core.Certificates;
using Scoring.Display.Certificates.Fonts;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Certificates;

/// <summary>Certificates as SVG for the screen: the same page as the PDF, letters as outlines, so that no font has to reach the browser, and with the seal circles.</summary>
public sealed class SvgPainter(FontBook fonts)
{
    /// <summary>Pixels an A4 page is wide as a picture to keep: some 200 dots an inch.</summary>
    public const int PictureWidth = 1654;

    /// <param name="qrText">Null: the QR's place stays empty.</param>
    /// <param name="width">In pixels, for a picture that stands alone; null: as wide as its place.</param>
    /// <returns>An svg element to put into a page; every part carries its element's id as <c>data-element</c>. Characters no font has are left out: the preflight names them.</returns>
    public string Paint(CertificateTemplate template, CertificateFacts facts, string? qrText = null, int? width = null)
    {
        var page = CertificateLayout.Lay(template, facts, qrText, fonts);
        var svg = new StringBuilder();
        var size = width is { } w ? string.Create(CultureInfo.InvariantCulture, $" width=\"{w}\" height=\"{(int)(w * page.Height / page.Width)}\"") : "";
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg"{size} viewBox="0 0 {page.Width} {page.Height}" role="img" aria-label="{Escape($"{facts.Title} {facts.Name}")}">""");
        foreach (var (i, placed) in page.Background.Concat(page.Foreground).Index())
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<g data-element="{Escape(placed.Element)}">""");
            Paint(svg, placed, $"m{i}");
            svg.Append("</g>\n");
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Paint(StringBuilder svg, Placed placed, string id)
    {
        switch (placed)
        {
            case PlacedText text:
                svg.Append(CultureInfo.InvariantCulture, $"""<path aria-label="{Escape(text.Text)}" fill="{text.Colour}" d="{Letters(text)}"/>""");
                break;
            case PlacedPath path:
                svg.Append("<path").Append(Ink(path.Fill, path.Stroke, path.StrokeWidth)).Append(path.ScreenOnly ? " stroke-dasharray=\"1\"" : "");
                svg.Append(CultureInfo.InvariantCulture, $""" d="{Data(path.Path)}"/>""");
                break;
            case PlacedMotif motif:
                svg.Append(CultureInfo.InvariantCulture, $"""<defs><path id="{id}"{Ink(motif.Fill, motif.Stroke, motif.StrokeWidth)} d="{Data(motif.Path)}"/></defs>""");
                foreach (var t in motif.At)
                {
                    svg.Append(CultureInfo.InvariantCulture, $"""<use href="#{id}" transform="matrix({t.A:0.####} {t.B:0.####} {t.C:0.####} {t.D:0.####} {t.E:0.##} {t.F:0.##})"/>""");
                }

                break;
            case PlacedQr qr:
                svg.Append(CultureInfo.InvariantCulture, $"""<path fill="{qr.Colour}" shape-rendering="crispEdges" transform="translate({qr.X} {qr.Y}) scale({qr.Size / qr.Modules.Side:0.######})" d="{Data(qr.Modules)}"/>""");
                break;
            case PlacedImage image:
                svg.Append(CultureInfo.InvariantCulture, $"""<image x="{image.Box.X}" y="{image.Box.Y}" width="{image.Box.Width}" height="{image.Box.Height}" preserveAspectRatio="none" href="data:image;base64,{Convert.ToBase64String(image.Picture)}"/>""");
                break;
            default:
                throw new NotSupportedException(placed.GetType().Name);
        }
    }

    private static string Ink(string? fill, string? stroke, double width) =>
        string.Create(CultureInfo.InvariantCulture, $" fill=\"{fill ?? "none"}\"") + (stroke is null ? "" : string.Create(CultureInfo.InvariantCulture, $" stroke=\"{stroke}\" stroke-width=\"{width}\""));

    private static string Data(PathData path)
    {
        var data = new StringBuilder();
        foreach (var s in path.Steps)
        {
            _ = s.Kind switch
            {
                PathStepKind.Move => data.Append(CultureInfo.InvariantCulture, $"M{s.X:0.##} {s.Y:0.##}"),
                PathStepKind.Line => data.Append(CultureInfo.InvariantCulture, $"L{s.X:0.##} {s.Y:0.##}"),
                PathStepKind.Curve => data.Append(CultureInfo.InvariantCulture, $"C{s.X1:0.##} {s.Y1:0.##} {s.X2:0.##} {s.Y2:0.##} {s.X:0.##} {s.Y:0.##}"),
                _ => data.Append('Z'),
            };
        }

        return data.ToString();
    }

    private static string Data(QrModules modules) =>
        string.Concat(modules.Runs().Select(run => string.Create(CultureInfo.InvariantCulture, $"M{run.Column} {run.Row}h{run.Length}v1h-{run.Length}z")));

    private static string Letters(PlacedText text)
    {
        var data = new StringBuilder();
        foreach (var glyph in text.Glyphs)
        {
            var em = text.Size / glyph.Face.UnitsPerEm;
            foreach (var contour in GlyphOutline.Read(glyph.Face, glyph.Glyph).Contours)
            {
                Contour(data, contour, p => (glyph.X + (p.X * em), text.Baseline - (p.Y * em)));
            }
        }

        return data.ToString();
    }

    /// <summary>Between two control points lies a point of the curve that the font does not write.</summary>
    private static void Contour(StringBuilder data, IReadOnlyList<OutlinePoint> contour, Func<OutlinePoint, (double X, double Y)> place)
    {
        var first = contour.Index().FirstOrDefault(p => p.Item.OnCurve, (0, default)).Index;
        var points = contour.Skip(first).Concat(contour.Take(first + 1)).Select(p => (At: place(p), p.OnCurve)).ToList(); // begins and ends with the same point
        var start = points[0].OnCurve ? points[0].At : Middle(points[0].At, points[^2].At);
        data.Append(CultureInfo.InvariantCulture, $"M{start.X:0.##} {start.Y:0.##}");
        for (var i = points[0].OnCurve ? 1 : 0; i < points.Count - (points[0].OnCurve ? 0 : 1); i++)
        {
            var (at, onCurve) = points[i];
            if (onCurve)
            {
                data.Append(CultureInfo.InvariantCulture, $"L{at.X:0.##} {at.Y:0.##}");
                continue;
            }

            var next = points[i + 1];
            var end = next.OnCurve ? next.At : Middle(at, next.At);
            data.Append(CultureInfo.InvariantCulture, $"Q{at.X:0.##} {at.Y:0.##} {end.X:0.##} {end.Y:0.##}");
            i += next.OnCurve ? 1 : 0;
        }

        data.Append('Z');
    }

    private static (double X, double Y) Middle((double X, double Y) a, (double X, double Y) b) => ((a.X + b.X) / 2, (a.Y + b.Y) / 2);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}

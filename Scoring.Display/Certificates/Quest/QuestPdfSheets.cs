using System.Collections.Concurrent;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using Scoring.Core.Certificates;
using Scoring.Display.Certificates.Fonts;
using Scoring.Display.Certificates.Layout;
using Scoring.Display.Certificates.Painting;
using SkiaSharp;

namespace Scoring.Display.Certificates.Quest;

/// <summary>The same placed pages through QuestPDF: a document of pages, each a canvas on which everything has its place already. Compiled
/// with -p:Painter=QuestPdf.</summary>
/// <param name="stream">Written when the document is finished.</param>
internal sealed class QuestPdfSheets(Stream stream) : Sheets
{
    private const float Point = 72 / 25.4f;
    private static readonly ConcurrentDictionary<FontFace, SKTypeface> Typefaces = [];
    private readonly List<(PlacedPage Page, bool Ground, PrintOffset Offset)> pages = [];

    static QuestPdfSheets() => QuestPDF.Settings.License = LicenseType.Community;

    public override void Add(PlacedPage placed, PdfBackground? background, PrintOffset offset, string? bookmark = null) =>
        pages.Add((placed, background is not null, offset));

    public override void Finish(CertificateFacts first, string title, ReadOnlySpan<byte> identity)
    {
        var date = first.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var document = Document.Create(container =>
        {
            foreach (var (page, ground, offset) in pages)
            {
                container.Page(sheet =>
                {
                    sheet.Size((float)page.Width, (float)page.Height, Unit.Millimetre);
                    sheet.Content().Canvas((canvas, _) => Draw(canvas, page, ground, offset));
                });
            }
        });
        document.WithMetadata(new DocumentMetadata
        {
            Title = title, Author = string.Join('、', first.Issuers), Subject = first.Competition, Creator = "Scoring", CreationDate = date,
                ModifiedDate = date,
        }).GeneratePdf(stream);
    }

    private static void Draw(SKCanvas canvas, PlacedPage page, bool ground, PrintOffset offset)
    {
        canvas.Save();
        canvas.Scale(Point);
        canvas.Translate((float)offset.X, (float)offset.Y);
        foreach (var placed in (ground ? page.Background : []).Concat(page.Foreground).Where(item => !item.ScreenOnly))
        {
            switch (placed)
            {
                case PlacedText text: Show(canvas, text); break;
                case PlacedPath path: Trace(canvas, path.Path, path.Fill, path.Stroke, path.StrokeWidth); break;
                case PlacedMotif motif: Repeat(canvas, motif); break;
                case PlacedQr qr: Squares(canvas, qr); break;
                case PlacedImage image: Picture(canvas, image); break;
                default: throw new NotSupportedException(placed.GetType().Name);
            }
        }

        canvas.Restore();
    }

    private static void Show(SKCanvas canvas, PlacedText text)
    {
        using var ink = new SKPaint { Color = SKColor.Parse(text.Colour), IsAntialias = true };
        for (var i = 0; i < text.Glyphs.Count;)
        {
            var face = text.Glyphs[i].Face;
            var run = text.Glyphs.Skip(i).TakeWhile(glyph => glyph.Face == face).ToList();
            using var font = new SKFont(Typefaces.GetOrAdd(face, Load), (float)text.Size) { Subpixel = true, LinearMetrics = true };
            using var builder = new SKTextBlobBuilder();
            var letters = builder.AllocatePositionedRun(font, run.Count);
            letters.SetGlyphs([.. run.Select(glyph => glyph.Glyph)]);
            letters.SetPositions([.. run.Select(glyph => new SKPoint((float)glyph.X, (float)text.Baseline))]);
            using var blob = builder.Build();
            canvas.DrawText(blob, 0, 0, ink);
            i += run.Count;
        }
    }

    /// <summary>The face of a collection that has the family's name and weight.</summary>
    private static SKTypeface Load(FontFace face)
    {
        for (var index = 0; SKTypeface.FromFile(face.Path, index) is { } typeface; index++)
        {
            if (typeface.FontWeight == face.Weight && face.Families.Contains(typeface.FamilyName, StringComparer.OrdinalIgnoreCase))
            {
                return typeface;
            }
        }

        return SKTypeface.FromFile(face.Path); // a font that names itself otherwise than its table does
    }

    private static void Trace(SKCanvas canvas, PathData data, string? fill, string? stroke, double strokeWidth)
    {
        using var path = Path(data);
        if (fill is not null)
        {
            using var ink = new SKPaint { Color = SKColor.Parse(fill), IsAntialias = true };
            canvas.DrawPath(path, ink);
        }

        if (stroke is not null)
        {
            using var pen = new SKPaint { Color = SKColor.Parse(stroke), IsAntialias = true, Style = SKPaintStyle.Stroke,
                StrokeWidth = (float)strokeWidth };
            canvas.DrawPath(path, pen);
        }
    }

    private static void Repeat(SKCanvas canvas, PlacedMotif motif)
    {
        foreach (var at in motif.At)
        {
            canvas.Save();
            var place = new SKMatrix((float)at.A, (float)at.C, (float)at.E, (float)at.B, (float)at.D, (float)at.F, 0, 0, 1);
            canvas.Concat(ref place);
            Trace(canvas, motif.Path, motif.Fill, motif.Stroke, motif.StrokeWidth);
            canvas.Restore();
        }
    }

    private static void Squares(SKCanvas canvas, PlacedQr qr)
    {
        var side = (float)(qr.Size / qr.Modules.Side);
        using var ink = new SKPaint { Color = SKColor.Parse(qr.Colour) };
        foreach (var (column, row, length) in qr.Modules.Runs())
        {
            canvas.DrawRect((float)qr.X + (column * side), (float)qr.Y + (row * side), length * side, side, ink);
        }
    }

    private static void Picture(SKCanvas canvas, PlacedImage placed)
    {
        using var picture = SKImage.FromEncodedData(placed.Picture);
        canvas.DrawImage(picture, SKRect.Create((float)placed.Box.X, (float)placed.Box.Y, (float)placed.Box.Width,
            (float)placed.Box.Height));
    }

    private static SKPath Path(PathData data)
    {
        var path = new SKPath();
        foreach (var s in data.Steps)
        {
            switch (s.Kind)
            {
                case PathStepKind.Move: path.MoveTo((float)s.X, (float)s.Y); break;
                case PathStepKind.Line: path.LineTo((float)s.X, (float)s.Y); break;
                case PathStepKind.Curve: path.CubicTo((float)s.X1, (float)s.Y1, (float)s.X2, (float)s.Y2, (float)s.X, (float)s.Y); break;
                case PathStepKind.Close: path.Close(); break;
                default: throw new NotSupportedException(s.Kind.ToString());
            }
        }

        return path;
    }
}

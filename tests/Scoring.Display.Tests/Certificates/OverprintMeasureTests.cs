using System.Globalization;
using System.Text.RegularExpressions;
using Scoring.Display.Certificates;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Tests.Certificates;

/// <summary>套打 measured glyph by glyph from the PDF's own content, as poppler draws it (R-H3): every element within half a millimetre of its place in the template.</summary>
public sealed partial class OverprintMeasureTests(PrintingOffice office) : IClassFixture<PrintingOffice>, IDisposable
{
    private const double HalfMillimetre = 0.5;
    private readonly Poppler poppler = new();

    public void Dispose() => poppler.Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1.5, -0.8)]
    [InlineData(-3, 2.4)]
    public void Every_glyph_stands_where_the_template_puts_its_element(double right, double down)
    {
        var template = CertificateTemplates.Overprint;
        var qr = office.QrText(PrintingOffice.Facts);
        var drawn = Drawn(new CertificatePainter(office.Fonts).Paint(template, PrintingOffice.Facts, qr, new PrintOffset(right, down)));
        var placed = CertificateLayout.Lay(template, PrintingOffice.Facts, qr, office.Fonts).Foreground.OfType<PlacedText>().Where(text => !text.ScreenOnly).ToList();
        Assert.Equal(placed.Sum(text => text.Glyphs.Count), drawn.Count);

        var at = 0;
        var worst = 0.0;
        var measured = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in placed.SelectMany(text => text.Glyphs.Select(glyph => (Glyph: glyph, Text: text, Ink: drawn[at++]))).GroupBy(mark => (mark.Text.Element, mark.Text.Baseline)))
        {
            foreach (var (glyph, text, ink) in line)
            {
                worst = Math.Max(worst, Math.Max(Math.Abs(ink.X - right - glyph.X), Math.Abs(ink.Y - down - text.Baseline)));
            }

            var element = template.Elements.First(e => e.Id == line.Key.Element);
            var first = line.First().Ink.X - right;
            var last = line.Last();
            var end = last.Ink.X - right + (last.Glyph.Face.Width(last.Glyph.Glyph) * last.Text.Size);
            if (element is TextElement box)
            {
                measured.Add(box.Id);
                var ruled = box.Spans[0].Rule?.Before ?? 0;
                var lines = (line.Key.Baseline - box.Baseline) / box.LineHeight;
                Near(box.Baseline + (Math.Round(lines) * box.LineHeight), line.First().Ink.Y - down);
                if (box.Align == TextAlign.Centre)
                {
                    Near(box.Box.X + (box.Box.Width / 2), (first + end) / 2);
                }
                else if (Math.Round(lines) == 0)
                {
                    Near(box.Box.X + (box.Indent * box.Spans[0].Size) + ruled, first);
                }
            }
            else if (element is IssuersElement issuers)
            {
                measured.Add(issuers.Id);
                Assert.InRange(end, issuers.Box.X, issuers.Box.X + issuers.Box.Width + HalfMillimetre);
                Assert.True(Math.Abs(line.First().Ink.Y - down - issuers.Baseline) < HalfMillimetre || Math.Abs(line.First().Ink.Y - down - issuers.Baseline + issuers.LineHeight) < HalfMillimetre
                    || Math.Abs(line.First().Ink.Y - down - issuers.DateBaseline) < HalfMillimetre);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{drawn.Count} glyphs, farthest from its place {worst:0.000} mm"));
        Assert.InRange(worst, 0, HalfMillimetre);
        Assert.Equal(template.Elements.Where(e => e is TextElement or IssuersElement).Select(e => e.Id).Order(StringComparer.Ordinal), measured.Order(StringComparer.Ordinal));
    }

    private List<(double X, double Y)> Drawn(byte[] pdf)
    {
        var svg = Path.GetTempFileName();
        Poppler.Run("pdftocairo", "-svg", poppler.Save(pdf), svg);
        var found = Glyph().Matches(File.ReadAllText(svg)).Select(m => (Mm(m.Groups["x"].Value), Mm(m.Groups["y"].Value))).ToList();
        File.Delete(svg);
        return found;
    }

    private static void Near(double place, double measured) => Assert.InRange(measured, place - HalfMillimetre, place + HalfMillimetre);

    private static double Mm(string points) => double.Parse(points, CultureInfo.InvariantCulture) * 25.4 / 72;

    [GeneratedRegex("""<use xlink:href="#glyph[^"]*" x="(?<x>[-\d.]+)" y="(?<y>[-\d.]+)"/>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Glyph();
}

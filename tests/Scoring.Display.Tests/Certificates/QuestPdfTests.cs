#if QUESTPDF
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Scoring.Display.Certificates;
using Scoring.Display.Certificates.Painting;
using Scoring.Display.Certificates.Quest;

namespace Scoring.Display.Tests.Certificates;

/// <summary>Both painters stand behind the same placed page: what they print reads, stands and scans alike.</summary>
public sealed class QuestPdfTests(PrintingOffice office, ITestOutputHelper output) : IClassFixture<PrintingOffice>, IDisposable
{
    private readonly Poppler poppler = new();

    public void Dispose() => poppler.Dispose();

    private CertificatePainter Quest => new(office.Fonts) { Make = stream => new QuestPdfSheets(stream) };

    private CertificatePainter Own => new(office.Fonts) { Make = stream => new PdfSheets(stream) };

    /// <summary>Skia takes the first character of a glyph, which for some is a radical: the same letter, written otherwise.</summary>
    private static string Read(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));

    [Theory]
    [InlineData("张志远")]
    [InlineData("欧阳㛃䶮")]
    [InlineData("阿卜杜热合曼·麦麦提吐尔孙")]
    [InlineData("Maximilian O'Neill")]
    public void The_same_text_reads_back(string name)
    {
        var facts = PrintingOffice.Facts with { Name = name };
        foreach (var template in CertificateTemplates.All)
        {
            Assert.Equal(
                Read(poppler.Text(Own.Paint(template, facts, office.QrText(facts)))),
                    Read(poppler.Text(Quest.Paint(template, facts, office.QrText(facts)))));
        }
    }

    [Fact]
    public void Every_dot_stands_where_ours_stands()
    {
        foreach (var template in CertificateTemplates.All)
        {
            var (own, quest) = (poppler.Thumbnail(Own.Paint(template, PrintingOffice.Facts, "HTTP://A/V/X")),
                poppler.Thumbnail(Quest.Paint(template, PrintingOffice.Facts, "HTTP://A/V/X")));
            // A page of 210 mm may be 210 or 211 dots high: what both have is compared.
            var (a, b) = (Dots(own), Dots(quest));
            Assert.Equal(a.Width, b.Width);
            var far = a.Grey.Zip(b.Grey).Count(dots => Math.Abs(dots.First - dots.Second) > 48);
            Assert.True(far < a.Grey.Length / 100,
                $"{template.Name}: {far} of {a.Grey.Length} dots differ");
        }
    }

    private static (int Width, byte[] Grey) Dots(byte[] pgm)
    {
        var words = Encoding.ASCII.GetString(pgm, 0, 32).Split((char[])[' ', '\n'], 5);
        var (width, height) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
        return (width, pgm[^(width * height)..]);
    }

    [Fact]
    public void Positions_differ_by_less_than_a_tenth_of_a_millimetre()
    {
        var area = (38, 57, 259, 75); // the name's line
        var own = poppler.Ink(Own.Paint(CertificateTemplates.Overprint, PrintingOffice.Facts, "HTTP://A/V/X"))
            .Bounds(area.Item1, area.Item2, area.Item3, area.Item4);
        var quest = poppler.Ink(Quest.Paint(CertificateTemplates.Overprint, PrintingOffice.Facts, "HTTP://A/V/X"))
            .Bounds(area.Item1, area.Item2, area.Item3, area.Item4);
        Assert.All(new[] { own.Left - quest.Left, own.Top - quest.Top, own.Right - quest.Right, own.Bottom - quest.Bottom }, apart =>
            Assert.InRange(apart, -0.1001, 0.1001));
    }

    [Fact]
    public void The_code_scans_and_the_file_says_what_it_is()
    {
        var qr = office.QrText(PrintingOffice.Facts);
        var pdf = Quest.Paint(CertificateTemplates.Festive, PrintingOffice.Facts, qr);
        Assert.Equal(qr, poppler.Scan(pdf, 200));
        Assert.Contains("荣誉证书 张志远", poppler.Info(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Sizes_and_speed_are_printed_beside_each_other()
    {
        foreach (var (name, painter) in new[] { ("own", Own), ("QuestPDF", Quest) })
        {
            painter.Paint(CertificateTemplates.Festive, PrintingOffice.Facts, "HTTP://A/V/X");
            var started = Stopwatch.GetTimestamp();
            var sizes = HardNames.Thousand.Take(20).Select(facts =>
                painter.Paint(CertificateTemplates.Festive, facts, office.QrText(facts)).Length).ToList();
            var single = Stopwatch.GetElapsedTime(started);
            using var batch = new MemoryStream();
            started = Stopwatch.GetTimestamp();
            painter.PaintAll(CertificateTemplates.Festive, HardNames.Thousand.Take(100)
                .Select(facts => new CertificateToPrint(facts, office.QrText(facts))), batch, "一批");
            var (one, many) = (20 / single.TotalSeconds, 100 / Stopwatch.GetElapsedTime(started).TotalSeconds);
            output.WriteLine($"{name,-9} one file {sizes.Average() / 1000:0.0} KB, {one:0.0} a second");
            output.WriteLine($"{name,-9} 100 in one file {batch.Length / 1000.0:0} KB, {many:0} a second");
            Assert.All(sizes, size => Assert.True(size > 1000));
        }
    }
}
#endif

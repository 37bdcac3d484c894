using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Scoring.Display.Certificates;

namespace Scoring.Display.Tests.Certificates;

/// <summary>A thousand certificates, each a file of its own, read back with poppler (R-H2).</summary>
public sealed partial class HardNamesTests(PrintingOffice office) : IClassFixture<PrintingOffice>, IDisposable
{
    // A glyph of the Kai style takes a quarter of a kilobyte: with names and organizations of up to 16 characters a file keeps the aim of 37 KB, with fifty different ones it cannot (docs/certificates.md, Figures).
    private const int Aim = 37 * 1024, Bound = 49 * 1024, UsualLength = 16;
    private readonly Poppler poppler = new();

    public void Dispose() => poppler.Dispose();

    [Fact]
    public async Task A_thousand_files_read_back_on_one_page_with_fonts_embedded_and_cut_in_37_KB_up_to_16_characters_and_49_at_the_most()
    {
        Assert.Empty(new CertificatePreflight(office.Fonts).Check(CertificateTemplates.Festive, [.. HardNames.Thousand]));
        var painter = new CertificatePainter(office.Fonts);
        var sizes = new System.Collections.Concurrent.ConcurrentBag<(int Bytes, bool Usual)>();
        await Parallel.ForEachAsync(HardNames.Thousand, new ParallelOptions { MaxDegreeOfParallelism = 2 }, (facts, _) =>
        {
            var pdf = painter.Paint(CertificateTemplates.Festive, facts, office.QrText(facts));
            sizes.Add((pdf.Length, facts.Name.EnumerateRunes().Count() <= UsualLength && (facts.Organization?.Length ?? 0) <= UsualLength));
            var path = poppler.Save(pdf);
            var text = string.Concat(Poppler.Run("pdftotext", "-layout", path, "-").Where(c => !char.IsWhiteSpace(c)));
            Assert.Contains(string.Concat(facts.Name.Where(c => c != ' ')).Normalize(NormalizationForm.FormC), text.Normalize(NormalizationForm.FormC), StringComparison.Ordinal);
            Assert.Contains(facts.Number, text, StringComparison.Ordinal);
            Assert.Equal(2, text.Split("安阳市总工会").Length); // once
            Assert.Contains("Pages:           1\n", Poppler.Run("pdfinfo", path), StringComparison.Ordinal);
            Assert.All(Poppler.Run("pdffonts", path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2), font => Assert.Matches(EmbeddedAndCut(), font));
            File.Delete(path);
            return ValueTask.CompletedTask;
        });

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"mean {sizes.Average(size => size.Bytes) / 1024:0.0} KB, largest {sizes.Max(size => size.Bytes) / 1024.0:0.0} KB, up to 16 characters {sizes.Where(size => size.Usual).Max(size => size.Bytes) / 1024.0:0.0} KB"));
        Assert.All(sizes, size => Assert.InRange(size.Bytes, 1, size.Usual ? Aim : Bound));
    }

    /// <summary>Small, tolerant pictures: what differs is a changed layout, not a changed rasterizer. SCORING_BASELINES=1 writes them anew.</summary>
    [Theory]
    [InlineData("festive", "张志远")]
    [InlineData("festive-long", "阿卜杜热合曼·麦麦提吐尔孙·古丽娜孜尔·巴特尔")]
    [InlineData("festive-two", "张伟")]
    [InlineData("festive-latin", "Maximilian O'Neill")]
    [InlineData("plain", "𠅤𬍛𣸣")]
    [InlineData("participation", "欧阳㛃䶮")]
    [InlineData("thanks", "淼犇骉")]
    public void A_page_looks_as_its_baseline(string picture, string name)
    {
        var template = picture.Split('-')[0] switch
        {
            "plain" => CertificateTemplates.Plain, "participation" => CertificateTemplates.Participation, "thanks" => CertificateTemplates.Thanks, _ => CertificateTemplates.Festive,
        };
        var facts = PrintingOffice.Facts with { Name = name };
        var page = poppler.Thumbnail(new CertificatePainter(office.Fonts).Paint(template, facts, "HTTP://192.168.1.10:5080/V/" + new string('A', 420)));
        var baseline = Path.Combine(Baselines(), picture + ".pgm");
        if (Environment.GetEnvironmentVariable("SCORING_BASELINES") == "1")
        {
            File.WriteAllBytes(baseline, page);
        }

        var expected = File.ReadAllBytes(baseline);
        Assert.Equal(expected.Length, page.Length);
        var far = expected.Zip(page).Count(dots => Math.Abs(dots.First - dots.Second) > 48);
        Assert.True(far < page.Length / 200, $"{picture}: {far} of {page.Length} dots differ");
    }

    private static string Baselines()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "tests", "Scoring.Display.Tests", "Certificates", "Baselines");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("Baselines");
    }

    [GeneratedRegex(@"^[A-Z]{6}\+\S+ .*yes yes yes", RegexOptions.None, 1000)]
    private static partial Regex EmbeddedAndCut();
}

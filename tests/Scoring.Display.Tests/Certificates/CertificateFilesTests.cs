using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Display.Certificates;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Tests.Certificates;

/// <summary>Painted once, kept by the hash of what it says; templates kept per competition.</summary>
public sealed class CertificateFilesTests(PrintingOffice office) : IClassFixture<PrintingOffice>, IDisposable
{
    private static readonly CompetitionId Cup = new("cup");
    private readonly string folder = Directory.CreateTempSubdirectory("certificate-files").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private CertificateFiles Files() => new(new CertificatePainter(office.Fonts), office.Fonts, folder);

    [Fact]
    public async Task However_many_ask_at_once_it_is_painted_once_and_found_after_a_restart()
    {
        var certificate = new CertificateToPrint(PrintingOffice.Facts, office.QrText(PrintingOffice.Facts));
        var files = Files();
        var asked = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => files.Of(CertificateTemplates.Festive, certificate)));
        Assert.Equal(1, files.Painted);
        Assert.Single(asked.Select(file => file.Path).Distinct());

        var again = Files();
        var found = await again.Of(CertificateTemplates.Festive, certificate);
        Assert.Equal(0, again.Painted);
        Assert.Equal(new CertificatePainter(office.Fonts).Paint(CertificateTemplates.Festive, certificate.Facts, certificate.QrText), await File.ReadAllBytesAsync(found.Path));
    }

    [Fact]
    public async Task Another_fact_another_signature_another_look_or_another_offset_is_another_file()
    {
        var qr = office.QrText(PrintingOffice.Facts);
        var files = Files();
        var paths = new List<string>
        {
            (await files.Of(CertificateTemplates.Festive, new(PrintingOffice.Facts, qr))).Path,
            (await files.Of(CertificateTemplates.Festive, new(PrintingOffice.Facts with { Award = "二等奖" }, qr))).Path,
            (await files.Of(CertificateTemplates.Festive, new(PrintingOffice.Facts, office.QrText(PrintingOffice.Facts)))).Path,
            (await files.Of(CertificateTemplates.Plain, new(PrintingOffice.Facts, qr))).Path,
            (await files.Of(CertificateTemplates.Festive, new(PrintingOffice.Facts, qr), new PrintOffset(1, 0))).Path,
        };
        Assert.Equal(paths.Count, paths.Distinct().Count());
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_painted_says_so_every_time_and_leaves_nothing()
    {
        var certificate = new CertificateToPrint(PrintingOffice.Facts with { Name = "王\U0002FFFD" }, "HTTP://A/V/1");
        var files = Files();
        await Assert.ThrowsAsync<InvalidOperationException>(() => files.Of(CertificateTemplates.Festive, certificate));
        await Assert.ThrowsAsync<InvalidOperationException>(() => files.Of(CertificateTemplates.Festive, certificate));
        Assert.Empty(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_saved_template_is_there_after_a_restart_for_its_own_competition_only_and_can_be_the_look_of_a_kind()
    {
        var shelf = new TemplateShelf(folder);
        Assert.Null(shelf.Save(Cup, CertificateTemplates.Plain with { Name = "殷都杯" }));
        shelf.Use(Cup, CertificateKind.Award, "殷都杯");

        var again = new TemplateShelf(folder);
        Assert.Equal("殷都杯", again.For(Cup, CertificateKind.Award).Name);
        Assert.Equal(CertificateTemplates.Festive, again.For(new("other"), CertificateKind.Award));
        Assert.Equal(CertificateTemplates.Thanks, again.For(Cup, CertificateKind.Thanks));
        again.Remove(Cup, "殷都杯");
        Assert.Equal(CertificateTemplates.Festive, again.For(Cup, CertificateKind.Award));
    }

    [Theory]
    [InlineData("节庆")]
    [InlineData("../evil")]
    [InlineData("")]
    public void A_name_that_is_taken_or_no_files_name_is_refused(string name) => Assert.NotNull(new TemplateShelf(folder).Save(Cup, CertificateTemplates.Plain with { Name = name }));

    public static TheoryData<string, CertificateTemplate> Broken => new()
    {
        { "颜色", CertificateTemplates.Overprint with { Colours = new Dictionary<string, string> { ["ink"] = "\"/><script>" } } },
        { "颜色", CertificateTemplates.Overprint with { Colours = new Dictionary<string, string> { ["ink"] = "#112233\n" } } },
        { "读不出来", CertificateTemplates.Overprint with { Elements = [new ImageElement("picture", new(0, 0, 10, 10), [1, 2, 3, 4])] } },
        { "扫不出来", CertificateTemplates.Overprint with { Elements = [new QrElement("qr", 10, 10, 5)] } },
        { "毫米之间", CertificateTemplates.Overprint with { Width = double.NaN } },
        { "没有定义的字体", CertificateTemplates.Overprint with { Elements = [new TextElement("t", new(0, 0, 10, 10), 5, 5, [new TextSpan("x", 4, Font: "none")])] } },
        { "都叫", CertificateTemplates.Overprint with { Elements = [new QrElement("qr", 10, 10, 25), new QrElement("qr", 50, 10, 25)] } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_template_that_cannot_be_painted_is_refused_in_words(string words, CertificateTemplate template) =>
        Assert.Contains(words, new TemplateShelf(folder).Save(Cup, template with { Name = "新" }), StringComparison.Ordinal);

    [Fact]
    public void Every_template_of_the_program_passes_its_own_check_and_the_preflight()
    {
        Assert.All(CertificateTemplates.All, template => Assert.Null(TemplateCheck.Problem(template)));
        Assert.All(Enum.GetValues<CertificateKind>(), kind => Assert.Empty(new CertificatePreflight(office.Fonts).Check(CertificateTemplates.For(kind), [PrintingOffice.Facts with { Kind = kind }])));
    }
}

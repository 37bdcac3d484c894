using System.Text.Json;
using System.Xml.Linq;
using Scoring.Display.Certificates;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Tests.Certificates;

public sealed class TemplateAndPreviewTests(PrintingOffice office) : IClassFixture<PrintingOffice>
{
    [Fact]
    public void A_template_written_and_read_again_prints_the_same()
    {
        var qr = office.QrText(PrintingOffice.Facts);
        foreach (var template in CertificateTemplates.All)
        {
            var again = CertificateTemplates.Read(CertificateTemplates.Write(template));
            var painter = new CertificatePainter(office.Fonts);
            Assert.Equal(painter.Paint(template, PrintingOffice.Facts, qr), painter.Paint(again, PrintingOffice.Facts, qr));
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "elements": [{ "type": "confetti" }] }""")]
    public void Text_that_is_no_template_is_refused(string json) => Assert.Throws<JsonException>(() => CertificateTemplates.Read(json));

    [Fact]
    public void The_preview_is_well_formed_names_its_elements_and_shows_the_seal_circles()
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        var root = XDocument.Parse(new SvgPainter(office.Fonts).Paint(CertificateTemplates.Festive, PrintingOffice.Facts, office.QrText(PrintingOffice.Facts))).Root;

        Assert.NotNull(root);
        var elements = root.Elements(svg + "g").Select(g => g.Attribute("data-element")?.Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(CertificateTemplates.Festive.Elements, element => Assert.Contains(element.Id, elements));
        Assert.Equal(3, root.Descendants(svg + "path").Count(path => path.Attribute("stroke-dasharray") is not null));
        Assert.Contains(root.Descendants(svg + "path"), path => string.Equals(path.Attribute("aria-label")?.Value, "张志远", StringComparison.Ordinal));
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "style" or "class"); // strict CSP
    }

    [Fact]
    public void An_own_picture_and_a_line_are_part_of_the_ground()
    {
        // one red dot
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
        var template = CertificateTemplates.Overprint with
        {
            Elements = [new ImageElement("picture", new Box(20, 20, 10, 10), png), new LineElement("line", 240, 25, 260, 25, 0.5, "ink"), .. CertificateTemplates.Overprint.Elements],
        };
        using var poppler = new Poppler();

        var page = poppler.Ink(new CertificatePainter(office.Fonts).Paint(template, PrintingOffice.Facts, office.QrText(PrintingOffice.Facts)));

        var picture = page.Bounds(15, 15, 35, 35);
        Assert.Equal([20, 20, 30, 30], new[] { picture.Left, picture.Top, picture.Right, picture.Bottom }.Select(mm => Math.Round(mm)));
        var line = page.Bounds(235, 22, 265, 28);
        Assert.Equal([240, 260], new[] { line.Left, line.Right }.Select(mm => Math.Round(mm)));
    }

    [Fact]
    public void A_seals_picture_is_on_electronic_copies_and_not_on_paper()
    {
        // one red dot
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
        var template = CertificateTemplates.Overprint with
        {
            Elements = [.. CertificateTemplates.Overprint.Elements, new ImageElement("seal-1", new Box(20, 20, 10, 10), png, Electronic: true)],
        };
        using var poppler = new Poppler();
        var painter = new CertificatePainter(office.Fonts);
        var qr = office.QrText(PrintingOffice.Facts);
        byte[] Paint(CertificateTemplate look) => painter.Paint(look, PrintingOffice.Facts, qr);

        Assert.Equal([20, 20, 30, 30], Edges(poppler.Ink(Paint(template)).Bounds(15, 15, 35, 35)));
        Assert.Equal(Paint(CertificateTemplates.Overprint with { Elements = [.. CertificateTemplates.Overprint.Elements] }), Paint(template.ForPaper()));
        Assert.Same(template.ForPaper(), template.ForPaper());
        Assert.Same(CertificateTemplates.Overprint, CertificateTemplates.Overprint.ForPaper());
        Assert.True(Assert.Single(CertificateTemplates.Read(CertificateTemplates.Write(template)).Elements.OfType<ImageElement>()).Electronic);

        static double[] Edges((double Left, double Top, double Right, double Bottom) ink) =>
            [.. new[] { ink.Left, ink.Top, ink.Right, ink.Bottom }.Select(mm => Math.Round(mm))];
    }
}

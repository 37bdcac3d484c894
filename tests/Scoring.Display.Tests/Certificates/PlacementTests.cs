using Scoring.Display.Certificates;

namespace Scoring.Display.Tests.Certificates;

/// <summary>Measures where ink is on the page, in mm (R-H3): everything within half a millimetre of its place.</summary>
public sealed class PlacementTests(PrintingOffice office) : IClassFixture<PrintingOffice>, IDisposable
{
    private const double HalfMillimetre = 0.5;
    private readonly Poppler poppler = new();

    public void Dispose() => poppler.Dispose();

    [Fact]
    public void Texts_stand_where_the_template_puts_them()
    {
        var words = poppler.Words(Overprint(default));

        Near(38 + 3, Word("张志远").Left);
        Near(148.5, Middle("荣誉证书"));
        Near(148.5, Middle("一等奖"));
        Near(38 + (2 * 8.8), words.First(word => word.Text.StartsWith('在')).Left);
        Near(38 + (2 * 8.8), words.First(word => word.Text.StartsWith("特发此证", StringComparison.Ordinal)).Left);
        Near(67, Word("证书编号").Left);
        Near(67, Word("YDB2026-DG-001").Left);
        Near(50.7, Middle("扫码验证"));
        Near(128.15, Middle("安阳市总工会"));
        Near(178.7, Middle("安阳市工业"));
        Near(178.7, Middle("和信息化局"));
        Near(237.6, Middle("安阳市人力资源"));
        Near(231.8, Middle("二〇二六年四月二十三日"));

        (string Text, double Left, double Top, double Right, double Bottom) Word(string text) => Assert.Single(words, word => string.Equals(word.Text, text, StringComparison.Ordinal));
        double Middle(string text) => (Word(text).Left + Word(text).Right) / 2;
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2.5, -1.5)]
    public void Ink_lies_where_the_template_puts_it_moved_by_the_printers_offset(double x, double y)
    {
        var page = poppler.Ink(Overprint(new PrintOffset(x, y)));

        var qr = page.Bounds(30 + x, 145 + y, 65.5 + x, 178.5 + y);
        Near(38 + x, qr.Left);
        Near(152.3 + y, qr.Top);
        Near(38 + 25.4 + x, qr.Right);
        Near(152.3 + 25.4 + y, qr.Bottom);
        var rule = page.Bounds(30 + x, 73 + y, 80 + x, 75 + y);
        Near(38 + x, rule.Left);
        Near(79.4 + x, rule.Right);
        Near(73.55 + y, (rule.Top + rule.Bottom) / 2);
        var title = page.Bounds(60 + x, 27 + y, 240 + x, 55 + y);
        Near(148.5 + x, (title.Left + title.Right) / 2, tolerance: 1); // strokes are not as wide as their ems
        Near(31.2 + y, title.Top, tolerance: 1);
    }

    [Fact]
    public void A_test_page_has_rulers_and_crosses_in_place_and_no_frame()
    {
        var page = poppler.Ink(new CertificatePainter(office.Fonts).PaintTestPage(CertificateTemplates.Festive, PrintingOffice.Facts, office.QrText(PrintingOffice.Facts)));

        var all = page.Bounds(0, 0, 297, 210);
        Near(10, all.Left);
        Near(10, all.Top);
        Near(287, all.Right);
        Near(200, all.Bottom);
        var cross = page.Bounds(270, 183, 285, 197);
        Near(277, (cross.Left + cross.Right) / 2);
        Near(190, (cross.Top + cross.Bottom) / 2);
    }

    [Fact]
    public void A_festive_frame_keeps_seven_millimetres_from_the_edge()
    {
        var all = poppler.Ink(office.Print(PrintingOffice.Facts)).Bounds(0, 0, 297, 210);

        Near(7, all.Left);
        Near(7, all.Top);
        Near(290, all.Right);
        Near(203, all.Bottom);
    }

    private byte[] Overprint(PrintOffset offset) =>
        new CertificatePainter(office.Fonts).Paint(CertificateTemplates.Overprint, PrintingOffice.Facts, office.QrText(PrintingOffice.Facts), offset);

    private static void Near(double place, double measured, double tolerance = HalfMillimetre) => Assert.InRange(measured, place - tolerance, place + tolerance);
}

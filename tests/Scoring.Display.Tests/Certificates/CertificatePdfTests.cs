using System.Text.RegularExpressions;
using Scoring.Core.Certificates;
using Scoring.Display.Certificates;

namespace Scoring.Display.Tests.Certificates;

public sealed class CertificatePdfTests(PrintingOffice office) : IClassFixture<PrintingOffice>, IDisposable
{
    private readonly Poppler poppler = new();

    public void Dispose() => poppler.Dispose();

    [Theory]
    [InlineData("张志远")]
    [InlineData("张伟")]
    [InlineData("欧阳㛃䶮")]
    [InlineData("𠅤𬍛𣸣")]
    [InlineData("喆龑𫖯赟翀")]
    [InlineData("淼犇骉靐")]
    [InlineData("阿卜杜热合曼·麦麦提吐尔孙")]
    [InlineData("Maximilian O'Neill")]
    public void Name_award_number_and_date_read_back(string name)
    {
        var text = poppler.Text(office.Print(PrintingOffice.Facts with { Name = name }));

        Assert.Contains(name, text, StringComparison.Ordinal);
        Assert.Contains("一等奖", text, StringComparison.Ordinal);
        Assert.Contains("荣誉证书", text, StringComparison.Ordinal);
        Assert.Contains("YDB2026-DG-001", text, StringComparison.Ordinal);
        Assert.Contains("二〇二六年四月二十三日", text, StringComparison.Ordinal);
        Assert.Contains("“殷都杯”职工技能大赛电工赛项中，成绩优异，荣获", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_font_is_embedded_cut_and_maps_back_to_Unicode()
    {
        var fonts = poppler.Fonts(office.Print(PrintingOffice.Facts)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();

        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(new Regex(@"^[A-Z]{6}\+\S+ .*yes yes yes", RegexOptions.None, TimeSpan.FromSeconds(1)), font));
    }

    [Fact]
    public void The_file_says_what_it_is()
    {
        var info = poppler.Info(office.Print(PrintingOffice.Facts));

        Assert.Contains("荣誉证书 张志远", info, StringComparison.Ordinal);
        Assert.Contains(PrintingOffice.Facts.Competition, info, StringComparison.Ordinal);
        Assert.Contains("安阳市总工会、安阳市工业和信息化局、安阳市人力资源和社会保障局", info, StringComparison.Ordinal);
        Assert.Contains("841.89 x 595.276 pts (A4)", info, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(300)]
    public void The_printed_QR_scans_and_verifies_without_a_server(int dotsPerInch)
    {
        var scanned = poppler.Scan(office.Print(PrintingOffice.Facts), dotsPerInch);

        Assert.Equal(SignatureCheck.Genuine, SignedCertificate.Verify(VerificationLink.PayloadOf(scanned), office.PublicKeys, out var certificate));
        Assert.Equal(("张志远", "一等奖", "YDB2026-DG-001"), (certificate?.Name, certificate?.Award, certificate?.Number));
    }

    [Fact]
    public void The_same_facts_are_the_same_bytes()
    {
        var qr = office.QrText(PrintingOffice.Facts);
        var once = new CertificatePainter(office.Fonts).Paint(CertificateTemplates.Festive, PrintingOffice.Facts, qr);
        var again = new CertificatePainter(office.Fonts).Paint(CertificateTemplates.Festive, PrintingOffice.Facts, qr);

        Assert.Equal(once, again);
    }
}

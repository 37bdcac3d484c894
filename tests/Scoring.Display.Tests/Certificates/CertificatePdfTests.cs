using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
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

    [Fact]
    public void The_file_is_one_for_archives()
    {
        var pdf = office.Print(PrintingOffice.Facts);
        Assert.Contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>", Poppler.Run("pdfinfo", "-meta", poppler.Save(pdf)), StringComparison.Ordinal);
        var text = Encoding.Latin1.GetString(pdf);
        Assert.Contains("/GTS_PDFA1", Encoding.Latin1.GetString(Unpacked(pdf)), StringComparison.Ordinal);
        Assert.Contains("<xmp:CreateDate>2026-04-23T00:00:00Z</xmp:CreateDate>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_in_one_file_each_is_found_by_number_and_name()
    {
        using var file = new MemoryStream();
        new CertificatePainter(office.Fonts).PaintAll(CertificateTemplates.Festive, [new(PrintingOffice.Facts, "A"), new(PrintingOffice.Facts with { Number = "YDB2026-DG-002", Name = "李文博" }, "B")], file, "获奖证书");
        using var read = PdfSharp.Pdf.IO.PdfReader.Open(new MemoryStream(file.ToArray()), PdfSharp.Pdf.IO.PdfDocumentOpenMode.Import);
        var first = read.Internals.Catalog.Elements.GetDictionary("/Outlines")!.Elements.GetDictionary("/First")!;
        Assert.Equal("YDB2026-DG-001 张志远", first.Elements.GetString("/Title"));
        Assert.Equal("YDB2026-DG-002 李文博", first.Elements.GetDictionary("/Next")!.Elements.GetString("/Title"));
    }

    [Fact]
    public void A_name_from_abroad_is_addressed_without_a_word_for_it_and_participation_says_no_rank()
    {
        Assert.Contains("同志", poppler.Text(office.Print(PrintingOffice.Facts)), StringComparison.Ordinal);
        Assert.DoesNotContain("同志", poppler.Text(office.Print(PrintingOffice.Facts with { Name = "Alexander Montgomery" })), StringComparison.Ordinal);
        Assert.DoesNotContain("198", poppler.Text(office.Print(PrintingOffice.Facts with { Kind = CertificateKind.Participation, Award = "第 198 名" })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_in_another_language_stands_behind_the_name()
    {
        var facts = PrintingOffice.Facts with { Name = "亚历山大", OtherName = "Alexander Montgomery", Salutation = "先生" };
        Assert.Contains("（Alexander Montgomery）先生（安阳恒泰电气有限公司）：", poppler.Text(office.Print(facts)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("王晓明", "女士", "女士（安阳恒泰电气有限公司）：")]
    [InlineData("王晓明", "", "（安阳恒泰电气有限公司）：")]
    [InlineData("Alexander Montgomery", "先生", "先生（安阳恒泰电气有限公司）：")]
    public void A_persons_own_salutation_stands_in_its_place(string name, string own, string line)
    {
        var text = poppler.Text(office.Print(PrintingOffice.Facts with { Name = name, Salutation = own }));

        Assert.Contains(line, text, StringComparison.Ordinal);
        Assert.DoesNotContain("同志", text, StringComparison.Ordinal);
    }

    /// <summary>Every packed part of a file, unpacked, one after the other.</summary>
    private static byte[] Unpacked(byte[] pdf)
    {
        using var all = new MemoryStream();
        var text = Encoding.Latin1.GetString(pdf);
        for (var at = text.IndexOf("stream\n", StringComparison.Ordinal); at >= 0; at = text.IndexOf("\nstream\n", at + 8, StringComparison.Ordinal))
        {
            var start = at + (text[at] == '\n' ? 8 : 7);
            try
            {
                using var zlib = new System.IO.Compression.ZLibStream(new MemoryStream(pdf, start, pdf.Length - start), System.IO.Compression.CompressionMode.Decompress);
                zlib.CopyTo(all);
            }
            catch (InvalidDataException)
            {
                // A part that is not packed.
            }
        }

        return all.ToArray();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(300)]
    public void The_printed_QR_scans_and_verifies_without_a_server(int dotsPerInch)
    {
        // A phone looks more than once, from other distances: zbar misses one signature in hundreds at a single scale.
        var printed = office.Print(PrintingOffice.Facts);
        var looks = new[] { dotsPerInch, dotsPerInch + 7, dotsPerInch + 13 }.Select(at => poppler.Scan(printed, at));
        var scanned = looks.First(text => SignedCertificate.Verify(VerificationLink.PayloadOf(text), office.PublicKeys, out _) == SignatureCheck.Genuine);

        Assert.Equal(SignatureCheck.Genuine, SignedCertificate.Verify(VerificationLink.PayloadOf(scanned), office.PublicKeys, out var certificate));
        Assert.Equal(("张志远", "一等奖", "YDB2026-DG-001"), (certificate?.Name, certificate?.Award, certificate?.Number));
    }

    [Fact]
    public void The_same_facts_are_the_same_bytes_from_any_painter_on_any_thread()
    {
        var qr = office.QrText(PrintingOffice.Facts);
        var once = new CertificatePainter(office.Fonts).Paint(CertificateTemplates.Festive, PrintingOffice.Facts, qr);
        var shared = new CertificatePainter(office.Fonts);

        Assert.All(Enumerable.Range(0, 8).AsParallel().Select(_ => shared.Paint(CertificateTemplates.Festive, PrintingOffice.Facts, qr)), again => Assert.Equal(once, again));
    }

    [Fact]
    public void A_festive_certificate_is_at_most_35_KB() => Assert.InRange(office.Print(PrintingOffice.Facts).Length, 1, 35 * 1024);

    [Fact]
    public void A_batch_is_one_file_in_the_order_given_with_fonts_and_ground_in_it_once()
    {
        var batch = Enumerable.Range(1, 40).Select(i => PrintingOffice.Facts with { Number = CertificateNumber.Write("YDB2026", "DG", i), Name = $"选手{(char)('甲' + i)}" }).ToList();
        using var file = new MemoryStream();
        new CertificatePainter(office.Fonts).PaintAll(CertificateTemplates.Festive, batch.Select(facts => new CertificateToPrint(facts, office.QrText(facts))), file, "电工 获奖证书");

        var pages = poppler.Text(file.ToArray()).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(batch.Count, pages.Length);
        Assert.All(batch.Zip(pages), page =>
        {
            Assert.Contains(page.First.Number, page.Second, StringComparison.Ordinal);
            Assert.Contains(page.First.Name, page.Second, StringComparison.Ordinal);
        });
        Assert.InRange(file.Length, 1, (35 + (4 * batch.Count)) * 1024);
        Assert.Equal(4, poppler.Fonts(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 2);
    }

    [Fact]
    public void The_organizations_own_key_signs_the_file()
    {
        using var key = RSA.Create(2048);
        using var seal = new CertificateRequest("CN=安阳市总工会", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));

        var pdf = new CertificatePainter(office.Fonts).PaintSigned(CertificateTemplates.Festive, PrintingOffice.Facts, office.QrText(PrintingOffice.Facts), seal);

        Assert.Contains("Signature is Valid", poppler.Signatures(pdf), StringComparison.Ordinal);
        var changed = pdf.ToArray();
        changed[pdf.AsSpan().IndexOf("/MediaBox"u8) + 20] ^= 1;
        Assert.DoesNotContain("Signature is Valid", poppler.Signatures(changed), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_certificate_prints_its_own_words()
    {
        Assert.All(Enum.GetValues<CertificateKind>(), kind => Assert.Empty(new CertificatePreflight(office.Fonts).Check(CertificateTemplates.Festive, [PrintingOffice.Facts with { Kind = kind }])));
        Assert.Contains("谨致谢忱", poppler.Text(office.Print(PrintingOffice.Facts with { Kind = CertificateKind.Thanks, Award = "裁判长" })), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_without_a_value_leave_no_empty_brackets()
    {
        var text = poppler.Text(office.Print(PrintingOffice.Facts with { Organization = null, Trade = null }));

        Assert.Contains("同志：", text, StringComparison.Ordinal);
        Assert.Contains("职工技能大赛中，成绩优异", text, StringComparison.Ordinal);
        Assert.DoesNotContain("（", text, StringComparison.Ordinal);
        Assert.DoesNotContain("盖章处", text, StringComparison.Ordinal);
    }
}

using Scoring.Core.Certificates;
using Scoring.Display.Certificates;
using Scoring.Display.Certificates.Fonts;

namespace Scoring.Display.Tests.Certificates;

public sealed class CertificatePreflightTests(PrintingOffice office) : IClassFixture<PrintingOffice>
{
    private IReadOnlyList<CertificateProblem> Check(params CertificateFacts[] batch) => new CertificatePreflight(office.Fonts).Check(CertificateTemplates.Festive, batch);

    [Fact]
    public void A_batch_in_order_has_no_problems() =>
        Assert.Empty(Check(
            PrintingOffice.Facts, PrintingOffice.Facts with { Number = "YDB2026-DG-002", Name = "㛃䶮𠅤𬍛喆龑𫖯𣸣赟翀淼犇骉靐" }, PrintingOffice.Facts with { Number = "YDB2026-DG-003", Trade = null, Organization = null }));

    [Theory]
    [InlineData("张\uE863", "\uE863")] // private use: another character in every font
    [InlineData("张\U0003FFFF远", "\U0003FFFF")]
    [InlineData("张\uFFFF远", "\uFFFF")]
    [InlineData("张\u200B远", "\u200B")]
    [InlineData("张😀", "😀")]
    public void A_character_without_a_glyph_is_named_with_its_owner_and_blocks(string name, string character)
    {
        var facts = PrintingOffice.Facts with { Name = name };

        var problem = Assert.Single(Check(PrintingOffice.Facts with { Number = "YDB2026-DG-009" }, facts));

        Assert.Equal((CertificateFault.MissingGlyph, "姓名", character, name), (problem.Fault, problem.Field, problem.Character, problem.Name));
        Assert.Contains($"U+{char.ConvertToUtf32(character, 0):X4}", problem.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => office.Print(facts));
    }

    [Fact]
    public void Every_field_is_looked_at()
    {
        var bad = "\uE000";
        var problems = Check(new CertificateFacts(bad, bad, bad, bad, bad, bad, bad, ["安阳市总工会", bad], new DateOnly(2026, 4, 23)));

        Assert.Equal(["证书编号", "标题", "姓名", "单位", "工种", "奖项", "竞赛全称", "颁发单位"], problems.Where(p => p.Fault == CertificateFault.MissingGlyph)
            .Select(p => p.Field));
    }

    [Fact]
    public void Blank_fields_double_numbers_and_missing_issuers_are_named()
    {
        var problems = Check(PrintingOffice.Facts with { Name = " " }, PrintingOffice.Facts with { Issuers = [] });

        Assert.Contains(problems, p => p is { Fault: CertificateFault.Blank, Field: "姓名" });
        Assert.Contains(problems, p => p is { Fault: CertificateFault.Blank, Field: "颁发单位" });
        Assert.Equal(2, problems.Count(p => p.Fault == CertificateFault.DuplicateNumber));
    }

    [Fact]
    public void Text_that_cannot_fit_is_named_before_it_is_printed()
    {
        Assert.Contains(Check(PrintingOffice.Facts with { Competition = new string('赛', 110) + new string('会', 300) }), p => p.Fault == CertificateFault.TooLongForQr);
        Assert.Contains(Check(PrintingOffice.Facts with { Organization = new string('司', 2000) }), p => p is { Fault: CertificateFault.DoesNotFit, Field: "name" });
    }

    [Fact]
    public void Without_the_Kai_style_the_body_is_set_in_the_serif_that_comes_along()
    {
        var serif = FontBook.Load(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "fonts"), "NotoSerifSC*.ttf"));
        using var poppler = new Poppler();

        Assert.Empty(new CertificatePreflight(serif).Check(CertificateTemplates.Festive, [PrintingOffice.Facts]));
        var pdf = new CertificatePainter(serif).Paint(CertificateTemplates.Festive, PrintingOffice.Facts, office.QrText(PrintingOffice.Facts));

        Assert.Contains("张志远", poppler.Text(pdf), StringComparison.Ordinal);
        Assert.DoesNotContain("WenKai", poppler.Fonts(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_usable_fonts_are_reported_and_harm_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("fonts").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "broken.ttf"), "not a font");
            File.WriteAllBytes(Path.Combine(folder, "cut.ttf"), File.ReadAllBytes(office.Fonts.Faces[0].Path)[..5000]);

            var book = FontBook.Load([folder, Path.Combine(folder, "missing")]);

            Assert.Empty(book.Faces);
            Assert.Equal(["broken.ttf", "cut.ttf"], book.Problems.Select(problem => problem.File));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

using Scoring.Core.Certificates;
using Scoring.Display.Certificates;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Tests.Certificates;

/// <summary>What is said of a page before it is printed: ink on ink, ink beyond the paper, text that does not fit.</summary>
public sealed class PageFindingsTests(PrintingOffice office) : IClassFixture<PrintingOffice>
{
    private IReadOnlyList<PageFinding> Of(CertificateTemplate template, CertificateFacts? facts = null) =>
        PageFindings.Of(template, CertificateLayout.Lay(template, facts ?? PrintingOffice.Facts, office.QrText(PrintingOffice.Facts),
            office.Fonts));

    private static CertificateTemplate With(Func<TextElement, TextElement> change, string id = "title") =>
        CertificateTemplates.Overprint with
    {
        Elements = [.. CertificateTemplates.Overprint.Elements.Select(e => e is TextElement text && e.Id == id ? change(text) : e)],
    };

    [Fact]
    public void The_templates_that_come_with_the_program_have_none_with_long_and_foreign_names()
    {
        CertificateFacts[] people =
        [
            PrintingOffice.Facts,
            PrintingOffice.Facts with { Name = "Alexander Montgomery", Organization = "Siemens Energy (Shanghai) Co., Ltd." },
            PrintingOffice.Facts with { Name = "阿卜杜热合曼·麦麦提吐尔孙·买买提", Organization = "中国石油天然气股份有限公司长庆油田分公司第一采气厂靖边净化一车间",
                Trade = "工业机器人系统操作与智能产线装调维修" },
        ];
        foreach (var template in CertificateTemplates.All)
        {
            Assert.All(people.SelectMany(person => Enum.GetValues<CertificateKind>().Select(kind => person with { Kind = kind })), facts =>
                Assert.Empty(Of(template, facts)));
        }
    }

    [Fact]
    public void A_text_moved_onto_another_lies_on_it() =>
        Assert.Contains(new PageFinding(PageFault.Overlap, "title", "name"),
            Of(With(title => title with { Baseline = 68, Box = title.Box with { Y = 45 } })));

    [Fact]
    public void A_line_through_a_text_and_one_under_it()
    {
        CertificateTemplate Lined(double y) => CertificateTemplates.Overprint with
        {
            Elements = [new LineElement("line-1", 100, y, 200, y, 0.1, "ink"), .. CertificateTemplates.Overprint.Elements],
        };

        Assert.Equal([new(PageFault.Overlap, "line-1", "title")], Of(Lined(40)));
        Assert.Empty(Of(Lined(55)));
    }

    [Fact]
    public void A_text_beyond_the_edge_of_the_paper() =>
        Assert.Equal([new(PageFault.BeyondThePaper, "title", null)],
            Of(With(title => title with { Baseline = 12, Box = title.Box with { Y = -10 } })));

    [Fact]
    public void A_box_too_small_for_its_text() =>
        Assert.Contains(new PageFinding(PageFault.DoesNotFit, "closing", null),
            Of(With(closing => closing with { Box = closing.Box with { Width = 4, Height = 4 } }, "closing")));

    [Fact]
    public void The_rule_under_a_name_belongs_to_the_name() => // and the seal circles, which are not printed, are no ink
        Assert.Empty(Of(CertificateTemplates.Overprint));
}

using Scoring.Core.Certificates;
using Scoring.Display.Certificates;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Tests.Certificates;

public sealed class LineBreakingTests(PrintingOffice office) : IClassFixture<PrintingOffice>
{
    [Theory]
    [InlineData("中，", false)]
    [InlineData("杯”", false)]
    [InlineData("司）", false)]
    [InlineData("“殷", false)]
    [InlineData("（安", false)]
    [InlineData("第一", false)]
    [InlineData("20", false)]
    [InlineData("Oh", false)]
    [InlineData("——", false)]
    [InlineData("6年", true)]
    [InlineData("”职", true)]
    [InlineData("，成", true)]
    [InlineData("大赛", true)]
    public void Lines_end_where_Chinese_allows(string pair, bool may)
    {
        var runes = pair.EnumerateRunes().ToArray();
        Assert.Equal(may, LineBreaking.MayBreakBetween(runes[0], runes[1]));
    }

    [Fact]
    public void No_trade_tears_a_quotation_apart_or_leaves_fewer_than_four_characters_on_the_last_line()
    {
        for (var length = 1; length <= 20; length++)
        {
            var lines = Lines(PrintingOffice.Facts with { Trade = "新能源汽车动力电池系统检测与维修技术员工"[..length] }, "body");
            Assert.All(lines, line => Assert.Equal(line.Count(c => c == '“'), line.Count(c => c == '”')));
            Assert.True(lines[^1].Length >= 4, string.Join('/', lines));
        }
    }

    [Fact]
    public void No_line_of_any_contest_begins_with_a_closing_mark_or_ends_with_an_opening_one()
    {
        for (var length = 1; length < 40; length++)
        {
            var facts = PrintingOffice.Facts with { Competition = string.Concat(Enumerable.Range(0, length).Select(i => i % 3 == 0 ? "“赛”，" : "职工（市）、")) };
            var lines = Lines(facts, "body");
            Assert.All(lines, line => Assert.DoesNotContain(line[0], "。，、；：？！）》”".ToCharArray()));
            Assert.All(lines, line => Assert.DoesNotContain(line[^1], "（《“".ToCharArray()));
        }
    }

    [Fact]
    public void A_long_name_breaks_at_its_dots_only()
    {
        var name = "阿卜杜热合曼·麦麦提吐尔孙·买买提艾力·吾布力卡斯木·努尔艾合买提·阿不都克里木·伊力亚斯·艾山江";
        var page = CertificateLayout.Lay(CertificateTemplates.Festive, PrintingOffice.Facts with { Name = name }, null, office.Fonts);
        var parts = page.Foreground.OfType<PlacedText>().Where(text => text.Element == "name" && name.Contains(text.Text, StringComparison.Ordinal)).Select(text => text.Text).ToList();

        Assert.True(parts.Count > 1);
        Assert.Equal(name, string.Concat(parts));
        Assert.All(parts.SkipLast(1), part => Assert.EndsWith("·", part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(35)]
    [InlineData(50)]
    public void Names_of_one_to_fifty_characters_stay_within_the_text_block(int length)
    {
        var name = string.Concat(Enumerable.Range(0, length).Select(i => i % 5 == 4 && i < length - 1 ? "·" : "麦"));
        var page = CertificateLayout.Lay(CertificateTemplates.Festive, PrintingOffice.Facts with { Name = name }, null, office.Fonts);
        var texts = page.Foreground.OfType<PlacedText>().Where(text => text.Element == "name").ToList();

        Assert.Empty(page.Overflowing);
        Assert.All(texts, text => Assert.InRange(text.Glyphs[0].X, 38, 259));
        Assert.All(texts, text => Assert.InRange(text.Glyphs[^1].X + text.Size, 38, 262)); // 8.8 mm of a full stop's em may be empty
        Assert.All(texts, text => Assert.InRange(text.Baseline, 57, 78.6));
        Assert.All(texts, text => Assert.True(text.Size >= 3.5, $"{text.Size} mm"));
    }

    [Fact]
    public void Two_characters_are_set_as_wide_as_three()
    {
        var (two, three) = (Name("张伟"), Name("张志远"));

        Assert.Equal(three.Glyphs[0].X, two.Glyphs[0].X, 3);
        Assert.Equal(three.Glyphs[^1].X, two.Glyphs[^1].X, 3);
        Assert.Equal("张伟", two.Text);
    }

    private PlacedText Name(string name) => CertificateLayout.Lay(CertificateTemplates.Festive, PrintingOffice.Facts with { Name = name }, null, office.Fonts)
        .Foreground.OfType<PlacedText>().First(text => text.Element == "name");

    private List<string> Lines(CertificateFacts facts, string element) =>
        [.. CertificateLayout.Lay(CertificateTemplates.Festive, facts, null, office.Fonts).Foreground.OfType<PlacedText>()
            .Where(text => text.Element == element).Select(text => text.Text)];
}

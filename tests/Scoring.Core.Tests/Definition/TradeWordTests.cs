using Scoring.Core.Definition;

namespace Scoring.Core.Tests.Definition;

/// <summary>What a contest calls its trades: one to six Chinese characters, and not the word that stands for the contest.</summary>
public sealed class TradeWordTests
{
    [Fact]
    public void A_contest_has_its_own_word_or_the_usual_one()
    {
        var contest = new Competition(new("ydb"), "殷都杯");

        Assert.Equal("赛项", TradeWord.Of(contest with { TradeWord = "赛项" }));
        Assert.Equal("工种", TradeWord.Of(contest));
        Assert.Equal("工种", TradeWord.Of(null));
        Assert.Equal("这个赛项没有选手，赛项", TradeWord.In("这个工种没有选手，工种", "赛项"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("赛")]
    [InlineData("赛项")]
    [InlineData("竞赛项目")]
    [InlineData("职业技能项目")] // six
    [InlineData("比赛项目")]
    [InlineData("一")] // U+4E00, the first of them
    [InlineData("鿿")] // U+9FFF, the last
    public void Such_a_word_can_be_used(string? word) => Assert.Null(TradeWord.Fault(word));

    [Fact]
    public void Whatever_is_offered_can_be_used() => Assert.All(TradeWord.Offered, word => Assert.Null(TradeWord.Fault(word)));

    [Theory]
    [InlineData("")]
    [InlineData("职业技能大项目")] // seven
    [InlineData("比赛")]
    [InlineData("trade")]
    [InlineData("赛项A")]
    [InlineData("A赛项")]
    [InlineData("赛 项")]
    [InlineData("䷿")] // U+4DFF, before the first
    [InlineData("ꀀ")] // U+A000, after the last
    public void Any_other_is_refused_with_an_example(string word) =>
        Assert.Equal($"“{word}”不能用来称呼工种，请写一至6个汉字，例如 赛项", TradeWord.Fault(word)?.ToString());
}

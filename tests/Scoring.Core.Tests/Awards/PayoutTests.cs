using Scoring.Core.Awards;
using Scoring.Core.Definition;

namespace Scoring.Core.Tests.Awards;

/// <summary>奖金 (R-K12, R-M11): of the tiers as they apply, 单项奖, and honours once they are approved.</summary>
public sealed class PayoutTests
{
    private static readonly EntrantId One = new("E1"), Two = new("E2"), Three = new("E3");

    private static readonly Trade Trade = Contest.Union() with
    {
        Awards = new AwardScheme(
            [new("一等奖", 1, Amount: 3000m), new("二等奖", 1, Amount: 0m), new("三等奖", 1)], Few: [new(3, [new("一等奖", 1, Amount: 1000m)])],
            Singles: [new("工艺奖", 1, new ModuleId("A"), Amount: 200.5m)]),
        Honours =
        [
            new("技术能手", 1, 1, Amount: 500m), new("技术能手", 2, 3, Amount: 400m), new("晋升{等级}", 1, 3, true, Amount: 800m), new("标兵", 1, 3),
        ],
    };

    private static AwardList Awards(int started) => new(
        [new(One, 1, "一等奖", false, $""), new(Two, 2, "二等奖", false, $""), new(Three, 3, null, false, $"")], [], [], started, false)
    {
        Singles = [new("工艺奖", 1, [new(Three, 9m, $"")])],
    };

    private static string Of(int started, params (EntrantId, string)[] approved) =>
        string.Join(' ', Payouts.Of(Trade, Awards(started), approved).Select(p => $"{p.Entrant}:{p.For}:{p.Amount:0.##}"));

    [Fact]
    public void Tiers_and_single_prizes_pay_what_they_carry_and_nothing_else_does() =>
        Assert.Equal("E1:一等奖:3000 E3:工艺奖:200.5", Of(3));

    [Fact]
    public void With_few_entrants_the_row_that_applies_says_the_amount() => Assert.Equal("E1:一等奖:1000 E3:工艺奖:200.5", Of(2));

    [Fact]
    public void Honours_pay_once_approved_by_the_rule_of_the_rank_and_promotions_to_any_grade() => Assert.Equal(
        "E1:一等奖:3000 E3:工艺奖:200.5 E1:技术能手:500 E2:技术能手:400 E3:晋升高级技师:800",
        Of(3, (One, "技术能手"), (Two, "技术能手"), (Three, "晋升高级技师"), (Three, "标兵"), (Three, "不知道的")));

    [Fact]
    public void A_trade_pays_if_anything_of_it_does()
    {
        var none = Trade with { Awards = new AwardScheme([new("一等奖", 1, Amount: 0m)]), Honours = [new("标兵", 1, 3)] };
        Assert.False(Payouts.Any(none));
        Assert.False(Payouts.Any(none with { Honours = null }));
        Assert.True(Payouts.Any(none with { Honours = Trade.Honours }));
        Assert.True(Payouts.Any(none with { Awards = new AwardScheme([], Few: Trade.Awards.Few) }));
        Assert.True(Payouts.Any(none with { Awards = new AwardScheme([], Singles: Trade.Awards.Singles) }));
        Assert.True(Payouts.Any(Trade));
    }
}

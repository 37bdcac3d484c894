using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.People;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>R-E1, R-E3, R-J10: how many places there are.</summary>
public sealed class QuotaTests
{
    private static readonly AwardTier[] Percentages = [new("一等奖", Percent: 10m), new("二等奖", Percent: 20m), new("三等奖", Percent: 30m)];

    private static int[] Quotas(AwardScheme scheme, int started) =>
        AwardAllocationOf(scheme, started).Tiers.Select(tier => tier.Quota).ToArray();

    private static AwardList AwardAllocationOf(AwardScheme scheme, int started) =>
        AwardAllocation.Allocate(Trade(scheme), Totals(), started, NoDecisions);

    [Fact]
    public void Fixed_numbers_stand_as_they_are() => Assert.Equal([1, 3, 6], Quotas(Scheme(new("一等奖", 1), new("二等奖", 3), new("三等奖", 6)), 22));

    [Theory]
    [InlineData(QuotaRounding.HalfUp, 25, 3, 5, 8)] // 2.5, 5.0, 7.5
    [InlineData(QuotaRounding.Floor, 25, 2, 5, 7)]
    [InlineData(QuotaRounding.Ceiling, 25, 3, 5, 8)]
    [InlineData(QuotaRounding.HalfUp, 24, 2, 5, 7)] // 2.4, 4.8, 7.2
    [InlineData(QuotaRounding.Floor, 24, 2, 4, 7)]
    [InlineData(QuotaRounding.Ceiling, 24, 3, 5, 8)]
    [InlineData(QuotaRounding.HalfUp, 4, 0, 1, 1)] // 0.4, 0.8, 1.2
    [InlineData(QuotaRounding.HalfUp, 5, 1, 1, 2)] // 0.5, 1.0, 1.5
    [InlineData(QuotaRounding.Ceiling, 1, 1, 1, 1)]
    [InlineData(QuotaRounding.Floor, 1, 0, 0, 0)]
    [InlineData(QuotaRounding.Ceiling, 0, 0, 0, 0)]
    public void Percentages_round_tier_by_tier(QuotaRounding rounding, int started, int first, int second, int third) =>
        Assert.Equal([first, second, third], Quotas(new AwardScheme(Percentages, Rounding: rounding), started));

    [Fact]
    public void Percentages_are_of_those_who_started_which_a_disqualified_one_did_and_an_absent_one_did_not()
    {
        var standings = Of(
            [.. Enumerable.Range(1, 4).Select(i => new Contestant($"E{i}", 90m - i)),
             new Contestant("DQ", null, Status: EntrantStatus.Disqualified),
             new Contestant("ABS", null, Status: EntrantStatus.Absent),
             new Contestant("WD", null, Status: EntrantStatus.Withdrawn)]);

        var awards = Allot(new AwardScheme(Percentages), standings);

        Assert.Equal(5, awards.Started);
        Assert.Equal([1, 1, 2], awards.Tiers.Select(tier => tier.Quota));
        Assert.Equal("E1:一 E2:二 E3:三 E4:三", awards.Line());
    }

    [Fact]
    public void A_tier_of_zero_stays_empty_and_the_best_take_the_next()
    {
        var awards = Allot(new AwardScheme(Percentages), Totals(90, 80, 70, 60));

        Assert.Equal("E1:二 E2:三 E3:- E4:-", awards.Line());
        Assert.Equal([0, 1, 1], awards.Tiers.Select(tier => tier.Given));
    }

    [Theory]
    [InlineData(2, "")] // fewer than 3: cancelled
    [InlineData(3, "一等奖 1")]
    [InlineData(4, "一等奖 1")]
    [InlineData(5, "一等奖 1、二等奖 2")]
    [InlineData(9, "一等奖 1、二等奖 2")]
    [InlineData(10, "一等奖 1、二等奖 3、三等奖 3")]
    public void Few_entrants_get_the_row_with_the_smallest_limit_that_holds(int started, string expected)
    {
        var scheme = Scheme(First, Second, Third) with
        {
            Few = [new(10, [First, new("二等奖", 2)]), new(3, []), new(5, [First])],
        };

        Assert.Equal(expected, string.Join("、", AwardAllocationOf(scheme, started).Tiers.Select(tier => $"{tier.Name} {tier.Quota}")));
    }

    [Fact]
    public void A_few_entrants_row_may_give_percentages() =>
        Assert.Equal([2], Quotas(Scheme(First) with { Few = [new(9, [new("优秀奖", Percent: 20m)])] }, 8));

    [Fact]
    public void Cancelled_awards_say_so_on_every_row()
    {
        var awards = Allot(Scheme(First) with { Few = [new(3, [])] }, Totals(90, 50));

        Assert.Empty(awards.Tiers);
        Assert.All(awards.Rows, row => Assert.Equal("参赛不足 3 人，按规程不设奖", row.Words.ToString()));
        Assert.All(awards.Rows, row => Assert.Null(row.Tier));
    }

    [Fact]
    public void A_trade_without_tiers_and_quotas_that_come_to_nothing_say_so()
    {
        Assert.Equal("未设奖项", Allot(Scheme(), Totals(90)).Row("E1").Words.ToString());
        Assert.Equal("参赛人数折算后各奖项名额为 0", Allot(new AwardScheme([new("一等奖", Percent: 10m)]), Totals(90)).Row("E1").Words.ToString());
    }

    [Theory]
    [InlineData("hg", 3)]
    [InlineData("dg", 3)]
    [InlineData("qg", 2)]
    [InlineData("hj", 2)]
    [InlineData("cc", 2)]
    public void The_quotas_of_the_Yindu_cup_differ_by_trade(string trade, int second)
    {
        var scheme = Scheme(First, new("二等奖", second), Third);
        var awards = AwardAllocation.Allocate(
            Trade(scheme, trade), Totals([.. Enumerable.Range(0, 22).Select(i => 95m - i)]), 22, NoDecisions);

        Assert.Equal([1, second, 3], awards.Tiers.Select(tier => tier.Given));
        Assert.Equal(4 + second, awards.Rows.Count(row => row.Tier is not null));
    }

    [Fact]
    public void One_entrant_takes_the_first_prize_and_the_rest_stay_with_the_organizer()
    {
        var awards = Allot(Scheme(First, Second, Third), Totals(61));

        Assert.Equal("E1:一", awards.Line());
        Assert.Equal("总分最高", awards.Row("E1").Words.ToString());
        Assert.Equal([1, 0, 0], awards.Tiers.Select(tier => tier.Given));
    }

    [Fact]
    public void With_everyone_absent_nobody_gets_anything_and_nothing_breaks()
    {
        var awards = Allot(new AwardScheme(Percentages), Of(
            new Contestant("A", null, Status: EntrantStatus.Absent), new Contestant("B", null, Status: EntrantStatus.Withdrawn)));

        Assert.Equal(0, awards.Started);
        Assert.Empty(awards.Rows);
        Assert.Equal([0, 0, 0], awards.Tiers.Select(tier => tier.Given));
        Assert.False(awards.Open);
    }
}

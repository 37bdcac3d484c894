using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Ranking;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>Corners of limits, gates, decisions and amounts that changes of one sign slipped through, worked by hand.</summary>
public sealed class PrizeCornersTests
{
    private static AwardList Given(
        AwardScheme scheme, string firms, Standings standings, IReadOnlyDictionary<string, BoundaryDecision>? decisions = null) =>
        AwardAllocation.Allocate(
            Trade(scheme), standings, Started(standings), decisions ?? NoDecisions, e => new(Firm(firms, e), e.Value, _ => null));

    // One letter each; - for none.
    private static string Firm(string firms, EntrantId entrant) =>
        firms[int.Parse(entrant.Value[1..], System.Globalization.CultureInfo.InvariantCulture) - 1] is var firm && firm == '-' ? ""
            : $"{firm}厂";

    private static Contestant Below(int n, decimal total) => new($"E{n}", total, Theory: 50m);

    [Fact]
    public void Who_has_no_firm_is_under_no_limit_of_firms() => Assert.Equal(
        "E1:一 E2:一 E3:一 E4:-",
        Given(Prizes(BoundaryPolicy.Expand, 4) with { Limits = [new(1, LimitPer.Organization)] }, "--甲甲", Totals(95, 94, 93, 92)).Line());

    [Fact]
    public void A_row_for_few_entrants_whose_shares_come_to_nothing_says_that_and_not_that_there_are_none() => Assert.Equal(
        "参赛人数折算后各奖项名额为 0",
        Given(Prizes(BoundaryPolicy.Expand, 1) with { Few = [new(5, [new("一等奖", Percent: 10m)])] }, "甲乙",
            Totals(95, 94)).Row("E1").Words.ToString());

    [Fact]
    public void Who_reaches_the_mark_of_a_full_tier_hears_that_it_is_full_and_an_empty_tier_below_says_nothing()
    {
        var full = Given(new([new AwardTier("合格", 1, From: new(60m)), new AwardTier("优秀", 0)]), "甲乙丙", Totals(90, 60, 59));

        Assert.Equal("合格名额已满", full.Row("E2").Words.ToString());
        Assert.Equal("总分 59.00 低于 60，不授合格", full.Row("E3").Words.ToString());
    }

    [Fact]
    public void A_place_that_moves_down_names_who_has_none_of_the_tier_or_better_in_order()
    {
        // E2 is passed over in the first tier and has the second; E3 fails the gate; E5 moves up into the second for E3 alone.
        var limited = Prizes(BoundaryPolicy.Expand, 2, 2) with { Limits = [new(1, LimitPer.Organization, Tier: "一等奖")] };
        var awards = Given(limited, "甲甲丙乙丁", Of(new("E1", 95), new("E2", 94), Below(3, 93), new("E4", 92), new("E5", 91)));
        Assert.Equal("E1:一 E2:二 E3:- E4:一 E5:二", awards.Line());
        Assert.Equal("第 3 名不授奖，由第 5 名递补", awards.Row("E5").Words.ToString());

        // E2 may have nothing more, E3 fails the gate: both are named, the better first.
        var all = Given(
            Prizes(BoundaryPolicy.Expand, 2) with { Limits = [new(1, LimitPer.Organization)] }, "甲甲丙乙",
                Of(new("E1", 95), new("E2", 94), Below(3, 93), new("E4", 92)));
        Assert.Equal("第 2、3 名按规程不授一等奖，由第 4 名递补", all.Row("E4").Words.ToString());
    }

    [Fact]
    public void Whom_the_committee_left_out_is_first_in_the_next_tier_though_nobody_stands_behind()
    {
        var decisions = new Dictionary<string, BoundaryDecision> { ["一等奖"] = new(Ids("E2"), Ids("E1", "E2"), "加赛") };

        Assert.Equal("E1:二 E2:一", Given(Prizes(BoundaryPolicy.Decide, 1, 1), "甲乙", Totals(95, 95), decisions).Line());
    }

    [Fact]
    public void And_before_an_equal_who_was_passed_over_at_a_limit()
    {
        // 甲厂 has its first prize; E3 and E4 tie for the last one, E4 is chosen: the second prize is E3's, not E2's.
        var scheme = Prizes(BoundaryPolicy.Decide, 2, 1) with { Limits = [new(1, LimitPer.Organization, Tier: "一等奖")] };
        var decisions = new Dictionary<string, BoundaryDecision> { ["一等奖"] = new(Ids("E4"), Ids("E3", "E4"), "加赛") };

        Assert.Equal("E1:一 E2:- E3:二 E4:一", Given(scheme, "甲甲乙丙", Totals(96, 95, 95, 95), decisions).Line());
    }

    [Fact]
    public void A_part_without_a_result_is_not_passed()
    {
        var trade = Trade(Scheme());
        var oral = trade with { Components = [.. trade.Components,
            new(new("oral"), "口试", ComponentKind.Other, 0m, []) { PassMark = 60m }] };
        var result = Totals(90).Rows[0].Result;

        Assert.Equal("口试没有成绩", PassMarks.Failed(oral, result)?.ToString());
        Assert.False(PassMarks.PassesAll(oral, result));
    }

    [Fact]
    public void Only_amounts_above_nothing_pay()
    {
        var trade = Contest.Union() with { Awards = new([]),
            Honours = [new("标兵", 1, 3, Amount: 0m), new("晋升{等级}", 1, 3, true, ["特级"], Amount: 9m)] };
        var awards = new AwardList([new(new("E1"), 1, null, false, $"")], [], [], 1, false);

        Assert.Empty(Payouts.Of(trade, awards, [(new("E1"), "标兵")]));
        Assert.Equal(9m, Payouts.Of(trade, awards, [(new("E1"), "晋升特级")]).Single().Amount);
        Assert.Empty(Payouts.Of(trade, awards, [(new("E1"), "晋升技师")])); // not on this rule's ladder
        Assert.Empty(Payouts.Of(trade with { Honours = null }, awards, [(new("E1"), "标兵")]));

        bool Any(params AwardTier[] tiers) => Payouts.Any(trade with { Honours = null, Awards = new(tiers) });
        Assert.True(Any(new AwardTier("一等奖", 1, Amount: 1m), new AwardTier("二等奖", 1)));
        Assert.False(Any(new AwardTier("一等奖", 1, Amount: 0m)));
        Assert.False(Payouts.Any(trade with { Honours = [new("标兵", 1, 3, Amount: 0m)] }));
        Assert.False(Payouts.Any(trade with { Honours = null, Awards = new([], Singles: [new("单项", 1, new("P"), Amount: 0m)]) }));
    }

    [Fact]
    public void The_last_rank_of_a_rule_is_of_it()
    {
        var trade = Contest.Union() with { Honours = [new("能手", 1, 1, Amount: 500m), new("能手", 2, 3, Amount: 400m)] };
        var awards = new AwardList([new(new("E3"), 3, null, false, $"")], [], [], 9, false);

        Assert.Equal(400m, Payouts.Of(trade, awards, [(new("E3"), "能手")]).Single().Amount);
    }
}

using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Ranking;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>R-E4: an award may need both components at or above a pass mark; a place not awarded moves down.</summary>
public sealed class GateTests
{
    private static readonly AwardScheme Gated = Scheme(First, new("二等奖", 1), new("三等奖", 1)) with { Gate = new AwardGate() };

    [Fact]
    public void Exactly_the_pass_mark_passes()
    {
        var row = Allot(Gated, Of(new Contestant("A", 60m, 60.00m, 60.00m))).Row("A");

        Assert.False(row.FailsGate);
        Assert.Equal("一等奖", row.Tier);
    }

    [Fact]
    public void One_hundredth_below_in_theory_fails_and_the_place_moves_down()
    {
        var awards = Allot(Gated, Of(new Contestant("A", 90m, 59.99m, 99m), new Contestant("B", 85m), new Contestant("C", 84m), new Contestant("D", 83m), new Contestant("E", 82m)));

        Assert.Equal("A:- B:一 C:二 D:三 E:-", awards.Line());
        Assert.True(awards.Row("A").FailsGate);
        Assert.Equal("理论 59.99 低于 60，不授奖", awards.Row("A").Words.ToString());
        Assert.Equal("第 1 名不授奖，由第 2 名递补", awards.Row("B").Words.ToString());
        Assert.Equal("第 1 名不授奖，由第 4 名递补", awards.Row("D").Words.ToString());
        Assert.Equal("三等奖名额已满", awards.Row("E").Words.ToString());
    }

    [Fact]
    public void The_gate_is_on_with_60_unless_the_trade_says_otherwise() =>
        Assert.Equal("理论 59.99 低于 60，不授奖", Allot(Gated with { Gate = null }, Of(new Contestant("A", 70m, 59.99m, 95m))).Row("A").Words.ToString());

    [Fact]
    public void A_pass_mark_of_zero_is_no_gate()
    {
        var awards = Allot(Gated with { Gate = new AwardGate(0m) }, Of(new Contestant("A", 70m, 0m, 95m)));

        Assert.Equal("A:一", awards.Line());
        Assert.False(awards.Row("A").FailsGate);
    }

    [Fact]
    public void Practical_is_gated_too_and_both_failures_are_named() =>
        Assert.Equal("理论 50.00 低于 60、实操 59.50 低于 60，不授奖", Allot(Gated, Of(new Contestant("A", 57m, 50m, 59.5m))).Row("A").Words.ToString());

    [Fact]
    public void Two_that_fail_are_both_named_to_the_one_who_moves_up()
    {
        var awards = Allot(Gated, Of(
            new Contestant("A", 95m), new Contestant("B", 94m, 50m), new Contestant("C", 93m, 50m), new Contestant("D", 92m), new Contestant("E", 91m)));

        Assert.Equal("A:一 B:- C:- D:二 E:三", awards.Line());
        Assert.Equal("总分最高", awards.Row("A").Words.ToString());
        Assert.Equal("第 2、3 名不授奖，由第 4 名递补", awards.Row("D").Words.ToString());
        Assert.Equal("第 2、3 名不授奖，由第 5 名递补", awards.Row("E").Words.ToString());
    }

    [Fact]
    public void Up_to_three_that_fail_are_named_and_more_are_counted()
    {
        Contestant[] three = [new("A", 95m, 50m), new("B", 94m, 50m), new("C", 93m, 50m), new("D", 90m)];
        Contestant[] four = [new("A", 95m, 50m), new("B", 94m, 50m), new("C", 93m, 50m), new("C2", 92m, 50m), new("D", 90m)];

        Assert.Equal("第 1、2、3 名不授奖，由第 4 名递补", Allot(Gated, Of(three)).Row("D").Words.ToString());
        Assert.Equal("前面 4 人未过线不授奖，由第 5 名递补", Allot(Gated, Of(four)).Row("D").Words.ToString());
    }

    [Fact]
    public void One_who_fails_below_everyone_awarded_changes_nothing()
    {
        var awards = Allot(Gated, Of(new Contestant("A", 95m), new Contestant("B", 94m), new Contestant("C", 93m), new Contestant("D", 60m, 50m), new Contestant("E", 59m)));

        Assert.Equal("A:一 B:二 C:三 D:- E:-", awards.Line());
        Assert.True(awards.Row("D").FailsGate);
        Assert.Equal("三等奖名额已满", awards.Row("E").Words.ToString());
        Assert.Equal("总分低于前一名 1.00", awards.Row("C").Words.ToString());
    }

    [Fact]
    public void One_who_keeps_the_tier_they_had_anyway_is_not_called_moved_up()
    {
        var awards = Allot(
            Scheme(First, Second) with { Gate = new AwardGate() },
            Of(new Contestant("A", 95m), new Contestant("B", 94m, 50m), new Contestant("C", 93m), new Contestant("D", 92m), new Contestant("E", 91m)));

        Assert.Equal("A:一 B:- C:二 D:二 E:二", awards.Line());
        Assert.Equal("总分低于前一名 1.00", awards.Row("D").Words.ToString());
        Assert.Equal("第 2 名不授奖，由第 5 名递补", awards.Row("E").Words.ToString());
    }

    [Fact]
    public void An_equal_who_fails_is_not_named_as_standing_above()
    {
        var awards = Allot(Gated, Of(
            new Contestant("A", 95m, 50m), new Contestant("B", 94m), new Contestant("C", 94m, 50m), new Contestant("D", 93m)));

        Assert.Equal("第 1 名不授奖，由第 2 名递补", awards.Row("B").Words.ToString());
    }

    [Fact]
    public void When_everyone_fails_nobody_gets_anything()
    {
        var awards = Allot(Gated, Of(new Contestant("A", 50m, 40m), new Contestant("B", 45m, 40m)));

        Assert.Equal("A:- B:-", awards.Line());
        Assert.Equal([0, 0, 0], awards.Tiers.Select(tier => tier.Given));
    }

    [Fact]
    public void A_tie_on_a_boundary_is_among_those_who_pass()
    {
        var awards = Allot(Gated, Of(new Contestant("A", 90m), new Contestant("B", 90m, 50m), new Contestant("C", 80m), new Contestant("D", 70m)));

        Assert.Equal("A:一 B:- C:二 D:三", awards.Line());
        Assert.Empty(awards.Boundaries);
    }

    [Fact]
    public void A_component_may_have_its_own_pass_mark()
    {
        var trade = Trade(Gated);
        trade = trade with { Components = [trade.Components[0], trade.Components[1] with { PassMark = 75m }] };

        Assert.Equal("实操 74.99 低于 75，不授奖", Words(trade, new Contestant("A", 80m, 90m, 74.99m)));
        Assert.Equal("总分最高", Words(trade, new Contestant("A", 80m, 60m, 75m)));
    }

    [Fact]
    public void The_pass_mark_is_per_100_of_the_full_mark()
    {
        var trade = RawSum(Gated);

        Assert.Equal("总分最高", Words(trade, new Contestant("A", 100m, 18m, 42m)));
        Assert.Equal("理论 17.99 低于满分 30 的 60%，不授奖", Words(trade, new Contestant("A", 100m, 17.99m, 42m)));
        Assert.Equal("实操 41.99 低于满分 70 的 60%，不授奖", Words(trade, new Contestant("A", 100m, 18m, 41.99m)));
    }

    [Fact]
    public void A_component_that_is_neither_theory_nor_practical_counts_only_with_a_pass_mark_of_its_own()
    {
        var trade = Trade(Gated);
        var other = trade.Components[1] with { Kind = ComponentKind.Other, Name = "答辩" };

        Assert.Equal("总分最高", Words(trade with { Components = [trade.Components[0], other] }, new Contestant("A", 80m, 80m, 10m)));
        Assert.Equal("答辩 10.00 低于 20，不授奖", Words(trade with { Components = [trade.Components[0], other with { PassMark = 20m }] }, new Contestant("A", 80m, 80m, 10m)));
    }

    [Fact]
    public void A_component_without_a_figure_does_not_pass()
    {
        var result = new EntrantResult(new EntrantId("A"), EntrantStatus.Normal,
            [new ComponentResult(new ComponentId("theory"), [], 80m, 24m), new ComponentResult(new ComponentId("practical"), [], null, null)], 24m, null, null);

        var awards = AwardAllocation.Allocate(Trade(Gated), new Standings([new Standing(result, 1, null)], []), 1, NoDecisions);

        Assert.Equal("实操没有成绩，不授奖", awards.Row("A").Words.ToString());
    }

    private static string Words(Trade trade, Contestant contestant) => AwardAllocation.Allocate(trade, Of(contestant), 1, NoDecisions).Rows[0].Words.ToString();

    private static Trade RawSum(AwardScheme scheme)
    {
        var trade = Trade(scheme);
        Component Full(Component c, decimal full) => c with { Modules = [c.Modules[0] with { FullMark = full / 2 }, c.Modules[0] with { FullMark = full / 2 }] };
        return trade with { Scoring = ScoringMode.RawSum, RawTotal = 100m, Components = [Full(trade.Components[0], 30m), Full(trade.Components[1], 70m)] };
    }
}

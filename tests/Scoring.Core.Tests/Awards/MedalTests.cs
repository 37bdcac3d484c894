using Scoring.Core.Awards;
using Scoring.Core.Definition;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>R-G5, R-J12: medals with a window, and the medallion.</summary>
public sealed class MedalTests
{
    private static AwardList Medals(MedalScheme scheme, params decimal[] totals) => MedalAllocation.Allocate(scheme, Totals(totals), totals.Length);

    private static string Line(params decimal[] totals) => Medals(new MedalScheme(), totals).Line();

    [Fact]
    public void Far_apart_there_is_one_of_each() => Assert.Equal("E1:金 E2:银 E3:铜 E4:-", Line(90, 85, 80, 70));

    [Fact]
    public void Exactly_the_window_apart_shares_the_medal() => Assert.Equal("E1:金 E2:金 E3:铜 E4:-", Line(90, 88, 80, 70));

    [Fact]
    public void One_hundredth_more_does_not() => Assert.Equal("E1:金 E2:银 E3:铜", Line(90, 87.99m, 80));

    [Fact]
    public void The_window_runs_from_the_best_not_from_neighbour_to_neighbour() => Assert.Equal("E1:金 E2:金 E3:铜 E4:铜", Line(90, 88.5m, 87.5m, 87));

    [Fact]
    public void Two_golds_leave_out_silver() => Assert.Equal("E1:金 E2:金 E3:铜", Line(90, 90, 80));

    [Fact]
    public void Three_golds_leave_out_the_rest() => Assert.Equal("E1:金 E2:金 E3:金 E4:- E5:-", Line(90, 89, 88, 87, 86));

    [Fact]
    public void Two_silvers_leave_out_bronze() => Assert.Equal("E1:金 E2:银 E3:银 E4:-", Line(95, 90, 88, 80));

    [Fact]
    public void Bronze_may_be_shared_by_many() => Assert.Equal("E1:金 E2:银 E3:铜 E4:铜 E5:铜 E6:-", Line(95, 90, 80, 79, 78, 77.99m));

    [Fact]
    public void One_entrant_gets_gold_and_nobody_nothing()
    {
        Assert.Equal("E1:金", Line(50));
        Assert.Equal("", Line());
        Assert.Equal([1, 0, 0], Medals(new MedalScheme(), 50).Tiers.Select(t => t.Given));
    }

    [Fact]
    public void At_or_above_the_base_without_a_medal_is_the_medallion()
    {
        var awards = Medals(new MedalScheme(ExcellenceBase: 70m), 95, 90, 80, 75, 70, 69.99m);

        Assert.Equal("E1:金 E2:银 E3:铜 E4:优 E5:优 E6:-", awards.Line());
        Assert.Equal("70.00 达到优胜奖基准 70", awards.Row("E5").Words.ToString());
        Assert.Equal("未获奖牌，未达到优胜奖基准 70", awards.Row("E6").Words.ToString());
        Assert.Equal([("金牌", 1, 1), ("银牌", 1, 1), ("铜牌", 1, 1), ("优胜奖", 2, 2)], awards.Tiers.Select(t => (t.Name, t.Quota, t.Given)));
    }

    [Fact]
    public void A_medal_left_out_is_made_up_for_by_the_medallion() =>
        Assert.Equal("E1:金 E2:金 E3:金 E4:优", Medals(new MedalScheme(ExcellenceBase: 70m), 90, 90, 90, 85).Line());

    [Fact]
    public void Without_a_base_there_is_no_medallion_tier()
    {
        var awards = Medals(new MedalScheme(), 95, 90, 80, 75);

        Assert.Equal(["金牌", "银牌", "铜牌"], awards.Tiers.Select(t => t.Name));
        Assert.Equal("奖牌名额已满", awards.Row("E4").Words.ToString());
    }

    [Fact]
    public void Every_medal_says_why()
    {
        var awards = Medals(new MedalScheme(), 95, 94.5m, 95, 80, 80);

        Assert.Equal("成绩最高", awards.Row("E1").Words.ToString());
        Assert.Equal("与金牌首位成绩相同，同获金牌", awards.Row("E3").Words.ToString());
        Assert.Equal("与金牌首位相差 0.50，不超过 2，同获金牌", awards.Row("E2").Words.ToString());
        Assert.Equal("其余选手中成绩最高，授银牌", Medals(new MedalScheme(), 95, 80).Row("E2").Words.ToString());
    }

    [Fact]
    public void The_usual_names_are_gold_silver_bronze_and_medallion() =>
        Assert.Equal(["金牌", "银牌", "铜牌", "优胜奖"], Medals(new MedalScheme(ExcellenceBase: 60m), 95, 90, 80, 70).Rows.Select(row => row.Tier));

    [Fact]
    public void A_window_of_zero_shares_only_among_equals() => Assert.Equal("E1:金 E2:金 E3:铜", Medals(new MedalScheme(Window: 0m), 90, 90, 89.99m).Line());

    [Fact]
    public void Medals_and_the_medallion_may_have_other_names()
    {
        var scheme = new MedalScheme(ExcellenceBase: 60m, Names: ["甲等", "乙等", "丙等", "嘉奖"]);

        Assert.Equal("E1:甲 E2:乙 E3:丙 E4:嘉", Medals(scheme, 90, 80, 70, 60).Line());
        Assert.Equal("E1:甲 E2:乙 E3:丙 E4:嘉", Medals(scheme with { ExcellenceBase = 60m }, 90, 80, 70, 65).Line());
    }

    [Fact]
    public void A_given_scale_decides_in_place_of_the_total_and_who_lacks_a_value_gets_nothing()
    {
        var scaled = new Dictionary<EntrantId, decimal> { [new("E1")] = 731m, [new("E2")] = 733m, [new("E4")] = 700m };

        var awards = MedalAllocation.Allocate(new MedalScheme(ExcellenceBase: 700m), Totals(90, 89, 88, 87), 4, scaled);

        Assert.Equal("E1:金 E2:金 E3:- E4:铜", awards.Line());
        Assert.Equal("与金牌首位相差 2.00，不超过 2，同获金牌", awards.Row("E1").Words.ToString());
    }

    [Fact]
    public void A_trade_with_a_medal_scheme_has_medals_for_awards_and_no_gate()
    {
        var awards = AwardAllocation.Allocate(
            Trade(Scheme(First)) with { Medals = new MedalScheme() }, Of(new Contestant("A", 50m, 10m, 67m)), 1, NoDecisions);

        Assert.Equal("金牌", awards.Row("A").Tier);
        Assert.False(awards.Row("A").FailsGate);
        Assert.Empty(awards.Boundaries);
        Assert.False(awards.Open);
        Assert.Equal(1, awards.Started);
    }
}

using Scoring.Core.Definition;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>R-E2, R-J10: equals at the end of a tier, under each policy.</summary>
public sealed class BoundaryTests
{
    [Fact]
    public void Expanding_leaves_the_next_tier_its_quota()
    {
        var awards = Allot(Prizes(BoundaryPolicy.Expand, 1, 3, 4), Totals(SecondTied));

        Assert.Equal("E1:一 E2:二 E3:二 E4:二 E5:二 E6:三 E7:三 E8:三 E9:三 E10:-", awards.Line());
        Assert.Equal([(1, 1), (3, 4), (4, 4)], awards.Tiers.Select(t => (t.Quota, t.Given)));
        Assert.Equal("二等奖末位 2 人并列，扩额授奖", awards.Row("E4").Words.ToString());
        Assert.Equal("二等奖末位 2 人并列，扩额授奖", awards.Row("E5").Words.ToString());
        Assert.Equal("总分低于前一名 2.00", awards.Row("E6").Words.ToString());
    }

    [Fact]
    public void Expanding_from_the_next_tier_takes_its_places()
    {
        var awards = Allot(Prizes(BoundaryPolicy.ExpandFromNext, 1, 3, 4), Totals(SecondTied));

        Assert.Equal("E1:一 E2:二 E3:二 E4:二 E5:二 E6:三 E7:三 E8:三 E9:- E10:-", awards.Line());
        Assert.Equal("二等奖末位 2 人并列，扩额授奖，多出 1 个从三等奖里扣", awards.Row("E4").Words.ToString());
        Assert.Equal("三等奖名额已满", awards.Row("E9").Words.ToString());
    }

    [Fact]
    public void A_boundary_shows_who_is_tied_and_what_each_choice_leads_to()
    {
        var tie = Assert.Single(Allot(Prizes(BoundaryPolicy.Expand, 1, 3, 4), Totals(SecondTied)).Boundaries);

        Assert.Equal("二等奖", tie.Tier);
        Assert.Equal(Ids("E4", "E5"), tie.Tied);
        Assert.Equal(1, tie.Places);
        Assert.Null(tie.Chosen);
        Assert.Equal("一 1、二 4、三 4，共 9 人", tie.Outcomes[BoundaryPolicy.Expand].ToString());
        Assert.Equal("一 1、二 4、三 3，共 8 人；第 9 名不获奖", tie.Outcomes[BoundaryPolicy.ExpandFromNext].ToString());
        Assert.Equal("定人并写理由；议定前不能公布", tie.Outcomes[BoundaryPolicy.Decide].ToString());
    }

    [Fact]
    public void Tiers_with_other_names_are_counted_by_their_whole_name()
    {
        var awards = Allot(Scheme(new("金奖", 1), new("优秀奖", 1)), Totals(90, 90, 80));

        Assert.Equal("金奖 2、优秀奖 1，共 3 人", awards.Boundaries[0].Outcomes[BoundaryPolicy.Expand].ToString());
    }

    [Fact]
    public void One_name_of_another_kind_keeps_them_all_whole() =>
        Assert.Equal("一等奖 2、优秀奖 1，共 3 人", Allot(Scheme(First, new("优秀奖", 1)), Totals(90, 90, 80)).Boundaries[0].Outcomes[BoundaryPolicy.Expand].ToString());

    [Fact]
    public void A_choice_that_costs_nobody_an_award_names_nobody() =>
        Assert.Equal("一 2，共 2 人", Allot(Scheme(First), Totals(90, 90)).Boundaries[0].Outcomes[BoundaryPolicy.ExpandFromNext].ToString());

    [Fact]
    public void The_tier_said_to_be_full_is_the_last_that_has_places() =>
        Assert.Equal("一等奖名额已满", Allot(Scheme(First, new("二等奖", 0)), Totals(90, 80)).Row("E2").Words.ToString());

    [Fact]
    public void A_name_that_is_only_the_ending_stays_whole() =>
        Assert.Equal("等奖 2，共 2 人", Allot(Scheme(new AwardTier("等奖", 1)), Totals(90, 90)).Boundaries[0].Outcomes[BoundaryPolicy.Expand].ToString());

    [Fact]
    public void Equals_that_just_fit_are_no_boundary()
    {
        var awards = Allot(Prizes(BoundaryPolicy.Decide, 1, 3, 4), Totals(95, 94, 92, 92, 91));

        Assert.Empty(awards.Boundaries);
        Assert.False(awards.Open);
        Assert.Equal("E1:一 E2:二 E3:二 E4:二 E5:三", awards.Line());
        Assert.Equal("总分相同，并列", awards.Row("E4").Words.ToString());
    }

    [Theory]
    [InlineData(BoundaryPolicy.Expand, "E1:一 E2:一 E3:二 E4:三")]
    [InlineData(BoundaryPolicy.ExpandFromNext, "E1:一 E2:一 E3:三 E4:-")]
    [InlineData(BoundaryPolicy.Decide, "E1:- E2:- E3:三 E4:-")]
    public void A_tie_for_the_first_prize(BoundaryPolicy policy, string expected) =>
        Assert.Equal(expected, Allot(Prizes(policy, 1, 1, 1), Totals(95, 95, 90, 80)).Line());

    [Theory]
    [InlineData(BoundaryPolicy.Expand, "E1:一 E2:二 E3:三 E4:三")]
    [InlineData(BoundaryPolicy.ExpandFromNext, "E1:一 E2:二 E3:三 E4:三")]
    [InlineData(BoundaryPolicy.Decide, "E1:一 E2:二 E3:- E4:-")]
    public void The_last_tier_just_expands_and_past_it_there_is_nothing_to_take(BoundaryPolicy policy, string expected)
    {
        var awards = Allot(Prizes(policy, 1, 1, 1), Totals(95, 90, 80, 80));

        Assert.Equal(expected, awards.Line());
        Assert.Equal(policy == BoundaryPolicy.Decide ? "三等奖末位 2 人并列，剩 1 个名额，待组委会议定" : "三等奖末位 2 人并列，扩额授奖", awards.Row("E4").Words.ToString());
    }

    [Fact]
    public void Taking_from_the_next_goes_on_into_the_tier_after()
    {
        var awards = Allot(Prizes(BoundaryPolicy.ExpandFromNext, 1, 2, 4), Totals(95, 95, 95, 95, 90, 89, 88, 87));

        Assert.Equal("E1:一 E2:一 E3:一 E4:一 E5:三 E6:三 E7:三 E8:-", awards.Line());
        Assert.Equal([4, 0, 3], awards.Tiers.Select(t => t.Given));
        Assert.Equal("一 4、二 0、三 3，共 7 人；第 8 名不获奖", awards.Boundaries[0].Outcomes[BoundaryPolicy.ExpandFromNext].ToString());
    }

    [Fact]
    public void Taking_more_than_all_tiers_hold_leaves_them_empty()
    {
        var awards = Allot(Prizes(BoundaryPolicy.ExpandFromNext, 1, 1, 1), Totals(95, 95, 95, 95, 95, 90));

        Assert.Equal([5, 0, 0], awards.Tiers.Select(t => t.Given));
        Assert.Equal("三等奖名额已满", awards.Row("E6").Words.ToString());
    }

    [Fact]
    public void A_tier_of_zero_has_no_boundary_and_is_not_named_as_the_one_taken_from()
    {
        var awards = Allot(Prizes(BoundaryPolicy.ExpandFromNext, 1, 0, 2), Totals(95, 95, 90, 80));

        Assert.Equal("E1:一 E2:一 E3:三 E4:-", awards.Line());
        Assert.Equal("一等奖末位 2 人并列，扩额授奖，多出 1 个从三等奖里扣", awards.Row("E1").Words.ToString());
    }

    [Fact]
    public void Two_boundaries_can_be_tied_at_once()
    {
        var awards = Allot(Prizes(BoundaryPolicy.Expand, 1, 1, 1), Totals(95, 95, 90, 90, 80, 80, 70));

        Assert.Equal(["一等奖", "二等奖", "三等奖"], awards.Boundaries.Select(b => b.Tier));
        Assert.Equal("E1:一 E2:一 E3:二 E4:二 E5:三 E6:三 E7:-", awards.Line());
    }

    [Fact]
    public void The_preview_of_the_console_reads_as_in_its_picture()
    {
        var standings = Of(
            new Contestant("A12", 94.98m), new Contestant("A03", 93.69m), new Contestant("A07", 93.05m), new Contestant("A18", 92.62m), new Contestant("A21", 92.62m),
            new Contestant("A09", 90.83m), new Contestant("A20", 89.44m), new Contestant("A02", 89.43m), new Contestant("A15", 85.89m, 59.50m, 97.20m),
            new Contestant("A05", 85.64m), new Contestant("A11", 84.87m));

        var awards = Allot(Prizes(BoundaryPolicy.Expand, 1, 3, 4) with { Gate = new AwardGate() }, standings);

        Assert.Equal("总分最高", awards.Row("A12").Words.ToString());
        Assert.Equal("理论 59.50 低于 60，不授奖", awards.Row("A15").Words.ToString());
        Assert.Equal("第 9 名不授奖，由第 10 名递补", awards.Row("A05").Words.ToString());
        Assert.Equal("三等奖", awards.Row("A05").Tier);
        Assert.Equal("三等奖名额已满", awards.Row("A11").Words.ToString());
        Assert.Equal("一 1、二 4、三 4，共 9 人", awards.Boundaries[0].Outcomes[BoundaryPolicy.Expand].ToString());
        Assert.Equal("一 1、二 4、三 3，共 8 人；第 10 名不获奖", awards.Boundaries[0].Outcomes[BoundaryPolicy.ExpandFromNext].ToString());
    }
}

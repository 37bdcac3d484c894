using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Ranking;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>R-E2, R-J10: equals at the end of a tier, of whom the committee chooses.</summary>
public sealed class BoundaryDecisionTests
{
    private static AwardList Decided(Standings standings, string[] chosen, string[]? tied) => AwardAllocation.Allocate(
        Trade(Scheme(First, Second) with { Boundary = BoundaryPolicy.Decide }), standings, 4,
        new Dictionary<string, BoundaryDecision> { ["一等奖"] = new(Ids(chosen), tied is null ? null : Ids(tied), "抽签") });

    [Fact]
    public void A_decision_is_open_again_when_one_more_joins_the_equals()
    {
        Assert.Equal("E1:一 E2:二 E3:二 E4:二", Decided(Totals(90, 90, 80, 70), ["E1"], ["E2", "E1"]).Line());

        var joined = Decided(Totals(90, 90, 90, 70), ["E1"], ["E1", "E2"]);

        Assert.True(joined.Open);
        Assert.Equal("E1:- E2:- E3:- E4:二", joined.Line());
        Assert.Equal("一等奖末位 3 人并列，剩 1 个名额，待组委会议定", joined.Row("E3").Words.ToString());
    }

    [Fact]
    public void A_decision_is_open_again_when_one_who_was_not_chosen_leaves_the_equals() =>
        Assert.True(Decided(Totals(90, 90, 80, 70), ["E1"], ["E1", "E2", "E3"]).Open);

    [Fact]
    public void A_decision_from_before_the_equals_were_written_down_holds_while_the_chosen_are_among_them()
    {
        Assert.False(Decided(Totals(90, 90, 90, 70), ["E1"], null).Open);
        Assert.True(Decided(Totals(90, 90, 80, 70), ["E3"], null).Open);
    }

    [Fact]
    public void A_tie_that_the_committee_must_decide_is_open_and_its_equals_use_up_places_in_order()
    {
        var awards = Allot(Prizes(BoundaryPolicy.Decide, 1, 3, 4), Totals(SecondTied));

        Assert.True(awards.Open);
        Assert.Equal("E1:一 E2:二 E3:二 E4:- E5:- E6:三 E7:三 E8:三 E9:- E10:-", awards.Line());
        Assert.Equal("二等奖末位 2 人并列，剩 1 个名额，待组委会议定", awards.Row("E5").Words.ToString());
    }

    [Fact]
    public void Open_equals_go_on_using_up_the_tier_after_the_next()
    {
        var awards = Allot(Prizes(BoundaryPolicy.Decide, 1, 1, 3), Totals(95, 95, 95, 90, 89, 88));

        Assert.Equal("E1:- E2:- E3:- E4:三 E5:三 E6:-", awards.Line());
    }

    [Fact]
    public void Decided_the_chosen_get_the_tier_and_the_rest_come_first_in_the_next()
    {
        var awards = Allot(Prizes(BoundaryPolicy.Decide, 1, 3, 4), Totals(SecondTied), ("二等奖", ["E5"]));

        Assert.False(awards.Open);
        Assert.Equal("E1:一 E2:二 E3:二 E4:三 E5:二 E6:三 E7:三 E8:三 E9:- E10:-", awards.Line());
        Assert.Equal("二等奖末位 2 人并列，组委会议定授予", awards.Row("E5").Words.ToString());
        Assert.Equal("二等奖末位 2 人并列，组委会议定授三等奖", awards.Row("E4").Words.ToString());
        var tie = Assert.Single(awards.Boundaries);
        Assert.Equal(Ids("E5"), tie.Chosen);
        Assert.Equal("一 1、二 3、三 4，共 8 人", tie.Outcomes[BoundaryPolicy.Decide].ToString());
    }

    [Fact]
    public void Each_tier_keeps_its_quota_whatever_the_committee_gives() // R-L1
    {
        var awards = Allot(Prizes(BoundaryPolicy.Decide, 1, 3, 4), Totals(SecondTied), ("二等奖", ["E4", "E5"]));

        Assert.Equal("E1:一 E2:二 E3:二 E4:二 E5:二 E6:三 E7:三 E8:三 E9:三 E10:-", awards.Line());
    }

    [Fact]
    public void Unless_the_committee_takes_the_places_from_the_next_tier()
    {
        var awards = AwardAllocation.Allocate(
            Trade(Prizes(BoundaryPolicy.Decide, 1, 3, 4)), Totals(SecondTied), 10,
            new Dictionary<string, BoundaryDecision> { ["二等奖"] = new(Ids("E4", "E5"), null, "议定", FromNext: true) });

        Assert.Equal("E1:一 E2:二 E3:二 E4:二 E5:二 E6:三 E7:三 E8:三 E9:- E10:-", awards.Line());
    }

    [Fact]
    public void The_committee_may_leave_a_place_unused_but_nobody_below_the_equals_gets_it()
    {
        var awards = Allot(Prizes(BoundaryPolicy.Decide, 2, 1, 1), Totals(95, 94, 94, 93, 92), ("一等奖", []));

        Assert.Equal("E1:一 E2:- E3:- E4:- E5:-", awards.Line());
        Assert.Equal(["一等奖", "二等奖"], awards.Boundaries.Select(b => b.Tier));
        Assert.True(awards.Open);
    }

    [Fact]
    public void Those_not_chosen_may_tie_the_next_boundary_and_be_decided_again()
    {
        var awards = Allot(Prizes(BoundaryPolicy.Decide, 1, 1, 1), Totals(95, 95, 95, 90), ("一等奖", ["E2"]), ("二等奖", ["E3"]));

        Assert.Equal("E1:三 E2:一 E3:二 E4:-", awards.Line());
        Assert.Equal("一等奖末位 3 人并列，组委会议定授予", awards.Row("E2").Words.ToString());
        Assert.Equal("二等奖末位 2 人并列，组委会议定授三等奖", awards.Row("E1").Words.ToString());
        Assert.False(awards.Open);
    }

    [Fact]
    public void Not_chosen_for_the_last_tier_is_no_award()
    {
        var awards = Allot(Prizes(BoundaryPolicy.Decide, 1), Totals(95, 95), ("一等奖", ["E1"]));

        Assert.Equal("一等奖末位 2 人并列，组委会议定不授予", awards.Row("E2").Words.ToString());
        Assert.Null(awards.Row("E2").Tier);
    }

    [Fact]
    public void A_decision_about_someone_no_longer_tied_has_been_overtaken_and_is_open_again()
    {
        var awards = Allot(Prizes(BoundaryPolicy.Decide, 1, 1), Totals(95, 95, 90), ("一等奖", ["E3"]));

        Assert.True(awards.Open);
        Assert.Null(awards.Boundaries[0].Chosen);
    }

    [Fact]
    public void One_open_boundary_of_two_keeps_the_list_open() =>
        Assert.True(Allot(Prizes(BoundaryPolicy.Decide, 1, 2), Totals(95, 95, 90, 90), ("一等奖", ["E1"])).Open);

    [Theory]
    [InlineData(BoundaryPolicy.Expand)]
    [InlineData(BoundaryPolicy.ExpandFromNext)]
    public void A_decision_is_not_heeded_under_another_policy(BoundaryPolicy policy)
    {
        var awards = Allot(Prizes(policy, 1, 1), Totals(95, 95, 90), ("一等奖", ["E1"]));

        Assert.Equal("一等奖", awards.Row("E2").Tier);
        Assert.False(awards.Open);
        Assert.Null(awards.Boundaries[0].Chosen);
    }

    [Fact]
    public void A_decision_that_names_someone_twice_gives_one_award() =>
        Assert.Equal(1, Allot(Prizes(BoundaryPolicy.Decide, 1), Totals(95, 95), ("一等奖", ["E1", "E1"])).Tiers[0].Given);
}

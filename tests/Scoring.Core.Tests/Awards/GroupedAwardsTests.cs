using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Ranking;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>Awards counted by the groups of a tag (R-K15, R-M13), worked by hand on a field of ranks.</summary>
public sealed class GroupedAwardsTests
{
    // E1, E3 … are of 甲组, E2, E4 … of 乙组, those named without a tag of none.
    private static Belonging Whose(EntrantId entrant, params string[] without) => new(
        "", entrant.Value, kind => kind != "组别" || without.Contains(entrant.Value) ? null
            : int.Parse(entrant.Value[1..], System.Globalization.CultureInfo.InvariantCulture) % 2 == 1 ? "甲组" : "乙组");

    private static AwardList Given(AwardScheme scheme, Standings standings, params string[] without) => AwardAllocation.Allocate(
        Trade(scheme with { CountBy = "组别" }), standings, Started(standings), NoDecisions, e => Whose(e, without));

    private static Standings Guests(Standings standings, params string[] guests) => new(
        [.. standings.Rows.Select(r => guests.Contains(r.Result.Entrant.Value)
            ? r with { Rank = null, Result = r.Result with { Guest = true } } : r)], []);

    [Fact]
    public void Each_group_has_its_own_prizes_and_rows_stand_by_rank()
    {
        var awards = Given(Prizes(BoundaryPolicy.Expand, 1, 1), Totals(95, 94, 93, 92, 91, 90));

        Assert.Equal("E1:一 E2:一 E3:二 E4:二 E5:- E6:-", awards.Line());
        Assert.Equal(["甲组", "乙组", "甲组", "乙组", "甲组", "乙组"], awards.Rows.Select(r => r.Group));
        Assert.Equal(["一等奖 2 2", "二等奖 2 2"], awards.Tiers.Select(t => $"{t.Name} {t.Quota} {t.Given}"));
        Assert.Equal(6, awards.Started);
        Assert.False(awards.Open);
        Assert.Empty(awards.Untagged);
    }

    [Fact]
    public void Percentages_are_of_those_of_the_group_who_started()
    {
        // 甲组: one absent, one disqualified, two ranked: three started; 乙组: a guest and one ranked: one started.
        var standings = Guests(Of(
            new("E1", 95m), new("E2", 94m), new("E3", 93m), new("E4", 92m), new("E5", null, Status: EntrantStatus.Absent),
            new("E7", null, Status: EntrantStatus.Disqualified)), "E4");
        AwardList Half(decimal percent) => Given(new([new AwardTier("一等奖", Percent: percent)]), standings);

        Assert.Equal("E1:一 E2:- E3:-", Half(34m).Line()); // 1.02 and 0.34
        Assert.Equal("E1:一 E2:一 E3:一", Half(50m).Line()); // 1.5 and 0.5, half-up
        Assert.Equal((3, 3), (Half(50m).Tiers[0].Quota, Half(50m).Tiers[0].Given));
    }

    [Theory]
    [InlineData(EntrantStatus.Eliminated, 2)]
    [InlineData(EntrantStatus.Disqualified, 2)]
    [InlineData(EntrantStatus.Absent, 1)]
    [InlineData(EntrantStatus.Withdrawn, 1)]
    public void Who_was_thrown_out_did_start_and_who_did_not_come_did_not(EntrantStatus status, int quota) => Assert.Equal(
        quota, Given(new([new AwardTier("一等奖", Percent: 100m)]), Of(new("E1", 95m), new("E3", null, Status: status))).Tiers[0].Quota);

    [Fact]
    public void Who_lacks_the_tag_is_named_gets_nothing_and_holds_the_trade_back()
    {
        var awards = Given(Prizes(BoundaryPolicy.Expand, 1), Totals(95, 94, 93), "E2");

        Assert.Equal("E1:一 E2:- E3:-", awards.Line());
        Assert.Equal("没有标签“组别”，不能定奖；请先补上", awards.Row("E2").Words.ToString());
        Assert.Equal((null, 2, false), (awards.Row("E2").Group, awards.Row("E2").Rank, awards.Row("E2").FailsGate));
        Assert.True(awards.Open);
        Assert.Equal(Ids("E2"), awards.Untagged);
    }

    [Fact]
    public void Who_is_not_ranked_may_lack_it()
    {
        var awards = Given(Prizes(BoundaryPolicy.Expand, 1), Of(new("E1", 95m), new("E2", null, Status: EntrantStatus.Disqualified)), "E2");

        Assert.False(awards.Open);
        Assert.Empty(awards.Untagged);
    }

    [Fact]
    public void One_group_with_a_tie_to_be_decided_opens_the_whole()
    {
        var awards = Given(Prizes(BoundaryPolicy.Decide, 1, 1), Totals(95, 94, 95, 93)); // E1 and E3 of 甲组

        Assert.True(awards.Open);
        Assert.Equal("一等奖（甲组）", Assert.Single(awards.Boundaries).Tier);
        Assert.Equal("E1:- E3:- E2:一 E4:二", awards.Line());
    }

    [Fact]
    public void A_decision_is_about_the_tier_of_its_group()
    {
        var decisions = new Dictionary<string, BoundaryDecision> { ["一等奖（甲组）"] = new(Ids("E3"), Ids("E1", "E3"), "加赛") };
        var awards = AwardAllocation.Allocate(
            Trade(Prizes(BoundaryPolicy.Decide, 1, 1) with { CountBy = "组别" }), Totals(95, 94, 95, 93), 4, decisions, e => Whose(e));

        Assert.Equal("E1:二 E3:一 E2:一 E4:二", awards.Line());
        Assert.False(awards.Open);
    }

    [Fact]
    public void Single_prizes_stand_beside_groups_and_come_last()
    {
        var trade = Trade(Prizes(BoundaryPolicy.Expand, 1) with { CountBy = "组别" });
        var awards = AwardAllocation.Allocate(trade, Totals(95, 94), 2, NoDecisions, e => Whose(e)) with
        {
            Singles = [new("工艺奖", 1, [new(new("E2"), 9m, $"")]), new("创新奖", 1, [new(new("E1"), 9m, $"")])],
        };

        Assert.Equal(["E1 一等奖", "E2 一等奖", "E2 工艺奖", "E1 创新奖"], awards.Prizes().Select(p => $"{p.Entrant} {p.Prize}"));
        Assert.Equal(["E2 工艺奖", "E1 创新奖"], awards.SinglesWon().Select(p => $"{p.Entrant} {p.Prize}"));
        Assert.Empty((awards with { Singles = null }).SinglesWon());
    }
}

using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Ranking;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>Who goes on by pass marks, limits, reserves and those who decline (R-K11, R-M10), worked by hand on a field of ranks.</summary>
public sealed class GoingOnRulesTests
{
    private static readonly string[] _firms = ["甲厂", "甲厂", "甲厂", "乙厂", "甲厂", "", "乙厂"];

    /// <summary>E1, E2, … of 甲厂, 甲厂, 甲厂, 乙厂, 甲厂, no firm, 乙厂; odd ones of 文峰区, even ones without a tag.</summary>
    private static Belonging Whose(EntrantId entrant)
    {
        var n = int.Parse(entrant.Value[1..], System.Globalization.CultureInfo.InvariantCulture);
        return new(_firms[n - 1], entrant.Value, kind => kind == "区县" && n % 2 == 1 ? "文峰区" : null);
    }

    private static AdvanceList List(AdvanceRule rule, Standings standings, params (string Who, string Why)[] declined) =>
        AdvanceList.Of(
        Trade(Scheme()) with { Advance = rule }, standings, Started(standings), Whose,
        declined.ToDictionary(d => new EntrantId(d.Who), d => d.Why))!; // it has a rule

    private static string Line(AdvanceList list) =>
        $"{string.Join(' ', list.Entrants)} | {string.Join(' ', list.Reserves)} | "
        + string.Join("；", list.PassedOver.Select(p => $"{p.Rank} {p.Words}"));

    private static AdvanceRule Top(int top, int reserves = 0, params AwardLimit[] limits) =>
        new("省赛", top, Reserves: reserves, Limits: limits);

    [Theory]
    [InlineData(1, 0, "E1 |  | ")]
    [InlineData(2, 1, "E1 E2 | E3 E4 | ")] // equals at the last reserve stand together
    [InlineData(3, 2, "E1 E2 E3 E4 | E5 E6 | ")] // equals at the last place all enter
    [InlineData(2, 2, "E1 E2 | E3 E4 | ")]
    [InlineData(1, 2, "E1 | E2 E3 E4 | ")]
    [InlineData(7, 3, "E1 E2 E3 E4 E5 E6 E7 |  | ")]
    public void Reserves_stand_behind_the_list_and_equals_together(int top, int reserves, string line) =>
        Assert.Equal(line, Line(List(Top(top, reserves), Totals(95, 94, 93, 93, 92, 91, 90))));

    [Fact]
    public void A_firm_that_has_its_places_is_passed_over_and_one_without_a_firm_is_not()
    {
        var list = List(Top(4, 2, new AwardLimit(2, LimitPer.Organization)), Totals(95, 94, 93, 92, 91, 90, 89));

        Assert.Equal("E1 E2 E4 E6 | E7 | 3 甲厂已有 2 个晋级名额，不晋级，由第 6 名递补；5 甲厂已有 2 个晋级名额，不晋级", Line(list));
    }

    [Fact]
    public void Equals_of_a_firm_at_its_limit_go_together() => Assert.Equal( // R-M10
        "E1 E2 E3 E4 |  | ", Line(List(Top(3, 0, new AwardLimit(2, LimitPer.Organization)), Totals(95, 94, 94, 94, 91))));

    [Fact]
    public void A_limit_by_a_tag_holds_for_those_who_have_it() => Assert.Equal(
        "E1 E2 E4 |  | 3 文峰区已有 1 个晋级名额，不晋级，由第 4 名递补",
        Line(List(Top(3, 0, new AwardLimit(1, LimitPer.Tag, Tag: "区县")), Totals(95, 94, 93, 92, 91))));

    [Fact]
    public void Who_declines_is_said_so_before_anything_else_and_the_list_is_made_anew()
    {
        var standings = Of(new Contestant("E1", 95, Theory: 50), new("E2", 94), new("E3", 93), new("E4", 92), new("E5", 91));
        var rule = Top(2, 1) with { PassMarks = true };

        Assert.Equal("E2 E3 | E4 | 1 理论 50.00 低于 60，不晋级，由第 3 名递补", Line(List(rule, standings)));
        Assert.Equal("E2 E3 | E4 | 1 放弃晋级：工作调动，由第 3 名递补", Line(List(rule, standings, ("E1", "工作调动"))));
        Assert.Equal(
            "E3 E4 | E5 | 1 理论 50.00 低于 60，不晋级，由第 3 名递补；2 放弃晋级：生病，由第 4 名递补", Line(List(rule, standings, ("E2", "生病"))));
        Assert.Equal("E2 E3 | E4 | 1 理论 50.00 低于 60，不晋级，由第 3 名递补", Line(List(rule, standings, ("E5", "路远"))));
        Assert.Equal("E2 E3 | E5 | 1 理论 50.00 低于 60，不晋级，由第 3 名递补", Line(List(rule, standings, ("E4", "路远"))));
    }

    [Fact]
    public void Nobody_moves_up_who_was_on_the_list_anyway()
    {
        Assert.Equal("E2 |  | 1 放弃晋级：生病", Line(List(Top(2), Totals(95, 94), ("E1", "生病"))));
        Assert.Equal("E2 E3 E4 |  | 1 放弃晋级：生病", Line(List(Top(2), Totals(95, 94, 94, 94), ("E1", "生病"))));
        Assert.Equal("E2 E3 E4 |  | 1 放弃晋级：生病，由第 3 名递补", Line(List(Top(2), Totals(95, 94, 93, 93), ("E1", "生病"))));
        Assert.Equal(
            "E3 E4 |  | 1 放弃晋级：生病，由第 3 名递补；2 放弃晋级：路远，由第 4 名递补",
            Line(List(Top(2), Totals(95, 94, 93, 92, 91), ("E1", "生病"), ("E2", "路远"))));
    }

    private static AwardList Given(AwardScheme scheme, Standings standings, Trade? of = null) => AwardAllocation.Allocate(
        (of ?? Trade(scheme)) with { Awards = scheme }, standings, Started(standings), NoDecisions, Whose);

    [Fact]
    public void A_limit_of_one_tier_leaves_the_next_open_and_one_of_all_prizes_does_not() // R-K12, R-M11
    {
        var standings = Totals(95, 94, 93, 92, 91);
        var one = Given(Prizes(BoundaryPolicy.Expand, 2, 2) with { Limits = [new(1, LimitPer.Organization, Tier: "一等奖")] }, standings);
        var all = Given(Prizes(BoundaryPolicy.Expand, 2, 2) with { Limits = [new(1, LimitPer.Organization)] }, standings);

        Assert.Equal("E1:一 E2:二 E3:二 E4:一 E5:-", one.Line());
        Assert.Equal("甲厂已有 1 个一等奖，按规程授二等奖", one.Row("E2").Words.ToString());
        Assert.Equal("E1:一 E2:- E3:- E4:一 E5:-", all.Line());
        Assert.Equal("甲厂已有 1 个奖，按规程不再授奖", all.Row("E2").Words.ToString());
    }

    [Theory]
    [InlineData(80, "E1:一 E2:一 E3:- E4:-")]
    [InlineData(79.99, "E1:一 E2:一 E3:- E4:-")]
    [InlineData(94, "E1:一 E2:一 E3:- E4:-")]
    [InlineData(94.01, "E1:一 E2:- E3:- E4:-")]
    public void A_tier_by_a_mark_goes_to_who_reaches_it_up_to_its_number(double from, string line) => Assert.Equal(
        line,
        Given(new([new AwardTier("一等奖", 2, From: new((decimal)from))]), Totals(95, 94, 93, 50)).Line());

    [Fact]
    public void A_tier_without_a_number_goes_to_everybody_who_reaches_it_and_the_others_hear_why_not()
    {
        var awards = Given(new([new AwardTier("合格", From: new(60m))]), Totals(95, 60, 59.99m));

        Assert.Equal("E1:合 E2:合 E3:-", awards.Line());
        Assert.Equal("总分 60.00 达到 60", awards.Row("E2").Words.ToString());
        Assert.Equal("总分 59.99 低于 60，不授合格", awards.Row("E3").Words.ToString());
    }

    [Fact]
    public void A_standard_of_a_component_is_compared_with_its_own_figure()
    {
        var standings = Of(new Contestant("E1", 95, Practical: 84.99m), new("E2", 94, Practical: 85), new("E3", 93, Practical: 99));
        var awards = Given(new([new AwardTier("优秀", 1, From: new(85m, new("practical"))), new AwardTier("良好", 1)]), standings);

        Assert.Equal("E1:良 E2:优 E3:-", awards.Line());
        Assert.Equal("实操 85.00 达到 85", awards.Row("E2").Words.ToString());
    }
}

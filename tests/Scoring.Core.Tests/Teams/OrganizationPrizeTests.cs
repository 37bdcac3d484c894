using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Tests.Awards;
using static Scoring.Core.Tests.Teams.TeamField;

namespace Scoring.Core.Tests.Teams;

/// <summary>R-F3, R-J11: 优秀组织奖.</summary>
public sealed class OrganizationPrizeTests
{
    private static string Winners(OrganizationPrize prize, params Core.Awards.TradeOutcome[] trades) => string.Join(
        "|", Rank(new TeamRanking("团体", TeamMethod.RankPoints, Points: [9, 7, 5, 3], Prize: prize), trades).Prize.Select(w => $"{w.Organization} {w.Words}"));

    private static OrganizationPrize By(OrganizationPrizeBasis basis, int count) => new("优秀组织奖", basis, count);

    [Fact]
    public void By_entrants_counts_those_who_started()
    {
        var trade = Trade("dg",
            new Contestant("A1", 90m), new Contestant("B1", 80m), new Contestant("B2", null, Status: EntrantStatus.Disqualified),
            new Contestant("A2", null, Status: EntrantStatus.Absent), new Contestant("A3", null, Status: EntrantStatus.Withdrawn), new Contestant("C1", 70m));

        Assert.Equal("B 参赛 2 人，居第 1", Winners(By(OrganizationPrizeBasis.Entrants, 1), trade));
    }

    [Fact]
    public void Equals_at_the_last_place_all_get_it() => Assert.Equal(
        "A 参赛 2 人，居第 1|B 参赛 1 人，居第 2|C 参赛 1 人，居第 2",
        Winners(By(OrganizationPrizeBasis.Entrants, 2), InOrder("dg", "A1", "B1", "A2", "C1")));

    [Fact]
    public void Entrants_of_all_trades_count() => Assert.Equal(
        "B 参赛 3 人，居第 1", Winners(By(OrganizationPrizeBasis.Entrants, 1), InOrder("dg", "A1", "A2", "B1"), InOrder("hg", "B2", "B3")));

    [Fact]
    public void By_points_goes_by_the_team_total_above_zero() => Assert.Equal(
        "A 团体总分 9.00，居第 1|B 团体总分 7.00，居第 2",
        Winners(By(OrganizationPrizeBasis.Points, 5), Trade("dg",
            new Contestant("A1", 90m), new Contestant("B1", 80m), new Contestant("C1", null, Status: EntrantStatus.Absent)),
            Trade("hg")));

    [Fact]
    public void A_total_of_zero_earns_nothing_by_points() => Assert.DoesNotContain(
        "E", Winners(By(OrganizationPrizeBasis.Points, 9), InOrder("dg", "A1", "B1", "C1", "D1", "E1")));

    [Fact]
    public void By_rank_range_takes_its_edges() => Assert.Equal(
        "B 团体第 2 名|C 团体第 3 名",
        Winners(By(OrganizationPrizeBasis.RankRange, 0) with { RankFrom = 2, RankTo = 3 }, InOrder("dg", "A1", "B1", "C1", "D1")));

    [Fact]
    public void A_range_open_at_an_end_goes_from_the_first_or_to_the_last()
    {
        var trade = InOrder("dg", "A1", "B1", "C1");

        Assert.Equal("A 团体第 1 名", Winners(By(OrganizationPrizeBasis.RankRange, 0) with { RankTo = 1 }, trade));
        Assert.Equal("C 团体第 3 名", Winners(By(OrganizationPrizeBasis.RankRange, 0) with { RankFrom = 3 }, trade));
    }

    [Fact]
    public void Nominees_come_after_and_once() => Assert.Equal(
        "A 团体总分 9.00，居第 1|C 组委会提名",
        Winners(By(OrganizationPrizeBasis.Points, 1) with { Nominees = [new OrganizationId("C"), new OrganizationId("A")] }, InOrder("dg", "A1", "B1", "C1")));

    [Fact]
    public void An_organization_of_two_teams_gets_it_once()
    {
        var ranking = new TeamRanking(
            "团体", TeamMethod.RankPoints, Points: [9, 7, 5, 3], Unit: TeamUnit.NamedTeam, Prize: By(OrganizationPrizeBasis.Points, 2));

        Assert.Equal(["A 团体总分 9.00，居第 1", "B 团体总分 5.00，居第 2"],
            Rank(ranking, InOrder("dg", "A.x1", "A.y1", "B.x1")).Prize.Select(w => $"{w.Organization} {w.Words}"));
    }

    [Fact]
    public void Without_a_prize_there_are_no_winners() =>
        Assert.Empty(Rank(new TeamRanking("团体", TeamMethod.BestTotals), InOrder("dg", "A1")).Prize);
}

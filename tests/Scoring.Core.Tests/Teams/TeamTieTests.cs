using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Tests.Awards;
using static Scoring.Core.Tests.Teams.TeamField;

namespace Scoring.Core.Tests.Teams;

/// <summary>R-F1, R-J11: teams of equal totals.</summary>
public sealed class TeamTieTests
{
    private static readonly TeamRanking Firsts = new("团体总分", TeamMethod.RankPoints, Points: [6, 4, 3, 2, 1]);
    private static readonly TeamRanking Time = new("团体总分", TeamMethod.BestTotals, Tie: TeamTie.TotalTime);

    [Fact]
    public void The_first_has_the_highest_total_and_the_next_says_by_how_much_less()
    {
        var standings = Rank(Firsts, InOrder("dg", "A1", "B1"));

        Assert.Equal("团体总分最高", standings.Of("A").Words.ToString());
        Assert.Equal("总分低于前一队 2.00", standings.Of("B").Words.ToString());
    }

    [Fact]
    public void More_firsts_come_first()
    {
        // A: 6 + 4 (2nd, 1st), B: 6 + 2 + 2 (1st, 4th, 4th), C: 3 + 4 + 3 (3rd, 2nd, 3rd).
        var standings = Rank(Firsts, InOrder("dg", "B1", "A1", "C1"), InOrder("hg", "A2", "C2", "C3", "B2", "X1"), InOrder("qg", "X2", "X3", "X4", "B3"));

        Assert.Equal([10m, 10m, 10m], standings.Rows.Where(r => "ABC".Contains(r.Organization!.Value.Value)).Select(r => r.Total));
        Assert.Equal("2 A 10.00, 3 B 10.00, 4 C 10.00", standings.Line()["1 X 14.00, ".Length..]);
        Assert.Equal("总分同为 10.00，第 2 名 0 个少于 1 个", standings.Of("B").Words.ToString());
        Assert.Equal("总分同为 10.00，第 1 名 0 个少于 1 个", standings.Of("C").Words.ToString());
    }

    [Fact]
    public void Then_seconds_then_thirds_and_so_on_to_the_last_rank()
    {
        var ranking = new TeamRanking("t", TeamMethod.RankPoints, FinisherPoints: 1m);
        var standings = Rank(ranking, InOrder("dg", "A1", "B1", "B2", "A2", "A3", "B3", "C1"));

        Assert.Equal("1 A 3.00, 2 B 3.00, 3 C 1.00", standings.Line());
        Assert.Equal("1 B 2.00, 2 A 2.00, 3 Z 1.00", Rank(ranking, InOrder("dg", "A1", "B1"), InOrder("hg", "B2", "Z1", "A2")).Line());
    }

    [Fact]
    public void A_rank_that_only_one_of_the_equals_reaches_down_to_decides_too()
    {
        // A: 1st and 4th, B: 1st of the other trade alone. Everyone has 2 points but the fourth of the first trade, who has none.
        var standings = Rank(new TeamRanking("t", TeamMethod.RankPoints, Points: [2, 2, 2, 0]), InOrder("dg", "A1", "X1", "X2", "A2"), InOrder("hg", "B1"));

        Assert.Equal("1 X 4.00, 2 A 2.00, 3 B 2.00", standings.Line());
        Assert.Equal("总分同为 2.00，第 4 名 0 个少于 1 个", standings.Of("B").Words.ToString());
    }

    [Fact]
    public void Tied_firsts_count_for_both()
    {
        var standings = Rank(
            new TeamRanking("t", TeamMethod.RankPoints, Points: [5, 5, 5]),
            Trade("dg", new Contestant("A1", 90m), new Contestant("B1", 90m), new Contestant("C1", 80m)));

        Assert.Equal("1 A 5.00, 1 B 5.00, 3 C 5.00", standings.Line());
        Assert.Equal("总分和名次构成都相同，并列", standings.Of("B").Words.ToString());
        Assert.Equal("总分同为 5.00，第 1 名 0 个少于 1 个", standings.Of("C").Words.ToString());
    }

    [Fact]
    public void After_equals_the_next_rank_counts_them() => Assert.Equal(
        "1 A 6.00, 1 B 6.00, 3 C 3.00, 3 D 3.00, 5 E 1.00",
        Rank(Firsts, Trade("dg",
            new Contestant("A1", 90m), new Contestant("B1", 90m), new Contestant("C1", 80m), new Contestant("D1", 80m), new Contestant("E1", 70m))).Line());

    [Fact]
    public void A_shorter_total_time_comes_first()
    {
        var standings = Rank(Time, Trade("dg",
            new Contestant("A1", 90m, Seconds: 3600), new Contestant("A2", 80m, Seconds: 3661), new Contestant("B1", 90m, Seconds: 3600), new Contestant("B2", 80m, Seconds: 3660)));

        Assert.Equal("1 B 170.00, 2 A 170.00", standings.Line());
        Assert.Equal("总分同为 170.00，总用时 2:01:01 长于 2:01:00", standings.Of("A").Words.ToString());
    }

    [Fact]
    public void Equal_times_share_the_rank()
    {
        var standings = Rank(Time, Trade("dg", new Contestant("A1", 90m, Seconds: 3600), new Contestant("B1", 90m, Seconds: 3600)));

        Assert.Equal("1 A 90.00, 1 B 90.00", standings.Line());
        Assert.Equal("总分和总用时都相同，并列", standings.Of("B").Words.ToString());
    }

    [Fact]
    public void If_one_ranked_entrant_of_the_equals_has_no_time_the_step_is_passed_over() => Assert.Equal(
        "1 A 170.00, 1 B 170.00",
        Rank(Time, Trade("dg",
            new Contestant("A1", 90m, Seconds: 3600), new Contestant("A2", 80m), new Contestant("B1", 90m, Seconds: 10), new Contestant("B2", 80m, Seconds: 10))).Line());

    [Fact]
    public void The_unranked_need_no_time() => Assert.Equal(
        "1 B 90.00, 2 A 90.00",
        Rank(Time, Trade("dg",
            new Contestant("A1", 90m, Seconds: 3600), new Contestant("B1", 90m, Seconds: 10), new Contestant("B2", null, Status: EntrantStatus.Absent))).Line());

    [Fact]
    public void Time_is_over_all_ranked_entrants_also_those_beyond_the_best_n() => Assert.Equal(
        "1 B 90.00, 2 A 90.00",
        Rank(Time with { BestOf = 1 }, Trade("dg",
            new Contestant("A1", 90m, Seconds: 10), new Contestant("A2", 80m, Seconds: 100), new Contestant("B1", 90m, Seconds: 50))).Line());
}

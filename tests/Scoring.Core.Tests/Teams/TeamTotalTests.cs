using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Teams;
using Scoring.Core.Tests.Awards;
using static Scoring.Core.Tests.Teams.TeamField;

namespace Scoring.Core.Tests.Teams;

/// <summary>R-F1, R-F2, R-J11: what a team's total is made of.</summary>
public sealed class TeamTotalTests
{
    private static readonly TeamRanking Totals = new("团体总分", TeamMethod.BestTotals);

    /// <summary>Of a county's games: 10-9-8-7-6-5, 7th to 10th 4, any other finisher 1.</summary>
    private static readonly TeamRanking County = new("团体总分", TeamMethod.RankPoints, Points: [10, 9, 8, 7, 6, 5, 4, 4, 4, 4], FinisherPoints: 1m);

    [Fact]
    public void The_best_two_overall_count()
    {
        var standings = Rank(Totals with { BestOf = 2 },
            Trade("dg", new Contestant("A1", 90m), new Contestant("A2", 80m), new Contestant("B1", 85m)),
            Trade("hg", new Contestant("A3", 88m), new Contestant("B2", 84m), new Contestant("B3", 83m)));

        Assert.Equal("1 A 178.00, 2 B 169.00", standings.Line());
        Assert.Equal(["A1 True", "A2 False", "A3 True"], standings.Of("A").Shares.Select(s => $"{s.Entrant} {s.Counted}"));
    }

    [Theory]
    [InlineData(0, 2, "90.13", "总分低于前一队 0.01")]
    [InlineData(3, 3, "90.125", "总分低于前一队 0.001")]
    [InlineData(4, 4, "90.125", "总分低于前一队 0.0010")]
    public void Sums_have_the_largest_decimals_of_the_trades_at_least_two(int decimals, int sums, string total, string words) // R-M1
    {
        var trade = Trade("dg", new Contestant("A1", 90.125m), new Contestant("B1", 90.124m));
        var standings = Rank(Totals, trade with { Trade = trade.Trade with { Decimals = decimals } }, Trade("hg"));

        Assert.Equal((sums, total, words), (standings.Decimals, Core.Marking.Words.Plain(standings.Of("A").Total), standings.Of("B").Words.ToString()));
    }

    [Fact]
    public void Totals_below_zero_are_rounded_by_their_size() // R-M1
    {
        var standings = Rank(Totals, Trade("dg", new Contestant("A1", -2.005m), new Contestant("B1", 2.005m)));

        Assert.Equal((-2.01m, 2.01m), (standings.Of("A").Total, standings.Of("B").Total));
    }

    [Fact]
    public void The_best_one_of_each_trade_counts()
    {
        var standings = Rank(Totals with { BestOf = 1, PerTrade = true },
            Trade("dg", new Contestant("A1", 90m), new Contestant("A2", 89m), new Contestant("B1", 85m)),
            Trade("hg", new Contestant("A3", 70m), new Contestant("B2", 84m), new Contestant("B3", 83m)));

        Assert.Equal("1 B 169.00, 2 A 160.00", standings.Line());
        Assert.Equal(["A1 True", "A2 False", "A3 True"], standings.Of("A").Shares.Select(s => $"{s.Entrant} {s.Counted}"));
    }

    [Fact]
    public void Without_a_limit_everyone_counts_also_per_trade()
    {
        var trade = Trade("dg", new Contestant("A1", 90m), new Contestant("A2", 80.5m), new Contestant("B1", 85m));

        Assert.Equal("1 A 170.50, 2 B 85.00", Rank(Totals, trade).Line());
        Assert.Equal("1 A 170.50, 2 B 85.00", Rank(Totals with { PerTrade = true }, trade).Line());
    }

    [Fact]
    public void Fewer_finishers_than_the_limit_sum_up_those_there_are() => Assert.Equal(
        "1 A 90.00, 2 B 85.00",
        Rank(Totals with { BestOf = 3 }, Trade("dg", new Contestant("A1", 90m), new Contestant("B1", 85m), new Contestant("A2", null, Status: EntrantStatus.Absent))).Line());

    [Fact]
    public void Only_the_named_trades_count() => Assert.Equal(
        "1 B 84.00",
        Rank(Totals with { Trades = [new TradeId("hg")] }, Trade("dg", new Contestant("A1", 90m)), Trade("hg", new Contestant("B1", 84m))).Line());

    [Fact]
    public void Rank_points_of_the_county_games()
    {
        // A is 1st, 6th and 11th; B 2nd and 7th; C 3rd and 10th; D the rest: 4th, 5th, 8th, 9th, 12th.
        var standings = Rank(County, InOrder("dg", "A1", "B1", "C1", "D1", "D2", "A2", "B2", "D3", "D4", "C2", "A3", "D5"));

        Assert.Equal("1 D 22.00, 2 A 16.00, 3 B 13.00, 4 C 12.00", standings.Line()); // 7+6+4+4+1; 10+5+1; 9+4; 8+4
        Assert.Equal([10m, 5m, 1m], standings.Of("A").Shares.Select(s => s.Points));
    }

    [Fact]
    public void Tied_individuals_each_take_the_points_of_their_rank() => Assert.Equal(
        "1 A 10.00, 1 B 10.00, 3 C 8.00",
        Rank(County, Trade("dg", new Contestant("A1", 90m), new Contestant("B1", 90m), new Contestant("C1", 80m))).Line());

    [Fact]
    public void Or_they_share_the_points_of_the_places_they_fill() => Assert.Equal(
        "1 A 9.50, 1 B 9.50, 3 C 8.00",
        Rank(County with { TiedIndividuals = TiedPoints.Shared }, Trade("dg", new Contestant("A1", 90m), new Contestant("B1", 90m), new Contestant("C1", 80m))).Line());

    [Fact]
    public void Equals_across_the_end_of_the_table_share_finisher_points_too()
    {
        // Three 10th places fill 10th, 11th and 12th: 4 + 1 + 1 shared by three.
        var trade = Trade("dg", [
            .. Enumerable.Range(1, 9).Select(i => new Contestant($"Z{i}", 100m - i)),
            new Contestant("A1", 50m), new Contestant("B1", 50m), new Contestant("C1", 50m), new Contestant("D1", 40m)]);

        var standings = Rank(County with { TiedIndividuals = TiedPoints.Shared }, trade);

        Assert.Equal(2m, standings.Of("A").Total);
        Assert.Equal(1m, standings.Of("D").Total);
        Assert.Equal(4m, Rank(County, trade).Of("A").Total);
    }

    [Fact]
    public void Shared_points_stay_exact_and_the_sum_is_rounded_once()
    {
        // 5 + 4 + 4 shared by three is 4⅓; three of them make 13, not 3 × 4.33 = 12.99.
        TradeOutcomeOf(out var one, "dg", "A1", "B1", "C1");
        TradeOutcomeOf(out var two, "hg", "A2", "B2", "C2");
        TradeOutcomeOf(out var three, "qg", "A3", "B3", "C3");
        var standings = Rank(County with { TiedIndividuals = TiedPoints.Shared }, one, two, three);

        Assert.Equal(13m, standings.Of("A").Total);
        Assert.All(standings.Of("A").Shares, share => Assert.Equal(4.33m, share.Points));

        static void TradeOutcomeOf(out Core.Awards.TradeOutcome outcome, string id, params string[] sixth) => outcome = Trade(id, [
            .. Enumerable.Range(1, 5).Select(i => new Contestant($"Z{id}{i}", 100m - i)), .. sixth.Select(s => new Contestant(s, 50m))]);
    }

    [Fact]
    public void Half_a_hundredth_rounds_up() => Assert.Equal(
        0.03m, // 0.05 shared by two
        Rank(new TeamRanking("t", TeamMethod.RankPoints, Points: [0.05m], TiedIndividuals: TiedPoints.Shared), Trade("dg", new Contestant("A1", 90m), new Contestant("B1", 90m))).Of("A").Total);

    [Fact]
    public void Best_of_counts_the_best_rank_points_too() =>
        Assert.Equal(19m, Rank(County with { BestOf = 2 }, InOrder("dg", "A1", "A2", "A3")).Of("A").Total);

    [Fact]
    public void Points_without_a_table_are_those_of_any_finisher() =>
        Assert.Equal(2m, Rank(new TeamRanking("t", TeamMethod.RankPoints, FinisherPoints: 1m), InOrder("dg", "A1", "A2")).Of("A").Total);

    [Fact]
    public void Award_points_go_by_the_name_of_the_tier()
    {
        var scheme = Field.Scheme(new("一等奖", 1), new("二等奖", 1), new("三等奖", 1), new("优秀奖", 2));
        var ranking = new TeamRanking("团体奖", TeamMethod.AwardPoints, AwardPoints: new Dictionary<string, decimal>
        {
            ["一等奖"] = 8, ["二等奖"] = 4, ["三等奖"] = 2, ["优秀奖"] = 1,
        });
        var trade = Trade("dg", scheme, [.. "ABABBA".Select((o, i) => new Contestant($"{o}{i}", 90m - i))]);

        Assert.Equal("1 A 10.00, 2 B 6.00", Rank(ranking, trade).Line()); // 8 + 2 + 0; 4 + 1 + 1
        Assert.Equal("1 A 10.50, 2 B 6.00", Rank(ranking with { FinisherPoints = 0.5m }, trade).Line());
    }

    [Fact]
    public void A_tier_without_points_and_no_points_at_all_count_as_any_finisher()
    {
        var trade = Trade("dg", Field.Scheme(new AwardTier("一等奖", 1)), new Contestant("A1", 90m));

        Assert.Equal(1m, Rank(new TeamRanking("t", TeamMethod.AwardPoints, FinisherPoints: 1m), trade).Of("A").Total);
        Assert.Equal(3m, Rank(new TeamRanking("t", TeamMethod.AwardPoints, FinisherPoints: 3m, AwardPoints: new Dictionary<string, decimal> { ["二等奖"] = 4 }), trade).Of("A").Total);
    }

    [Theory]
    [InlineData(EntrantStatus.Absent)]
    [InlineData(EntrantStatus.Withdrawn)]
    [InlineData(EntrantStatus.Disqualified)]
    public void Who_is_not_ranked_brings_nothing(EntrantStatus status)
    {
        var standings = Rank(County, Trade("dg", new Contestant("A1", 90m), new Contestant("B1", 95m, Status: status), new Contestant("B2", 80m)));

        Assert.Equal("1 A 10.00, 2 B 9.00", standings.Line());
        var absent = standings.Of("B").Shares.Single(s => s.Rank is null);
        Assert.Equal(0m, absent.Points);
        Assert.False(absent.Counted);
    }

    [Fact]
    public void A_team_with_nobody_ranked_is_listed_unranked_and_everyone_absent_ranks_nobody()
    {
        var absent = new Contestant("B1", null, Status: EntrantStatus.Absent);

        var standings = Rank(Totals, Trade("dg", new Contestant("A1", 0m), absent));
        Assert.Equal("1 A 0.00, - B 0.00", standings.Line());
        Assert.Equal("无人计名次，不排名", standings.Of("B").Words.ToString());
        Assert.Equal("- B 0.00", Rank(Totals, Trade("dg", absent)).Line());
    }

    [Fact]
    public void An_organization_may_send_several_teams()
    {
        var trade = InOrder("dg", "A.x1", "A.y1", "B.x1", "A.x2");

        Assert.Equal("1 A 26.00, 2 B 8.00", Rank(County, trade).Line());
        Assert.Equal("1 Ax 17.00, 2 Ay 9.00, 3 Bx 8.00", Rank(County with { Unit = TeamUnit.NamedTeam }, trade).Line());
    }

    [Fact]
    public void An_entrant_of_no_known_organization_is_in_no_team()
    {
        var trade = InOrder("dg", "A1", "B1");

        Assert.Equal("1 B 9.00", TeamTable.Rank(County, [trade], [.. TeamField.People(trade).Where(e => e.Id.Value == "B1")]).Line());
    }

    [Fact]
    public void A_pair_has_one_score_and_as_many_certificates_as_members()
    {
        var pair = new Entrant(new EntrantId("P"), "赵一、钱二", new OrganizationId("A"), new TradeId("dg"), Members: ["赵一", "钱二"]);

        Assert.Equal(["赵一", "钱二"], pair.Names);
        Assert.Equal(["赵一、钱二"], (pair with { Members = [] }).Names);
        Assert.Equal(["孙三"], (pair with { Name = "孙三", Members = null }).Names);
    }
}

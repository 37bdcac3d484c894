using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Teams;
using Scoring.Core.Tests.Awards;
using static Scoring.Core.Tests.Teams.TeamField;

namespace Scoring.Core.Tests.Teams;

/// <summary>Ties by a part, points that ask for every part, best of by trade and prizes from a value on (R-K13, R-M12, R-F3), worked by
/// hand.</summary>
public sealed class TeamEdgesTests
{
    private static readonly TeamRanking _totals = new("团体", TeamMethod.BestTotals);

    private static string Words(TeamStandings standings) => string.Join('；',
        standings.Rows.Select(r => $"{r.Rank} {r.Organization} {r.Words}"));

    [Theory]
    [InlineData(ComponentKind.Theory, "1 B 团体总分最高；2 A 总分同为 90.00，理论合计 85.00 高于 80.00")]
    [InlineData(ComponentKind.Practical, "1 A 团体总分最高；2 B 总分同为 90.00，实操合计 90.00 高于 70.00")]
    [InlineData(ComponentKind.Other, "1 A 团体总分最高；1 B 总分和其他合计、用时都相同，并列")]
    public void Teams_of_one_total_stand_by_the_part_that_is_named(ComponentKind part, string words) => Assert.Equal(
        words, Words(Rank(
            _totals with { Tie = TeamTie.Component, TieComponent = part },
            Trade("dg", new Contestant("A1", 90m, Theory: 80m, Practical: 90m), new Contestant("B1", 90m, Theory: 85m, Practical: 70m)))));

    [Fact]
    public void Without_a_part_named_it_is_practical() => Assert.Equal(
        "1 A 90.00, 2 B 90.00", Rank(
            _totals with { Tie = TeamTie.Component },
            Trade("dg", new Contestant("B1", 90m, Theory: 85m, Practical: 70m),
                new Contestant("A1", 90m, Theory: 80m, Practical: 90m))).Line());

    [Fact]
    public void A_part_is_over_all_ranked_entrants_and_the_unranked_add_nothing() => Assert.Equal(
        "1 A 90.00, 2 B 90.00", Rank(
            _totals with { Tie = TeamTie.Component, BestOf = 1 }, // 80 + 60 against 130 and somebody absent
            Trade("dg",
                new Contestant("B1", 90m, Practical: 130m), new Contestant("A1", 90m, Practical: 80m),
                    new Contestant("A2", 50m, Practical: 60m),
                new Contestant("B2", null, Practical: 99m, Status: EntrantStatus.Absent))).Line());

    [Fact]
    public void Teams_by_a_tag_have_no_organization_and_who_lacks_it_is_in_none()
    {
        var trade = Trade("dg", new Contestant("A1", 90m), new Contestant("B1", 80m), new Contestant("C1", 70m));
        var standings = TeamTable.Rank(_totals with { Tag = "区县" }, [trade], TeamField.People(trade), (e, kind) =>
            kind != "区县" ? "错" : e.Value == "C1" ? null : "文峰区");

        Assert.Equal("1 文峰区 170.00", standings.Line());
        Assert.Null(standings.Rows[0].Organization);
        Assert.All(Enum.GetValues<OrganizationPrizeBasis>(), by => Assert.DoesNotContain( // a district is no organization
            "区", string.Concat(TeamTable.Rank(_totals with { Tag = "区县", Prize = new("组织奖", by, 9) }, [trade], TeamField.People(trade),
                (_, _) => "文峰区")
                .Prize.Select(p => p.Organization.Value))));
        Assert.Empty(TeamTable.Rank(_totals with { Tag = "区县" }, [trade], TeamField.People(trade)).Rows); // nobody says tags
    }

    [Fact]
    public void Guests_and_those_for_themselves_bring_nothing()
    {
        var trade = Trade("dg", new Contestant("A1", 90m), new Contestant("A2", 80m), new Contestant("A3", 70m));
        var people = TeamField.People(trade).Select(e => e.Id.Value switch
        {
            "A1" => e with { Counts = Counting.Individual }, "A2" => e with { Counts = Counting.Guest }, _ => e,
        }).ToArray();

        Assert.Equal("1 A 70.00", TeamTable.Rank(_totals, [trade], people).Line());
    }

    // 一等奖 8; any other finisher 1, if every part was passed.
    private static TeamRanking Awards(bool everyPart) => new(
        "团体", TeamMethod.AwardPoints, AwardPoints: new Dictionary<string, decimal> { ["一等奖"] = 8m }, FinisherPoints: 1m,
            EveryPart: everyPart);

    [Theory]
    [InlineData(false, "1 A 8.00, 2 B 1.00, 3 C 1.00")] // of one total the better rank
    [InlineData(true, "1 A 8.00, 2 B 1.00, 3 C 0.00")]
    public void A_finisher_has_the_point_and_with_every_part_only_who_passed_all(bool everyPart, string line)
    {
        var trade = Trade("dg", Field.Scheme(new AwardTier("一等奖", 1)),
            new Contestant("A1", 90m, Theory: 10m), new Contestant("B1", 80m, Theory: 60m), new Contestant("C1", 70m, Theory: 59.99m));

        Assert.Equal(line, Rank(Awards(everyPart), trade).Line());
    }

    [Theory]
    [InlineData(false, 10, 8, 1)]
    [InlineData(true, 10, 8, 0)]
    public void Ranks_in_the_table_have_their_points_whatever_they_passed(bool everyPart, int first, int second, int third)
    {
        var ranking = new TeamRanking("团体", TeamMethod.RankPoints, Points: [10m, 8m], FinisherPoints: 1m, EveryPart: everyPart);
        var standings = Rank(ranking, Trade("dg",
            new Contestant("A1", 90m, Theory: 10m), new Contestant("B1", 80m, Theory: 10m), new Contestant("C1", 70m, Theory: 10m)));

        Assert.Equal([first, second, third], standings.Rows.Select(r => r.Total));
    }

    [Fact]
    public void Best_of_a_trade_of_its_own_stands_over_the_common_one()
    {
        var standings = Rank(
            _totals with { BestOf = 1, BestOfIn = new Dictionary<TradeId, int> { [new("hg")] = 2 } },
            Trade("dg", new Contestant("A1", 90m), new Contestant("A2", 80m)),
            Trade("hg", new Contestant("A3", 70m), new Contestant("A4", 60m), new Contestant("A5", 50m)));

        Assert.Equal(220m, standings.Of("A").Total); // 90; 70 + 60
        Assert.Equal(["A1 True", "A2 False", "A3 True", "A4 True", "A5 False"],
            standings.Of("A").Shares.Select(s => $"{s.Entrant} {s.Counted}"));
    }

    [Fact]
    public void Of_equal_points_the_better_rank_is_counted() => Assert.Equal(
        ["A1 True", "A2 False"],
        Rank(new TeamRanking("t", TeamMethod.RankPoints, FinisherPoints: 1m, BestOf: 1), InOrder("dg", "A1", "A2")).Of("A").Shares
            .Select(s => $"{s.Entrant} {s.Counted}"));

    [Theory]
    [InlineData(3, "A 参赛 3 人，居第 1")]
    [InlineData(2, "A 参赛 3 人，居第 1|B 参赛 2 人，居第 2|C 参赛 2 人，居第 2")]
    [InlineData(4, "")]
    public void A_prize_from_a_number_of_entrants_on_goes_to_all_who_have_it(int from, string winners)
    {
        var ranking = _totals with { Prize = new("优秀组织奖", OrganizationPrizeBasis.Entrants, 0, From: from) };
        var standings = Rank(ranking, InOrder("dg", "A1", "A2", "A3", "B1", "B2", "C1", "C2", "D1"));

        Assert.Equal(winners, string.Join('|', standings.Prize.Select(w => $"{w.Organization} {w.Words}")));
    }

    [Fact]
    public void Fractions_are_exact_and_rounded_by_their_size()
    {
        Assert.Equal([0.33m, 0.67m, -0.33m, -0.67m, 0.01m, -0.01m, 0m],
            new[] { (1m, 3), (2m, 3), (-1m, 3), (-2m, 3), (0.005m, 1), (-0.005m, 1), (0m, 7) }.Select(f =>
                (Fraction.Of(f.Item1) / f.Item2).Rounded(2)));
        Assert.Equal(12.345m, Fraction.Of(12.345m).Rounded(3));
        Assert.Equal(0, Fraction.BySize.Compare(Fraction.Of(1m) / 2, Fraction.Of(0.5m)));
        Assert.True(Fraction.BySize.Compare(Fraction.Of(1m) / 3, Fraction.Of(0.34m)) < 0);
        Assert.Equal(1m, (Fraction.Of(1m) / 3 + Fraction.Of(2m) / 3).Rounded(0));
    }
}

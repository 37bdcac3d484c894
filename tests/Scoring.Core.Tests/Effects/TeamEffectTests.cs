using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Teams;
using Scoring.Core.Tests.Teams;

namespace Scoring.Core.Tests.Effects;

/// <summary>R-D2: a correction is shown with what it does to teams, in every ranking, without touching the ledger.</summary>
public sealed class TeamEffectTests
{
    private static readonly TradeId Qg = new("qg");

    private static readonly TeamRanking Totals = new(
        "团体总分", TeamMethod.BestTotals, Prize: new("优秀组织奖", OrganizationPrizeBasis.Points, 1, Nominees: [new("c")]));

    private static readonly TeamRanking Firsts = new("名次分", TeamMethod.RankPoints, Points: [2m, 1m], Trades: [Qg]);

    // dg: E1 (a) 90, E2 (b) 80, E3 (c) absent; qg: Q1 (b) 70.
    private static Contest Two(params TeamRanking[] rankings)
    {
        var contest = new Contest(entrants: 3);
        contest.Apply(new CompetitionDefined(contest.State.Competition! with { TeamRankings = rankings }))
            .Apply(new TradeDefined(Contest.Union() with { Id = Qg, Name = "钳工", Code = "QG", CodeLayers = 0 }))
            .Apply(new EntrantsRegistered([Entrant("E1", "a"), Entrant("E2", "b"), Entrant("E3", "c"), Entrant("Q1", "b", Qg)]))
            .Apply(new ModuleMarkEntered(new("Q1"), new("T"), "K1", 70m))
            .Apply(new ModuleMarkCorrected(new("Q1"), new("T"), 70m, "核对", "K1", "H1"));
        contest.Apply(new JudgesAppointed([new(Contest.J(1), "裁判1", [new(Role.Judge, Contest.TradeId, new("P"), 1), new(Role.Judge, Qg, new("P"), 1)])]))
            .Apply(new SheetSubmitted(new("Q1"), new("P"), Contest.J(1), Contest.Marks(("a", 70m)), 0));
        return contest.Theory(1, 90m).Sheet(1, 90m).Theory(2, 80m).Sheet(2, 80m).Status(3, EntrantStatus.Absent);
    }

    private static Entrant Entrant(string id, string organization, TradeId? trade = null) => new(new(id), id, new(organization), trade ?? Contest.TradeId);

    private static string[] Lines(Contest contest, LedgerEvent e) =>
        [.. WhatIf.Effect(contest.State, Contest.TradeId, e)!.Teams.Select(t => $"{t.Ranking} {t.Organization}: {t.Words}")];

    [Fact]
    public void A_team_that_loses_its_best_loses_place_and_prize()
    {
        var contest = Two(Totals with { BestOf = 1 }, Firsts);
        var correction = new SheetCorrected(Contest.E(1), new("P"), Contest.J(1), Contest.Marks(("a", 60m)), "笔误", "J1", "S1"); // 27 + 42 = 69

        Assert.Equal("1 a 90.00, 2 b 80.00, - c 0.00", TeamRankings.Of(contest.State)[0].Line());
        Assert.Equal(
            ["团体总分 b: 第 2 名 → 第 1 名", "团体总分 a: 总分 90.00 → 69.00；第 1 名 → 第 2 名", "团体总分 a: 不再获组织奖", "团体总分 b: 新获组织奖"],
            Lines(contest, correction));
        Assert.Equal("2 人名次变动；2 人奖项变动；团体变动 4 项", WhatIf.Effect(contest.State, Contest.TradeId, correction)!.Words.ToString());
        Assert.Equal("1 a 90.00, 2 b 80.00, - c 0.00", TeamRankings.Of(contest.State)[0].Line());
    }

    [Fact]
    public void A_team_of_whom_nobody_is_left_is_ranked_no_more_and_one_that_comes_is()
    {
        Assert.Equal(
            ["团体总分 a: 总分 90.00 → 0.00；第 1 名 → 不排名", "团体总分 b: 第 2 名 → 第 1 名"],
            Lines(Two(Totals with { BestOf = 1, Prize = null }), new StatusChanged(Contest.E(1), EntrantStatus.Disqualified, "作弊")).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["团体总分 c: 总分 0.00 → 90.00；不排名 → 第 1 名", "团体总分 a: 总分 90.00 → 0.00；第 1 名 → 不排名"],
            Lines(Two(Totals with { BestOf = 1, Prize = null }), new EntrantsRegistered([Entrant("E1", "c")])));
    }

    [Fact]
    public void Points_of_another_trade_stay()
    {
        var ranking = new TeamRanking("名次分", TeamMethod.RankPoints, Points: [2m, 1m]);

        Assert.Equal("1 b 3.00, 2 a 2.00, - c 0.00", TeamRankings.Of(Two(ranking).State)[0].Line());
        Assert.Equal(
            ["名次分 b: 总分 3.00 → 4.00", "名次分 a: 总分 2.00 → 1.00"],
            Lines(Two(ranking), new SheetCorrected(Contest.E(1), new("P"), Contest.J(1), Contest.Marks(("a", 60m)), "笔误", "J1", "S1")));
    }

    [Fact]
    public void What_moves_no_team_says_nothing_of_teams()
    {
        var contest = Two(Firsts);
        var correction = new SheetCorrected(Contest.E(1), new("P"), Contest.J(1), Contest.Marks(("a", 60m)), "笔误", "J1", "S1");

        Assert.Empty(Lines(contest, correction));
        Assert.DoesNotContain("团体", WhatIf.Effect(contest.State, Contest.TradeId, correction)!.Words.ToString(), StringComparison.Ordinal);
        Assert.Empty(TeamRankings.Of(Two().State));
        Assert.Empty(TeamRankings.Of(new Contest().State));
    }

    [Fact]
    public void A_correction_that_only_moves_a_team_is_not_nothing()
    {
        var contest = Two(Totals with { BestOf = 1, Prize = null });
        var effect = WhatIf.Effect(contest.State, Contest.TradeId, new EntrantsRegistered([Entrant("E1", "c")]))!;

        Assert.Empty(effect.Entrants);
        Assert.False(effect.None);
        Assert.Equal("总分、名次、奖项和证书都不变；团体变动 2 项", effect.Words.ToString());
    }
}

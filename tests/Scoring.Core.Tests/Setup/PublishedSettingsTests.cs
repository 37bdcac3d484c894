using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;
using Scoring.Core.Setup;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Setup;

/// <summary>竞赛设置: what goes with the name, and from when a change is a correction by two people.</summary>
public sealed class PublishedSettingsTests
{
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);

    private static Contest Two(Phase first = Phase.Setup, Phase second = Phase.Setup) => new Contest(phase: Phase.Setup)
        .Apply(new TradeDefined(Contest.Union() with { Id = new("qg"), Name = "钳工", Code = "QG" }))
        .Apply(new PhaseChanged(Contest.TradeId, first)).Apply(new PhaseChanged(new("qg"), second));

    [Fact]
    public void The_lines_of_a_name_stay_with_it_and_go_with_it()
    {
        var contest = new Contest(phase: Phase.Setup);
        var before = contest.State.Competition! with { NameLines = ["第一届", "“殷都杯”"] };
        contest.Apply(new CompetitionDefined(before));

        // A form that does not show the lines sends none.
        var elsewhere = contest.Accept<CompetitionDefined>(
            DefineCompetition.Decide(contest.State, Admin, before with { NameLines = null, Venue = "体育馆" }));
        Assert.Equal(["第一届", "“殷都杯”"], elsewhere.Competition.NameLines);

        var renamed = contest.Accept<CompetitionDefined>(
            DefineCompetition.Decide(contest.State, Admin, contest.State.Competition! with { Name = "第二届“殷都杯”" }));
        Assert.Null(renamed.Competition.NameLines);
    }

    [Theory]
    [InlineData(Phase.Setup, Phase.Publicity, false)]
    [InlineData(Phase.Setup, Phase.Final, true)]
    [InlineData(Phase.Final, Phase.Setup, true)]
    [InlineData(Phase.Archived, Phase.Scoring, true)]
    [InlineData(Phase.Final, Phase.Archived, true)]
    public void One_published_trade_is_enough(Phase first, Phase second, bool published)
    {
        var state = Two(first, second).State;

        Assert.Equal(published, DefineCompetition.IsPublished(state));
        Assert.Equal(published ? Refusal.NoReason : (Refusal?)null,
            (DefineCompetition.Decide(state, Admin, state.Competition! with { Venue = "体育馆" }) as Decision.Refuse)?.Code);
    }

    [Fact]
    public void A_contest_without_trades_is_not_published() => Assert.False(DefineCompetition.IsPublished(Folding.Begin()));

    [Fact]
    public void The_reason_is_asked_for_before_the_second_person()
    {
        var state = Two(Phase.Final).State;
        var after = state.Competition! with { Venue = "体育馆" };

        Refused(Refusal.NoReason, DefineCompetition.Decide(state, Admin, after));
        Refused(Refusal.TwoPeople, DefineCompetition.Decide(state, Admin, after, "印错了"));
    }

    [Fact]
    public void Team_rankings_need_a_reason_once_any_trade_is_being_scored()
    {
        var ranking = new TeamRanking("名次分", TeamMethod.RankPoints, Points: [10m, 9m], FinisherPoints: 1m);

        Refused(Refusal.NoReason, DefineTeamRankings.Decide(Two(Phase.Drawn, Phase.Scoring).State, Admin, [ranking], null));
        Assert.IsType<Decision.Append>(DefineTeamRankings.Decide(Two(Phase.Drawn, Phase.Drawn).State, Admin, [ranking], null));
    }

    [Fact]
    public void Points_above_zero_are_what_rankings_are_made_of()
    {
        var awards = new Dictionary<string, decimal> { ["一等奖"] = 8m, ["二等奖"] = 0.5m };
        foreach (var ranking in new TeamRanking[]
        {
            new("名次分", TeamMethod.RankPoints, Points: [10m, 9m]), new("奖项分", TeamMethod.AwardPoints, AwardPoints: awards),
        })
        {
            Assert.IsType<Decision.Append>(DefineTeamRankings.Decide(Two().State, Admin, [ranking], null));
        }
    }

    [Fact]
    public void Two_components_of_one_id_are_told_beside_others_and_whatever_is_in_them()
    {
        var trade = Contest.Union();
        Module Other(string id) => Contest.Module(id, MarkingMethod.Judge, Contest.Points("a", 100m));
        var twice = trade with { Components = [.. trade.Components, trade.Components[0] with { Modules = [Other("X")] }] };

        Assert.Equal("有两个部分用了同一个编号",
            Refused(Refusal.DuplicateId, DefineTrade.Decide(Two().State, Admin, twice, null)).Message.ToString());
    }

    [Fact]
    public void Each_place_says_the_first_thing_wrong_with_it()
    {
        var state = Two().State;
        var bad = state.Competition! with { Name = new string('\u0007', 201), Edition = 0 };
        var refused = Refused(Refusal.BadCompetition, DefineCompetition.Decide(state, Admin, bad));

        Assert.Equal("比赛全称：最多 200 个字", refused.Message.ToString());
        Assert.Equal(["$.edition 届次：届次从 1 起", "$.name 比赛全称：最多 200 个字"],
            refused.Fields!.Select(f => $"{f.Key} {f.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_papers_will_need_is_advice_and_never_met()
    {
        Assert.Equal([(Need.Issuers, false), (Need.Date, false)], PhaseSteps.Advice(new(new("x"), "名")).Select(a => (a.Code, a.Met)));
        Assert.Equal([Need.Date], PhaseSteps.Advice(new(new("x"), "名", Issuers: ["工会"])).Select(a => a.Code));
        Assert.Equal([Need.Issuers], PhaseSteps.Advice(new(new("x"), "名", Date: new(2026, 4, 23))).Select(a => a.Code));
        Assert.Equal([Need.Issuers, Need.Date], PhaseSteps.Advice(null).Select(a => a.Code));
    }
}

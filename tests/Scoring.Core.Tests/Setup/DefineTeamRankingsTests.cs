using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Setup;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Setup;

/// <summary>R-F1 to R-F3 as the console takes them.</summary>
public sealed class DefineTeamRankingsTests
{
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);
    private static readonly TeamRanking Good = new("团体总分", TeamMethod.BestTotals, BestOf: 3);
    private static readonly OrganizationPrize Prize = new("优秀组织奖", OrganizationPrizeBasis.Entrants, 3);

    private static Decision Define(params TeamRanking[] rankings) => DefineTeamRankings.Decide(new Contest(phase: Phase.Drawn).State, Admin, rankings, null);

    private static CompetitionDefined Taken(Decision decision) => Assert.IsType<CompetitionDefined>(Assert.IsType<Decision.Append>(decision).Event);

    private static string Fault(TeamRanking ranking) => Refused(Refusal.BadRanking, Define(Good, ranking with { Name = "另一个" })).Message.ToString();

    [Fact]
    public void They_stand_in_the_order_given_beside_what_the_competition_had()
    {
        var second = Good with { Name = "女子团体" };
        var taken = Taken(Define(Good, second)).Competition;
        Assert.Equal([Good, second], taken.TeamRankings);
        Assert.Equal("第一届“殷都杯”", taken.Name);
        Assert.Null(Taken(Define()).Competition.TeamRankings);
    }

    [Fact]
    public void Only_the_admin_and_only_in_a_competition()
    {
        Refused(Refusal.WrongRole, DefineTeamRankings.Decide(new Contest().State, new(Role.HeadJudge, "H1", Contest.Here), [Good], "改办法"));
        Refused(Refusal.NoCompetition, DefineTeamRankings.Decide(Folding.Begin(), Admin, [Good], null));
    }

    [Fact]
    public void Once_a_trade_is_being_scored_the_ledger_keeps_the_reason()
    {
        var scoring = new Contest().State;
        Refused(Refusal.NoReason, DefineTeamRankings.Decide(scoring, Admin, [Good], null));
        Refused(Refusal.NoReason, DefineTeamRankings.Decide(scoring, Admin, [Good], " "));
        Assert.Equal("竞委会改办法", Taken(DefineTeamRankings.Decide(scoring, Admin, [Good], " 竞委会改办法 ")).Reason);
        Assert.Null(Taken(Define(Good)).Reason);
        Assert.Null(Taken(DefineTeamRankings.Decide(new Contest(phase: Phase.Drawn).State, Admin, [Good], " ")).Reason);
        Assert.Equal("提前说明", Taken(DefineTeamRankings.Decide(new Contest(phase: Phase.Drawn).State, Admin, [Good], "提前说明")).Reason);
    }

    [Fact]
    public void Two_of_one_name_are_refused_by_it() =>
        Assert.Equal("有两个团体排名都叫“团体总分”，请换一个名称", Refused(Refusal.DuplicateName, Define(Good, Good with { Name = "别的" }, Good)).Message.ToString());

    [Fact]
    public void A_name_a_number_that_counts_and_points_are_needed()
    {
        Assert.Equal("请填写团体排名的名称", Refused(Refusal.BadRanking, Define(Good with { Name = " " })).Message.ToString());
        Assert.Equal("取前几名应为 1 或以上；全部计入就空着", Fault(Good with { BestOf = 0 }));
        Taken(Define(Good with { BestOf = 1 }, Good with { Name = "全部", BestOf = null }));

        Assert.Equal("按名次计分时要写各名次的分，例如 10 9 8 7 6 5", Fault(new("", TeamMethod.RankPoints)));
        Assert.Equal("按名次计分时要写各名次的分，例如 10 9 8 7 6 5", Fault(new("", TeamMethod.RankPoints, Points: [])));
        Taken(Define(new TeamRanking("名次分", TeamMethod.RankPoints, Points: [0m])));

        Assert.Equal("按奖项计分时要写各奖项的分，例如 一等奖=8", Fault(new("", TeamMethod.AwardPoints)));
        Assert.Equal("按奖项计分时要写各奖项的分，例如 一等奖=8", Fault(new("", TeamMethod.AwardPoints, AwardPoints: new Dictionary<string, decimal>())));
        Taken(Define(new TeamRanking("奖项分", TeamMethod.AwardPoints, AwardPoints: new Dictionary<string, decimal> { ["一等奖"] = 0m })));
    }

    [Fact]
    public void Points_are_never_below_zero()
    {
        Assert.Equal("分应为 0 或以上", Fault(new("", TeamMethod.RankPoints, Points: [10m, -0.01m])));
        Assert.Equal("分应为 0 或以上", Fault(new("", TeamMethod.RankPoints, Points: [10m], FinisherPoints: -1m)));
        Assert.Equal("分应为 0 或以上", Fault(new("", TeamMethod.AwardPoints, AwardPoints: new Dictionary<string, decimal> { ["一等奖"] = 8m, ["二等奖"] = -1m })));
    }

    [Fact]
    public void The_prize_needs_a_name_and_a_range_or_a_number()
    {
        Taken(Define(Good with { Prize = Prize }));
        Assert.Equal("请填写组织奖的名称", Fault(Good with { Prize = Prize with { Name = "" } }));
        Assert.Equal("组织奖的名额应为 0 或以上", Fault(Good with { Prize = Prize with { Count = -1 } }));
        Taken(Define(Good with { Prize = Prize with { Count = 0 } }));

        var range = Prize with { By = OrganizationPrizeBasis.RankRange, Count = -1, RankFrom = 1, RankTo = 1 };
        Taken(Define(Good with { Prize = range }));
        Taken(Define(Good with { Prize = range with { RankTo = 6 } }));
        foreach (var (from, to) in new (int?, int?)[] { (0, 6), (2, 1), (null, 6), (1, null) })
        {
            Assert.Equal("按名次范围评选时要写起止名次，例如 1 到 6", Fault(Good with { Prize = range with { RankFrom = from, RankTo = to } }));
        }
    }
}

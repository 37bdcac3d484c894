using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;
using Scoring.Core.Setup;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Setup;

/// <summary>竞赛设置 as the console takes it.</summary>
public sealed class DefineCompetitionTests
{
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);
    private static readonly Actor Second = new(Role.Supervisor, "second", Contest.Here);

    private static CompetitionDefined Taken(Decision decision) => Assert.IsType<CompetitionDefined>(Assert.IsType<Decision.Append>(decision).Event);

    [Fact]
    public void Before_publication_the_admin_alone_changes_it_and_team_rankings_stay()
    {
        var state = new Contest(phase: Phase.Drawn).State;
        var before = state.Competition!;
        var taken = Taken(DefineCompetition.Decide(state, Admin, before with { Name = "新名", NameLines = ["旧", "名"], TeamRankings = [], Contact = "办公室" }));
        Assert.Equal(("新名", "办公室"), (taken.Competition.Name, taken.Competition.Contact));
        Assert.Null(taken.Competition.NameLines);
        Assert.Equal(before.TeamRankings, taken.Competition.TeamRankings);
        Assert.Null(taken.SecondPerson);
    }

    [Fact]
    public void Nobody_else_changes_it_and_not_into_another_contest()
    {
        var state = new Contest().State;
        Refused(Refusal.WrongRole, DefineCompetition.Decide(state, new(Role.HeadJudge, "H1"), state.Competition!));
        Refused(Refusal.NoCompetition, DefineCompetition.Decide(Folding.Begin(), Admin, state.Competition!));
        Refused(Refusal.NoCompetition, DefineCompetition.Decide(state, Admin, state.Competition! with { Id = new("another") }));
    }

    [Fact]
    public void Once_a_trade_is_published_it_takes_two_people_and_a_reason()
    {
        var contest = new Contest();
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Final));
        var state = contest.State;
        var after = state.Competition! with { Venue = "体育馆" };
        Refused(Refusal.NoReason, DefineCompetition.Decide(state, Admin, after, null, Second));
        Assert.IsType<Decision.Refuse>(DefineCompetition.Decide(state, Admin, after, "印错了"));
        Assert.IsType<Decision.Refuse>(DefineCompetition.Decide(state, Admin, after, "印错了", Admin));
        Assert.Equal(("印错了", "second"), Taken(DefineCompetition.Decide(state, Admin, after, "印错了", Second)) is var e ? (e.Reason, e.SecondPerson) : default);
    }

    [Fact]
    public void What_cannot_stand_on_paper_is_named()
    {
        var state = new Contest().State;
        var good = state.Competition!;
        foreach (var (bad, word) in ((Competition, string)[])
            [(good with { Name = " " }, "比赛全称"), (good with { Edition = 0 }, "届次"), (good with { TimeZone = "Mars/Base" }, "时区"), (good with { Issuers = [""] }, "颁发单位"),
             (good with { Date = new(2026, 4, 23), LastDate = new(2026, 4, 22) }, "最后一天"), (good with { ExtraWorkdays = [new(2026, 4, 23)] }, "调休")])
        {
            Assert.StartsWith(word, Refused(Refusal.BadCompetition, DefineCompetition.Decide(state, Admin, bad)).Message.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Hosts_sign_where_no_issuer_is_named_and_what_is_missing_is_advice()
    {
        var bare = new Competition(new("x"), "名");
        Assert.Equal([Need.Issuers, Need.Date], PhaseSteps.Advice(bare).Select(a => a.Code));
        var named = bare with { Hosts = ["主办"], Issuers = [], Date = new(2026, 4, 23), LastDate = new(2026, 4, 24) };
        Assert.Equal(["主办"], named.Signing);
        Assert.Equal(new DateOnly(2026, 4, 24), named.Ends);
        Assert.Empty(PhaseSteps.Advice(named));
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;

namespace Scoring.Core.Tests.Phases;

/// <summary>放弃晋级 (R-K11): recorded with a reason, taken back with one, by whom it may be and when.</summary>
public sealed class DeclineAdvanceTests
{
    private static readonly TradeId Dg = Contest.TradeId;

    private static Contest InReview()
    {
        var contest = new Contest(entrants: 4);
        for (var i = 1; i <= 4; i++)
        {
            contest.Theory(i, 95m - i).Sheet(i, 95m - i);
        }

        return contest.Apply(new TradeDefined(contest.Trade.Definition with { Advance = new AdvanceRule("市赛", Top: 2, Reserves: 1) })).Apply(new PhaseChanged(Dg, Phase.Review));
    }

    private static Decision Decline(Contest contest, int entrant, string reason = "工作调动", Role role = Role.Admin) =>
        DeclineAdvance.Decide(contest.State, new Actor(role, role == Role.Admin ? "admin" : role == Role.HeadJudge ? "H1" : "S1", Contest.Here), Dg, Contest.E(entrant), reason);

    private static string List(Contest contest) => string.Join(' ', contest.Trade.Advance()!.Entrants);

    [Fact]
    public void The_place_goes_to_the_reserve_and_comes_back()
    {
        var contest = InReview();
        var before = List(contest);
        contest.Accept<AdvanceDeclined>(Decline(contest, 1));
        Assert.Equal($"{Contest.E(2)} {Contest.E(3)}", List(contest));
        Assert.Equal("工作调动", contest.Trade.Publication.Declined[Contest.E(1)]);

        contest.Accept<AdvanceAccepted>(Decline(contest, 1, "又能参加"));
        Assert.Equal(before, List(contest));
    }

    [Theory]
    [InlineData(4, "工作调动", Role.Admin, Refusal.NotOnList)]
    [InlineData(1, " ", Role.Admin, Refusal.NoReason)]
    [InlineData(1, "工作调动", Role.Supervisor, Refusal.WrongRole)]
    public void What_cannot_be_is_refused(int entrant, string reason, Role role, Refusal code) =>
        Assert.Equal(code, Assert.IsType<Decision.Refuse>(Decline(InReview(), entrant, reason, role)).Code);

    [Fact]
    public void While_scoring_nobody_goes_on_yet() =>
        Assert.IsType<Decision.Refuse>(Decline(InReview().Apply(new PhaseChanged(Dg, Phase.Scoring, "补评", "S1")), 1));
}

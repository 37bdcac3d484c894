using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Publication;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Publication;

/// <summary>R-E5: titles are proposed by the ranks and conferred by people.</summary>
public sealed class ApproveHonoursTests
{
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);
    private static readonly ApprovedHonour First = new(Contest.E(1), "技术能手");
    private static readonly ApprovedHonour Second = new(Contest.E(2), "技术能手");

    private static Contest Ranked(Phase phase = Phase.Publicity) =>
        new Contest(Contest.Union() with { Honours = [new("技术能手", 1, 2)] }, entrants: 3)
            .Theory(1, 90m).Sheet(1, 90m).Theory(2, 80m).Sheet(2, 80m).Theory(3, 70m).Sheet(3, 70m).Apply(new PhaseChanged(Contest.TradeId, phase));

    private static Decision Approve(Contest contest, params ApprovedHonour[] honours) => ApproveHonours.Decide(contest.State, Admin, Contest.TradeId, honours);

    [Fact]
    public void The_list_given_is_the_whole()
    {
        var contest = Ranked();
        Assert.Equal([Contest.E(1), Contest.E(2)], ApproveHonours.Proposed(contest.Trade).Proposals.Select(p => p.Entrant));
        Assert.Equal([First], contest.Accept<HonoursApproved>(Approve(contest, First, First)).Honours);
        Assert.Equal(("admin", 1), (contest.Trade.Publication.HonoursBy, contest.Trade.Publication.Honours.Count));
        Refused(Refusal.NoChange, Approve(contest, First));

        contest.Accept<HonoursApproved>(Approve(contest, Second, First));
        Refused(Refusal.NoChange, Approve(contest, First, Second));
        Assert.Empty(contest.Accept<HonoursApproved>(Approve(contest)).Honours);
        Refused(Refusal.NoChange, Approve(contest));
    }

    [Fact]
    public void Nobody_at_all_may_be_approved_the_first_time() => Ranked().Accept<HonoursApproved>(Approve(Ranked()));

    [Fact]
    public void Who_is_not_proposed_is_not_approved()
    {
        Assert.Equal("“技术能手”不在现在的提名里，请刷新后重选", Refused(Refusal.NotProposed, Approve(Ranked(), First, new(Contest.E(3), "技术能手"))).Message.ToString());
        Refused(Refusal.NotProposed, Approve(Ranked(), First with { Title = "劳动模范" }));
    }

    [Fact]
    public void In_publicity_or_after_and_by_whoever_may()
    {
        Refused(Refusal.WrongPhase, Approve(Ranked(Phase.Review), First));
        Ranked().Accept<HonoursApproved>(Approve(Ranked(Phase.Final), First));
        Refused(Refusal.WrongPhase, Approve(Ranked(Phase.Archived), First));
        Refused(Refusal.WrongRole, ApproveHonours.Decide(Ranked().State, new(Role.Clerk, "K1", Contest.Here), Contest.TradeId, [First]));
        Ranked().Accept<HonoursApproved>(ApproveHonours.Decide(Ranked().State, new(Role.HeadJudge, "H1", Contest.Here), Contest.TradeId, [First]));
        Refused(Refusal.NoSuchTrade, ApproveHonours.Decide(Ranked().State, Admin, new("x"), [First]));
    }
}

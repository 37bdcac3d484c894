using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Contest;

namespace Scoring.Core.Tests.Scoring;

/// <summary>R-G6: nothing of the day is signed until all of it is in.</summary>
public sealed class SignDayTests
{
    private static readonly Actor Head = new(Role.HeadJudge, "Z1", Contest.Here);

    private static Contest Two() => new(
        Only(Module("P", MarkingMethod.Judge, Points("a", 50m)), Module("Q", MarkingMethod.Judge, Points("a", 50m))), entrants: 2);

    [Fact]
    public void One_signature_locks_every_module_begun_and_leaves_the_others_open()
    {
        var contest = Two();
        contest.Sheet(1, 40).Sheet(2, 30);
        var day = contest.Accept<DaySigned>(SignDay.Decide(contest.State, Head, Contest.TradeId, "M0 0"));
        Assert.Equal([new ModuleId("P")], day.Modules);
        Assert.True(contest.Trade.Module(new("P"))!.Locked);
        Assert.False(contest.Trade.Module(new("Q"))!.Locked);
        Assert.Equal("M0 0", contest.Trade.Module(new("P"))!.Signatures.Single().Signature);
        Decided.Refused(Refusal.NothingToSign, SignDay.Decide(contest.State, Head, Contest.TradeId, "M0 0"));
    }

    [Fact]
    public void A_module_begun_but_not_complete_keeps_the_day_open_and_is_named()
    {
        var contest = Two();
        contest.Sheet(1, 40).Sheet(2, 30).Sheet(1, 20, module: "Q");
        var refused = Decided.Refused(Refusal.Incomplete, SignDay.Decide(contest.State, Head, Contest.TradeId));
        Assert.Contains("Q", refused.Message.ToString(), StringComparison.Ordinal);
        Assert.Contains("A02", refused.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_head_judge_and_supervisor_sign_the_day()
    {
        var contest = Two();
        contest.Sheet(1, 40).Sheet(2, 30);
        Decided.Refused(Refusal.WrongRole, SignDay.Decide(contest.State, new(Role.Judge, "J1"), Contest.TradeId));
        contest.Accept<DaySigned>(SignDay.Decide(contest.State, new(Role.Supervisor, "S1", Contest.Here), Contest.TradeId));
        Assert.False(contest.Trade.Module(new("P"))!.Locked);
    }
}

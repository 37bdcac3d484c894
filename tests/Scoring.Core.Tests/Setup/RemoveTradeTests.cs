using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Setup;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Setup;

/// <summary>R-B1: what was defined by mistake goes while nobody depends on it.</summary>
public sealed class RemoveTradeTests
{
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);

    [Fact]
    public void An_empty_trade_in_setup_goes()
    {
        var contest = new Contest(phase: Phase.Setup);
        Refused(Refusal.WrongRole, RemoveTrade.Decide(contest.State, new(Role.HeadJudge, "H1", Contest.Here), Contest.TradeId));
        contest.Accept<TradeRemoved>(RemoveTrade.Decide(contest.State, Admin, Contest.TradeId));
        Assert.Empty(contest.State.Trades);
        Refused(Refusal.NoSuchTrade, RemoveTrade.Decide(contest.State, Admin, Contest.TradeId));
    }

    [Fact]
    public void One_with_entrants_or_past_setup_stays()
    {
        Assert.Equal(
            "电工已有 1 名选手，不能删除；请先把他们改到别的工种",
            Refused(Refusal.HasEntrants, RemoveTrade.Decide(new Contest(entrants: 1, phase: Phase.Setup).State, Admin, Contest.TradeId)).Message.ToString());
        Refused(Refusal.WrongPhase, RemoveTrade.Decide(new Contest(phase: Phase.Drawn).State, Admin, Contest.TradeId));
    }
}

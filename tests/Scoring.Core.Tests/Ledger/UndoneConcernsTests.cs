using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Ledger;

/// <summary>What an event of several says it concerns.</summary>
public sealed class UndoneConcernsTests
{
    private static Entrant Of(int n, string trade) => new(Contest.E(n), $"选手{n}", new("org"), new(trade));

    [Fact]
    public void An_import_taken_back_concerns_everyone_removed_and_restored_and_the_trades_of_both_lists()
    {
        var undone = new ImportUndone(
            5, [Contest.E(1), Contest.E(2)], [Of(3, "dg"), Of(2, "qg")], [],
            [new(Contest.J(1), "裁判1", [new(Role.Judge, new("qg"), new("P"), 1), new(Role.HeadJudge, new("hg"))])], "导错了");

        Assert.Equal(["dg", "qg", "qg", "hg"], ((IOfTrades)undone).Trades.Select(t => t.Value));
        Assert.Equal(["E1", "E2", "E3", "E2"], ((IOfEntrants)undone).Entrants.Select(e => e.Value));
    }

    [Fact]
    public void A_list_concerns_whom_it_names()
    {
        var registered = new EntrantsRegistered([Of(1, "dg"), Of(2, "qg")]);
        Assert.Equal(["dg", "qg"], ((IOfTrades)registered).Trades.Select(t => t.Value));
        Assert.Equal(["E1", "E2"], ((IOfEntrants)registered).Entrants.Select(e => e.Value));

        var appointed = new JudgesAppointed(
            [new(Contest.J(1), "裁判1", [new(Role.Judge, new("qg"), new("P"), 1)]), new(Contest.J(2), "裁判2", [])]);
        Assert.Equal(["qg"], ((IOfTrades)appointed).Trades.Select(t => t.Value));
    }
}

using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Phases;

namespace Scoring.Core.Tests;

/// <summary>What a use case answered.</summary>
public static class Decided
{
    /// <summary>Accepted: the event is applied to the contest.</summary>
    public static T Accept<T>(this Contest contest, Decision decision) where T : LedgerEvent
    {
        var append = decision as Decision.Append;
        Assert.True(append is not null, $"refused: {decision}");
        var e = Assert.IsType<T>(append!.Event);
        contest.Apply(e);
        return e;
    }

    /// <summary>What a step to a phase still lacks, in words.</summary>
    public static string[] Lacks(TradeState trade, Phase to, DateTimeOffset? now = null) =>
        [.. PhaseSteps.Needs(trade, to, now).Where(n => !n.Met).Select(n => n.Words.ToString())];

    public static Decision.Refuse Refused(Refusal code, Decision decision)
    {
        var refuse = Assert.IsType<Decision.Refuse>(decision);
        Assert.Equal(code, refuse.Code);
        Assert.NotEmpty(refuse.Message.ToString());
        return refuse;
    }
}

using Scoring.Core.Ledger;

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

    public static Decision.Refuse Refused(string code, Decision decision)
    {
        var refuse = Assert.IsType<Decision.Refuse>(decision);
        Assert.Equal(code, refuse.Code);
        Assert.NotEmpty(refuse.Message);
        return refuse;
    }
}

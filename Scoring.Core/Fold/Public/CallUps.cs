using Scoring.Core.Boards;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Fold.Public;

/// <summary>Who is called to 检录, while there is somebody to come.</summary>
internal static class CallUps
{
    /// <summary>Null: nobody is called, or the day is over.</summary>
    public static CallUp? Of(TradeState trade)
    {
        if (trade.Phase > Phase.Scoring)
        {
            return null;
        }

        var called = trade.Entrants.Where(e => e is { CalledAt: not null, Code: not null, Status: EntrantStatus.Normal }).ToList();
        if (called.Count == 0)
        {
            return null;
        }

        var newest = called.Max(e => e.CalledAt!.Value); // not null: filtered
        return new CallUp(newest, [.. called.Where(e => e.ArrivedAt is null || e.CalledAt == newest).InCodeOrder()
            .OrderByDescending(e => e.CalledAt)
            .Select(e => new CalledEntrant(e.Code!, e.Station, e.ArrivedAt is not null, e.Calls))]); // not null: filtered
    }
}

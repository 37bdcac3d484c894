using Scoring.Core.Awards;
using Scoring.Core.Marking;
using Scoring.Core.Ranking;

namespace Scoring.Core.Fold;

/// <summary>Results and places of a trade's entrants, kept up mark by mark; ranks and awards are made when asked for and kept until something changes.</summary>
internal sealed class TradeResults(TradeState trade)
{
    private readonly List<EntrantState> changed = []; // a set that was once large costs its size to empty, with every mark
    private HashSet<EntrantState> waiting = [];
    private readonly TradeOrder order = new();
    private Standings? standings;
    private AwardList? awards;
    private bool moved;
    private bool shownLive;

    /// <summary>Sequence of the last entry that could change a result, a rank or an award.</summary>
    public long Version { get; private set; }

    public int Ranked
    {
        get
        {
            WorkOut();
            return order.Ranked;
        }
    }

    public Standings Standings()
    {
        if (standings is not null)
        {
            return standings;
        }

        WorkOut();
        var results = new List<EntrantResult>(order.Count);
        foreach (var entrant in order.All)
        {
            results.Add(entrant.Result);
        }

        return standings = StandingsOf.Order(trade.Definition, results, trade.Publication.TieDecisions);
    }

    public AwardList Awards() => awards ??= AwardAllocation.Allocate(trade.Definition, Standings(), trade.Started, trade.Publication.BoundaryDecisions);

    public List<EntrantState> WithTotal(decimal total)
    {
        WorkOut();
        return order.WithTotal(total);
    }

    /// <summary>To be worked out anew at the end of the entry, though it may come to the same.</summary>
    public void Recheck(EntrantState entrant) => changed.Add(entrant);

    public void Changed(EntrantState entrant)
    {
        changed.Add(entrant);
        moved = true;
    }

    /// <summary>A definition or a decision that ranks and awards follow from.</summary>
    public void Redecided() => moved = true;

    public void Remove(EntrantState entrant)
    {
        moved = true;
        changed.RemoveAll(e => e == entrant);
        waiting.Remove(entrant);
        order.Remove(entrant);
    }

    /// <summary>
    /// The end of an entry: results of whoever it concerned, and their places. A result that the public cannot see yet waits until somebody reads it:
    /// most of a day's sheets are one of many that a module still lacks.
    /// </summary>
    public void Settle(long sequence)
    {
        if (trade.Public.Live && !shownLive)
        {
            changed.AddRange(waiting);
        }

        shownLive = trade.Public.Live;
        changed.AddRange(trade.MovedBy(changed));
        foreach (var entrant in changed)
        {
            if (CanWait(entrant))
            {
                moved = true;
                waiting.Add(entrant);
                continue;
            }

            waiting.Remove(entrant);
            var next = EntrantResults.Of(trade, entrant);
            moved |= !next.ShowsSame(entrant.Known);
            trade.Public.Replacing(entrant, next, entrant.Rung is not null);
            entrant.Known = next;
            order.Put(entrant);
        }

        changed.Clear();
        standings = null;
        awards = null;
        Version = moved ? sequence : Version;
        moved = false;
    }

    /// <summary>The entrant's result, if it waits to be worked out.</summary>
    public void WorkOut(EntrantState entrant)
    {
        if (waiting.Remove(entrant))
        {
            entrant.Known = EntrantResults.Of(trade, entrant);
            order.Put(entrant);
        }
    }

    private void WorkOut()
    {
        foreach (var entrant in waiting)
        {
            entrant.Known = EntrantResults.Of(trade, entrant);
            order.Put(entrant);
        }

        waiting = [];
    }

    // Nothing the public sees can follow from it, and no confirmed list of awards that it could move.
    private bool CanWait(EntrantState entrant) =>
        trade.Publication.AwardsConfirmed is null && entrant.Rung is not null
        && (!trade.Public.Live || (trade.Public.Settled && !trade.HasEntangled && EntrantResults.SurelyShowsSame(trade, entrant, entrant.Known)));
}

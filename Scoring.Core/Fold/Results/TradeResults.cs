using Scoring.Core.Awards;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.Ranking;

namespace Scoring.Core.Fold.Results;

/// <summary>Results and places of a trade's entrants, kept up mark by mark; ranks and awards are made when asked for and kept until
/// something changes.</summary>
/// <remarks>
/// While an entry is applied, the state notes whom it concerns. <see cref="Settle"/> then works each of them out, or lets a result that
/// nobody can see yet wait until somebody reads it: most of a day's sheets are one of many that a module still lacks.
/// </remarks>
internal sealed class TradeResults(TradeState trade) : TradeReckoning
{
    private readonly TradeOrder order = new();

    private readonly BareResults bare = new();

    /// <summary>Whom this entry concerns. A list: a set that was once large costs its size to empty, with every mark.</summary>
    private readonly List<EntrantState> concerned = [];

    /// <summary>Whose result is worked out when it is read.</summary>
    private HashSet<EntrantState> waiting = [];

    /// <summary>Something of this entry could change a result, a rank or an award.</summary>
    private bool moves;

    private Standings? standings;
    private AwardList? awards;

    /// <summary>Version of the trades before this one that <see cref="awards"/> heed (R-M10).</summary>
    private long awardsAfter;

    public override int Ranked
    {
        get
        {
            WorkOutAll();
            return order.Ranked;
        }
    }

    public override Standings Standings()
    {
        if (standings is null)
        {
            WorkOutAll();
            standings = StandingsOf.Order(trade.Definition, [.. order.All.Select(e => e.Result)], trade.Publication.TieDecisions);
        }

        return standings;
    }

    public override AwardList Awards()
    {
        var before = trade.Before().Select(t => t.ResultsVersion).DefaultIfEmpty().Max();
        if (awards is null || awardsAfter != before)
        {
            awards = AwardAllocation.Allocate(
                trade.Definition, Standings(), trade.Started, trade.Publication.BoundaryDecisions, trade.Whose, trade.EarlierPrizes());
            awardsAfter = before;
        }

        return awards;
    }

    public override List<EntrantState> WithTotal(decimal total) => order.WithTotal(total);

    public override void Recheck(EntrantState entrant) => concerned.Add(entrant);

    public override void Changed(EntrantState entrant)
    {
        concerned.Add(entrant);
        moves = true;
    }

    public override void Redecided() => moves = true;

    public override void Remove(EntrantState entrant)
    {
        moves = true;
        concerned.RemoveAll(e => e == entrant);
        waiting.Remove(entrant);
        order.Remove(entrant);
        (standings, awards) = (null, null);
    }

    public override void Settle(long sequence)
    {
        if (trade.Publication.AwardsConfirmed is not null)
        {
            WorkOutAll(); // what waited before: from here on entries are told by what they change, and nobody need have read results
        }

        concerned.AddRange(CrossUpdate.Of(trade, concerned));
        foreach (var entrant in concerned)
        {
            if (CanWait(entrant))
            {
                moves = true;
                waiting.Add(entrant);
            }
            else
            {
                Replace(entrant);
            }
        }

        concerned.Clear();
        (standings, awards) = (null, null);
        Version = moves ? sequence : Version;
        moves = false;
    }

    public override void WorkOut(EntrantState entrant)
    {
        if (waiting.Remove(entrant))
        {
            Place(entrant, Of(entrant));
        }
    }

    private void WorkOutAll()
    {
        foreach (var entrant in waiting)
        {
            Place(entrant, Of(entrant));
        }

        waiting = [];
    }

    private EntrantResult Of(EntrantState entrant) => bare.Shared(EntrantResults.Of(trade, entrant));

    // The public hears of it before it is replaced.
    private void Replace(EntrantState entrant)
    {
        waiting.Remove(entrant);
        var next = Of(entrant);
        moves |= !next.ShowsSame(entrant.Known);
        trade.Public.ResultChanges(entrant, next, listed: entrant.Rung is not null);
        Place(entrant, next);
    }

    private void Place(EntrantState entrant, EntrantResult result)
    {
        entrant.Known = result;
        order.Put(entrant);
    }

    // Nothing the public sees can follow from it, and no confirmed list of awards that it could move. A board that opens is compared
    // whole, and so everything that waited is worked out.
    private bool CanWait(EntrantState entrant) =>
        trade.Publication.AwardsConfirmed is null && entrant.Rung is not null
        && (!trade.Public.Live
            || (!trade.HasEntangled && EntrantResults.SurelyShowsSame(trade, entrant, entrant.Known)));
}

using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.Ranking;

namespace Scoring.Core.Fold;

/// <summary>
/// What the public may see of a trade (R-A3), and when it last changed. Version and time move only with what shows: two ledgers that differ in hidden
/// facts only give the same boards, byte for byte.
/// </summary>
public sealed class PublicView
{
    private readonly TradeState trade;
    private Visibility shownBefore;
    private Board? held;
    private bool moved = true;
    private Board? board;

    internal PublicView(TradeState trade) => this.trade = trade;

    /// <summary>Counts what the public saw change in this trade, from 1. Not the ledger's sequence: that counts hidden entries too.</summary>
    public long Version { get; private set; }

    /// <summary>UTC time of the last change that shows.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>As set, until the trade is named by its phase: from 公示 on, or from 公布 if 公示 lasts until the ceremony (R-D3). Never named before it is
    /// decoded (R-A2).</summary>
    public Visibility Shown => (NamedByPhase ? Visibility.Named : trade.Visibility) switch
    {
        Visibility.Named when !trade.IsDecoded => Visibility.Codes,
        var shown => shown,
    };

    private bool NamedByPhase => trade.Phase >= Phase.Final || (trade.Phase == Phase.Publicity && trade.Definition.PublicityDays > 0);

    /// <summary>Whether changes show as they come.</summary>
    internal bool Live => Shown is Visibility.Codes or Visibility.Named;

    /// <summary>The public board; the same object until something that shows changes.</summary>
    public Board Board() => board ??= PublicBoard.Live(trade, Version, At);

    /// <summary>No rare change of this entry waits to be compared.</summary>
    internal bool Settled => !moved && held is null && PublicBoard.ShowsTotals(trade);

    /// <summary>Called before something rare (a phase, a decision, a definition) changes the trade: whether it shows is found by comparing whole boards.</summary>
    internal void Hold()
    {
        if (!moved && held is null)
        {
            held = Board();
        }
    }

    /// <summary>Called before an entrant's result is replaced: the frequent case, found out from this entrant and its equals alone.</summary>
    internal void Replacing(EntrantState entrant, EntrantResult next, bool listed)
    {
        if (moved || held is not null || !Live || entrant.Code is null)
        {
            return;
        }

        if (!PublicBoard.ShowsTotals(trade))
        {
            Hold();
            return;
        }

        moved = !listed || !next.ShowsSame(entrant.Known) || OrdersEqualsAnew(entrant.Known, next);
    }

    /// <summary>A row is gone.</summary>
    internal void Removing(EntrantState entrant) => moved |= Live && entrant.Code is not null;

    /// <summary>A trade without drawn codes shows 准考证号 or running numbers, which come and change with the entrant.</summary>
    internal void Recoding(string? before, string? now) => moved |= Live && before != now;

    /// <summary>A name or an organization's name changed.</summary>
    internal void Renaming() => moved |= Shown == Visibility.Named;

    /// <summary>The end of an entry.</summary>
    internal void Settle(Stamp stamp)
    {
        var shown = Shown;
        if (held is { } before && !moved)
        {
            var next = Next(before, shown);
            moved = !PublicBoard.ShowSame(before, next);
        }

        if (moved)
        {
            var last = held ?? board;
            Version++;
            At = stamp.At;
            board = shown is Visibility.Hidden or Visibility.Frozen
                ? Next(last ?? PublicBoard.Hidden(trade, trade.Phase), shown) with { Version = Version, AsOf = shown == Visibility.Frozen ? last?.AsOf : At }
                : null;
        }

        (moved, held, shownBefore) = (false, null, shown);
    }

    // Frozen keeps what was shown; hidden shows a frame that nothing moves, not even the phase.
    private Board Next(Board before, Visibility shown) => shown switch
    {
        Visibility.Frozen => shownBefore == Visibility.Frozen || before.View == Visibility.Hidden ? before : before with { View = Visibility.Frozen },
        Visibility.Hidden => PublicBoard.Hidden(trade, shownBefore == Visibility.Hidden ? before.Phase : trade.Phase),
        _ => PublicBoard.Live(trade, Version, At),
    };

    // Same figures, but a module, an aspect, faults or the finish may decide between equals, and their sentence says so.
    private bool OrdersEqualsAnew(EntrantResult before, EntrantResult next)
    {
        var chain = trade.Definition.TieChain;
        if (!next.Ranked || chain is null || !chain.Any(step => TieValue.Of(step, trade.Definition, before) != TieValue.Of(step, trade.Definition, next)))
        {
            return false;
        }

        List<EntrantResult> equals = [.. trade.WithTotal(next.Total ?? 0m).Select(e => e.Result)];
        List<EntrantResult> anew = [.. equals.Select(r => r.Entrant == next.Entrant ? next : r)];
        if (equals.Count < 2)
        {
            return false;
        }

        var decisions = trade.Publication.TieDecisions;
        var (old, now) = (TieGroup.Resolve(trade.Definition, equals, decisions), TieGroup.Resolve(trade.Definition, anew, decisions));
        return !old.Select(p => (p.Result.Entrant, p.SharesRank, p.Reason)).SequenceEqual(now.Select(p => (p.Result.Entrant, p.SharesRank, p.Reason)));
    }
}

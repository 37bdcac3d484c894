using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.Ranking;

namespace Scoring.Core.Fold.Public;

/// <summary>
/// Finds out whether an entry changes what the public sees of a trade. Version and time move only with what shows: two ledgers that differ
/// in hidden facts only give the same boards, byte for byte.
/// </summary>
/// <remarks>
/// Two ways to the answer. Marks come often: <see cref="ResultChanges"/> compares one entrant's result with the next. Everything else is
/// rare: the board is kept as it stands before (<see cref="CompareBoards"/>) and compared with the one after, at the end of the entry (<see cref="Settle"/>).
/// </remarks>
internal sealed class PublicChanges(TradeState trade) : PublicView(trade)
{
    private readonly TradeState trade = trade;

    /// <summary>Made when asked for; null: to be made from the trade as it stands.</summary>
    private Board? board;

    /// <summary>As shown before this entry, to be compared at its end; null: nothing rare happened.</summary>
    private Board? before;

    /// <summary>Something of this entry surely shows, or nothing was shown yet.</summary>
    private bool shows = true;

    /// <summary>What was shown at the end of the last entry.</summary>
    private Visibility shownBefore;

    public override Board Board() => board ??= PublicBoard.Live(trade, Version, At);

    internal override void CompareBoards()
    {
        if (!shows && before is null)
        {
            before = Board();
        }
    }

    internal override void ResultChanges(EntrantState entrant, EntrantResult next, bool listed)
    {
        if (shows || before is not null || !Live || entrant.Code is null)
        {
            return;
        }

        if (PublicBoard.ShowsTotals(trade))
        {
            shows = !listed || !next.ShowsSame(entrant.Known) || OrdersEqualsAnew(entrant.Known, next);
        }
        else
        {
            CompareBoards(); // ranks only: those of others move with it
        }
    }

    internal override void RowGoes(EntrantState entrant) => shows |= Live && entrant.Code is not null;

    internal override void CodeChanges(string? before, string? now) => shows |= Live && before != now;

    internal override void Settle(Stamp stamp)
    {
        var shown = Shown;
        if (!shows && before is not null)
        {
            shows = !PublicBoard.ShowSame(before, After(before, shown));
        }

        if (shows)
        {
            Version++;
            At = stamp.At;
            board = shown is Visibility.Hidden or Visibility.Frozen ? Still(board, shown) : null;
        }

        (shows, before, shownBefore) = (false, null, shown);
    }

    // A board that nothing moves is made at once: what it is made from moves on.
    private Board Still(Board? last, Visibility shown) =>
        After(last ?? PublicBoard.Hidden(trade, trade.Phase), shown)
            with { Version = Version, AsOf = shown == Visibility.Frozen ? last?.AsOf : At };

    // Frozen keeps what was shown; hidden shows a frame that nothing moves, not even the phase.
    private Board After(Board last, Visibility shown) => shown switch
    {
        Visibility.Frozen when shownBefore == Visibility.Frozen || last.View == Visibility.Hidden => last with { Call = CallUps.Of(trade) },
        Visibility.Frozen => last with { View = Visibility.Frozen, Call = CallUps.Of(trade) },
        Visibility.Hidden => PublicBoard.Hidden(trade, shownBefore == Visibility.Hidden ? last.Phase : trade.Phase),
        _ => PublicBoard.Live(trade, Version, At),
    };

    // Same figures, but a module, an aspect, faults or the finish may decide between equals, and their sentence says so.
    private bool OrdersEqualsAnew(EntrantResult known, EntrantResult next)
    {
        var definition = trade.Definition;
        if (!next.Ranked || definition.TieChain?.Any(s => TieValue.Of(s, definition, known) != TieValue.Of(s, definition, next)) != true)
        {
            return false;
        }

        List<EntrantResult> equals = [.. trade.WithTotal(next.Total ?? 0m).Select(e => e.Result)];
        return equals.Count >= 2 && !Order(equals).SequenceEqual(Order([.. equals.Select(r => r.Entrant == next.Entrant ? next : r)]));
    }

    private IEnumerable<(EntrantId Entrant, bool SharesRank, RankReason? Reason)> Order(IReadOnlyList<EntrantResult> equals) =>
        TieGroup.Resolve(trade.Definition, equals, trade.Publication.TieDecisions).Select(p => (p.Result.Entrant, p.SharesRank, p.Reason));
}

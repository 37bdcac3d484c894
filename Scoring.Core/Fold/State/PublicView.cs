using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;

namespace Scoring.Core.Fold.State;

/// <summary>
/// What the public may see of a trade (R-A3), and when it last changed. The state and its results say what is about to change; the room
/// above both (<c>Fold/Public</c>) finds out whether any of it shows.
/// </summary>
public abstract class PublicView
{
    private readonly TradeState trade;

    private protected PublicView(TradeState trade) => this.trade = trade;

    /// <summary>Counts what the public saw change in this trade, from 1. Not the ledger's sequence: that counts hidden entries
    /// too.</summary>
    public long Version { get; private protected set; }

    /// <summary>UTC time of the last change that shows.</summary>
    public DateTimeOffset? At { get; private protected set; }

    /// <summary>As set, until the trade is named by its phase: from 公示 on, or from 公布 if 公示 lasts until the ceremony (R-D3). Never named
    /// before it is decoded (R-A2).</summary>
    public Visibility Shown => (NamedByPhase ? Visibility.Named : trade.Visibility) switch
    {
        Visibility.Named when !trade.IsDecoded => Visibility.Codes,
        var shown => shown,
    };

    private bool NamedByPhase => trade.Phase >= Phase.Final || (trade.Phase == Phase.Publicity && trade.Definition.PublicityDays > 0);

    /// <summary>Whether changes show as they come.</summary>
    internal bool Live => Shown is Visibility.Codes or Visibility.Named;

    /// <summary>The public board; the same object until something that shows changes.</summary>
    public abstract Board Board();

    /// <summary>Called before something rare (a phase, a decision, a definition) changes the trade: whether it shows is found by comparing
    /// whole boards.</summary>
    internal abstract void CompareBoards();

    /// <summary>Called before an entrant's result is replaced: the frequent case, found out from this entrant and its equals
    /// alone.</summary>
    /// <param name="listed">The entrant already has a place among the others.</param>
    internal abstract void ResultChanges(EntrantState entrant, EntrantResult next, bool listed);

    /// <summary>Called before a row goes.</summary>
    internal abstract void RowGoes(EntrantState entrant);

    /// <summary>A trade without drawn codes shows 准考证号 or running numbers, which come and change with the entrant.</summary>
    internal abstract void CodeChanges(string? before, string? now);

    /// <summary>The end of an entry.</summary>
    internal abstract void Settle(Stamp stamp);
}

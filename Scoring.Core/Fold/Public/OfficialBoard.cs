using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Fold.Public;

/// <summary>The board for consoles: the trade as it is, everyone listed, by code until it is decoded (R-A2).</summary>
internal static class OfficialBoard
{
    public static Board Of(TradeState trade)
    {
        var named = trade.IsDecoded;
        (IReadOnlyList<string> Names, IReadOnlyDictionary<EntrantId, int>? Of) tiers = trade.Phase >= Phase.Final ? BoardRows.Tiers(trade) : ([], null);
        var rows = BoardRows.Of(trade, named, withTotals: true, everyone: true, tiers.Of, reasons: true);
        return new Board(
            trade.Competition.Competition?.Id ?? default, trade.Definition.Id, trade.Definition.Name, trade.Version, trade.At,
            named ? Visibility.Named : Visibility.Codes, trade.Phase, trade.Phase >= Phase.Final, trade.Ranked,
            trade.Entrants.Count(e => e.Status == EntrantStatus.Normal && !e.IsGuest), BoardRows.FullMark(trade.Definition), BoardRows.Columns(trade.Definition),
            tiers.Names, rows, Decimals: trade.Definition.Decimals, MayMove: BoardRows.MayMove(trade, rows, everyone: true));
    }
}

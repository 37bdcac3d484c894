using Scoring.Core.Boards;
using Scoring.Core.Fold.State;

namespace Scoring.Core.Fold.Public;

/// <summary>A trade's board, by who looks.</summary>
public static class TradeBoards
{
    public static Board Board(this TradeState trade, BoardAudience audience) =>
        audience == BoardAudience.Public ? trade.Public.Board() : OfficialBoard.Of(trade);
}

using Scoring.Core.Definition;

namespace Scoring.Core.Fold;

/// <summary>A copy of one trade to try an entry on; the ledger and the state it was folded from stay as they are.</summary>
internal static class Fork
{
    public static CompetitionState Of(CompetitionState state, TradeId id)
    {
        var fork = new CompetitionState { Competition = state.Competition, LastViolation = state.LastViolation, LastAppeal = state.LastAppeal };
        if (state.Trade(id) is { } trade)
        {
            fork.Take(state, trade);
        }

        return fork;
    }
}

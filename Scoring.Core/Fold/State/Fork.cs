using Scoring.Core.Definition;

namespace Scoring.Core.Fold.State;

/// <summary>A copy of one trade to try an entry on; the ledger and the state it was folded from stay as they are.</summary>
internal static class Fork
{
    public static CompetitionState Of(CompetitionState state, TradeId id)
    {
        var fork = state.Beside();
        if (state.Trade(id) is { } trade)
        {
            fork.Take(state, trade);
        }

        return fork;
    }

    public static void Copy<TKey, TValue>(IDictionary<TKey, TValue> from, IDictionary<TKey, TValue> to)
    {
        foreach (var (key, value) in from)
        {
            to[key] = value;
        }
    }
}

using Scoring.Core.Awards;
using Scoring.Core.Ranking;

namespace Scoring.Core.Fold.State;

/// <summary>
/// What follows from a trade's entries: results, places, ranks, awards. The state holds what was entered and says what changed; the room of
/// results (<c>Fold/Results</c>) works it out. This class is the one thing the lower room knows of the upper.
/// </summary>
internal abstract class TradeReckoning
{
    /// <summary>Sequence of the last entry that could change a result, a rank or an award.</summary>
    public long Version { get; protected set; }

    /// <summary>Entrants with a total.</summary>
    public abstract int Ranked { get; }

    public abstract Standings Standings();

    public abstract AwardList Awards();

    /// <summary>Everyone ranked with this total whose result does not wait.</summary>
    public abstract List<EntrantState> WithTotal(decimal total);

    /// <summary>The entrant's result, if it waits to be worked out.</summary>
    public abstract void WorkOut(EntrantState entrant);

    /// <summary>To be worked out anew at the end of the entry, though it may come to the same.</summary>
    public abstract void Recheck(EntrantState entrant);

    /// <summary>Something that was entered for this entrant changed.</summary>
    public abstract void Changed(EntrantState entrant);

    /// <summary>A definition or a decision that ranks and awards follow from.</summary>
    public abstract void Redecided();

    public abstract void Remove(EntrantState entrant);

    /// <summary>The end of an entry.</summary>
    public abstract void Settle(long sequence);
}

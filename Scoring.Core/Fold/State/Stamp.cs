using Scoring.Core.Ledger;

namespace Scoring.Core.Fold.State;

/// <summary>Where an event stands in the ledger: what the fold remembers of its entry.</summary>
public readonly record struct Stamp(long Sequence, DateTimeOffset At, string Actor, ReadOnlyMemory<byte> Hash)
{
    /// <summary>Null where the event was applied without its entry.</summary>
    public Receipt? Receipt => Hash.IsEmpty ? null : new Receipt(Sequence, Convert.ToHexStringLower(Hash.Span), At);
}

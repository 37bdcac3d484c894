using Scoring.Core.Ledger;

namespace Scoring.Api.Ledger;

/// <summary>What became of an entry sent to the ledger.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>It is durable.</summary>
    /// <param name="Repeated">It was so before: the sender had sent it already, and nothing changed now.</param>
    public sealed record Accepted(Receipt Receipt, bool Repeated) : Outcome;

    /// <summary>The rules do not allow it; sending it again will not help.</summary>
    public sealed record Refused(Decision.Refuse Why) : Outcome;

    /// <summary>The disk did not take it; it may be sent again with the same id.</summary>
    /// <param name="Message">Chinese: why, and what to do.</param>
    public sealed record NotStored(string Message) : Outcome;
}

/// <summary>A durable entry with the event it holds.</summary>
public sealed record CommittedEntry(LedgerEntry Entry, LedgerEvent Event)
{
    public Receipt Receipt => new(Entry.Sequence, Convert.ToHexStringLower(Entry.Hash.Span), Entry.At);
}

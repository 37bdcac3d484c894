namespace Scoring.Core.Ledger;

/// <summary>One link of the chain, as stored. The hash covers everything else in it (<see cref="Chain"/>).</summary>
/// <param name="Sequence">From 1 without gaps; the only order there is.</param>
/// <param name="At">UTC, whole milliseconds, of the server; a tablet's own time is information inside the event.</param>
/// <param name="Id">Made by the sender; sent again it changes nothing.</param>
/// <param name="Actor">Who: <c>role:id</c>, e.g. <c>judge:J07</c>; <c>system</c> for the program itself.</param>
/// <param name="Type">Name of the event's type (<see cref="EventTypes"/>).</param>
/// <param name="Payload">The event as UTF-8 JSON, kept byte for byte.</param>
/// <param name="Hash">SHA-256, 32 bytes.</param>
/// <param name="Request">Digest of what was sent under <paramref name="Id"/>; beside the chain, not in it. Empty: not known.</param>
public sealed record LedgerEntry(
    long Sequence, DateTimeOffset At, Guid Id, string Actor, string Type, ReadOnlyMemory<byte> Payload, ReadOnlyMemory<byte> Hash,
    ReadOnlyMemory<byte> Request = default);

/// <summary>Proof that an entry is durable: handed out only after the commit.</summary>
/// <param name="Sequence">Its place in the ledger.</param>
/// <param name="Hash">Its chain hash, lower-case hex, 64 characters.</param>
/// <param name="At">Server time of the entry, UTC.</param>
public sealed record Receipt(long Sequence, string Hash, DateTimeOffset At)
{
    /// <summary>What a person compares: the first 8 hex digits.</summary>
    public string ShortHash => Hash[..8];
}

using Scoring.Core.Ledger;

namespace Scoring.Api.Storage;

/// <summary>Where the entries of one competition are kept: SQLite now, PostgreSQL for those who outgrow one machine. Knows nothing of what they mean.</summary>
public interface ILedgerStore : IDisposable
{
    /// <summary>Why nothing may be added, in Chinese, found when it was opened; null: all is well.</summary>
    string? Fault { get; }

    /// <summary>Every entry in order, streamed; does not hold up writers.</summary>
    /// <exception cref="DamagedEntryException">A row is not as it was written.</exception>
    IEnumerable<LedgerEntry> ReadAll();

    /// <summary>The entry with the sender's id; null if there is none.</summary>
    LedgerEntry? Find(Guid id);

    /// <summary>Digest of what was sent under that id (<see cref="LedgerEntry.Request"/>); empty: not known.</summary>
    ReadOnlyMemory<byte> RequestOf(Guid id);

    /// <summary>The entry with that sequence; null if there is none.</summary>
    LedgerEntry? At(long sequence);

    /// <summary>All or none of them, durable when it returns. Throws if they are not stored.</summary>
    void Append(IReadOnlyList<LedgerEntry> entries);
}

/// <summary>A stored entry is not as it was written.</summary>
/// <param name="sequence">Of the row.</param>
/// <param name="column">Name of the part at fault.</param>
public sealed class DamagedEntryException(long sequence, string column) : Exception($"entry {sequence} is damaged in {column}")
{
    public long Sequence => sequence;
    public string Column => column;
}

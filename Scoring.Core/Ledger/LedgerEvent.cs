using System.Text.Json.Serialization;

namespace Scoring.Core.Ledger;

/// <summary>Something that happened and can change a result. Events are facts: they are folded, never edited, and their JSON shape only grows.</summary>
public abstract record LedgerEvent
{
    /// <summary>By what the person named as actor was let in: <c>login:…</c> of the account, <c>tablet:…</c> by its number, <c>portal</c>. Null: the program itself, or an entry of before this was kept.</summary>
    public string? Via { get; init; }

    /// <summary>Where a branch first wrote it down; null: it was written here. Last in the JSON, so that what stands before it are the very bytes the branch hashed.</summary>
    [JsonPropertyOrder(int.MaxValue)]
    public BranchEntry? Origin { get; init; }
}

/// <summary>An entry's place in the chain of the branch that made it.</summary>
/// <param name="Branch">Its number.</param>
/// <param name="Sequence">There; the branch's chain goes on from the ledger it was given.</param>
/// <param name="At">UTC, whole milliseconds, of the branch's laptop.</param>
/// <param name="Hash">Chain hash there, lower-case hex, 64 characters.</param>
public sealed record BranchEntry(int Branch, long Sequence, DateTimeOffset At, string Hash);

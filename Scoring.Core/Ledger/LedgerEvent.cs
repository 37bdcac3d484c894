namespace Scoring.Core.Ledger;

/// <summary>Something that happened and can change a result. Events are facts: they are folded, never edited, and their JSON shape only grows.</summary>
public abstract record LedgerEvent
{
    /// <summary>By what the person named as actor was let in: <c>login:…</c> of the account, <c>tablet:…</c> by its number, <c>portal</c>. Null: the program itself, or an entry of before this was kept.</summary>
    public string? Via { get; init; }
}

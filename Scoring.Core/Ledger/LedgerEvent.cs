namespace Scoring.Core.Ledger;

/// <summary>Something that happened and can change a result. Events are facts: they are folded, never edited, and their JSON shape only grows.</summary>
public abstract record LedgerEvent;

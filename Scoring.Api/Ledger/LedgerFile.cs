using Scoring.Api.Storage;

namespace Scoring.Api.Ledger;

/// <summary>A store that was opened.</summary>
/// <param name="Fault">Why nothing may be added, found out before it is folded: entries remembered elsewhere are gone; null: none
/// is.</param>
internal sealed record LedgerFile(ILedgerStore Store, string? Fault);

/// <summary>How far a competition had come when its file was closed.</summary>
/// <param name="Sequence">Of its last entry; 0: it has none.</param>
/// <param name="Hash">Of that entry, lower-case hex.</param>
internal sealed record Rested(long Sequence, string Hash)
{
    public static Rested Nothing { get; } = new(0, Head.Genesis.HashText);
}

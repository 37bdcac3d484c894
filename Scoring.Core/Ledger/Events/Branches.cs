// 分会场: trades that are marked on another laptop for a while, and come back as entries of this ledger.
using Scoring.Core.Definition;

namespace Scoring.Core.Ledger.Events;

/// <summary>From here on these trades are marked at a branch, whose laptop gets this ledger up to this very entry.</summary>
/// <param name="Branch">From 1; never given twice.</param>
/// <param name="Name">As people call the place.</param>
/// <param name="Key">What the branch signs its parts with: public key, P-256, SubjectPublicKeyInfo in base64.</param>
public sealed record TradesLent(int Branch, string Name, IReadOnlyList<TradeId> Trades, string Key) : LedgerEvent, IOfTrades
{
    IEnumerable<TradeId> IOfTrades.Trades => Trades;
}

/// <summary>First entry of a branch's own: this copy of the ledger is the branch's.</summary>
public sealed record BranchOpened(int Branch) : LedgerEvent;

/// <summary>Last entry of a branch's own: it adds nothing more, and its trades are the main venue's again.</summary>
public sealed record BranchClosed(int Branch) : LedgerEvent;

/// <summary>The main venue takes its trades back without the branch; what the branch enters and has not sent is not taken any
/// more.</summary>
/// <param name="Trades">Which they were.</param>
public sealed record TradesRecalled(int Branch, IReadOnlyList<TradeId> Trades, string Reason) : LedgerEvent, IOfTrades
{
    IEnumerable<TradeId> IOfTrades.Trades => Trades;
}

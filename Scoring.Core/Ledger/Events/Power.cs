// Who was given, or lost, a way in: what power was used is in the other entries, where it came from is in these. No personal name, no password, no code.
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Core.Ledger.Events;

/// <summary>What happened to an account of the console.</summary>
public enum AccountChange { Created, PasswordReset, Disabled, Enabled }

/// <summary>An account that holds an office in this contest was made or changed.</summary>
/// <param name="Login">What is typed to sign in.</param>
/// <param name="Trades">For which the role is held (R-A4); empty: all.</param>
/// <param name="Official">The judge or official in whose name it acts; null: in its own.</param>
/// <param name="Beside">Logins that held the same office or acted as the same person already; null: none did.</param>
public sealed record AccountChanged(
    string Login, AccountChange Change, Role Role, IReadOnlyList<TradeId> Trades, JudgeId? Official = null, IReadOnlyList<string>? Beside = null) : LedgerEvent, IOfTrades
{
    IEnumerable<TradeId> IOfTrades.Trades => Trades;
}

/// <summary>A pairing code was made: whoever types it into a tablet marks as this judge.</summary>
public sealed record PairingCodeMade(JudgeId Judge) : LedgerEvent;

/// <summary>A tablet was paired with a code.</summary>
/// <param name="Device">Its name in the contest, e.g. 07.</param>
/// <param name="Beside">Names of tablets this judge had already; null: none.</param>
public sealed record TabletPaired(JudgeId Judge, string Device, IReadOnlyList<string>? Beside = null) : LedgerEvent;

/// <summary>A tablet became a stranger.</summary>
public sealed record TabletUnpaired(JudgeId Judge, string Device) : LedgerEvent;

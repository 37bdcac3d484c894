// What the tablets of head judges, floor judges and clerks say to the same hub. Head and floor judges know codes only (R-A1); clerks see either names or codes, never both.
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Contracts;

/// <summary>What any official asks. Every command carries a UUID made by the tablet: sent again it answers with the same receipt.</summary>
public interface IOfficialHub
{
    /// <summary>正常, 缺考, 弃赛, 取消资格, with a reason (R-B8). Head judge and floor judge.</summary>
    Task<CommandAnswer> ChangeStatus(StatusCommand command);

    /// <summary>A violation with its outcome (R-B7). Head judge and floor judge.</summary>
    Task<CommandAnswer> RecordViolation(ViolationCommand command);
}

/// <summary>An office this tablet's owner holds besides marking (R-A4).</summary>
public sealed record TabletOffice(Role Role, TradeId Trade, string TradeName, Phase Phase);

/// <summary>What became of a command.</summary>
/// <param name="Receipt">Set when accepted, or accepted earlier.</param>
/// <param name="Message">What to do next, in Chinese; null when accepted.</param>
/// <param name="Fields">Which fields or aspects are at fault, and why.</param>
public sealed record CommandAnswer(CommandOutcome Outcome, Receipt? Receipt = null, string? Message = null, IReadOnlyDictionary<string, string>? Fields = null);

/// <summary>Accepted; refused: will not be accepted as it is; retry: not now (disk full, closed).</summary>
public enum CommandOutcome { Accepted, Refused, Retry }

/// <param name="Id">UUID made by the tablet.</param>
/// <param name="Seen">Version of the page it was decided on; null: not said.</param>
public sealed record StatusCommand(Guid Id, TradeId Trade, string Code, EntrantStatus Status, string Reason, long? Seen = null);

/// <param name="Module">Needed by a deduction and a module to zero.</param>
/// <param name="Deduction">Points, only with <see cref="ViolationOutcome.Deduction"/>.</param>
/// <param name="At">When it happened, by the server's clock as the tablet knew it.</param>
public sealed record ViolationCommand(
    Guid Id, TradeId Trade, string Code, ModuleId? Module, string What, ViolationOutcome Outcome, decimal Deduction = 0m, DateTimeOffset? At = null);

/// <summary>A violation as head and floor judges see it.</summary>
public sealed record ViolationLine(int Number, ModuleId? Module, string What, ViolationOutcome Outcome, decimal Deduction, string Person);

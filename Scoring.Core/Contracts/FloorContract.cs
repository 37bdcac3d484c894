// What a floor judge's tablet and the hub say to each other: who is there, whose clock runs (R-B6).
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Contracts;

/// <summary>Methods of ScoringHub for a tablet paired with a floor judge, of the own trades only; a head judge may too.</summary>
public interface IFloorHub
{
    /// <summary>Everyone of the trade by code, with clocks and violations, whole.</summary>
    Task<FloorTable> OpenFloor(TradeId trade);

    Task<CommandAnswer> RecordArrival(ArrivalCommand command);

    /// <summary>检录叫号; those who are there meanwhile are left out.</summary>
    Task<CommandAnswer> CallEntrants(CallCommand command);

    /// <summary>开始, or going on after a mistaken stop.</summary>
    Task<CommandAnswer> StartClock(ClockCommand command);

    /// <summary>停表: the time used is recorded.</summary>
    Task<CommandAnswer> StopClock(ClockCommand command);

    /// <summary>补时, with a reason.</summary>
    Task<CommandAnswer> ExtendClock(ClockCommand command);

    /// <summary>A clock started by mistake is taken back.</summary>
    Task<CommandAnswer> ResetClock(ClockCommand command);

    /// <summary>弃试 of a run, 缺考 of a member; or that it takes place after all.</summary>
    Task<CommandAnswer> WaiveAttempt(WaiveCommand command);
}

/// <param name="Modules">All that judges mark; untimed ones for violations only.</param>
/// <param name="ServerTime">UTC, so that a wrong clock on the tablet does no harm.</param>
public sealed record FloorTable(
    TradeId Trade, string TradeName, Phase Phase, IReadOnlyList<FloorModule> Modules, IReadOnlyList<FloorRow> Rows, DateTimeOffset ServerTime, long Version);

/// <param name="LimitSeconds">Null: recorded without a limit.</param>
/// <param name="Closed">Why nothing can be timed now; null: it can.</param>
/// <param name="Key">Of the module, or of one run (R-K7) or member (R-K14) in it, which are listed one by one; in <see cref="FloorRow.Clocks"/> too.</param>
/// <param name="Attempt">From 1; null: the module has neither.</param>
/// <param name="Runs">Null: neither.</param>
public sealed record FloorModule(
    ModuleId Module, string Name, decimal FullMark, bool Timed, decimal? LimitSeconds, string? Closed, string Key, int? Attempt = null, RunKind? Runs = null);

/// <param name="Clocks">By <see cref="FloorModule.Key"/>.</param>
/// <param name="CalledAt">Last called to 检录; null: never.</param>
/// <param name="Calls">How often.</param>
/// <param name="Waived">Runs and members left out, with the reason, by key; null: none.</param>
/// <param name="Members">How many a pair or team has; null: an individual.</param>
public sealed record FloorRow(
    string Code, string? Station, EntrantStatus Status, string? StatusReason, DateTimeOffset? ArrivedAt, IReadOnlyDictionary<string, FloorClock> Clocks,
    IReadOnlyList<ViolationLine> Violations, DateTimeOffset? CalledAt = null, int Calls = 0, IReadOnlyDictionary<string, string>? Waived = null,
    int? Members = null);

/// <summary>One entrant's clock in one module.</summary>
/// <param name="StartedAt">It runs since then; null: it does not run.</param>
/// <param name="UsedSeconds">Recorded; null: not stopped yet.</param>
public sealed record FloorClock(DateTimeOffset? StartedAt, decimal? UsedSeconds, decimal ExtensionSeconds, string? Reason);

/// <param name="At">By the server's clock as the tablet knew it when it was tapped; the tap may arrive later.</param>
public sealed record ArrivalCommand(Guid Id, TradeId Trade, string Code, bool Present, DateTimeOffset At);

/// <param name="Codes">At least one.</param>
/// <param name="At">As in <see cref="ArrivalCommand"/>.</param>
public sealed record CallCommand(Guid Id, TradeId Trade, IReadOnlyList<string> Codes, DateTimeOffset At);

/// <param name="At">As in <see cref="ArrivalCommand"/>.</param>
/// <param name="Seconds">Of 补时 only.</param>
/// <param name="Reason">Needed by 补时, going on and taking back.</param>
/// <param name="Attempt">Which run or member, from 1; null: the only one.</param>
public sealed record ClockCommand(
    Guid Id, TradeId Trade, ModuleId Module, string Code, DateTimeOffset At, int Seconds = 0, string? Reason = null, int? Attempt = null);

/// <param name="Waived">False: it was noted by mistake.</param>
public sealed record WaiveCommand(Guid Id, TradeId Trade, ModuleId Module, string Code, int Attempt, bool Waived, string Reason);

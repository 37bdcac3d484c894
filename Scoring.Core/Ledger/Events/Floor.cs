using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Ledger.Events;

/// <summary>检录: an entrant is there, or was noted by mistake.</summary>
/// <param name="At">As the floor judge's tablet knew the server's time.</param>
public sealed record ArrivalRecorded(EntrantId Entrant, bool Present, DateTimeOffset At) : LedgerEvent, IOfEntrant;

/// <summary>检录叫号: called to come, by code. Whoever is called again is called a second time.</summary>
/// <param name="At">As the floor judge's tablet knew the server's time.</param>
public sealed record EntrantsCalled(TradeId Trade, IReadOnlyList<EntrantId> Called, DateTimeOffset At) : LedgerEvent, IOfTrade;

/// <summary>The clock of one entrant in one timed module runs from here (R-B6). A time recorded before no longer holds; 补时 given stays.</summary>
/// <param name="At">When it started: of a clock that goes on after a mistaken stop, its first start.</param>
/// <param name="Reason">Of going on after a stop; null: the first start.</param>
/// <param name="Attempt">Which run or member, from 1; null: the first. Likewise in the other events.</param>
public sealed record ClockStarted(EntrantId Entrant, ModuleId Module, DateTimeOffset At, string? Reason = null, int? Attempt = null) : LedgerEvent, IOfEntrant;

/// <summary>补时 while the clock runs (R-B6).</summary>
/// <param name="Seconds">Above 0; several add up.</param>
public sealed record ClockExtended(EntrantId Entrant, ModuleId Module, int Seconds, string Reason, int? Attempt = null) : LedgerEvent, IOfEntrant;

/// <summary>A clock was started by mistake: it runs no more and nothing was used.</summary>
public sealed record ClockReset(EntrantId Entrant, ModuleId Module, string Reason, int? Attempt = null) : LedgerEvent, IOfEntrant;

/// <summary>R-G6, R-D5: one signature under everything that was marked so far; the head judge's locks those modules.</summary>
/// <param name="Modules">Complete and not signed before, in the trade's order.</param>
public sealed record DaySigned(TradeId Trade, IReadOnlyList<ModuleId> Modules, Role As, string By, string? Signature = null)
    : LedgerEvent, IOfTrade;

/// <summary>A clerk typed in a judge's paper sheet (R-A4); the paper's picture is kept beside the ledger.</summary>
/// <param name="Picture">SHA-256 of the scan or photo, lower-case hex.</param>
/// <param name="BasedOn">Version of that judge's sheet the clerk saw; 0: none yet.</param>
public sealed record PaperSheetEntered(
    EntrantId Entrant, ModuleId Module, JudgeId Judge, IReadOnlyDictionary<AspectId, Entry> Marks, string Clerk, string Picture, long BasedOn = 0,
    IReadOnlyDictionary<AspectId, string>? Notes = null, int? Attempt = null) : LedgerEvent, IOfEntrant;

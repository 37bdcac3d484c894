// What a clerk's tablet and the hub say to each other. Theory goes by exam number and name, paper sheets by code: no answer holds both (R-A1).
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Contracts;

/// <summary>Methods of ScoringHub for a tablet paired with a clerk, of the own trades only.</summary>
public interface IClerkHub
{
    /// <summary>Modules a clerk enters a figure for, and modules whose paper sheets can be typed in.</summary>
    Task<ClerkDesk> OpenClerkDesk(TradeId trade);

    /// <summary>One module's figures. In double entry another clerk's figure is told only after the own is in (R-B2).</summary>
    Task<MarkTable> OpenMarks(TradeId trade, ModuleId module);

    Task<CommandAnswer> EnterMark(MarkCommand command);

    /// <summary>A third clerk settles two that differ, with a reason (R-J13).</summary>
    Task<CommandAnswer> ResolveDoubleEntry(ResolveCommand command);

    /// <summary>Seats and codes of a module whose sheets may come on paper; no marks, no names.</summary>
    Task<PaperDesk> OpenPaper(TradeId trade, ModuleId module);

    /// <summary>A paper sheet typed in (R-B5), with the picture uploaded before.</summary>
    Task<CommandAnswer> EnterPaperSheet(PaperCommand command);
}

public sealed record ClerkDesk(TradeId Trade, string TradeName, Phase Phase, IReadOnlyList<ClerkModule> Modules);

/// <param name="Paper">True: judges mark it, its paper sheets can be typed in. False: one figure each.</param>
/// <param name="Own">Entered by this clerk (paper: sheets in), of <paramref name="Expected"/>.</param>
/// <param name="Differences">Double entries that differ and are not settled.</param>
public sealed record ClerkModule(ModuleId Module, string Name, MarkingMethod Marking, decimal FullMark, bool Paper, int Own, int Expected, int Differences, string? Closed);

public sealed record MarkTable(
    TradeId Trade, string TradeName, ModuleId Module, string Name, MarkingMethod Marking, decimal FullMark, string? Closed, IReadOnlyList<MarkRow> Rows, long Version);

/// <param name="Number">准考证号, or a running number where there is none; what the clerk types to find the row.</param>
/// <param name="BasedOn">Version of the own figure; 0: none yet.</param>
/// <param name="Other">Another clerk's figure, only if this clerk has entered too, or may settle; null: not to be told, or none.</param>
/// <param name="OtherIn">Whether another clerk has entered.</param>
/// <param name="Settled">A third person's figure (R-J13).</param>
/// <param name="MaySettle">The two differ and this clerk is neither of them (R-J13).</param>
/// <param name="Attempt">Which run (R-K7) or member (R-K14) this row is, from 1; null: the module has neither.</param>
/// <param name="Run">第 2 次, or 第 2 人, whose name <paramref name="Name"/> is then.</param>
public sealed record MarkRow(
    EntrantId Entrant, string Number, string Name, string Organization, EntrantStatus Status, decimal? Own, long BasedOn, bool OtherIn, decimal? Other,
    decimal? Settled, bool MaySettle, IReadOnlyList<decimal>? Both, int? Attempt = null, string? Run = null);

/// <param name="BasedOn">Version of the clerk's own figure that was seen; 0: none yet.</param>
public sealed record MarkCommand(Guid Id, TradeId Trade, ModuleId Module, EntrantId Entrant, decimal Mark, long BasedOn, int? Attempt = null);

public sealed record ResolveCommand(Guid Id, TradeId Trade, ModuleId Module, EntrantId Entrant, decimal Mark, string Reason, int? Attempt = null);

/// <param name="Sheet">Without answer keys.</param>
/// <param name="Decimals">This and what follows: as in <see cref="TabletModule"/>.</param>
public sealed record PaperDesk(
    TradeId Trade, string TradeName, ModuleId Module, string Name, decimal FullMark, IReadOnlyList<Criterion> Sheet, string? Closed,
    IReadOnlyList<PaperSeat> Seats, IReadOnlyList<PaperRow> Rows, int Decimals = 2, decimal? Bonus = null, bool BelowZero = false, RunKind? Runs = null);

public sealed record PaperSeat(JudgeId Judge, int Number);

/// <param name="Sheets">One a seat: what is in already. Versions, no marks.</param>
/// <param name="Attempt">Which run (R-K7) or member (R-K14), from 1; null: the module has neither.</param>
/// <param name="Run">第 2 次, 第 2 人.</param>
public sealed record PaperRow(
    string Code, string? Station, EntrantStatus Status, IReadOnlyList<PaperCell> Sheets, int? Attempt = null, string? Run = null);

/// <param name="Paper">It came from paper.</param>
public sealed record PaperCell(PanelCellState State, long Version, bool Paper, Receipt? Receipt);

/// <param name="Picture">SHA-256 as the upload answered.</param>
public sealed record PaperCommand(
    Guid Id, TradeId Trade, ModuleId Module, string Code, JudgeId Judge, IReadOnlyDictionary<AspectId, Entry> Marks, string Picture, long BasedOn,
    IReadOnlyDictionary<AspectId, string>? Notes = null, int? Attempt = null);

// What a head judge's tablet and the hub say to each other: the panel by code (R-A1), whole on every call.
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Contracts;

/// <summary>Methods of ScoringHub for a tablet paired with a head judge (R-A4), of the own trades only.</summary>
public interface IHeadJudgeHub
{
    /// <summary>The trade's modules: what is in, what is missing, what waits for a decision.</summary>
    Task<TradeDesk> OpenTrade(TradeId trade);

    /// <summary>A module's panel, entrant by entrant and seat by seat.</summary>
    Task<PanelTable> OpenPanel(TradeId trade, ModuleId module);

    /// <summary>One entrant's sheets side by side, aspect by aspect.</summary>
    /// <param name="attempt">Which run (R-K7) or member (R-K14), from 1; of a module that has neither 1.</param>
    Task<SheetComparison> OpenComparison(TradeId trade, ModuleId module, string code, int attempt);

    /// <summary>退回重评 with a reason (R-B4).</summary>
    Task<CommandAnswer> ReturnSheet(ReturnCommand command);

    /// <summary>The spread stands, with a reason (R-B4).</summary>
    Task<CommandAnswer> ConfirmSpread(ConfirmCommand command);

    Task<CommandAnswer> WithdrawViolation(WithdrawCommand command);

    /// <summary>Signs and locks one module (R-D5).</summary>
    Task<CommandAnswer> SignModule(SignCommand command);

    /// <summary>Signs and locks everything begun so far (R-G6).</summary>
    Task<CommandAnswer> SignDay(SignCommand command);
}

/// <param name="Entrants">All of the trade; <paramref name="Absent"/> of them absent or withdrawn, <paramref name="Disqualified"/> disqualified.</param>
/// <param name="DayLacks">Why the day cannot be signed yet; null: it can.</param>
public sealed record TradeDesk(
    TradeId Trade, string TradeName, Phase Phase, int Entrants, int Absent, int Disqualified, IReadOnlyList<DeskModule> Modules, string? DayLacks, long Version);

/// <summary>One module on the head judge's first page.</summary>
/// <param name="Handed">Sheets or marks in, of <paramref name="Expected"/>.</param>
/// <param name="Spreads">Spreads above the limit that wait for a decision (R-B4).</param>
/// <param name="Differences">Double entries that differ and are not settled (R-J13).</param>
/// <param name="Complete">Every normal entrant has a final figure: it can be signed (R-G6).</param>
/// <param name="Signed">The head judge signed it, so it is locked (R-D5).</param>
public sealed record DeskModule(
    ModuleId Module, string Name, MarkingMethod Marking, decimal FullMark, int Judges, int Handed, int Expected, int Returned, int Spreads, int Differences,
    bool Complete, bool Signed);

/// <param name="Limit">Largest spread per 100 that needs no confirmation (R-B4); null: no check.</param>
public sealed record PanelTable(
    TradeId Trade, string TradeName, ModuleId Module, string Name, MarkingMethod Marking, decimal FullMark, decimal? Limit, bool Timed, bool Open, bool Signed,
    IReadOnlyList<PanelJudge> Judges, IReadOnlyList<PanelRow> Rows, long Version);

/// <param name="Number">席位; 0: clerks, who have none.</param>
/// <param name="Trainee">影子裁判 (R-K10): beside the panel, in no figure.</param>
/// <param name="Group">Of a panel in groups (R-K3), by name; null: none.</param>
public sealed record PanelJudge(JudgeId Judge, int Number, string Name, int Handed, int Expected, bool Trainee = false, string? Group = null);

/// <param name="Cells">One a judge, in the order of <see cref="PanelTable.Judges"/>.</param>
/// <param name="Spread">In points of the module; null: fewer than two sheets.</param>
/// <param name="SpreadReason">Why it stands; null: not confirmed.</param>
/// <param name="Missing">What keeps the figure from being there, in words.</param>
/// <param name="Apart">How many aspects the judges are apart on by more than half its full mark, whatever the sums say.</param>
/// <param name="Attempt">Which run or member this row is, from 1; null: the module has neither.</param>
/// <param name="Run">第 2 次, 第 2 人; null: neither.</param>
/// <param name="Waived">弃试 or 缺考 with the reason; null: neither.</param>
/// <param name="Counts">It is one of those that make the module's figure; null: there is only one.</param>
/// <param name="Group">Of a panel in groups (R-K3), by name; null: none, or not assigned yet.</param>
/// <param name="Guest">不计名次 (R-K10).</param>
/// <param name="MayMove">Why the figure is 暂定 (R-K3, R-K8), in words; null: no other's marks move it.</param>
public sealed record PanelRow(
    string Code, string? Station, EntrantStatus Status, string? StatusReason, IReadOnlyList<PanelCell> Cells, decimal? Figure, decimal? Spread, bool SpreadOpen,
    string? SpreadReason, decimal? Seconds, IReadOnlyList<string> Missing, IReadOnlyList<ViolationLine> Violations, int Apart = 0,
    int? Attempt = null, string? Run = null, string? Waived = null, bool? Counts = null, string? Group = null, bool Guest = false,
    string? MayMove = null);

/// <param name="Paper">Typed in from paper by a clerk.</param>
public sealed record PanelCell(PanelCellState State, decimal? Total = null, SheetUse? Use = null, bool Paper = false);

/// <summary>未交, 已交, 退回, 回避, or of another group (R-K3).</summary>
public enum PanelCellState { Missing, Handed, Returned, Recused, OtherGroup }

/// <summary>One entrant's sheets side by side. Figures only: the head judge sees what was given, with the judges' notes.</summary>
/// <param name="Figure">The module's figure if the spread stood; null: incomplete.</param>
/// <param name="FigureWords">How it came about, e.g. 去最高 49.50、最低 41.00，三人平均.</param>
/// <param name="SpreadLimit">In points of the module; null: no check.</param>
/// <param name="OpenSpreads">How many other entrants of the module wait for a decision.</param>
/// <param name="NextOpen">Code of the first of them; <paramref name="NextAttempt"/>: which run of theirs.</param>
/// <param name="PanelOpen">Why the panel itself must be confirmed (R-L3, R-L4), in words; null: it need not.</param>
/// <param name="Attempt">Which run or member this is; null: the module has neither.</param>
/// <param name="Runs">All of them; empty: the module has neither.</param>
/// <param name="Result">How the module's figure comes about beyond the panel: levelling, runs, deductions, one line each.</param>
/// <param name="Group">Of a panel in groups (R-K3), by name.</param>
public sealed record SheetComparison(
    TradeId Trade, string TradeName, ModuleId Module, string ModuleName, decimal FullMark, string Code, string? Station, EntrantStatus Status,
    IReadOnlyList<ComparedSheet> Sheets, IReadOnlyList<ComparedCriterion> Criteria, decimal? Figure, string FigureWords, decimal? Spread, decimal? SpreadLimit,
    bool SpreadOpen, string? SpreadReason, bool Open, IReadOnlyList<ViolationLine> Violations, int OpenSpreads, string? NextOpen, long Version,
    int? NextAttempt = null, string? PanelOpen = null, int? Attempt = null, IReadOnlyList<ComparedRun>? Runs = null, IReadOnlyList<string>? Result = null,
    string? Group = null);

/// <summary>One run or member beside the others.</summary>
/// <param name="Name">第 2 次, 第 2 人.</param>
/// <param name="Asks">Something of it waits for the head judge, or for the judges to agree.</param>
public sealed record ComparedRun(int Attempt, string Name, decimal? Figure, decimal? Seconds, bool Counts, string? Waived, bool Asks);

/// <param name="Picture">SHA-256 of the paper's picture; null: handed in on a tablet.</param>
/// <param name="ReturnReason">Null unless returned.</param>
/// <param name="Trainee">影子裁判 (R-K10): shown beside the others, in no figure.</param>
/// <param name="EntrantSigned">The entrant signed it (R-K18).</param>
/// <param name="EntrantRefused">Why the entrant did not; null: signed, or not asked to.</param>
public sealed record ComparedSheet(
    JudgeId Judge, int Number, string Name, PanelCellState State, decimal? Total, SheetUse? Use, DateTimeOffset? HandedAt, string? ReturnReason, bool Signed,
    string? Picture, int Corrections, bool Trainee = false, bool EntrantSigned = false, string? EntrantRefused = null);

/// <param name="Marks">Sum of the criterion a sheet; null: not handed in.</param>
public sealed record ComparedCriterion(string Id, string Name, decimal FullMark, IReadOnlyList<decimal?> Marks, IReadOnlyList<ComparedAspect> Aspects);

/// <param name="Entries">As typed, in words: 是, 2 处, 1:25.</param>
/// <param name="Notes">One a sheet; null: none.</param>
/// <param name="Apart">The judges are apart by more than half its full mark.</param>
/// <param name="Agree">待合议 (R-L6): every judge marks it anew.</param>
/// <param name="Firsts">What each judge gave before marking anew (R-L6), in words; null where not.</param>
public sealed record ComparedAspect(
    AspectId Aspect, string Text, decimal FullMark, IReadOnlyList<decimal?> Marks, IReadOnlyList<string?> Entries, IReadOnlyList<string?> Notes,
    bool Apart = false, bool Agree = false, IReadOnlyList<string?>? Firsts = null);

/// <param name="Seen"><see cref="SheetComparison.Version"/> the head judge decided on; null: not said.</param>
/// <param name="Attempt">As in <see cref="SheetComparison.Attempt"/>.</param>
public sealed record ReturnCommand(
    Guid Id, TradeId Trade, ModuleId Module, string Code, JudgeId Judge, string Reason, long? Seen = null, int? Attempt = null);

/// <param name="Seen">As in <see cref="ReturnCommand"/>.</param>
/// <param name="Attempt">As in <see cref="ReturnCommand"/>.</param>
public sealed record ConfirmCommand(Guid Id, TradeId Trade, ModuleId Module, string Code, string Reason, long? Seen = null, int? Attempt = null);

public sealed record WithdrawCommand(Guid Id, TradeId Trade, string Code, int Number, string Reason);

/// <param name="Module">Null: the day.</param>
/// <param name="Signature">Handwritten, an SVG path.</param>
public sealed record SignCommand(Guid Id, TradeId Trade, ModuleId? Module, string? Signature);

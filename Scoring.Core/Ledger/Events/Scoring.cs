using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Ledger.Events;

/// <summary>A judge handed in a sheet, first or after a return: the whole sheet, complete (R-B5).</summary>
/// <param name="BasedOn">Sequence of the sheet event this was based on; 0: none yet.</param>
/// <param name="Notes">Notes and deduction reasons by aspect; null: none.</param>
/// <param name="Signature">Handwritten signature as an SVG path; null: none.</param>
/// <param name="DeviceTime">The tablet's clock when handed in; information only.</param>
/// <param name="Attempt">Which run, from 1 (R-K7); null: the first. Likewise in the other events.</param>
/// <param name="EntrantSignature">The entrant's, as an SVG path (R-K18); null: none.</param>
/// <param name="EntrantRefused">Why the entrant did not sign; null: signed, or not asked to.</param>
public sealed record SheetSubmitted(
    EntrantId Entrant, ModuleId Module, JudgeId Judge, IReadOnlyDictionary<AspectId, Entry> Marks, long BasedOn,
    IReadOnlyDictionary<AspectId, string>? Notes = null, string? Signature = null, DateTimeOffset? DeviceTime = null,
    int? Attempt = null, string? EntrantSignature = null, string? EntrantRefused = null) : LedgerEvent, IOfEntrant;

/// <summary>The head judge sent a sheet back; its marks stay visible to its judge and do not count until handed in again.</summary>
public sealed record SheetReturned(EntrantId Entrant, ModuleId Module, JudgeId Judge, string Reason, int? Attempt = null) : LedgerEvent, IOfEntrant;

/// <summary>R-B4: the spread stands, with a reason. Holds for the marks as they are; a later sheet asks again.</summary>
public sealed record SpreadConfirmed(EntrantId Entrant, ModuleId Module, string Reason, int? Attempt = null) : LedgerEvent, IOfEntrant;

/// <summary>R-L3, R-L4: the panel stands as it is, with fewer judges than it should have. A later sheet asks again.</summary>
public sealed record PanelConfirmed(EntrantId Entrant, ModuleId Module, string Reason, int? Attempt = null) : LedgerEvent, IOfEntrant;

/// <summary>R-L6: a judge marked aspects anew that wait for agreement (待合议); the first marks are kept.</summary>
public sealed record JudgementRemarked(
    EntrantId Entrant, ModuleId Module, JudgeId Judge, IReadOnlyDictionary<AspectId, Entry> Marks, int? Attempt = null) : LedgerEvent, IOfEntrant;

/// <summary>弃试 (R-K7): a run that will not take place.</summary>
public sealed record AttemptWaived(EntrantId Entrant, ModuleId Module, int Attempt, string Reason) : LedgerEvent, IOfEntrant;

/// <summary>A run noted as 弃试, or a member as 缺考, by mistake takes place after all.</summary>
public sealed record AttemptResumed(EntrantId Entrant, ModuleId Module, int Attempt, string Reason) : LedgerEvent, IOfEntrant;

/// <summary>R-B2: one figure for the whole module by a clerk.</summary>
/// <param name="Clerk">Account or judge id of the clerk; two of them in double entry.</param>
public sealed record ModuleMarkEntered(EntrantId Entrant, ModuleId Module, string Clerk, decimal Mark, long BasedOn = 0, int? Attempt = null) : LedgerEvent, IOfEntrant;

/// <summary>Many module marks at once, from an exam system's list or an earlier stage.</summary>
/// <param name="Source">Name of the list; null: none. In older entries the program's words for <paramref name="Carried"/>.</param>
/// <param name="Carried">They are the totals of an earlier stage (R-K11).</param>
public sealed record ModuleMarksImported(ModuleId Module, string Clerk, IReadOnlyList<ImportedMark> Marks, string? Source = null, bool? Carried = null)
    : LedgerEvent, IOfEntrants
{
    IEnumerable<EntrantId> IOfEntrants.Entrants => Marks.Select(m => m.Entrant);
}

public sealed record ImportedMark(EntrantId Entrant, decimal Mark);

/// <summary>Votes and the like of many entrants at once, from a list (R-K8): each a sheet of the judge whose seat counts, with this one aspect.</summary>
/// <param name="Clerk">Who brought the list.</param>
public sealed record CountsImported(
    ModuleId Module, JudgeId Judge, AspectId Aspect, string Clerk, IReadOnlyList<ImportedMark> Counts, string? Source = null) : LedgerEvent, IOfEntrants
{
    IEnumerable<EntrantId> IOfEntrants.Entrants => Counts.Select(c => c.Entrant);
}

/// <summary>R-J13: a third person settles a difference.</summary>
public sealed record DoubleEntryResolved(EntrantId Entrant, ModuleId Module, string By, decimal Mark, string Reason, int? Attempt = null) : LedgerEvent, IOfEntrant;

/// <summary>R-B6. Seconds, with at most two decimals (R-K2); 补时 extends the clock.</summary>
public sealed record TimeRecorded(
    EntrantId Entrant, ModuleId Module, decimal UsedSeconds, decimal ExtensionSeconds = 0, DateTimeOffset? FinishedAt = null, string? Reason = null,
    int? Attempt = null) : LedgerEvent, IOfEntrant;

/// <summary>R-B7.</summary>
/// <param name="Number">Of the violation in its competition, from 1, so that it can be withdrawn.</param>
/// <param name="Module">Null where the whole entry is concerned (warning, disqualification), or a deduction comes off the total (R-K5).</param>
/// <param name="PersonRole">Who the person is, as a competition file says it; null: <paramref name="As"/> does. In older entries the program's words for it.</param>
/// <param name="Percent">Of the total, in place of <paramref name="Deduction"/> (R-K5).</param>
/// <param name="As">The office in which the person saw it.</param>
public sealed record ViolationRecorded(
    int Number, EntrantId Entrant, ModuleId? Module, string Person, string? PersonRole, string What, ViolationOutcome Outcome,
    decimal Deduction = 0m, DateTimeOffset? OccurredAt = null, decimal? Percent = null, Role? As = null) : LedgerEvent, IOfEntrant;

public sealed record ViolationWithdrawn(int Number, EntrantId Entrant, string Reason) : LedgerEvent, IOfEntrant;

public enum ViolationOutcome { Warning, Deduction, ModuleToZero, Disqualified }

/// <summary>R-B8.</summary>
public sealed record StatusChanged(EntrantId Entrant, EntrantStatus Status, string Reason) : LedgerEvent, IOfEntrant;

/// <summary>更正 (R-D2): a new version of one judge's sheet beside the old.</summary>
/// <param name="Marks">The whole sheet after the correction.</param>
public sealed record SheetCorrected(
    EntrantId Entrant, ModuleId Module, JudgeId Judge, IReadOnlyDictionary<AspectId, Entry> Marks, string Reason, string AskedBy, string ApprovedBy,
    int? Attempt = null) : LedgerEvent, IOfEntrant;

public sealed record ModuleMarkCorrected(
    EntrantId Entrant, ModuleId Module, decimal Mark, string Reason, string AskedBy, string ApprovedBy, int? Attempt = null) : LedgerEvent, IOfEntrant;

/// <summary>R-D5: a judge, head judge or supervisor signed a module of a trade; the module's sheets are locked by the head judge's.</summary>
public sealed record ModuleSigned(TradeId Trade, ModuleId Module, Role As, string By, string? Signature = null) : LedgerEvent, IOfTrade;

/// <summary>R-D5: two people unlocked a signed module.</summary>
public sealed record ModuleReopened(TradeId Trade, ModuleId Module, string HeadJudge, string Supervisor, string Reason)
    : LedgerEvent, IOfTrade;

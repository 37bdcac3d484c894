// The competition file: a whole contest in one JSON document (docs/competition-file.md). Import, export, compute, the demo and the test cases use it.
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Core.Files;

/// <summary>A contest as it stands: definition, people, marks and decisions. Not its history: that is the ledger.</summary>
/// <param name="Format">Version of this format, 1.</param>
/// <param name="Marks">One entry for each entrant who has any marks, times, violations.</param>
/// <param name="Progress">How far each trade is; trades left out are where their codes and marks put them.</param>
/// <param name="FormerSeats">Seats that judges had when they handed in sheets, and have no more (R-J3).</param>
/// <param name="TeamCertificates">Of teams and organizations (R-F1, R-F3), in order of issue.</param>
/// <param name="TeamRevoked">Which of those no longer hold.</param>
public sealed record CompetitionFile(
    int Format,
    Competition Competition,
    IReadOnlyList<Trade>? Trades = null,
    IReadOnlyList<Organization>? Organizations = null,
    IReadOnlyList<FileEntrant>? Entrants = null,
    IReadOnlyList<Judge>? Judges = null,
    IReadOnlyList<EntrantMarks>? Marks = null,
    IReadOnlyList<TradeProgress>? Progress = null,
    IReadOnlyList<FormerSeat>? FormerSeats = null,
    IReadOnlyList<IssuedCertificate>? TeamCertificates = null,
    IReadOnlyList<FileRevocation>? TeamRevoked = null)
{
    public const int CurrentFormat = 1;
}

/// <param name="Name">Of a judge who is none any more; null: the judge is still in the file.</param>
/// <param name="Trainee">A trainee's seat (R-K10).</param>
public sealed record FormerSeat(JudgeId Judge, TradeId Trade, ModuleId Module, int Number, Role Role = Role.Judge, string? Name = null, bool Trainee = false);

/// <summary>An <see cref="Entrant"/> with codes, status and, unlike anywhere else, personal data in the clear.</summary>
/// <param name="Codes">代号 of each layer, first drawn first (R-A1), empty text for a layer without; null: not drawn.</param>
/// <param name="Station">工位号 of the last draw.</param>
/// <param name="Group">Of panels side by side (R-K3), by the list.</param>
/// <param name="Groups">The same by module, as assigned or drawn.</param>
/// <param name="StatusReason">Why absent, withdrawn or disqualified; needed for those (R-B8).</param>
public sealed record FileEntrant(
    EntrantId Id,
    string Name,
    OrganizationId Organization,
    TradeId Trade,
    IReadOnlyList<string>? Codes = null,
    string? Station = null,
    EntrantStatus Status = EntrantStatus.Normal,
    string? StatusReason = null,
    string? Gender = null,
    string? ExamNumber = null,
    string? Grade = null,
    IReadOnlyList<string>? Members = null,
    string? Team = null,
    PersonalData? Personal = null,
    string? Group = null,
    IReadOnlyDictionary<ModuleId, string>? Groups = null,
    IReadOnlyDictionary<string, string>? Tags = null,
    Counting? Counts = null,
    IReadOnlyList<string>? MemberRoles = null,
    string? Work = null,
    EarlierStage? From = null,
    string? Person = null);

/// <summary>All that was recorded of one entrant; violations in the order they were recorded.</summary>
public sealed record EntrantMarks(EntrantId Entrant, IReadOnlyList<ModuleMarks>? Modules = null, IReadOnlyList<FileViolation>? Violations = null);

/// <summary>One module of one entrant: sheets by judges (R-B3, R-B5) or figures by clerks (R-B2).</summary>
/// <param name="Figures">One by the clerk; in double entry one by each of two.</param>
/// <param name="Resolved">The figure that counts in place of the clerks': a third person's where two differ (R-J13), or a correction (R-D2).</param>
/// <param name="SpreadConfirmed">The head judge's reason why a spread above the limit stands (R-B4).</param>
/// <param name="Attempt">Which run (R-K7); each has an entry of its own.</param>
/// <param name="Waived">弃试: why this run does not take place; of a member: why absent (R-K14).</param>
/// <param name="Member">Whose, in a module marked member by member (R-K14); each has an entry of their own.</param>
/// <param name="PanelConfirmed">The head judge's reason why a panel with fewer judges stands (R-L3, R-L4).</param>
public sealed record ModuleMarks(
    ModuleId Module,
    IReadOnlyList<FileSheet>? Sheets = null,
    IReadOnlyList<FileFigure>? Figures = null,
    FileResolution? Resolved = null,
    FileTime? Time = null,
    string? SpreadConfirmed = null,
    int Attempt = 1,
    string? Waived = null,
    string? PanelConfirmed = null,
    string? Member = null);

/// <summary>One judge's sheet, whole.</summary>
/// <param name="Marks">What was entered, by aspect: a number, or a list of answers.</param>
/// <param name="Returned">The head judge's reason if the sheet was sent back and has not come in again.</param>
/// <param name="FirstMarks">Of aspects that were marked anew after the judges differed (R-L6).</param>
/// <param name="EntrantSignature">R-K18.</param>
/// <param name="EntrantRefused">Why the entrant did not sign.</param>
public sealed record FileSheet(
    JudgeId Judge,
    IReadOnlyDictionary<AspectId, Marking.Entry> Marks,
    IReadOnlyDictionary<AspectId, string>? Notes = null,
    string? Signature = null,
    string? Returned = null,
    IReadOnlyDictionary<AspectId, Marking.Entry>? FirstMarks = null,
    string? EntrantSignature = null,
    string? EntrantRefused = null);

public sealed record FileFigure(string Clerk, decimal Mark);

public sealed record FileResolution(string By, decimal Mark, string Reason, bool Correction = false);

/// <summary>R-B6, in seconds.</summary>
public sealed record FileTime(decimal UsedSeconds, decimal ExtensionSeconds = 0, DateTimeOffset? FinishedAt = null, string? Reason = null);

/// <summary>R-B7.</summary>
/// <param name="Number">From 1, unique in the competition.</param>
/// <param name="Withdrawn">Reason if it was taken back.</param>
/// <param name="Percent">Of the total (R-K5).</param>
public sealed record FileViolation(
    int Number,
    string Person,
    string PersonRole,
    string What,
    ViolationOutcome Outcome,
    ModuleId? Module = null,
    decimal Deduction = 0m,
    DateTimeOffset? OccurredAt = null,
    string? Withdrawn = null,
    decimal? Percent = null);

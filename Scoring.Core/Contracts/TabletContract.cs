// What a tablet and the hub say to each other. A scoring judge's tablet knows codes only (R-A1): no entrant id, name or organization.
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Contracts;

/// <summary>Methods of ScoringHub (at <c>/hub/scoring</c>) that a paired tablet calls.</summary>
public interface IScoringHub
{
    /// <summary>Who this tablet is and what time it is: the first word on a line, so short that a slow one carries it at once. What waits may then be sent.</summary>
    Task<TabletGreeting> Greet();

    /// <summary>Everything this judge may see, whole. Browsers take it in parts, compressed: <c>GET /judge/api/session</c> and <c>/judge/api/cards</c>.</summary>
    Task<TabletSession> OpenSession();

    /// <summary>Hands in one sheet. Sent again with the same id it answers with the same receipt.</summary>
    Task<SubmissionAnswer> SubmitSheet(SheetSubmission submission);

    /// <summary>Keeps the console's picture of this tablet fresh: how many entries wait in its outbox.</summary>
    /// <returns>What the judge's lists are now, in figures (open modules, cards, sum of versions, returned, out); a tablet that shows something else has lost a message
    /// and opens its session again. Null: no such judge any more.</returns>
    Task<string?> Heartbeat(int waiting);

    /// <summary>The newest receipt this tablet holds of this contest, after every connect: a ledger that lacks it is damaged, and both sides are told.</summary>
    /// <param name="hash">Lower-case hex, whole.</param>
    Task ShowReceipt(long sequence, string hash);

    /// <summary>The judge has read a message from the console.</summary>
    Task MessageRead(Guid id);
}

/// <summary>What the hub tells tablets.</summary>
public interface IScoringClient
{
    /// <summary>One card of this judge's list changed: returned, absent, handed in from another tablet.</summary>
    Task CardChanged(EntrantCard card);

    /// <summary>Definition, draw or panel changed: open the session again.</summary>
    Task SessionChanged();

    /// <summary>Something of a trade changed that its officials see: open the page at hand again.</summary>
    Task TradeChanged(TradeId trade, long version);

    /// <summary>A message from the console to be shown on the glass until it is read; sent again on every connect until then.</summary>
    /// <param name="id">To be named in <see cref="IScoringHub.MessageRead"/>; the same id again is the same message.</param>
    Task Message(string text, DateTimeOffset at, Guid id);

    /// <summary>Somebody this judge marks is on stage (台上亮分), said again on every connect; null: nobody is.</summary>
    Task OnStage(StageCall? call);
}

/// <param name="ServerTime">UTC; with the moments of question and answer the tablet knows the server's clock.</param>
public sealed record TabletGreeting(CompetitionId Competition, JudgeId Judge, DateTimeOffset ServerTime);

/// <summary>Answer to <c>GET /judge/api/cards/TRADE/MODULE</c>.</summary>
/// <param name="Tag">To be sent with the next question (header <c>Tablet-Has</c>): what has not changed since is left out.</param>
/// <param name="Whole">All cards of the module; otherwise only those that changed.</param>
public sealed record TabletCards(string Tag, bool Whole, IReadOnlyList<EntrantCard> Cards);

/// <summary>Answer to <c>GET /judge/api/session?tag=TAG</c>; nothing (204) while the tag is still right.</summary>
/// <param name="Session">Without cards.</param>
public sealed record TabletHeads(string Tag, TabletSession Session);

/// <param name="Judge">The judge's own id: paired again as the same one, a tablet goes on with what it still holds.</param>
/// <param name="Seat">e.g. 4 号裁判.</param>
/// <param name="ServerTime">UTC, so that a wrong clock on the tablet is noticed.</param>
/// <param name="Offices">What this person may do besides marking; null or empty: nothing.</param>
/// <param name="InUseInstead">Name of the contest in use where it is another than this tablet's; null: it is this.</param>
/// <param name="CarryKey">Key of this tablet's proof on sheets that are carried as a QR, base64; known to it and the server only.</param>
public sealed record TabletSession(
    CompetitionId Competition, string CompetitionName, bool Demo, JudgeId Judge, string Seat, string DeviceName,
    IReadOnlyList<TabletModule> Modules, long Version, DateTimeOffset ServerTime, IReadOnlyList<TabletOffice>? Offices = null, string? CarryKey = null,
    string? InUseInstead = null);

/// <summary>A module this judge marks, with the cards of its entrants by code.</summary>
/// <param name="Sheet">Criteria without anything a judge must not know (answer keys are removed).</param>
/// <param name="FullMark">Of one sheet: of a module whose runs are added up, one run's.</param>
/// <param name="Open">Whether the trade is in its scoring phase and this module not signed; otherwise <paramref name="Closed"/> says why.</param>
/// <param name="Runs">An entrant has several sheets in it: runs (R-K7) or members (R-K14); null: one.</param>
/// <param name="Decimals">Of the trade (R-K2).</param>
/// <param name="Bonus">加分: the most that bonus and factor lift a sheet above its full mark (R-K9); null: nothing.</param>
/// <param name="BelowZero">Aspects and sums may be below 0 (R-K9).</param>
/// <param name="EntrantSigns">The entrant is asked to sign beside the judge (R-K18).</param>
/// <param name="Group">This judge's part of a panel in groups (R-K3), by name; null: there are none.</param>
public sealed record TabletModule(
    TradeId Trade, string TradeName, ModuleId Module, string ModuleName, decimal FullMark, IReadOnlyList<Criterion> Sheet,
    bool Open, string? Closed, IReadOnlyList<EntrantCard> Cards, RunKind? Runs = null, int Decimals = 2, decimal? Bonus = null, bool BelowZero = false,
    bool EntrantSigns = false, string? Group = null);

/// <summary>What an entrant has several sheets of in one module.</summary>
public enum RunKind { Attempt, Member }

/// <summary>One sheet of an entrant on this judge's list.</summary>
/// <param name="Version">Ledger sequence of this judge's sheet; 0: none yet. A submission is based on it.</param>
/// <param name="Marks">Own marks as last handed in; null: none. Never another judge's.</param>
/// <param name="Total">Of the own sheet as computed by the server.</param>
/// <param name="Receipt">In a list its hash is <see cref="Receipt.ShortHash"/> only.</param>
/// <param name="ReturnReason">The head judge's words; null unless returned.</param>
/// <param name="Attempt">Which run or member, from 1; null: the module has one sheet an entrant.</param>
/// <param name="Waived">弃试 of the run, 缺考 of the member, with the reason; null: neither.</param>
/// <param name="Counts">Whether this run makes the module's figure, where one judge marks it alone; null: not to be told, or no figure yet.</param>
/// <param name="Agree">待合议 (R-L6): aspects this judge is to mark anew now; null: none.</param>
/// <param name="AgreeWaits">True: this judge has marked anew, and others are still to; null: nothing waits.</param>
/// <param name="FirstMarks">Own marks of before, of aspects marked anew; null: none were.</param>
/// <param name="EntrantSigned">The entrant's signature under this sheet (R-K18); null: none.</param>
/// <param name="EntrantRefused">Why the entrant did not sign.</param>
public sealed record EntrantCard(
    TradeId Trade, ModuleId Module, string Code, string? Station, EntrantStatus Status, CardState State, long Version,
    IReadOnlyDictionary<AspectId, Entry>? Marks = null, decimal? Total = null, Receipt? Receipt = null, string? ReturnReason = null,
    int? Attempt = null, string? Waived = null, bool? Counts = null, IReadOnlyList<AspectId>? Agree = null, bool? AgreeWaits = null,
    IReadOnlyDictionary<AspectId, Entry>? FirstMarks = null, string? EntrantSigned = null, string? EntrantRefused = null);

/// <summary>未评, 已交, 退回 as the server knows it; 草稿 and 待同步 exist on the tablet only.</summary>
public enum CardState { Open, Submitted, Returned }

/// <param name="Id">UUID made by the tablet; the key of idempotence.</param>
/// <param name="BasedOn"><see cref="EntrantCard.Version"/> the judge saw.</param>
/// <param name="DeviceTime">The tablet's clock, information only.</param>
/// <param name="Attempt">As on the card; null: the only sheet.</param>
/// <param name="EntrantSignature">R-K18, as an SVG path; null: none.</param>
/// <param name="EntrantRefused">Why the entrant did not sign; null: signed, or not asked to.</param>
public sealed record SheetSubmission(
    Guid Id, TradeId Trade, ModuleId Module, string Code, long BasedOn, IReadOnlyDictionary<AspectId, Entry> Marks,
    IReadOnlyDictionary<AspectId, string>? Notes = null, string? Signature = null, DateTimeOffset? DeviceTime = null,
    int? Attempt = null, string? EntrantSignature = null, string? EntrantRefused = null);

/// <summary>What became of a submission.</summary>
/// <param name="Receipt">Set when accepted, or accepted earlier.</param>
/// <param name="Card">The entrant's card as it is now; on a conflict it holds the other version.</param>
/// <param name="Message">For the judge, in Chinese; null when accepted.</param>
/// <param name="Aspects">Which aspects are at fault and why.</param>
public sealed record SubmissionAnswer(
    SubmissionOutcome Outcome, Receipt? Receipt, EntrantCard? Card, string? Message = null, IReadOnlyDictionary<AspectId, string>? Aspects = null);

/// <summary>Accepted; conflict: the sheet moved on meanwhile, both are shown; refused: will never be accepted as it is; retry: not now (disk full, closed).</summary>
public enum SubmissionOutcome { Accepted, Conflict, Refused, Retry }

/// <summary>Answer to <c>POST /judge/api/pair</c> and <c>GET /judge/api/me</c>: whose tablet this is.</summary>
/// <param name="Seat">e.g. 4 号裁判.</param>
public sealed record PairedAs(bool Judge, string Seat, string DeviceName, string CompetitionName, bool Demo);

/// <summary>Answer to <c>POST /judge/api/papers</c>.</summary>
/// <param name="Picture">SHA-256 of the paper's picture, to be named in <see cref="PaperCommand"/>.</param>
public sealed record StoredPicture(string Picture);

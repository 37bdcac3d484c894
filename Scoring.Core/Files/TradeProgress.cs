// What people decided about a trade, beside its marks.
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Files;

/// <summary>How far a trade is (R-A5), and the decisions that shape its results.</summary>
/// <param name="Phase">Null: scoring if there are marks, else drawn if there are codes, else setup.</param>
/// <param name="Visibility">Null: as the trade's definition says.</param>
/// <param name="DrawSeeds">Seed of each layer's machine draw, in order; empty text: entered by hand.</param>
/// <param name="CodedResultsBy">Head judge who submitted the coded results (R-A2).</param>
/// <param name="Ties">The committee's order of groups that the chain left equal (R-C2).</param>
/// <param name="Boundaries">Who of the equals gets the tier (R-E2 c).</param>
public sealed record TradeProgress(
    TradeId Trade,
    Phase? Phase = null,
    Visibility? Visibility = null,
    IReadOnlyList<string>? DrawSeeds = null,
    IReadOnlyList<FileSignature>? Signatures = null,
    string? CodedResultsBy = null,
    FileReview? Review = null,
    IReadOnlyList<FileDecode>? Decoded = null,
    IReadOnlyList<FileTie>? Ties = null,
    IReadOnlyList<FileBoundary>? Boundaries = null,
    string? AwardsConfirmedBy = null,
    IReadOnlyList<FileAppeal>? Appeals = null,
    FileHonours? Honours = null,
    IReadOnlyList<IssuedCertificate>? Certificates = null,
    IReadOnlyList<FileRevocation>? Revoked = null,
    IReadOnlyList<FileDecline>? Declined = null);

/// <summary>R-K11: 放弃晋级.</summary>
public sealed record FileDecline(EntrantId Entrant, string Reason);

/// <summary>R-D5: a module signed.</summary>
public sealed record FileSignature(ModuleId Module, Role As, string By, string? Signature = null);

/// <summary>R-D1.</summary>
/// <param name="SignedBy">Head judge and supervisor, once both have signed.</param>
public sealed record FileReview(
    string Seed, IReadOnlyList<EntrantId> Top, IReadOnlyList<EntrantId> Sample, IReadOnlyList<FileTick>? Ticks = null, TwoPeople? SignedBy = null);

/// <summary>One sheet compared. An entrant found wrong, mended and found right stands twice, in that order.</summary>
public sealed record FileTick(EntrantId Entrant, bool Right, string By, string? Remark = null);

public sealed record TwoPeople(string HeadJudge, string Supervisor);

/// <summary>R-A2: a layer decoded, outermost first.</summary>
public sealed record FileDecode(int Layer, string HeadJudge, string Supervisor);

/// <param name="Order">The whole tied group, best first.</param>
public sealed record FileTie(IReadOnlyList<EntrantId> Order, string Reason);

/// <param name="Tied">All equals of whom the choice was made; null: it holds as long as the chosen are among them.</param>
/// <param name="FromNext">Places given beyond the tier's own come out of the next (R-L1).</param>
public sealed record FileBoundary(
    string Tier, IReadOnlyList<EntrantId> Chosen, string Reason, IReadOnlyList<EntrantId>? Tied = null, bool FromNext = false);

/// <summary>R-D4. Without <paramref name="AnsweredBy"/> it is open.</summary>
/// <param name="Number">From 1, unique in the competition.</param>
public sealed record FileAppeal(
    int Number, EntrantId Entrant, string ByLeader, string Text, DateTimeOffset ReceivedAt, string? AnsweredBy = null, bool Upheld = false, string? Answer = null);

public sealed record FileHonours(string By, IReadOnlyList<ApprovedHonour> Approved);

/// <param name="CollectedFrom">Who handed the paper back; null: it is still out.</param>
public sealed record FileRevocation(string Number, string Reason, string? CollectedFrom = null);

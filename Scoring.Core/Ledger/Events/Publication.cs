using Scoring.Core.Certificates;
using Scoring.Core.Definition;

namespace Scoring.Core.Ledger.Events;

/// <summary>R-A5. Forward needs nothing lacking; back needs a reason and a second person.</summary>
public sealed record PhaseChanged(TradeId Trade, Phase To, string? Reason = null, string? SecondPerson = null) : LedgerEvent, IOfTrade;

public enum Phase { Setup, Drawn, Scoring, Review, Publicity, Final, Archived }

/// <summary>R-A3: from now on the public sees this of the trade, until it is named by its phase.</summary>
public sealed record VisibilityChanged(TradeId Trade, Visibility Visibility) : LedgerEvent, IOfTrade;

/// <summary>The head judge submitted the coded results (R-A2), before any decoding.</summary>
public sealed record CodedResultsSubmitted(TradeId Trade, string By) : LedgerEvent, IOfTrade;

/// <summary>R-D1: what is to be looked at again, drawn from a recorded seed.</summary>
public sealed record ReviewDrawn(TradeId Trade, string Seed, IReadOnlyList<EntrantId> Top, IReadOnlyList<EntrantId> Sample)
    : LedgerEvent, IOfTrade;

/// <summary>One sheet of the review was compared: right or wrong (a correction follows).</summary>
public sealed record ReviewTicked(TradeId Trade, EntrantId Entrant, bool Right, string By, string? Remark = null)
    : LedgerEvent, IOfTrade, IOfEntrant;

public sealed record ReviewSigned(TradeId Trade, string HeadJudge, string Supervisor) : LedgerEvent, IOfTrade;

/// <summary>解密 asked for by one of the two people (R-A2).</summary>
public sealed record DecodeRequested(TradeId Trade, int Layer, string By) : LedgerEvent, IOfTrade;

/// <summary>R-A2: a layer was decoded by two different people.</summary>
public sealed record Decoded(TradeId Trade, int Layer, string HeadJudge, string Supervisor) : LedgerEvent, IOfTrade;

/// <summary>R-C2: the committee's order of a whole tied group, best first.</summary>
public sealed record TieDecided(TradeId Trade, IReadOnlyList<EntrantId> Order, string Reason) : LedgerEvent, IOfTrade;

/// <summary>R-E2 (c): who of the tied gets the tier.</summary>
/// <param name="Tied">All equals of whom the choice was made; null in entries from before this was written down.</param>
/// <param name="FromNext">Places given beyond the tier's own come out of the next (R-L1).</param>
public sealed record BoundaryDecided(
    TradeId Trade, string Tier, IReadOnlyList<EntrantId> Chosen, string Reason, IReadOnlyList<EntrantId>? Tied = null, bool FromNext = false)
    : LedgerEvent, IOfTrade;

/// <summary>R-K11: 放弃晋级; rank and award stay, the place goes to the next reserve.</summary>
public sealed record AdvanceDeclined(TradeId Trade, EntrantId Entrant, string Reason) : LedgerEvent, IOfTrade, IOfEntrant;

/// <summary>A 放弃晋级 was taken back.</summary>
public sealed record AdvanceAccepted(TradeId Trade, EntrantId Entrant, string Reason) : LedgerEvent, IOfTrade, IOfEntrant;

/// <summary>The awards were checked and stand as computed at this point of the ledger.</summary>
public sealed record AwardsConfirmed(TradeId Trade, string By) : LedgerEvent, IOfTrade;

public sealed record AppealFiled(int Number, TradeId Trade, EntrantId Entrant, string ByLeader, string Text, DateTimeOffset ReceivedAt)
    : LedgerEvent, IOfTrade, IOfEntrant;

public sealed record AppealAnswered(int Number, TradeId Trade, string By, bool Upheld, string Answer) : LedgerEvent, IOfTrade;

public sealed record HonoursApproved(TradeId Trade, IReadOnlyList<ApprovedHonour> Honours, string By) : LedgerEvent, IOfTrade;

public sealed record ApprovedHonour(EntrantId Entrant, string Title);

/// <summary>R-H5: numbers are given once and never again.</summary>
public sealed record CertificatesIssued(TradeId Trade, IReadOnlyList<IssuedCertificate> Certificates) : LedgerEvent, IOfTrade;

/// <param name="Qr">The signed payload printed on it (R-H6), so that a reprint is the same paper.</param>
/// <param name="Replaces">Number of the revoked certificate this one takes the place of.</param>
public sealed record IssuedCertificate(EntrantId Entrant, CertificateFacts Facts, string Qr, string? Replaces = null);

public sealed record CertificateRevoked(TradeId Trade, string Number, string Reason) : LedgerEvent, IOfTrade;

/// <summary>Of teams and organizations, for the contest as a whole (R-F1, R-F3): <see cref="Certificates.TeamHolder"/> stands in place of the entrant.</summary>
public sealed record TeamCertificatesIssued(IReadOnlyList<IssuedCertificate> Certificates) : LedgerEvent;

public sealed record TeamCertificateRevoked(string Number, string Reason) : LedgerEvent;

/// <summary>R-K17: name, organization, members or identity mended after 评分, by two people, with every certificate that said the old words.</summary>
/// <param name="To">The entrant as it is from now on.</param>
/// <param name="By">Who asked; <paramref name="SecondPerson"/> agreed.</param>
/// <param name="Revoked">Numbers of certificates of persons that hold no more.</param>
/// <param name="Issued">Those that take their place.</param>
/// <param name="TeamsRevoked">The same of teams and organizations.</param>
/// <param name="Organizations">New ones; null: none.</param>
public sealed record EntrantCorrected(
    EntrantId Entrant, People.Entrant To, string Reason, string By, string SecondPerson, IReadOnlyList<string> Revoked, IReadOnlyList<IssuedCertificate> Issued,
    IReadOnlyList<string> TeamsRevoked, IReadOnlyList<IssuedCertificate> TeamsIssued, IReadOnlyList<People.Organization>? Organizations = null)
    : LedgerEvent, IOfEntrant, IOfTrade
{
    TradeId IOfTrade.Trade => To.Trade;
}

/// <summary>A revoked paper came back (R-H5), of a trade or of a team.</summary>
/// <param name="From">Who handed it back.</param>
public sealed record CertificateCollected(string Number, string From) : LedgerEvent, IOfCertificate;

// What the public side gets. Everything in here has passed the public view (R-A3) and may be shown to anyone.
using Scoring.Core.Boards;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;

namespace Scoring.Core.Contracts;

/// <summary>Everything a screen needs to start: sent whole on connect.</summary>
/// <param name="Ceremony">What the ceremony shows; null: none is under way.</param>
/// <param name="Cut">True: this display has lost its Api, and this is the last it knew.</param>
public sealed record PublicState(
    CompetitionCard Competition, IReadOnlyList<Board> Boards, DateTimeOffset ServerTime, CeremonyPicture? Ceremony = null, bool Cut = false);

/// <param name="NameLines">The name broken where it is spoken; at least one line.</param>
/// <param name="TimeZone">IANA name of the zone in which its times are shown; null: Beijing.</param>
/// <param name="Teams">Team rankings whose trades are all published (R-F1); null: none is.</param>
/// <param name="TradeWord">What the contest calls its trades.</param>
public sealed record CompetitionCard(
    CompetitionId Id, string Name, IReadOnlyList<string> NameLines, DateOnly? Date, IReadOnlyList<string> Hosts, IReadOnlyList<string> Organizers, bool Demo,
    IReadOnlyList<TeamBoard>? Teams = null, string TradeWord = Definition.TradeWord.Usual, string? TimeZone = null);

/// <summary>团体总分 as anyone may see it (R-F1 to R-F3).</summary>
/// <param name="Prize">Name of the organizations' prize; null: there is none.</param>
/// <param name="PrizeWinners">Names of organizations.</param>
/// <param name="Decimals">Of totals (R-K2, R-M1).</param>
public sealed record TeamBoard(string Name, IReadOnlyList<TeamBoardRow> Rows, string? Prize, IReadOnlyList<string> PrizeWinners,
    int Decimals = 2);

/// <param name="Rank">Null: nobody of the team is ranked.</param>
/// <param name="Entrants">Who count for it.</param>
/// <param name="Words">Why it stands after the one before.</param>
/// <param name="ShortName">Of the organization, with the team's; null: none.</param>
public sealed record TeamBoardRow(int? Rank, string Name, decimal Total, int Entrants, string Words, string? ShortName = null);

/// <summary>Methods of DisplayHub (at <c>/display/hub</c>), anonymous and read-only.</summary>
public interface IDisplayHub
{
    /// <summary>Joins the public boards of a competition (null: the current one) and returns their state.</summary>
    Task<PublicState?> Watch(CompetitionId? competition);

    /// <summary>Says which screen this is (1 to 40 characters) and returns what it plays; null if the name is none.</summary>
    Task<ScreenState?> Attach(string screen);

    /// <summary>As <see cref="Attach"/>, of somebody who only looks at what the screen plays and is not that screen.</summary>
    Task<ScreenState?> Mirror(string screen);
}

/// <summary>What DisplayHub tells screens. Always whole states; older versions are ignored by the reader.</summary>
public interface IDisplayClient
{
    Task Board(Board board);

    /// <summary>What changed of the board this connection was sent before; for any other it means nothing, and the reader asks again.</summary>
    Task Rows(BoardChange change);

    Task Competition(CompetitionCard competition);

    Task Screen(ScreenState screen);

    Task Ceremony(CeremonyPicture picture);

    /// <summary>A display on its own has lost its Api (false), or has it again.</summary>
    Task Upstream(bool connected);
}

/// <summary>The seam between results and whoever shows them: in the same process straight from the boards, or from a distant Api over SignalR.</summary>
public interface IResultsFeed
{
    /// <summary>False while the Api cannot be reached and this is the last that was known.</summary>
    bool Connected => true;

    /// <summary>Competitions anyone may see: the one in use first, then the newest.</summary>
    IReadOnlyList<CompetitionCard> Competitions { get; }

    /// <summary>Public state of a competition; null if there is none of that id.</summary>
    PublicState? State(CompetitionId competition);

    /// <summary>Changes of what is public: each time it is asked, the newest board of every trade that changed since; a slow reader skips, never queues.</summary>
    IAsyncEnumerable<IReadOnlyList<Board>> Changes(CancellationToken cancel);

    /// <summary>A participant asks for the own result: by name and last four of the ID number, or null if there is none (found and not found take the same time).</summary>
    Task<IReadOnlyList<ParticipantResult>> Find(string name, string lastFour, CancellationToken cancel);

    /// <summary>What is known of a certificate number: masked name, award, state only (R-H6); null if unknown.</summary>
    Task<CertificateStanding?> Certificate(string number, CancellationToken cancel);

    /// <summary>Everything printed on a certificate, for whoever holds the right <paramref name="token"/> from <see cref="Find"/>; null otherwise.</summary>
    Task<PrintableCertificate?> Printable(string token, CancellationToken cancel);

    /// <summary>Trades whose appeal window is open and may be used from a phone (R-D4).</summary>
    IReadOnlyList<AppealWindow> AppealWindows(CompetitionId competition);

    /// <summary>Hands an appeal in for the entrant of that name and last four of the ID number; a wrong pair is refused like an unknown name.</summary>
    Task<AppealReceipt> Appeal(OwnAppeal appeal, CancellationToken cancel);

    /// <summary>Public keys that certificates are signed with: SubjectPublicKeyInfo by key id.</summary>
    IReadOnlyDictionary<string, byte[]> CertificateKeys { get; }
}

/// <param name="Why">Why this rank, in words; null where the organizer does not allow it.</param>
/// <param name="Certificates">Held in this competition, revoked ones too, in order of issue.</param>
/// <param name="Decimals">Of figures and total (R-K2).</param>
/// <param name="Modules">Of components with more than one; null where the organizer does not allow it.</param>
public sealed record ParticipantResult(
    CompetitionCard Competition, TradeId Trade, string TradeName, string Name, string Organization, string Code, int? Rank, int RankedCount,
    IReadOnlyList<BoardColumn> Columns, IReadOnlyList<decimal?> Figures, decimal? Total, string? Tier, string? Why,
    IReadOnlyList<OwnCertificate> Certificates, int Decimals = 2, IReadOnlyList<OwnModule>? Modules = null);

/// <param name="Column">Index of the component in <see cref="ParticipantResult.Columns"/>.</param>
/// <param name="Figure">After deductions; null: none.</param>
public sealed record OwnModule(int Column, string Name, decimal FullMark, decimal? Figure);

/// <param name="Token">Opens it for download; null: it holds no longer.</param>
public sealed record OwnCertificate(string Number, string Title, string Award, CertificateState State, string? Token);

/// <param name="Until">Null: the contest is not over, the hours have not begun.</param>
public sealed record AppealWindow(TradeId Trade, string TradeName, DateTimeOffset? Until);

/// <param name="Id">Made by the form: handed in twice it is one appeal.</param>
/// <param name="Leader">领队 who appeals (R-D4).</param>
public sealed record OwnAppeal(Guid Id, CompetitionId Competition, TradeId Trade, string Name, string LastFour, string Leader, string Text);

/// <param name="Number">In the register; null: refused.</param>
/// <param name="Refusal">In Chinese, says what to do; null: taken.</param>
public sealed record AppealReceipt(int? Number, string? Refusal);

/// <param name="Print">Of the QR it was issued with, see <see cref="SignedCertificate.PrintOf"/>: a paper whose key is void is believed by this. Null: not said.</param>
public sealed record CertificateStanding(string Number, string MaskedName, string Award, CertificateState State, string? ReplacedBy = null, string? Print = null);

public enum CertificateState { Valid, Reissued, Revoked }

/// <param name="Competition">Whose templates it is painted with.</param>
public sealed record PrintableCertificate(CertificateFacts Facts, string Qr, CompetitionId Competition);

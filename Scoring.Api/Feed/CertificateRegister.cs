using Microsoft.AspNetCore.DataProtection;
using Scoring.Api.Certificates;
using Scoring.Api.Shelf;
using Scoring.Core.Certificates;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Feed;

/// <summary>Issued certificates of all competitions: state by number, whole by a token that only the right participant is given (R-H5, R-H6).</summary>
public sealed class CertificateRegister(ContestCards cards, CertificateKeys keys, IDataProtectionProvider protection)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(2);
    private readonly ITimeLimitedDataProtector tokens = protection.CreateProtector("certificate-download").ToTimeLimitedDataProtector();

    public IReadOnlyDictionary<string, byte[]> PublicKeys => keys.PublicKeys;

    public CertificateStanding? Standing(string number) => Search(number, (_, all, issue) => new CertificateStanding(
        number, ShownName(issue.Certificate.Facts), issue.Certificate.Facts.Award, StateOf(all, issue), ReplacementOf(all, number),
        SignedCertificate.PrintOf(VerificationLink.PayloadOf(issue.Certificate.Qr))));

    public PrintableCertificate? Printable(string token)
    {
        string number;
        try
        {
            number = tokens.Unprotect(token);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }

        return Search(number, (competition, _, issue) => new PrintableCertificate(issue.Certificate.Facts, issue.Certificate.Qr, competition));
    }

    /// <summary>All certificates an entrant was given, under one of the names on them (R-F4); whoever asks has proved to be that person.</summary>
    internal IReadOnlyList<OwnCertificate> Of(TradeState trade, EntrantId entrant) =>
        [.. Own(trade.Publication.Certificates, holder => holder == entrant), .. Shared(trade, entrant)];

    /// <summary>Of the team and the organization, for each of their entrants (R-F1, R-F3).</summary>
    private IEnumerable<OwnCertificate> Shared(TradeState trade, EntrantId entrant)
    {
        var state = trade.Competition;
        var shared = state.TeamCertificates.Count > 0 && state.Competition is { } competition && state.Entrant(entrant) is { } found ? TeamHolder.Shared(competition, found.Entrant) : null;
        return shared is null ? [] : Own(state.TeamCertificates, shared.Contains);
    }

    private IEnumerable<OwnCertificate> Own(IReadOnlyList<CertificateIssue> all, Func<EntrantId, bool> holds) => all.Where(c => holds(c.Certificate.Entrant)).Select(c => new OwnCertificate(
        c.Certificate.Facts.Number, c.Certificate.Facts.Title, c.Certificate.Facts.Award, StateOf(all, c),
        c.RevokedBecause is null ? tokens.Protect(c.Certificate.Facts.Number, TokenLife) : null));

    // An organization is no person: its name is not masked (R-H6).
    private static string ShownName(CertificateFacts facts) => facts.Kind is CertificateKind.Team or CertificateKind.Organization ? facts.Name : MaskedName.Of(facts.Name);

    private T? Search<T>(string number, Func<CompetitionId, IReadOnlyList<CertificateIssue>, CertificateIssue, T> answer) where T : class
    {
        foreach (var competition in cards.With(number))
        {
            var found = competition.Read(state => state.TradesInOrder
                .Where(trade => trade.Phase >= Phase.Final)
                .Select(trade => trade.Publication.Certificates).Append(state.TeamCertificates)
                .SelectMany(all => all.Where(c => c.Certificate.Facts.Number == number).Select(c => answer(competition.Id, all, c)))
                .FirstOrDefault());
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static CertificateState StateOf(IReadOnlyList<CertificateIssue> all, CertificateIssue issue) =>
        issue.RevokedBecause is null ? CertificateState.Valid
        : ReplacementOf(all, issue.Certificate.Facts.Number) is null ? CertificateState.Revoked
        : CertificateState.Reissued;

    private static string? ReplacementOf(IReadOnlyList<CertificateIssue> all, string number) =>
        all.FirstOrDefault(c => c.Certificate.Replaces == number)?.Certificate.Facts.Number;
}

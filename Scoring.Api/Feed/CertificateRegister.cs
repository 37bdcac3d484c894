using Microsoft.AspNetCore.DataProtection;
using Scoring.Api.Certificates;
using Scoring.Api.Ledger;
using Scoring.Core.Certificates;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Feed;

/// <summary>Issued certificates of all competitions: state by number, whole by a token that only the right participant is given (R-H5, R-H6).</summary>
public sealed class CertificateRegister(Competitions competitions, CertificateKeys keys, IDataProtectionProvider protection)
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(2);
    private readonly ITimeLimitedDataProtector _tokens = protection.CreateProtector("certificate-download").ToTimeLimitedDataProtector();

    public IReadOnlyDictionary<string, byte[]> PublicKeys => keys.PublicKeys;

    public CertificateStanding? Standing(string number) => Search(number, (trade, issue) => new CertificateStanding(
        number, MaskedName.Of(issue.Certificate.Facts.Name), issue.Certificate.Facts.Award, StateOf(trade, issue), ReplacementOf(trade, number)));

    public PrintableCertificate? Printable(string token)
    {
        string number;
        try
        {
            number = _tokens.Unprotect(token);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }

        return Search(number, (trade, issue) => new PrintableCertificate(issue.Certificate.Facts, issue.Certificate.Qr, trade.Competition.Competition!.Id)); // a trade has its competition
    }

    /// <summary>All certificates an entrant was given, under one of the names on them (R-F4); whoever asks has proved to be that person.</summary>
    internal IReadOnlyList<OwnCertificate> Of(TradeState trade, EntrantId entrant) =>
    [
        .. trade.Publication.Certificates.Where(c => c.Certificate.Entrant == entrant).Select(c => new OwnCertificate(
            c.Certificate.Facts.Number, c.Certificate.Facts.Title, c.Certificate.Facts.Award, StateOf(trade, c),
            c.RevokedBecause is null ? _tokens.Protect(c.Certificate.Facts.Number, TokenLife) : null)),
    ];

    private T? Search<T>(string number, Func<TradeState, CertificateIssue, T> answer) where T : class
    {
        foreach (var competition in competitions.All)
        {
            var found = competition.Read(state => state.TradesInOrder
                .Where(trade => trade.Phase >= Phase.Final)
                .SelectMany(trade => trade.Publication.Certificates.Where(c => c.Certificate.Facts.Number == number).Select(c => answer(trade, c)))
                .FirstOrDefault());
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private static CertificateState StateOf(TradeState trade, CertificateIssue issue) =>
        issue.RevokedBecause is null ? CertificateState.Valid
        : ReplacementOf(trade, issue.Certificate.Facts.Number) is null ? CertificateState.Revoked
        : CertificateState.Reissued;

    private static string? ReplacementOf(TradeState trade, string number) =>
        trade.Publication.Certificates.FirstOrDefault(c => c.Certificate.Replaces == number)?.Certificate.Facts.Number;
}

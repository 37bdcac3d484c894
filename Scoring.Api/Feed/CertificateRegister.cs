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

    internal sealed record Known(string Number, CertificateState State, string Token);

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

        return Search(number, (_, issue) => new PrintableCertificate(issue.Certificate.Facts, issue.Certificate.Qr));
    }

    /// <summary>The certificate an entrant holds now; null: none issued, or revoked without another.</summary>
    internal Known? Of(TradeState trade, EntrantId entrant)
    {
        var held = trade.Publication.Certificates.LastOrDefault(c => c.Certificate.Entrant == entrant);
        return held?.Certificate.Facts.Number is not { } number ? null : new Known(number, StateOf(trade, held), _tokens.Protect(number, TokenLife));
    }

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

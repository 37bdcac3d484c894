using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Fold.State;

/// <summary>Certificates in order of issue, revoked ones too: of a trade, or of the contest's teams and organizations (R-H5).</summary>
internal sealed class CertificateBook
{
    private readonly List<CertificateIssue> all = [];

    public IReadOnlyList<CertificateIssue> All => all;

    public void Issue(IEnumerable<IssuedCertificate> issued, Stamp stamp) =>
        all.AddRange(issued.Select(certificate => new CertificateIssue(certificate, stamp.Sequence, stamp.At, null)));

    public void Revoke(string number, string reason) => Change(number, issue => issue with { RevokedBecause = reason });

    public void Collect(string number, string from, Stamp stamp) => Change(number, issue => issue with { Collected = new(from, stamp.At, stamp.Actor) });

    public void Take(CertificateBook from) => all.AddRange(from.all);

    private void Change(string number, Func<CertificateIssue, CertificateIssue> change)
    {
        var at = all.FindIndex(c => c.Certificate.Facts.Number == number);
        if (at >= 0)
        {
            all[at] = change(all[at]);
        }
    }
}

/// <param name="RevokedBecause">Null: valid.</param>
/// <param name="Collected">The revoked paper came back; null: it is still out, or need not come back.</param>
public sealed record CertificateIssue(
    IssuedCertificate Certificate, long Sequence, DateTimeOffset At, string? RevokedBecause, CollectedCertificate? Collected = null);

/// <summary>交回 of a revoked paper (R-H5).</summary>
/// <param name="From">Who handed it back.</param>
/// <param name="By">Who took it, <c>role:id</c>.</param>
public sealed record CollectedCertificate(string From, DateTimeOffset At, string By);

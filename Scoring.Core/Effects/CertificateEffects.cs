using Scoring.Core.Awards;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Sayings;

namespace Scoring.Core.Effects;

/// <summary>What a correction does to a certificate (R-D2, R-H5).</summary>
/// <param name="Number">Of the certificate that is no longer right; null: a new one is due.</param>
/// <param name="Award">What the new certificate says; null: there is none.</param>
public sealed record CertificateEffect(EntrantId Entrant, string? Number, CertificateAction Action, string? Award, Saying Words);

/// <summary>Revoked; revoked and reissued under a new number; issued first; or to be settled once the committee decided (R-E2 c).</summary>
public enum CertificateAction { Revoke, Reissue, Issue, Await }

internal static class CertificateEffects
{
    public static IReadOnlyList<CertificateEffect> Of(
        TradeOutcome before, TradeOutcome after, Dictionary<EntrantId, Place> was, Dictionary<EntrantId, Place> will, IReadOnlyList<IssuedCertificate> valid)
    {
        var tiers = before.Awards.Tiers.Concat(after.Awards.Tiers).Select(tier => tier.Name).ToHashSet(StringComparer.Ordinal);
        var singles = (before.Awards.Singles ?? []).Concat(after.Awards.Singles ?? []).Select(single => single.Name).ToHashSet(StringComparer.Ordinal);
        var certified = valid.Where(c => c.Facts.Kind == CertificateKind.Award && !singles.Contains(c.Facts.Award)).Select(c => c.Entrant).ToHashSet();
        var wrong = valid.Select(certificate => certificate.Facts.Kind switch
        {
            CertificateKind.Award when singles.Contains(certificate.Facts.Award) => Single(certificate, after),
            CertificateKind.Award => Award(
                certificate, tiers, was.GetValueOrDefault(certificate.Entrant, Place.Unlisted), will.GetValueOrDefault(certificate.Entrant, Place.Unlisted)),
            CertificateKind.Honour => Honour(certificate, before, after),
            _ => null,
        });
        var due = certified.Count == 0 ? [] : will
            .Where(x => x.Value.Award is not null && was.GetValueOrDefault(x.Key, Place.Unlisted).Award is null && !certified.Contains(x.Key))
            .Select(x => new CertificateEffect(x.Key, null, CertificateAction.Issue, x.Value.Award, $"应发{x.Value.Award}证书"));
        return wrong.OfType<CertificateEffect>().Concat(due).Concat(DueSingles(after, valid)).ToList();
    }

    /// <summary>One that names a tier is right as long as that is the award; any other (a rank) as long as the rank stays.</summary>
    private static CertificateEffect? Award(IssuedCertificate certificate, HashSet<string> tiers, Place was, Place will)
    {
        var number = certificate.Facts.Number;
        var namesTier = tiers.Contains(certificate.Facts.Award);
        if (namesTier ? certificate.Facts.Award == will.Award : was.Rank == will.Rank)
        {
            return null;
        }

        if (namesTier && will.Open)
        {
            return new CertificateEffect(certificate.Entrant, number, CertificateAction.Await, null, $"证书 {number} 待组委会议定后处理");
        }

        var says = namesTier ? will.Award : will.Rank is { } rank ? $"第 {rank} 名" : null;
        return says is null
            ? new CertificateEffect(certificate.Entrant, number, CertificateAction.Revoke, null, $"证书 {number} 作废")
            : new CertificateEffect(certificate.Entrant, number, CertificateAction.Reissue, says, $"证书 {number} 作废，补发{says}证书");
    }

    // R-K12: right as long as the prize is won.
    private static CertificateEffect? Single(IssuedCertificate certificate, TradeOutcome after) =>
        after.Awards.Prizes().Contains((certificate.Entrant, certificate.Facts.Award)) ? null : new CertificateEffect(
            certificate.Entrant, certificate.Facts.Number, CertificateAction.Revoke, null, $"{certificate.Facts.Award}证书 {certificate.Facts.Number} 作废");

    // Of prizes whose certificates are out.
    private static IEnumerable<CertificateEffect> DueSingles(TradeOutcome after, IReadOnlyList<IssuedCertificate> valid)
    {
        var held = valid.Where(c => c.Facts.Kind == CertificateKind.Award).Select(c => (c.Entrant, c.Facts.Award)).ToHashSet();
        var issued = held.Select(c => c.Award).ToHashSet(StringComparer.Ordinal);
        return after.Awards.SinglesWon().Where(won => issued.Contains(won.Prize) && !held.Contains(won))
            .Select(won => new CertificateEffect(won.Entrant, null, CertificateAction.Issue, won.Prize, $"应发{won.Prize}证书"));
    }

    private static CertificateEffect? Honour(IssuedCertificate certificate, TradeOutcome before, TradeOutcome after)
    {
        bool Proposed(TradeOutcome outcome) =>
            outcome.Honours?.Proposals.Any(p => p.Entrant == certificate.Entrant && p.Title == certificate.Facts.Award) == true;
        return Proposed(before) && after.Honours is not null && !Proposed(after)
            ? new CertificateEffect(
                certificate.Entrant, certificate.Facts.Number, CertificateAction.Revoke, null, $"{certificate.Facts.Award}证书 {certificate.Facts.Number} 作废")
            : null;
    }
}

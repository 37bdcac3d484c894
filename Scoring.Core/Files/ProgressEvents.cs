using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Files;

/// <summary>The events of a trade's decisions, by when they come.</summary>
internal static class ProgressEvents
{
    public static IEnumerable<LedgerEvent> BeforeReview(TradeProgress p)
    {
        foreach (var s in p.Signatures ?? [])
        {
            yield return new ModuleSigned(p.Trade, s.Module, s.As, s.By, s.Signature);
        }
    }

    public static IEnumerable<LedgerEvent> OfReview(TradeProgress p)
    {
        if (p.CodedResultsBy is { } by)
        {
            yield return new CodedResultsSubmitted(p.Trade, by);
        }

        if (p.Review is { } review)
        {
            yield return new ReviewDrawn(p.Trade, review.Seed, review.Top, review.Sample);
            foreach (var tick in review.Ticks ?? [])
            {
                yield return new ReviewTicked(p.Trade, tick.Entrant, tick.Right, tick.By, tick.Remark);
            }

            if (review.SignedBy is { } signed)
            {
                yield return new ReviewSigned(p.Trade, signed.HeadJudge, signed.Supervisor);
            }
        }

        foreach (var decoded in p.Decoded ?? [])
        {
            yield return new Decoded(p.Trade, decoded.Layer, decoded.HeadJudge, decoded.Supervisor);
        }

        foreach (var tie in p.Ties ?? [])
        {
            yield return new TieDecided(p.Trade, tie.Order, tie.Reason);
        }

        foreach (var boundary in p.Boundaries ?? [])
        {
            yield return new BoundaryDecided(p.Trade, boundary.Tier, boundary.Chosen, boundary.Reason, boundary.Tied, boundary.FromNext);
        }

        foreach (var declined in p.Declined ?? [])
        {
            yield return new AdvanceDeclined(p.Trade, declined.Entrant, declined.Reason);
        }

        if (p.AwardsConfirmedBy is { } confirmed)
        {
            yield return new AwardsConfirmed(p.Trade, confirmed);
        }
    }

    public static IEnumerable<LedgerEvent> OfTeams(CompetitionFile file)
    {
        if (file.TeamCertificates is { Count: > 0 } certificates)
        {
            yield return new TeamCertificatesIssued(certificates);
        }

        foreach (var revoked in file.TeamRevoked ?? [])
        {
            yield return new TeamCertificateRevoked(revoked.Number, revoked.Reason);
            if (revoked.CollectedFrom is { } from)
            {
                yield return new CertificateCollected(revoked.Number, from);
            }
        }
    }

    public static IEnumerable<LedgerEvent> AfterPublication(TradeProgress p)
    {
        foreach (var appeal in p.Appeals ?? [])
        {
            yield return new AppealFiled(appeal.Number, p.Trade, appeal.Entrant, appeal.ByLeader, appeal.Text, appeal.ReceivedAt);
            if (appeal is { AnsweredBy: { } by, Answer: { } answer })
            {
                yield return new AppealAnswered(appeal.Number, p.Trade, by, appeal.Upheld, answer);
            }
        }

        if (p.Honours is { } honours)
        {
            yield return new HonoursApproved(p.Trade, honours.Approved, honours.By);
        }

        if (p.Certificates is { Count: > 0 } certificates)
        {
            yield return new CertificatesIssued(p.Trade, certificates);
        }

        foreach (var revoked in p.Revoked ?? [])
        {
            yield return new CertificateRevoked(p.Trade, revoked.Number, revoked.Reason);
            if (revoked.CollectedFrom is { } from)
            {
                yield return new CertificateCollected(revoked.Number, from);
            }
        }

        if (p.Visibility is { } visibility)
        {
            yield return new VisibilityChanged(p.Trade, visibility);
        }
    }
}

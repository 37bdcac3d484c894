using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Files;

/// <summary>A trade's phase and decisions as a file has them.</summary>
internal static class ProgressExport
{
    public static TradeProgress Of(TradeState trade)
    {
        var p = trade.Publication;
        var seeds = p.DrawSeeds.Count == 0 ? null : Enumerable.Range(1, p.DrawSeeds.Keys.Max()).Select(l => p.DrawSeeds.GetValueOrDefault(l, "")).ToList();
        return new(
            trade.Definition.Id,
            trade.Phase,
            trade.Visibility == trade.Definition.PublicView ? null : trade.Visibility,
            seeds,
            FileExport.Some(trade.Modules.SelectMany(m => m.Signatures).Select(s => new FileSignature(s.Module, s.As, s.By, s.Signature))),
            p.CodedResultsBy,
            p.Review is { } review ? Review(review) : null,
            FileExport.Some(p.Decodings.Select(d => new FileDecode(d.Layer, d.HeadJudge, d.Supervisor))),
            FileExport.Some(p.TieDecisions.Select(t => new FileTie(t.Order, t.Reason))),
            FileExport.Some(p.BoundaryDecisions.Select(b => new FileBoundary(b.Key, b.Value.Chosen, b.Value.Reason, b.Value.Tied, b.Value.FromNext))),
            p.AwardsConfirmed?.By,
            FileExport.Some(p.Appeals.Select(Appeal)),
            p.HonoursBy is { } by ? new FileHonours(by, p.Honours) : null,
            FileExport.Some(p.Certificates.Select(c => c.Certificate)),
            Revoked(p.Certificates),
            FileExport.Some(p.Declined.Select(d => new FileDecline(d.Key, d.Value))));
    }

    /// <summary>Of a trade, or of the contest's teams.</summary>
    public static IReadOnlyList<FileRevocation>? Revoked(IReadOnlyList<CertificateIssue> certificates) => FileExport.Some(certificates
        .Where(c => c.RevokedBecause is not null)
        .Select(c => new FileRevocation(c.Certificate.Facts.Number, c.RevokedBecause!, c.Collected?.From))); // not null by Where

    private static FileReview Review(ReviewState review) => new(
        review.Drawn.Seed, review.Drawn.Top, review.Drawn.Sample,
        FileExport.Some(Ticks(review).Select(t => new FileTick(t.Entrant, t.Right, t.By, t.Remark))),
        review.Signed is { } s ? new TwoPeople(s.HeadJudge, s.Supervisor) : null);

    private static IEnumerable<ReviewTicked> Ticks(ReviewState review) => review.Ticks.Values.SelectMany(last =>
        review.Faults.TryGetValue(last.Entrant, out var fault) && fault != last ? new[] { fault, last } : [last]);

    private static FileAppeal Appeal(AppealState a) => new(
        a.Filed.Number, a.Filed.Entrant, a.Filed.ByLeader, a.Filed.Text, a.Filed.ReceivedAt, a.Answer?.By, a.Answer?.Upheld ?? false, a.Answer?.Answer);
}

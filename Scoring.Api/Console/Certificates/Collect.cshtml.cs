using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Core.Fold.State;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Console.Certificates;

/// <summary>收回清单 (R-H5): papers that no longer hold and have to be collected, with what takes their place.</summary>
[Authorize(Policy = Policies.Certificates)]
public sealed class CollectModel(Desk desk) : ContestPage(desk)
{
    public sealed record Row(string Number, string Name, string? Organization, string Trade, string Award, string Reason, string Issued, string Instead, string? Collected);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Out => Rows.Count(row => row.Collected is null);

    public void OnGet() => Rows = Open.Read(state => state.TradesInOrder.SelectMany(Revoked).Concat(RevokedOfTeams(state)).OrderBy(row => row.Collected is not null).ThenBy(row => row.Organization, StringComparer.CurrentCulture).ThenBy(row => row.Number, StringComparer.Ordinal).ToList());

    /// <summary>A paper came back; who handed it in stands in the ledger.</summary>
    [Needs(Policies.Certificates)]
    public Task<IActionResult> OnPostCollected(string number, string? from) =>
        Carry($"{number} 已收回", state => CollectCertificate.Decide(state, Me.Actor, number, from));

    private IEnumerable<Row> Revoked(TradeState trade) => Revoked(trade.Publication.Certificates, trade.Definition.Name, c => StillDue(trade, c));

    private IEnumerable<Row> RevokedOfTeams(CompetitionState state) => Revoked(
        state.TeamCertificates, "团体与组织奖", c => IssueTeamCertificates.Plan(state, c.Facts.Date).Any(planned => planned.Replaces == c.Facts.Number));

    private IEnumerable<Row> Revoked(IReadOnlyList<CertificateIssue> all, string where, Func<IssuedCertificate, bool> due)
    {
        return all.Where(c => c.RevokedBecause is not null).Select(c =>
        {
            var facts = c.Certificate.Facts;
            var next = all.FirstOrDefault(other => other.Certificate.Replaces == facts.Number);
            return new Row(
                facts.Number, facts.Name, facts.Organization, where, facts.Award, c.RevokedBecause ?? "", Desk.Local(c.At).Moment(),
                next is null ? due(c.Certificate) ? "待换发" : "无" : $"{next.Certificate.Facts.Number}，{next.Certificate.Facts.Award}",
                c.Collected is { } back ? $"{back.From}，{Desk.Local(back.At).Moment()}" : null);
        });
    }

    private static bool StillDue(TradeState trade, IssuedCertificate revoked) =>
        trade.Phase == Phase.Final && IssueCertificates.Plan(trade, revoked.Facts.Date, revoked.Facts.Kind).Any(planned => planned.Replaces == revoked.Facts.Number);
}

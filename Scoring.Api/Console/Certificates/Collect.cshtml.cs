using Microsoft.AspNetCore.Authorization;
using Scoring.Api.Security;
using Scoring.Core.Fold;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Console;

/// <summary>收回清单 (R-H5): papers that no longer hold and have to be collected, with what takes their place.</summary>
[Authorize(Policy = Policies.Certificates)]
public sealed class CollectModel(Desk desk) : ContestPage(desk)
{
    public sealed record Row(string Number, string Name, string? Organization, string Trade, string Award, string Reason, string Issued, string Instead);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public void OnGet() => Rows = Open.Read(state => state.TradesInOrder.SelectMany(Revoked).OrderBy(row => row.Organization, StringComparer.CurrentCulture).ThenBy(row => row.Number, StringComparer.Ordinal).ToList());

    private IEnumerable<Row> Revoked(TradeState trade)
    {
        var all = trade.Publication.Certificates;
        return all.Where(c => c.RevokedBecause is not null).Select(c =>
        {
            var facts = c.Certificate.Facts;
            var next = all.FirstOrDefault(other => other.Certificate.Replaces == facts.Number);
            return new Row(
                facts.Number, facts.Name, facts.Organization, trade.Definition.Name, facts.Award, c.RevokedBecause ?? "", Desk.Local(c.At).Moment(),
                next is null ? StillDue(trade, c.Certificate) ? "待换发" : "无" : $"{next.Certificate.Facts.Number}，{next.Certificate.Facts.Award}");
        });
    }

    private static bool StillDue(TradeState trade, IssuedCertificate revoked) =>
        trade.Phase == Phase.Final && Core.Publication.IssueCertificates.Plan(trade, revoked.Facts.Date, revoked.Facts.Kind).Any(planned => planned.Replaces == revoked.Facts.Number);
}

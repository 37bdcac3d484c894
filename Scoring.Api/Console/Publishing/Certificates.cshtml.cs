using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Core.Certificates;
using Scoring.Core.Fold.State;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Display.Certificates;

namespace Scoring.Api.Console.Publishing;

/// <summary>证书: issue, print, revoke (R-H1 to R-H5).</summary>
[Authorize(Policy = Policies.Certificates)]
public sealed class CertificatesModel(Desk desk, CertificateBatches certificates, VenueAddress venue) : TradePage(desk)
{
    protected override string PageName => "certificates";

    public string TradeName { get; private set; } = "";

    public Phase Phase { get; private set; }

    public IReadOnlyList<CertificateIssue> Issued { get; private set; } = [];

    public IReadOnlyList<PlannedCertificate> Planned { get; private set; } = [];

    public IReadOnlyList<CertificateProblem> Problems { get; private set; } = [];

    public DateOnly Date { get; private set; }

    /// <summary>Where the QR sends a phone; it is printed and cannot be changed afterwards.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Which certificates are planned and issued here.</summary>
    [BindProperty(SupportsGet = true, Name = "kind")]
    public CertificateKind Kind { get; set; }

    public static IReadOnlyList<(CertificateKind Kind, string Name)> Kinds { get; } =
        [(CertificateKind.Award, "获奖"), (CertificateKind.Participation, "参赛"), (CertificateKind.Honour, "荣誉称号"), (CertificateKind.Thanks, "裁判致谢")];

    public bool Acts => Me.May(Policies.Publish, Trade);

    public IActionResult OnGet()
    {
        Date = Contest?.Date ?? DateOnly.FromDateTime(Desk.Local(Desk.Now).DateTime);
        Address = venue.For(HttpContext);
        var page = Show(Load);
        Problems = certificates.Check(Open.Id, Planned);
        return page;
    }

    [Needs(Policies.Publish)]
    public Task<IActionResult> OnPostIssue(string? date, string? address)
    {
        if (certificates.Try(Open.Id, date, address, day => Open.Read(state => state.Trade(Trade) is { Phase: >= Phase.Final } trade ? IssueCertificates.Plan(trade, day, Kind) : []), out var fault) is { } ready)
        {
            return Stay("证书已签发", state => IssueCertificates.Decide(state, Me.Actor, Trade, ready.Date, ready.Sign, Kind));
        }

        Say(fault!, bad: true);
        return Task.FromResult<IActionResult>(OfThisKind());
    }

    [Needs(Policies.Publish)]
    public Task<IActionResult> OnPostRevoke(string number, string? reason) =>
        Stay($"{number} 已撤销", state => RevokeCertificate.Decide(state, Me.Actor, Trade, number, reason ?? ""));

    public Task<IActionResult> OnGetPrint(string? number, CancellationToken cancel) =>
        certificates.Print(Open.Id, Open.Read(state => state.Trade(Trade)?.Publication.Certificates.FirstOrDefault(c => c.Certificate.Facts.Number == number)), cancel);

    /// <summary>Back to the kind one was looking at.</summary>
    private async Task<IActionResult> Stay(string done, Func<CompetitionState, Decision> decide)
    {
        await Ask(done, decide);
        return OfThisKind();
    }

    private LocalRedirectResult OfThisKind() => LocalRedirect($"{Request.Path}?kind={Kind}");

    private void Load(TradeState trade)
    {
        (TradeName, Phase, Issued) = (trade.Definition.Name, trade.Phase, trade.Publication.Certificates);
        Planned = Phase == Phase.Final ? IssueCertificates.Plan(trade, Date, Kind) : [];
    }
}

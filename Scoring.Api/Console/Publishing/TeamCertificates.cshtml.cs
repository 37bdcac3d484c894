using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Core.Fold.State;
using Scoring.Core.Issuing;
using Scoring.Display.Certificates;

namespace Scoring.Api.Console.Publishing;

/// <summary>证书 of teams and organizations, of the contest as a whole (R-F1, R-F3, R-H1 to R-H5).</summary>
[Authorize(Policy = Policies.Certificates)]
public sealed class TeamCertificatesModel(Desk desk, CertificateBatches certificates, VenueAddress venue) : ContestPage(desk)
{
    public IReadOnlyList<CertificateIssue> Issued { get; private set; } = [];

    public IReadOnlyList<PlannedCertificate> Planned { get; private set; } = [];

    public IReadOnlyList<CertificateProblem> Problems { get; private set; } = [];

    /// <summary>Numbers of valid ones that a correction made wrong.</summary>
    public IReadOnlySet<string> Wrong { get; private set; } = new HashSet<string>();

    public bool HasRankings { get; private set; }

    public DateOnly Date { get; private set; }

    public string Address { get; private set; } = "";

    public bool Acts => Me.May(Policies.Organize);

    public void OnGet()
    {
        Date = Contest?.Date ?? DateOnly.FromDateTime(Desk.Local(Desk.Now).DateTime);
        Address = venue.For(HttpContext);
        HasRankings = Contest?.TeamRankings is { Count: > 0 };
        (Issued, Planned, Wrong) = Open.Read(state => (state.TeamCertificates.ToList(), IssueTeamCertificates.Plan(state, Date), IssueTeamCertificates.Wrong(state)));
        Problems = certificates.Check(Open.Id, Planned);
    }

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostIssue(string? date, string? address)
    {
        if (certificates.Try(Open.Id, date, address, day => Open.Read(state => IssueTeamCertificates.Plan(state, day)), out var fault) is { } ready)
        {
            return Carry("证书已签发", state => IssueTeamCertificates.Decide(state, Me.Actor, ready.Date, ready.Sign));
        }

        Say(fault!, bad: true);
        return Task.FromResult<IActionResult>(LocalRedirect(Request.Path));
    }

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostRevoke(string number, string? reason) =>
        Carry($"{number} 已撤销", state => RevokeTeamCertificate.Decide(state, Me.Actor, number, reason ?? ""));

    public Task<IActionResult> OnGetPrint(string? number, CancellationToken cancel) =>
        certificates.Print(Open.Id, Open.Read(state => state.TeamCertificates.FirstOrDefault(c => c.Certificate.Facts.Number == number)), cancel);
}

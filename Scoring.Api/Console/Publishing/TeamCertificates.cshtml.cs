using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Certificates;
using Scoring.Api.Security;
using Scoring.Core.Certificates;
using Scoring.Core.Fold;
using Scoring.Core.Publication;
using Scoring.Display.Certificates;

namespace Scoring.Api.Console;

/// <summary>证书 of teams and organizations, of the contest as a whole (R-F1, R-F3, R-H1 to R-H5).</summary>
[Authorize(Policy = Policies.Certificates)]
public sealed class TeamCertificatesModel(Desk desk, CertificateKeys keys, TemplateShelf shelf, CertificateFiles files, CertificatePreflight preflight, VenueAddress venue) : ContestPage(desk)
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
        Problems = Check(Planned);
    }

    /// <summary>All at once or none: a glyph that no font has blocks the batch (R-H2).</summary>
    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostIssue(string? date, string? address)
    {
        var blocked = !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? "日期请写成 2026-04-23 的样子。"
            : !Uri.TryCreate(address, UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https") ? "核验地址不对，应以 http:// 或 https:// 开头。"
            : Check(Open.Read(state => IssueTeamCertificates.Plan(state, day))).Count > 0 ? "有证书印不出来，见下面的清单。没有签发。" : null;
        if (blocked is not null)
        {
            Say(blocked, bad: true);
            return Task.FromResult<IActionResult>(LocalRedirect(Request.Path));
        }

        var portal = new Uri(address!); // tried above
        return Carry("证书已签发", state => IssueTeamCertificates.Decide(state, Me.Actor, day, f => VerificationLink.Write(portal, keys.Sign(f))));
    }

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostRevoke(string number, string? reason) =>
        Carry($"{number} 已撤销", state => RevokeTeamCertificate.Decide(state, Me.Actor, number, reason ?? ""));

    /// <summary>One certificate again, the same bytes as before (R-H3).</summary>
    public async Task<IActionResult> OnGetPrint(string? number, CancellationToken cancel)
    {
        if (Open.Read(state => state.TeamCertificates.FirstOrDefault(c => c.RevokedBecause is null && c.Certificate.Facts.Number == number)) is not { } issue)
        {
            return NotFound();
        }

        var facts = issue.Certificate.Facts;
        var file = await files.Of(shelf.For(Open.Id, facts.Kind), new(facts, issue.Certificate.Qr), cancel: cancel);
        return PhysicalFile(file.Path, "application/pdf", $"{facts.Number}.pdf");
    }

    private List<CertificateProblem> Check(IReadOnlyList<PlannedCertificate> planned) =>
        [.. planned.Select(p => p.Facts).GroupBy(f => f.Kind).SelectMany(kind => preflight.Check(shelf.For(Open.Id, kind.Key), [.. kind]))];
}

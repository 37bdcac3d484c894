using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Certificates;
using Scoring.Api.Ledger;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Console;

/// <summary>团体奖 and 优秀组织奖 the whole way: console, printer, phone, verification (R-F1, R-F3, R-H1 to R-H6).</summary>
public sealed class TeamCertificatePageTests : IAsyncLifetime
{
    private const string Page = "/console/yindubei-2026/team-certificates";
    private ConsoleHost host = null!; // set before every test
    private OpenCompetition open = null!; // set before every test

    public async ValueTask InitializeAsync()
    {
        host = await ConsoleHost.Start();
        (open, _) = await host.LoadIssued();
        var competition = open.Read(s => s.Competition!);
        await ConsoleHost.Do(open, "admin:a", new CompetitionDefined(competition with
        {
            TeamRankings = [new("团体总分", TeamMethod.RankPoints, Points: [30, 20, 10], Trades: [MarkedContest.Dg], Prize: new("优秀组织奖", OrganizationPrizeBasis.Points, 1))],
        }));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Issued_printed_downloaded_by_a_member_verified_revoked_issued_again_and_collected()
    {
        using var admin = await host.SignedIn(Role.Admin);
        Assert.Contains("团体总分第一名", WebUtility.HtmlDecode(await admin.Read(Page)));
        await Post(admin, "issue", new() { ["date"] = "2026-04-23", ["address"] = "http://192.168.1.10:5080" });
        var issued = open.Read(s => s.TeamCertificates.Select(c => c.Certificate).ToList());
        Assert.Equal(["团体总分第一名", "团体总分第二名", "团体总分第三名", "优秀组织奖"], issued.Select(c => c.Facts.Award));
        Assert.Equal("%PDF", (await (await admin.Get($"{Page}?handler=print&number={issued[0].Facts.Number}")).Content.ReadAsStringAsync())[..4]);

        var pages = await Printed(admin);
        Assert.Equal(4, pages.Length);
        Assert.All(issued.Zip(pages), p => Assert.All((string[])[p.First.Facts.Number, p.First.Facts.Name, p.First.Facts.Award], text => Assert.Contains(text, p.Second, StringComparison.Ordinal)));
        Assert.Contains("代表队", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("同志", pages[3], StringComparison.Ordinal);

        using var phone = host.NewBrowser();
        var winner = issued[0].Facts;
        var mine = await Find(phone, Member(winner.Name));
        Assert.Contains(winner.Number, mine, StringComparison.Ordinal);
        Assert.DoesNotContain(issued[1].Facts.Number, mine, StringComparison.Ordinal);
        Assert.Contains(winner.Number, await Find(phone, (winner.Number, Member(winner.Name).Four)), StringComparison.Ordinal);
        var verified = await Verify(phone, issued[0]);
        Assert.Contains("证书有效", verified, StringComparison.Ordinal);
        Assert.Contains(winner.Name, verified, StringComparison.Ordinal);

        await Post(admin, "revoke", new() { ["number"] = winner.Number, ["reason"] = "单位名称写错" });
        Assert.Contains("证书已撤销", await Verify(phone, issued[0]), StringComparison.Ordinal);
        await Post(admin, "issue", new() { ["date"] = "2026-04-24", ["address"] = "http://192.168.1.10:5080" });
        Assert.Equal(winner.Number, open.Read(s => s.TeamCertificates[^1].Certificate.Replaces));
        Assert.Contains("证书已换发", await Verify(phone, issued[0]), StringComparison.Ordinal);

        const string Papers = "/console/yindubei-2026/collect";
        Assert.Contains("还有 1 张没有收回", WebUtility.HtmlDecode(await admin.Read(Papers)));
        await admin.Post(Papers, new() { ["number"] = winner.Number, ["from"] = "王主任" }, $"{Papers}?handler=collected");
        var collected = WebUtility.HtmlDecode(await admin.Read(Papers));
        Assert.Contains("都已收回", collected);
        Assert.Contains("王主任", collected);
        Assert.Contains("收回证书", WebUtility.HtmlDecode(await admin.Read("/console/yindubei-2026/ledger")));
    }

    [Fact] // R-H5
    public async Task Revoking_and_issuing_stay_on_the_kind_one_was_looking_at()
    {
        const string Trade = "/console/yindubei-2026/certificates/dg";
        using var admin = await host.SignedIn(Role.Admin);
        var answer = await admin.Post($"{Trade}?kind=Participation", new() { ["kind"] = "Participation", ["date"] = "2026-04-23", ["address"] = "http://192.168.1.10:5080" }, $"{Trade}?handler=issue");
        Assert.Equal($"{Trade}?kind=Participation", answer.Headers.Location?.ToString());
        var number = open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates[^1].Certificate.Facts.Number);
        answer = await admin.Post($"{Trade}?kind=Participation", new() { ["kind"] = "Participation", ["number"] = number, ["reason"] = "写错" }, $"{Trade}?handler=revoke");
        Assert.Equal($"{Trade}?kind=Participation", answer.Headers.Location?.ToString());
        Assert.Equal("写错", open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates[^1].RevokedBecause));
    }

    private static Task<HttpResponseMessage> Post(Browser admin, string handler, Dictionary<string, string> fields) => admin.Post(Page, fields, $"{Page}?handler={handler}");

    private static async Task<string> Find(Browser phone, (string Name, string Four) who) =>
        WebUtility.HtmlDecode(await (await phone.PostBare("/portal", new() { ["name"] = who.Name, ["lastFour"] = who.Four })).Content.ReadAsStringAsync());

    private static async Task<string> Verify(Browser phone, IssuedCertificate certificate) => WebUtility.HtmlDecode(await phone.Read(new Uri(certificate.Qr).AbsolutePath));

    private (string Name, string Four) Member(string organization)
    {
        var entrant = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.First(e => s.Organizations[e.Entrant.Organization].Name == organization).Entrant);
        return (entrant.Name, host.App.Services.GetRequiredService<Personal.PersonalSeal>().Open(open.Id, entrant.Sealed)!.IdNumber![^4..]);
    }

    private async Task<string[]> Printed(Browser admin)
    {
        const string Printing = "/console/yindubei-2026/printing";
        var runs = host.App.Services.GetRequiredService<PrintRuns>();
        await admin.Post(Printing, new() { ["scope"] = "@teams", ["format"] = "merged" }, $"{Printing}?handler=start");
        var run = Assert.Single(runs.Of(open.Id));
        await Wait.Until(() => runs.Find(run.Id)!.State != PrintRunState.Running, TimeSpan.FromSeconds(60));
        using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", runs.PathOf(run), "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        return [.. text.Split('\f').Select(page => string.Concat(page.Where(c => !char.IsWhiteSpace(c)))).Where(page => page.Length > 0)];
    }
}

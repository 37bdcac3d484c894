using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Scoring.Api.Console;
using Scoring.Api.Tablets;
using Scoring.Api.Hosting;
using Scoring.Api.Hosting.Https;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Hubs;
using Scoring.Api.Tests.Ledger;
using Scoring.Core.Certificates;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Security;

/// <summary>Small doors: each was found open once.</summary>
public sealed class SmallDoorsTests
{
    private const string Contest = "/console/yindubei-2026";

    [Fact]
    public async Task The_appeal_page_tells_no_step_the_board_hides()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var phone = host.NewBrowser();
        foreach (var trade in open.Read(s => s.TradesInOrder.Select(t => t.Definition.Id).ToList()))
        {
            await ConsoleHost.Do(open, Actor.System, new VisibilityChanged(trade, Visibility.Hidden));
        }

        var before = Plain(await phone.Read("/portal/appeal"));
        await ConsoleHost.Do(open, Actor.System, new PhaseChanged(MarkedContest.Dg, Phase.Review));
        Assert.Equal(before, Plain(await phone.Read("/portal/appeal")));
        await ConsoleHost.Do(open, Actor.System, new VisibilityChanged(MarkedContest.Dg, Visibility.Codes));
        Assert.Contains("截止", WebUtility.HtmlDecode(await phone.Read("/portal/appeal")), StringComparison.Ordinal);

        // The form's own id is another each time.
        static string Plain(string page) => System.Text.RegularExpressions.Regex.Replace(
            WebUtility.HtmlDecode(page), "[0-9a-f]{8}-[0-9a-f-]{27}", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_tablets_cookie_on_two_machines_is_noticed_once_and_a_tablet_that_moves_is_not()
    {
        var clock = new FakeTimeProvider();
        await using var host = await ConsoleHost.Start(clock);
        var devices = host.App.Services.GetRequiredService<PairedTablets>();
        Assert.Null(devices.Seen("a", "10.0.0.1"));
        Assert.Null(devices.Seen("a", "10.0.0.1"));
        Assert.Null(devices.Seen("a", "10.0.0.2")); // another network
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(devices.Seen("a", "10.0.0.1")); // and back, an hour later
        Assert.NotNull(devices.Seen("a", "10.0.0.2")); // in turns
        Assert.Null(devices.Seen("a", "10.0.0.1"));
    }

    [Fact]
    public async Task Paper_pictures_have_a_limit_a_contest()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var pictures = host.App.Services.GetRequiredService<SheetPictures>();
        Assert.Null(pictures.Full(open.Id, 1024));
        pictures.Store(open.Id, [0xFF, 0xD8, 0xFF, 1]);
        await using (var sparse = File.Create(Path.Combine(host.Data.Competitions, $"{open.Id}.papers", "many.jpg")))
        {
            sparse.SetLength(SheetPictures.MostBytes);
        }

        Assert.Contains("已满", pictures.Full(open.Id, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_set_back_is_said_at_the_console_and_by_verify()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await ConsoleHost.Start(clock);
        var open = await host.LoadExample();
        var cautions = host.App.Services.GetRequiredService<Cautions>();
        Assert.Empty(cautions.All());
        clock.AdjustTime(clock.GetUtcNow().AddDays(-400));
        Assert.Contains(cautions.All(), line => line.Contains("时钟可能被拨回", StringComparison.Ordinal));
        await ConsoleHost.Do(open, Actor.System, LedgerFixture.Event(1));
        var copy = Path.Combine(host.Folder, "copy.db");
        Backups.Copy(host.Data.FileOf(open.Id), copy);
        var (code, output, _) = await CommandRun.Of("verify", copy);
        Assert.Equal(0, code);
        Assert.Contains("早 400 天：电脑的时钟被拨回过", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1999-01-01")]
    [InlineData("2126-04-23")]
    public async Task A_certificate_of_an_absurd_date_is_refused_before_it_is_signed(string date)
    {
        await using var host = await ConsoleHost.Start();
        var (open, issued) = await host.LoadIssued();
        var signed = 0;
        var refused = open.Read(s => IssueCertificates.Decide(s, new(Role.Admin, "a", new(null, [])), MarkedContest.Dg, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), _ =>
        {
            signed++;
            return "";
        }, CertificateKind.Participation));
        Assert.Equal(Refusal.AbsurdDate, Assert.IsType<Decision.Refuse>(refused).Code);
        Assert.Equal(0, signed);
        Assert.NotEmpty(issued);
    }

    [Fact]
    public async Task No_address_holds_more_than_its_share_of_connections()
    {
        var share = new AddressShare(2);
        var (passed, wait) = (0, new TaskCompletionSource());
        Task Next(ConnectionContext _)
        {
            passed++;
            return wait.Task;
        }

        List<DefaultConnectionContext> Connect(string address, int count) => [.. Enumerable.Range(0, count).Select(_ => new DefaultConnectionContext { RemoteEndPoint = new IPEndPoint(IPAddress.Parse(address), 5) })];
        var (stranger, tablet, here) = (Connect("10.0.0.66", 5), Connect("10.0.0.7", 2), Connect("127.0.0.1", 9));
        var all = stranger.Concat(tablet).Concat(here).Select(c => share.Pass(c, Next)).ToList();
        Assert.Equal(2 + 2 + 9, passed);
        await Wait.Until(() => stranger.Count(c => c.ConnectionClosed.IsCancellationRequested) == 3); // cut off the caller's thread
        wait.SetResult();
        await Task.WhenAll(all);
        await share.Pass(Connect("10.0.0.66", 1)[0], Next);
        Assert.Equal(14, passed); // gone, they are not counted any more
    }

    [Fact]
    public async Task No_page_may_be_framed_or_speak_to_another_machine()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        foreach (var path in new[] { "/portal", "/portal/verify", "/portal/appeal", "/verify-offline.html", "/console/login", "/console/competitions", $"{Contest}/day", "/judge/", "/display/", "/", "/nowhere" })
        {
            var policy = Assert.Single((await admin.Get(path)).Headers.GetValues("Content-Security-Policy"));
            Assert.True(policy.Contains("frame-ancestors '", StringComparison.Ordinal), $"{path}: {policy}");
            var sources = policy.Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(p => p.StartsWith("connect-src", StringComparison.Ordinal))?.Split(' ')[1..] ?? [];
            Assert.True(sources.All(s => s is "'self'" || s.EndsWith($"//{host.Address.Authority}", StringComparison.Ordinal)), $"{path}: {policy}");
        }
    }

    [Fact]
    public async Task Every_entry_says_with_which_login_or_on_which_tablet()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        await using var tablet = await host.Tablet(open, Hall.Judge);
        Assert.Equal("tablet:01", Via(open));
        var module = (await tablet.Open()).Modules.First(m => m.Open);
        Assert.Equal(SubmissionOutcome.Accepted, (await tablet.Submit(TabletClient.Sheet(module, module.Cards[0], MarkedContest.Best))).Outcome);
        Assert.Equal("tablet:01", Via(open));
        await admin.Post($"{Contest}/devices", new() { ["judge"] = "J05" }, $"{Contest}/devices?handler=Code");
        Assert.Equal("login:Admin", Via(open));
        var page = WebUtility.HtmlDecode(await admin.Read($"{Contest}/ledger"));
        Assert.Contains("（账号 Admin）", page, StringComparison.Ordinal);
        Assert.Contains("（平板 01）", page, StringComparison.Ordinal);
        Assert.Empty(Scoring.Api.Verify.VerifyLedger.Run(Copy(host, open.Id)).Findings);
    }

    [Fact]
    public async Task Plain_http_is_said_in_the_terminal_and_where_the_admin_comes_first_with_what_to_do()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        Assert.Contains(HttpsSetup.Notes(host.App, host.App.Services.GetRequiredService<ScoringOptions>()), line => line.Contains("--https", StringComparison.Ordinal));
        Assert.Contains(host.App.Services.GetRequiredService<Cautions>().Advice(plain: true), line => line.Contains("http", StringComparison.Ordinal));
        foreach (var first in new[] { "/console/competitions", "/console/yindubei-2026/road" }) // from this very machine: no word of http, but of the backup
        {
            var page = WebUtility.HtmlDecode(await admin.Read(first));
            Assert.Contains("备份里只有台账", page, StringComparison.Ordinal);
            Assert.DoesNotContain("走的是 http", page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(host.App.Services.GetRequiredService<Cautions>().Advice(plain: false), line => line.Contains("走的是 http", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1111111111")]
    [InlineData("ababababab")]
    public void A_password_of_few_characters_is_refused(string password) => Assert.NotNull(NewPassword.Fault(password, password));

    private static string Copy(ConsoleHost host, CompetitionId id)
    {
        var copy = Path.Combine(host.Folder, "copy.db");
        Backups.Copy(host.Data.FileOf(id), copy);
        return copy;
    }

    private static string? Via(Scoring.Api.Ledger.OpenCompetition open) => EventTypes.Read(open.EntryAt(open.Sequence)!).Via;
}

using System.Net;
using Scoring.Api.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Portal;
using Scoring.Testing;

namespace Scoring.Api.Tests.Console;

/// <summary>What a participant and a passer-by get from the portal.</summary>
public sealed class PortalTests
{
    [Fact]
    public async Task A_published_result_is_found_by_name_and_last_four_and_its_certificate_downloads()
    {
        await using var host = await ConsoleHost.Start();
        var (open, name, four) = await Published(host);
        await open.Execute(Guid.NewGuid(), "admin:admin", s => Core.Issuing.IssueCertificates.Decide(
            s, new Core.Ledger.Actor(Role.Admin, "admin", new(null, [])), MarkedContest.Dg, new DateOnly(2026, 4, 23), _ => "HTTP://H/V/0"));
        using var phone = host.NewBrowser();
        var page = await (await Find(phone, name, four)).Content.ReadAsStringAsync();
        Assert.Contains(name, page);
        Assert.Contains("一等奖", page);
        Assert.Contains("YDB2026-DG-001", page);
        var path = page.Split("href=\"/portal/certificate/")[1].Split('"')[0];
        var pdf = await phone.Get("/portal/certificate/" + path);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF", await pdf.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_has_one_heading_and_one_main_and_the_certificate_is_a_picture_too()
    {
        await using var host = await ConsoleHost.Start();
        var (open, name, four) = await Published(host);
        await open.Execute(Guid.NewGuid(), "admin:admin", s => Core.Issuing.IssueCertificates.Decide(
            s, new Core.Ledger.Actor(Role.Admin, "admin", new(null, [])), MarkedContest.Dg, new DateOnly(2026, 4, 23), _ => "HTTP://H/V/0"));
        using var phone = host.NewBrowser();
        var own = await (await Find(phone, name, four)).Content.ReadAsStringAsync();
        var token = own.Split("href=\"/portal/picture/")[1].Split('"')[0];
        foreach (var page in (string[])[
            own, await phone.Read("/portal"), await phone.Read($"/portal/{open.Id}/dg"), await phone.Read("/portal/verify"), await phone.Read("/portal/appeal"),
            await phone.Read("/portal/verify?number=ydb2026%20%E2%80%94%20dg%EF%BC%8D%EF%BC%90%EF%BC%90%EF%BC%91"), await phone.Read("/portal/verify?number=X"),
            await phone.Read($"/portal/code/{token}"), await phone.Read($"/portal/picture/{token}")])
        {
            Assert.Equal(2, page.Split("<main").Length);
            Assert.Equal(2, page.Split("<h1").Length);
        }

        Assert.Contains("YDB2026-DG-001", await phone.Read("/portal/verify?number=ydb2026%20%E2%80%94%20dg%EF%BC%8D%EF%BC%90%EF%BC%90%EF%BC%91"));
        Assert.Contains(name, await (await Find(phone, " ｙdb2026 – DG–００１", four)).Content.ReadAsStringAsync());
        var picture = await phone.Get($"/portal/picture/{token}?as=svg");
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
        Assert.Contains("width=\"1654\"", await picture.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_wrong_number_and_an_unknown_name_get_the_same_words()
    {
        await using var host = await ConsoleHost.Start();
        var (_, name, _) = await Published(host);
        using var phone = host.NewBrowser();
        var wrong = (await (await Find(phone, name, "0000")).Content.ReadAsStringAsync()).Replace(name, "");
        var unknown = (await (await Find(phone, "查无此人", "0000")).Content.ReadAsStringAsync()).Replace("查无此人", "");
        Assert.Equal(wrong, unknown);
    }

    [Fact]
    public async Task Before_publication_nobody_is_found()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var (name, four) = Best(open, host);
        using var phone = host.NewBrowser();
        Assert.Contains("没有找到", await (await Find(phone, name, four)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Guessing_slows_the_guesser_down_by_name_and_number_together_and_nobody_else()
    {
        await using var host = await ConsoleHost.Start();
        var (open, name, four) = await Published(host);
        await open.Execute(Guid.NewGuid(), "admin:admin", s => Core.Issuing.IssueCertificates.Decide(
            s, new Core.Ledger.Actor(Role.Admin, "admin", new(null, [])), MarkedContest.Dg, new DateOnly(2026, 4, 23), _ => "HTTP://H/V/0"));
        var number = open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates.First(c => c.Certificate.Facts.Name == name).Certificate.Facts.Number);
        using var guesser = host.NewBrowser();
        for (var i = 0; i < PortalGuard.Free; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await Find(guesser, i % 2 == 0 ? name : number, $"{1000 + i}")).StatusCode);
        }

        var stopped = await Find(guesser, name, "9999");
        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.Contains("秒再试", await stopped.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Find(guesser, number, "9999")).StatusCode);

        // However many guess at a name, who is that person comes through.
        var guard = (PortalGuard)host.App.Services.GetService(typeof(PortalGuard))!;
        var person = PortalGuard.PersonOf(name, null);
        for (var i = 0; i < 500; i++)
        {
            guard.Ask($"10.0.{i / 250}.{i % 250}", person);
        }

        using var owner = Caller.From(host.Address, IPAddress.Parse("127.0.0.9"));
        using var form = new FormUrlEncodedContent([new("name", name), new("lastFour", four)]);
        Assert.Contains("一等奖", await (await owner.PostAsync("/portal", form)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(host.Access.Read(null, null, null, 10), line => line.What.Contains("证件后四位", StringComparison.Ordinal));
    }

    [Fact]
    public void A_person_who_is_guessed_at_from_everywhere_leaves_each_address_few_tries()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var guard = new PortalGuard(clock);
        var answered = 0;
        for (var round = 0; round < 24 * 60; round++)
        {
            answered += Enumerable.Range(0, 10).Count(n => guard.Ask($"address {n}", "张*远") == TimeSpan.Zero);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.InRange(answered, 20, 450); // ten addresses, a whole day, a try a minute each: 14,400 asked
        Assert.Equal(TimeSpan.Zero, guard.Ask("a fresh address", "张*远"));
    }

    [Fact]
    public async Task A_changed_payload_is_not_believed()
    {
        await using var host = await ConsoleHost.Start();
        using var phone = host.NewBrowser();
        Assert.Contains("核验不通过", await phone.Read("/V/ABCDEF"));
        Assert.Contains("登记里没有这个编号", await phone.Read("/portal/verify?number=YDB2026-DG-999"));
    }

    [Fact]
    public async Task Certificates_of_all_kinds_are_listed_by_number_too_and_a_revoked_one_does_not_open()
    {
        await using var host = await ConsoleHost.Start();
        var (open, issued) = await host.LoadIssued();
        var (name, four) = Best(open, host);
        await open.Execute(Guid.NewGuid(), "admin:a", s => Core.Issuing.RevokeCertificate.Decide(s, new(Role.Admin, "a", new(null, [])), MarkedContest.Dg, issued[0].Number, "更正"));
        using var phone = host.NewBrowser();
        var page = WebUtility.HtmlDecode(await (await Find(phone, issued[0].Number, four)).Content.ReadAsStringAsync());
        Assert.Contains(name, page);
        Assert.Contains($"编号 {issued[0].Number}，已撤销", page);
        Assert.DoesNotContain("/portal/certificate/", page);
        Assert.Contains("没有找到", await (await Find(phone, issued[0].Number, "0000")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_rank_is_explained_only_if_the_organizer_allows_it()
    {
        await using var host = await ConsoleHost.Start();
        var (open, _) = await host.LoadIssued();
        var second = open.Read(s => s.Entrant(s.Trade(MarkedContest.Dg)!.Awards().Rows[1].Entrant)!.Entrant);
        var four = Seal(host).Open(open.Id, second.Sealed)!.IdNumber![^4..];
        using var phone = host.NewBrowser();
        Assert.Contains("为什么是第", WebUtility.HtmlDecode(await (await Find(phone, second.Name, four)).Content.ReadAsStringAsync()));
        using var admin = await host.SignedIn(Role.Admin);
        await admin.Post($"/console/{open.Id}/portal-rules", new() { ["explains"] = "false", ["appeals"] = "true" }, $"/console/{open.Id}/portal-rules?handler=save");
        Assert.DoesNotContain("为什么是第", WebUtility.HtmlDecode(await (await Find(phone, second.Name, four)).Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Modules_show_only_if_the_organizer_allows_it_and_only_once_published()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        using var phone = host.NewBrowser();
        var (name, four) = Best(open, host);
        await Allow("true");
        foreach (var e in (Core.Ledger.LedgerEvent[])[
            new PhaseChanged(MarkedContest.Dg, Phase.Review), new Decoded(MarkedContest.Dg, 1, "a", "b"), new PhaseChanged(MarkedContest.Dg, Phase.Publicity)])
        {
            await ConsoleHost.Do(open, "system", e);
            Assert.Contains("没有找到", await Own());
        }

        await ConsoleHost.Do(open, "system", new PhaseChanged(MarkedContest.Dg, Phase.Final));
        var modules = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition.Components.Where(c => c.Modules.Count > 1).SelectMany(c => c.Modules).ToList());
        Assert.NotEmpty(modules);
        var page = await Own();
        Assert.All(modules, m => Assert.Contains($">{m.Name}<", page, StringComparison.Ordinal));
        await Allow("false");
        page = await Own();
        Assert.Contains(name, page);
        Assert.All(modules, m => Assert.DoesNotContain($">{m.Name}<", page, StringComparison.Ordinal));

        async Task<string> Own() => WebUtility.HtmlDecode(await (await Find(phone, name, four)).Content.ReadAsStringAsync());
        Task Allow(string modulesToo) => admin.Post(
            $"/console/{open.Id}/portal-rules", new() { ["explains"] = "true", ["appeals"] = "true", ["modules"] = modulesToo }, $"/console/{open.Id}/portal-rules?handler=save");
    }

    [Fact] // R-D4
    public async Task An_appeal_from_a_phone_stands_in_the_register_once_and_a_wrong_pair_is_refused_like_an_unknown_name()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var (name, four) = Best(open, host);
        using var phone = host.NewBrowser();
        var form = new Dictionary<string, string> { ["id"] = Guid.NewGuid().ToString(), ["trade"] = "dg", ["name"] = name, ["lastFour"] = four, ["leader"] = "赵领队", ["text"] = "实操第三项漏记分" };
        var unknown = await Appeal(phone, new(form) { ["name"] = "查无此人" });
        var wrong = await Appeal(phone, new(form) { ["lastFour"] = four == "0000" ? "1111" : "0000" });
        Assert.Contains("对不上", wrong);
        Assert.Equal(unknown.Replace("查无此人", ""), wrong.Replace(name, ""));
        Assert.Contains("第 1 号", await Appeal(phone, form));
        Assert.Contains("第 1 号", await Appeal(phone, form)); // sent again
        Assert.Contains("还没答复", await Appeal(phone, new(form) { ["id"] = Guid.NewGuid().ToString() }));
        using var admin = await host.SignedIn(Role.Admin);
        var register = WebUtility.HtmlDecode(await admin.Read($"/console/{open.Id}/appeals"));
        Assert.Equal(2, register.Split("实操第三项漏记分").Length);
        Assert.Contains("赵领队", register);
    }

    private static async Task<string> Appeal(Browser phone, Dictionary<string, string> form) =>
        WebUtility.HtmlDecode(await (await phone.PostBare("/portal/appeal", form)).Content.ReadAsStringAsync());

    private static Personal.PersonalSeal Seal(ConsoleHost host) => (Personal.PersonalSeal)host.App.Services.GetService(typeof(Personal.PersonalSeal))!;

    private static Task<HttpResponseMessage> Find(Browser phone, string name, string four) => phone.PostBare("/portal", new() { ["name"] = name, ["lastFour"] = four });

    private static async Task<(OpenCompetition Open, string Name, string Four)> Published(ConsoleHost host)
    {
        var open = await host.LoadMarked();
        foreach (var e in (Core.Ledger.LedgerEvent[])[new PhaseChanged(MarkedContest.Dg, Phase.Review), new Decoded(MarkedContest.Dg, 1, "a", "b"), new PhaseChanged(MarkedContest.Dg, Phase.Publicity), new PhaseChanged(MarkedContest.Dg, Phase.Final)])
        {
            await ConsoleHost.Do(open, "system", e);
        }

        var (name, four) = Best(open, host);
        return (open, name, four);
    }

    private static (string Name, string Four) Best(OpenCompetition open, ConsoleHost host)
    {
        var entrant = open.Read(s => s.Entrant(s.Trade(MarkedContest.Dg)!.Awards().Rows[0].Entrant)!.Entrant);
        var seal = (Personal.PersonalSeal)host.App.Services.GetService(typeof(Personal.PersonalSeal))!;
        return (entrant.Name, seal.Open(open.Id, entrant.Sealed)!.IdNumber![^4..]);
    }
}

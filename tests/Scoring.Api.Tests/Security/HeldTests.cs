using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Devices;
using Scoring.Api.Ledger;
using Scoring.Api.Tests.Console;
using Scoring.Core.Contracts;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Upstream;
using Scoring.Testing;

namespace Scoring.Api.Tests.Security;

/// <summary>
/// Attacks that were tried and held, a row each: attack, expected; long because it is one table. The matrices of pages, handlers and hubs (PermissionMatrixTests, HubMatrixTests), flipped certificates (SignedCertificateTests),
/// leaks (LeakTests), equal answers (PortalEqualityTests) and lists (Lists/Sent) have classes of their own.
/// </summary>
public sealed class HeldTests(HeldSite site) : IClassFixture<HeldSite>
{
    private const string Contest = "/console/yindubei-2026";

    private static readonly (string Attack, string Expected, Func<HeldSite, Task> Try)[] Table =
    [
        ("a form without a token", "400, nothing changed", async s =>
            Assert.Equal(HttpStatusCode.BadRequest, (await s.Admin.PostBare($"{Contest}/archive?handler=Folder", new() { ["path"] = "x" })).StatusCode)),
        ("a form with somebody else's token", "400, nothing changed", async s =>
        {
            using var other = s.Host.NewBrowser();
            var token = Offices.Token(await other.Read("/console/login"));
            Assert.Equal(HttpStatusCode.BadRequest, (await s.Admin.PostBare($"{Contest}/archive?handler=Folder", new() { ["__RequestVerificationToken"] = token, ["path"] = "x" })).StatusCode);
        }),
        ("a session made up before signing in", "the cookie is new and the old one is nobody's", async s =>
        {
            using var victim = s.Host.NewBrowser();
            victim.Cookies.Add(s.Host.Address, new Cookie("scoring.console", "made-up"));
            await victim.SignIn(nameof(Role.Admin), ConsoleHost.Password);
            Assert.NotEqual("made-up", victim.Cookies.GetCookies(new Uri(s.Host.Address, "/console"))["scoring.console"]!.Value);
            using var attacker = s.Host.NewBrowser();
            attacker.Cookies.Add(s.Host.Address, new Cookie("scoring.console", "made-up"));
            Assert.Equal(HttpStatusCode.Redirect, (await attacker.Get("/console/competitions")).StatusCode);
        }),
        ("a tablet's cookie at the console, and the console's at the tablet's hub", "refused", async s =>
        {
            using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = s.Host.Address };
            http.DefaultRequestHeaders.Add("Cookie", s.Tablet.Cookie.Replace("scoring.tablet", "scoring.console", StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.Redirect, (await http.GetAsync("/console/competitions")).StatusCode);
            await using var hub = HubConnections.To(new Uri(s.Host.Address, "/hub/scoring"), options => options.Cookies = s.Admin.Cookies);
            await Assert.ThrowsAnyAsync<Exception>(() => hub.StartAsync());
        }),
        ("open redirects", "local only", async s =>
        {
            foreach (var to in new[] { "https://example.org", "//example.org", "/\\example.org", "\\/example.org", "http:example.org", "/%09/example.org", "javascript:alert(1)" })
            {
                using var browser = s.Host.NewBrowser();
                var answer = await browser.Post($"/console/login?returnUrl={Uri.EscapeDataString(to)}", new() { ["login"] = nameof(Role.Admin), ["password"] = ConsoleHost.Password });
                Assert.True(answer.Headers.Location is { IsAbsoluteUri: false } local && local.ToString().StartsWith('/') && !local.ToString().StartsWith("//", StringComparison.Ordinal), to);
            }
        }),
        ("another Host in the request", "nobody else is given it", async s =>
        {
            using var http = new HttpClient { BaseAddress = s.Host.Address };
            using var poisoned = new HttpRequestMessage(HttpMethod.Get, "/portal") { Headers = { Host = "evil.example" } };
            using var _ = await http.SendAsync(poisoned);
            Assert.DoesNotContain("evil.example", await http.GetStringAsync("/portal"), StringComparison.Ordinal);
        }),
        ("an address in X-Forwarded-For", "not believed: the wrong tries count for the real one", async s =>
        {
            using var http = new HttpClient { BaseAddress = s.Host.Address };
            var answers = new List<HttpStatusCode>();
            for (var n = 0; n < 12; n++)
            {
                using var ask = new HttpRequestMessage(HttpMethod.Post, "/portal") { Content = new FormUrlEncodedContent([new("name", "钱多多"), new("lastFour", $"{n:0000}")]) };
                ask.Headers.Add("X-Forwarded-For", $"10.1.1.{n}");
                answers.Add((await http.SendAsync(ask)).StatusCode);
            }

            Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        }),
        ("odd logins and a password of a megabyte", "refused, no exception", async s =>
        {
            foreach (var login in new[] { "a\0b", "Ａｄｍｉｎ", "' OR 1=1 --", new string('x', 50_000), "%00", "\uD800" })
            {
                using var browser = Caller.From(s.Host.Address, IPAddress.Parse("127.0.0.31"));
                Assert.NotEqual(HttpStatusCode.Redirect, (await Login(browser, login, "whatever 12345")).StatusCode);
            }

            using var long1 = Caller.From(s.Host.Address, IPAddress.Parse("127.0.0.31"));
            var answer = await Login(long1, nameof(Role.Admin), new string('y', 1_000_000));
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        }),
        ("the setup link again, short, in capitals, without", "there is an admin: it opens nothing", async s =>
        {
            foreach (var token in new[] { "", "0", new string('A', 32), new string('0', 32) })
            {
                using var browser = s.Host.NewBrowser();
                await browser.Post($"/console/setup?token={token}", new() { ["login"] = "evil", ["name"] = "恶", ["password"] = "evil-password-1", ["again"] = "evil-password-1" });
            }

            Assert.Null(s.Host.Accounts.Find("evil"));
        }),
        ("one pairing code by ten at once", "one tablet", async s =>
        {
            var code = s.Host.App.Services.GetRequiredService<PairedTablets>().CreateCode(s.Open.Id, new("J05")).Code;
            var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
            {
                using var http = Caller.From(s.Host.Address, IPAddress.Parse("127.0.0.32"));
                return (await http.PostAsJsonAsync("/judge/api/pair", new { code })).StatusCode;
            }));
            Assert.Single(answers, HttpStatusCode.OK);
        }),
        ("malformed pairing bodies", "4xx", async s =>
        {
            foreach (var body in new[] { "", "null", "[]", "{", "{\"code\":null}", "{\"code\":[1]}", "{\"code\":\"" + new string('A', 100_000) + "\"}", "{\"$type\":\"x\",\"code\":\"ABC\"}" })
            {
                using var http = Caller.From(s.Host.Address, IPAddress.Parse("127.0.0.33"));
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                Assert.InRange((int)(await http.PostAsync("/judge/api/pair", content)).StatusCode, 400, 499);
            }
        }),
        ("nothing in place of a sheet", "refused, no exception, no entry", async s =>
        {
            var before = s.Open.Sequence;
            Assert.Equal(SubmissionOutcome.Refused, (await s.Tablet.Ask<SubmissionAnswer>(nameof(IScoringHub.SubmitSheet), (object?)null)).Outcome);
            Assert.Equal(before, s.Open.Sequence);
        }),
        ("a sheet for another trade, module, code, version, kind", "refused", async s =>
        {
            var before = s.Open.Sequence;
            var sheet = await s.Sheet();
            foreach (var bad in new[]
            {
                sheet with { Trade = new("cc") }, sheet with { Module = new("Z") }, sheet with { Code = "Z99" }, sheet with { Code = "" }, sheet with { BasedOn = -1 },
                sheet with { BasedOn = long.MaxValue }, sheet with { Marks = new Dictionary<Core.Definition.AspectId, Core.Marking.Entry>() },
                sheet with { Marks = sheet.Marks.ToDictionary(m => m.Key, _ => Core.Marking.Entry.Of(decimal.MaxValue)) },
                sheet with { Marks = sheet.Marks.ToDictionary(m => m.Key, _ => Core.Marking.Entry.Of(-1m)) },
                sheet with { Notes = new Dictionary<Core.Definition.AspectId, string> { [sheet.Marks.Keys.First()] = new string('字', 501) } },
                sheet with { Marks = Enumerable.Range(0, 300).ToDictionary(n => new Core.Definition.AspectId($"x{n}"), _ => Core.Marking.Entry.Of(1)) },
            })
            {
                Assert.NotEqual(SubmissionOutcome.Accepted, (await s.Tablet.Submit(bad with { Id = Guid.NewGuid() })).Outcome);
            }

            Assert.Equal(before, s.Open.Sequence);
        }),
        ("a sheet of ten megabytes", "the connection is closed, nothing is taken", async s =>
        {
            var before = s.Open.Sequence;
            await using var tablet = await s.Tablet.Again();
            await Assert.ThrowsAnyAsync<Exception>(async () => await tablet.Submit(await s.Sheet() with { Signature = new string('M', 10_000_000) }));
            Assert.Equal(before, s.Open.Sequence);
            await s.Tablet.Heartbeat();
        }),
        ("methods of other offices and of the hub itself, by name", "not answered", async s =>
        {
            foreach (var method in new[] { "OnConnectedAsync", "OnDisconnectedAsync", "Dispose", "GetHashCode", "get_Context", "ToString", "EnterMark", "ReturnSheet" })
            {
                await Assert.ThrowsAnyAsync<Exception>(() => s.Tablet.Ask<object>(method));
            }
        }),
        ("one sheet under one id by eight at once, then under eight ids", "one row each", async s =>
        {
            var sheet = await s.Sheet();
            var before = s.Open.Sequence;
            var same = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => s.Tablet.Submit(sheet)));
            Assert.All(same, a => Assert.Equal(SubmissionOutcome.Accepted, a.Outcome));
            Assert.Single(same.Select(a => a.Receipt!.Sequence).Distinct());
            var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => s.Tablet.Submit(sheet with { Id = Guid.NewGuid() })));
            Assert.DoesNotContain(others, a => a.Outcome == SubmissionOutcome.Accepted);
            Assert.Equal(before + 1, s.Open.Sequence);
        }),
        ("another person's entry id", "refused", async s =>
        {
            var taken = Assert.IsType<Outcome.Refused>(await s.Open.Execute(s.Open.EntryAt(1)!.Id, "judge:J04", _ => Decision.Of(new OrganizationDefined(new(new("x"), "甲")))));
            Assert.Equal("id-taken", taken.Why.Code);
        }),
        ("uploads named to leave their folder, or of another kind", "refused or under a bare name, never outside", async s =>
        {
            foreach (var name in new[] { "../../evil.png", "..\\evil.png", "/etc/passwd", "evil.svg", "evil.html" })
            {
                await s.Admin.PostFile($"{Contest}/screens", $"{Contest}/screens?handler=Upload", name, Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"));
            }

            Assert.DoesNotContain(
                Directory.EnumerateFiles(s.Host.Folder, "*evil*", SearchOption.AllDirectories), f => Path.GetDirectoryName(f) != Path.Combine(s.Host.Folder, "screens"));
            Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(s.Host.Folder)!, "evil*"));
        }),
        ("markup as a screen's name", "escaped", async s =>
        {
            var answer = await s.Admin.Get($"{Contest}/screens?name={Uri.EscapeDataString("<script>alert(1)</script>")}");
            Assert.DoesNotContain("<script>alert(1)", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }),
        ("markup as names of people and organizations", "escaped on every page", async s =>
        {
            const string Evil = "<img src=x onerror=alert(1)>";
            await ConsoleHost.Do(s.Open, Actor.System, new OrganizationDefined(new(new("evil"), Evil)));
            await ConsoleHost.Do(s.Open, Actor.System, new EntrantsRegistered([new Entrant(new("evil"), Evil, new("evil"), MarkedContest.Dg)]));
            foreach (var page in new[] { "entrants", "people", "day", "lists", "ledger", "draw/dg", "changes/dg", "sheets/dg", "review/dg" })
            {
                Assert.DoesNotContain(Evil, await (await s.Admin.Get($"{Contest}/{page}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }),
        ("a second program on the same folder", "refused", s =>
        {
            Assert.Throws<Scoring.Api.Storage.DataFolderInUseException>(() => Scoring.Api.Storage.DataFolder.Take(s.Host.Folder));
            return Task.CompletedTask;
        }),
        ("ID numbers in files, backups, archives", "none in the clear", async s =>
        {
            s.Host.App.Services.GetRequiredService<Scoring.Api.Files.BackupKeeper>().Make(s.Open, "手动");
            var seal = s.Host.App.Services.GetRequiredService<Personal.PersonalSeal>();
            var numbers = s.Open.Read(state => state.Entrants.Values.Select(e => e.Entrant.Sealed).OfType<string>().ToList())
                .Select(boxed => seal.Open(s.Open.Id, boxed)?.IdNumber).OfType<string>().Take(20).Select(Encoding.UTF8.GetBytes).ToList();
            Assert.NotEmpty(numbers);
            foreach (var file in Directory.EnumerateFiles(s.Host.Folder, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
            {
                await using var read = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var bytes = new MemoryStream();
                await read.CopyToAsync(bytes);
                Assert.True(numbers.TrueForAll(n => bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(n) < 0), file);
            }
        }),
        ("shifted borders between actor, type and hash", "no two entries have one text", s =>
        {
            var (id, at, hash) = (Guid.NewGuid(), DateTimeOffset.UnixEpoch, Chain.Genesis.ToArray());
            var one = Chain.Hash(1, at, id, "judge:J1", "SheetReturned", "{}"u8, hash);
            Assert.False(one.AsSpan().SequenceEqual(Chain.Hash(1, at, id, "judge:J1SheetReturned", "", "{}"u8, hash)));
            Assert.ThrowsAny<ArgumentException>(() => s.Open.Execute(Guid.NewGuid(), "judge:J1\nSheetReturned", _ => Decision.Of(new TradeRemoved(MarkedContest.Dg))).GetAwaiter().GetResult());
            return Task.CompletedTask;
        }),
        ("requests that are no HTTP, and bodies of tens of megabytes", "closed or 4xx; the next one is answered", async s =>
        {
            foreach (var raw in new[] { "GET / HTTP/9.9\r\n\r\n", "\0\0\0\0\r\n\r\n", "POST /portal HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n", "GET /" + new string('a', 20_000) + " HTTP/1.1\r\n\r\n" })
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(s.Host.Address.Host, s.Host.Address.Port);
                var line = socket.GetStream();
                await line.WriteAsync(Encoding.ASCII.GetBytes(raw));
                socket.Client.Shutdown(SocketShutdown.Send);
                using var answer = new StreamReader(line);
                var said = await answer.ReadToEndAsync();
                Assert.True(said.Length == 0 || said.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || said.StartsWith("HTTP/1.1 5", StringComparison.Ordinal), said[..Math.Min(60, said.Length)]);
            }

            using var http = new HttpClient { BaseAddress = s.Host.Address };
            using var large = new ByteArrayContent(new byte[40_000_000]);
            try
            {
                Assert.InRange((int)(await http.PostAsync("/portal", large)).StatusCode, 400, 499);
            }
            catch (HttpRequestException)
            {
                // the server closed while the rest was still being sent
            }

            using var again = new HttpClient { BaseAddress = s.Host.Address };
            Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/health")).StatusCode);
        }),
    ];

    public static TheoryData<string, string> Attacks => new(Table.Select(row => (row.Attack, row.Expected)));

    [Theory, MemberData(nameof(Attacks))]
    public async Task It_holds(string attack, string expected)
    {
        Assert.NotEmpty(expected);
        await Table.Single(row => row.Attack == attack).Try(site);
        Assert.Empty(site.Host.Failures.Lines);
    }

    private static async Task<HttpResponseMessage> Login(HttpClient http, string login, string password)
    {
        var token = Offices.Token(await http.GetStringAsync("/console/login"));
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("login", login), new("password", password)]);
        return await http.PostAsync("/console/login", form);
    }
}

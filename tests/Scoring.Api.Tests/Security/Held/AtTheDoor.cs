using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tablets;
using Scoring.Api.Security;
using Scoring.Api.Tests.Console;
using Scoring.Core.People;
using Scoring.Display.Upstream;
using Scoring.Testing;

namespace Scoring.Api.Tests.Security.Held;

/// <summary>Forms, cookies, links, logins, pairing.</summary>
internal static class AtTheDoor
{
    public static readonly Attack[] Rows =
    [
        new("a form without a token", "400, nothing changed", async s =>
            Assert.Equal(
                HttpStatusCode.BadRequest, (await s.Admin.PostBare(HeldSite.Folder, new() { ["path"] = "x" })).StatusCode)),
        new("a form with somebody else's token", "400, nothing changed", async s =>
        {
            using var other = s.Host.NewBrowser();
            var token = Offices.Token(await other.Read("/console/login"));
            var form = new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["path"] = "x" };
            Assert.Equal(HttpStatusCode.BadRequest, (await s.Admin.PostBare(HeldSite.Folder, form)).StatusCode);
        }),
        new("a session made up before signing in", "the cookie is new and the old one is nobody's", async s =>
        {
            using var victim = s.Host.NewBrowser();
            victim.Cookies.Add(s.Host.Address, new Cookie("scoring.console", "made-up"));
            await victim.SignIn(nameof(Role.Admin), ConsoleHost.Password);
            Assert.NotEqual("made-up", victim.Cookies.GetCookies(new Uri(s.Host.Address, "/console"))["scoring.console"]!.Value);
            using var attacker = s.Host.NewBrowser();
            attacker.Cookies.Add(s.Host.Address, new Cookie("scoring.console", "made-up"));
            Assert.Equal(HttpStatusCode.Redirect, (await attacker.Get("/console/competitions")).StatusCode);
        }),
        new("a tablet's cookie at the console, and the console's at the tablet's hub", "refused", async s =>
        {
            using var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
            using var http = new HttpClient(handler) { BaseAddress = s.Host.Address };
            var cookie = s.Tablet.Cookie.Replace("scoring.tablet", "scoring.console", StringComparison.Ordinal);
            http.DefaultRequestHeaders.Add("Cookie", cookie);
            Assert.Equal(HttpStatusCode.Redirect, (await http.GetAsync("/console/competitions")).StatusCode);
            await using var hub = HubConnections.To(new Uri(s.Host.Address, "/hub/scoring"), options => options.Cookies = s.Admin.Cookies);
            await Assert.ThrowsAnyAsync<Exception>(() => hub.StartAsync());
        }),
        new("open redirects", "local only", async s =>
        {
            foreach (var to in new[]
            {
                "https://example.org", "//example.org", "/\\example.org", "\\/example.org", "http:example.org", "/%09/example.org",
                "javascript:alert(1)",
            })
            {
                using var browser = s.Host.NewBrowser();
                var answer = await browser.Post(
                    $"/console/login?returnUrl={Uri.EscapeDataString(to)}",
                    new() { ["login"] = nameof(Role.Admin), ["password"] = ConsoleHost.Password });
                Assert.True(answer.Headers.Location is { IsAbsoluteUri: false } local && local.ToString() is ['/', not '/', ..], to);
            }
        }),
        new("another Host in the request", "nobody else is given it", async s =>
        {
            using var http = new HttpClient { BaseAddress = s.Host.Address };
            using var poisoned = new HttpRequestMessage(HttpMethod.Get, "/portal") { Headers = { Host = "evil.example" } };
            using var _ = await http.SendAsync(poisoned);
            Assert.DoesNotContain("evil.example", await http.GetStringAsync("/portal"), StringComparison.Ordinal);
        }),
        new("an address in X-Forwarded-For", "not believed: the wrong tries count for the real one", async s =>
        {
            using var http = new HttpClient { BaseAddress = s.Host.Address };
            var answers = new List<HttpStatusCode>();
            for (var n = 0; n < 12; n++)
            {
                using var form = new FormUrlEncodedContent([new("name", "钱多多"), new("lastFour", $"{n:0000}")]);
                using var ask = new HttpRequestMessage(HttpMethod.Post, "/portal") { Content = form };
                ask.Headers.Add("X-Forwarded-For", $"10.1.1.{n}");
                answers.Add((await http.SendAsync(ask)).StatusCode);
            }

            Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        }),
        new("odd logins and a password of a megabyte", "refused, no exception", async s =>
        {
            foreach (var login in new[] { "a\0b", "Ａｄｍｉｎ", "' OR 1=1 --", new string('x', 50_000), "%00", "\uD800" })
            {
                using var browser = Caller.From(s.Host.Address, IPAddress.Parse("127.0.0.31"));
                Assert.NotEqual(HttpStatusCode.Redirect, (await HeldSite.Login(browser, login, "whatever 12345")).StatusCode);
            }

            using var long1 = Caller.From(s.Host.Address, IPAddress.Parse("127.0.0.31"));
            var answer = await HeldSite.Login(long1, nameof(Role.Admin), new string('y', 1_000_000));
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        }),
        new("the setup link again, short, in capitals, without", "there is an admin: it opens nothing", async s =>
        {
            foreach (var token in new[] { "", "0", new string('A', 32), new string('0', 32) })
            {
                using var browser = s.Host.NewBrowser();
                await browser.Post($"/console/setup?token={token}", HeldSite.Setup("evil"));
            }

            Assert.Null(s.Host.Accounts.Find("evil"));
        }),
        new("one pairing code by ten at once", "one tablet", async s =>
        {
            var code = s.Host.App.Services.GetRequiredService<PairedTablets>().CreateCode(s.Open.Id, new("J05")).Code;
            var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
            {
                using var http = Caller.From(s.Host.Address, IPAddress.Parse("127.0.0.32"));
                return (await http.PostAsJsonAsync("/judge/api/pair", new { code })).StatusCode;
            }));
            Assert.Single(answers, HttpStatusCode.OK);
        }),
        new("malformed pairing bodies", "4xx", async s =>
        {
            foreach (var body in new[]
            {
                "", "null", "[]", "{", """{"code":null}""", """{"code":[1]}""", $$"""{"code":"{{new string('A', 100_000)}}"}""",
                """{"$type":"x","code":"ABC"}""",
            })
            {
                using var http = Caller.From(s.Host.Address, IPAddress.Parse("127.0.0.33"));
                using var content = new StringContent(body, Encoding.UTF8, "application/json");
                Assert.InRange((int)(await http.PostAsync("/judge/api/pair", content)).StatusCode, 400, 499);
            }
        }),
        new("who has an account, told by the time a wrong password takes", "one comparison of the same cost for all", async s =>
        {
            var hasher = new Counted();
            await using var host = await ConsoleHost.Start(services: services => services.AddSingleton<PasswordHasher<string>>(hasher));
            host.Accounts.Create(new NewAccount("song", "宋建民", Role.HeadJudge, s.Open.Id), ConsoleHost.Password);
            host.Accounts.Create(new NewAccount("gone", "停用", Role.HeadJudge, s.Open.Id), ConsoleHost.Password);
            host.Accounts.SetDisabled("gone", disabled: true);
            foreach (var login in new[] { "song", "gone", "nobody", "", "SONG " })
            {
                Assert.Null(host.Accounts.SignIn(login, "not this one"));
            }

            Assert.Equal(5, hasher.Compared.Count);
            Assert.Single(hasher.Compared.Distinct()); // format, function and rounds of the hash it was compared with
        }),
        new("the setup link by eight at once", "one admin", async _ =>
        {
            await using var host = await ConsoleHost.Start();
            var link = host.App.Services.GetRequiredService<SetupLink>().Path!; // nobody has used it
            await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
            {
                using var browser = host.NewBrowser();
                await browser.Post(link, HeldSite.Setup($"admin{n}"));
            }));
            Assert.Single(host.Accounts.All());
            Assert.Empty(host.Failures.Lines);
        }),
    ];

    /// <summary>The framework's, noting what each password is compared with.</summary>
    private sealed class Counted : PasswordHasher<string>
    {
        private const int Header = 13; // version, function, rounds, length of the salt

        public List<string> Compared { get; } = [];

        public override PasswordVerificationResult VerifyHashedPassword(string user, string hashedPassword, string providedPassword)
        {
            var hash = Convert.FromBase64String(hashedPassword);
            Compared.Add($"{Convert.ToHexString(hash.AsSpan(0, Header))} of {hash.Length}");
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

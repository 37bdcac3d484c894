using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Security;
using Scoring.Api.Tests.Console;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Security;

public sealed class SignInTests
{
    [Fact]
    public async Task The_right_password_opens_the_console()
    {
        await using var host = await ConsoleHost.Start();
        using var browser = await host.SignedIn(Role.Admin);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/console/competitions")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_and_a_missing_account_get_the_same_words()
    {
        await using var host = await ConsoleHost.Start();
        host.Accounts.Create(new NewAccount("song", "宋建民", Role.HeadJudge), ConsoleHost.Password);
        using var browser = host.NewBrowser();
        var wrong = await browser.SignIn("song", "not this one");
        var missing = await browser.SignIn("nobody", "not this one");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, missing.StatusCode);
        Assert.Contains("账号或密码不对", await wrong.Content.ReadAsStringAsync());
        Assert.Contains("账号或密码不对", await missing.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Wrong_passwords_slow_down_who_types_them_and_never_the_owner()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        await open.InPhase(Phase.Review);
        using var owner = await host.Office("song", Role.HeadJudge, open);
        using var supervisor = await host.Office("jd", Role.Supervisor, open);
        using var stranger = host.NewBrowser();
        foreach (var login in new[] { "song", "jd" })
        {
            for (var i = 0; i < LoginGuard.Tries; i++)
            {
                Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.SignIn(login, "guess " + i)).StatusCode);
            }
        }

        var slowed = await stranger.SignIn("song", "guess again");
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.Contains("秒再试", await slowed.Content.ReadAsStringAsync());

        // The owner's browser signed in before; and a second signature is counted by who asks for it.
        await owner.Post("/console/password", [], to: "/console/logout");
        Assert.Equal(HttpStatusCode.Redirect, (await owner.SignIn("song", ConsoleHost.Password)).StatusCode);
        await owner.Does("/console/yindubei-2026/publish/dg", "Back", new() { ["to"] = "Scoring", ["reason"] = "补评", ["secondLogin"] = "jd", ["secondPassword"] = ConsoleHost.Password }, "已退回“评分”");
    }

    [Fact]
    public async Task Failures_stand_where_the_admin_reads_them_without_what_was_typed()
    {
        await using var host = await ConsoleHost.Start();
        host.Accounts.Create(new NewAccount("song", "宋建民", Role.HeadJudge), ConsoleHost.Password);
        using var stranger = host.NewBrowser();
        for (var i = 0; i < LoginGuard.Tries; i++)
        {
            await stranger.SignIn("song", "guess " + i);
        }

        await stranger.SignIn("my-password-typed-in-the-wrong-field", "x");
        var lines = host.Access.Read(null, null, null, 10);
        Assert.Equal(["密码不对", "密码不对，连续 5 次", "密码不对"], lines.Select(l => l.What));
        Assert.Equal([null, "宋建民"], lines.Select(l => l.Role is null ? null : l.Name).Distinct());
        Assert.All(lines, l => Assert.Contains("127.0.0.1", l.Detail));
        Assert.DoesNotContain("typed", string.Concat(lines.Select(l => l.Login + l.Name + l.Detail)), StringComparison.Ordinal);
        using var admin = await host.SignedIn(Role.Admin);
        Assert.Contains("连续 5 次", WebUtility.HtmlDecode(await admin.Read("/console/access")));
    }

    [Fact]
    public void Waits_double_up_to_a_minute_and_are_of_one_door_alone()
    {
        var clock = new StandingClock();
        var guard = new LoginGuard(clock);
        for (var i = 1; i < LoginGuard.Tries; i++)
        {
            guard.Wrong("song", "10.0.0.1");
        }

        Assert.Equal(TimeSpan.Zero, guard.Wait("song", "10.0.0.1"));
        foreach (var seconds in new[] { 5, 10, 20, 40, 60, 60 })
        {
            guard.Wrong("SONG", "10.0.0.1");
            Assert.Equal(TimeSpan.FromSeconds(seconds), guard.Wait("song", "10.0.0.1"));
        }

        Assert.Equal(TimeSpan.Zero, guard.Wait("song", "10.0.0.2"));
        Assert.Equal(TimeSpan.Zero, guard.Wait("jd", "10.0.0.1"));
        guard.Right("song", "10.0.0.1");
        Assert.Equal(TimeSpan.Zero, guard.Wait("song", "10.0.0.1"));
    }

    [Fact]
    public async Task Behind_the_gate_a_known_browser_goes_before_every_stranger_and_a_full_queue_says_so()
    {
        using var gate = new PasswordGate();
        using var hold = new ManualResetEventSlim();
        var order = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var threads = Math.Max(1, Environment.ProcessorCount / 2);
        using var busy = new CountdownEvent(threads);
        var blocked = Enumerable.Range(0, threads).Select(_ => Taken(() => { busy.Signal(); hold.Wait(); return true; }, known: false)).ToList();
        busy.Wait(TestContext.Current.CancellationToken);
        var strangers = Enumerable.Range(0, PasswordGate.Longest).Select(_ => Taken(() => { order.Enqueue("stranger"); return true; }, known: false)).ToList();
        Assert.False(gate.TryRun(() => true, knownBrowser: false, out _));
        var first = Taken(() => { order.Enqueue("known"); return true; }, known: true);
        hold.Set();
        await Task.WhenAll([.. blocked, .. strangers, first]);
        Assert.Contains("known", order.Take(threads));

        Task<bool> Taken(Func<bool> work, bool known)
        {
            Assert.True(gate.TryRun(work, known, out var result));
            return result;
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        await using var host = await ConsoleHost.Start();
        host.Accounts.Create(new NewAccount("song", "宋建民", Role.HeadJudge), ConsoleHost.Password);
        using var browser = host.NewBrowser();
        var answer = await browser.PostBare("/console/login", new() { ["login"] = "song", ["password"] = ConsoleHost.Password });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_disabled_account_is_out_with_its_next_request()
    {
        await using var host = await ConsoleHost.Start();
        using var admin = await host.SignedIn(Role.Admin);
        using var clerk = await host.SignedIn(Role.Clerk);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Get("/console/competitions")).StatusCode);
        Assert.True(host.Accounts.SetDisabled(nameof(Role.Clerk), disabled: true));
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.Get("/console/competitions")).StatusCode);
    }

    [Fact]
    public async Task The_last_admin_cannot_be_disabled()
    {
        await using var host = await ConsoleHost.Start();
        using var admin = await host.SignedIn(Role.Admin);
        Assert.False(host.Accounts.SetDisabled(nameof(Role.Admin), disabled: true));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var host = await ConsoleHost.Start();
        using var admin = await host.SignedIn(Role.Admin);
        await admin.Post("/console/competitions", [], to: "/console/logout");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.Get("/console/competitions")).StatusCode);
    }

    [Fact]
    public async Task The_setup_link_makes_the_admin_once()
    {
        await using var host = await ConsoleHost.Start();
        var link = host.App.Services.GetRequiredService<SetupLink>();
        var path = Assert.IsType<string>(link.Path);
        using var first = host.NewBrowser();
        Dictionary<string, string> form = new()
        {
            ["token"] = path.Split('=')[1], ["login"] = "admin", ["name"] = "王主任", ["password"] = ConsoleHost.Password, ["again"] = ConsoleHost.Password,
        };
        Assert.Equal(HttpStatusCode.Redirect, (await first.Post(path, form, "/console/setup")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.Get("/console/competitions")).StatusCode);
        Assert.Null(link.Path);
        using var second = host.NewBrowser();
        Assert.Contains("不能用了", await second.Read(path));
    }

    [Fact]
    public async Task A_short_password_is_refused_at_setup()
    {
        await using var host = await ConsoleHost.Start();
        var path = host.App.Services.GetRequiredService<SetupLink>().Path!;
        using var browser = host.NewBrowser();
        Dictionary<string, string> form = new()
        {
            ["token"] = path.Split('=')[1], ["login"] = "admin", ["name"] = "王主任", ["password"] = "short", ["again"] = "short",
        };
        Assert.Contains("密码至少", await (await browser.Post(path, form, "/console/setup")).Content.ReadAsStringAsync());
        Assert.False(host.Accounts.HasAdmin());
    }

    [Fact]
    public async Task A_return_address_outside_the_machine_is_ignored()
    {
        await using var host = await ConsoleHost.Start();
        host.Accounts.Create(new NewAccount("song", "宋建民", Role.HeadJudge), ConsoleHost.Password);
        using var browser = host.NewBrowser();
        var answer = await browser.Post("/console/login?returnUrl=https%3A%2F%2Fexample.org%2F", new() { ["login"] = "song", ["password"] = ConsoleHost.Password });
        Assert.Equal("/console", answer.Headers.Location?.OriginalString);
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}

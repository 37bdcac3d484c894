using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Security;
using Scoring.Api.Tests.Console;
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
    public async Task Five_wrong_passwords_close_the_door_even_for_the_right_one()
    {
        await using var host = await ConsoleHost.Start();
        host.Accounts.Create(new NewAccount("song", "宋建民", Role.HeadJudge), ConsoleHost.Password);
        using var browser = host.NewBrowser();
        for (var i = 0; i < LoginGuard.Tries; i++)
        {
            await browser.SignIn("song", "guess " + i);
        }

        var locked = await browser.SignIn("song", ConsoleHost.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
        Assert.Contains("锁 5 分钟", await locked.Content.ReadAsStringAsync());
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
}

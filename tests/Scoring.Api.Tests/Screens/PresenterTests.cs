using System.Net;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Security;
using Scoring.Api.Tests.Console;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Display.Upstream;

namespace Scoring.Api.Tests.Screens;

/// <summary>The presenter's socket asks at every call who is there, and for which contest; it is cut the moment that ends.</summary>
public sealed class PresenterTests
{
    private static readonly CompetitionId Here = new("yindubei-2026");

    [Fact]
    public async Task A_head_judge_of_one_contest_opens_no_ceremony_of_another()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var stranger = await Login(host, new NewAccount("cpz-b", "别场裁判长", Role.HeadJudge, new("other-2026")));
        using var own = await Login(host, new NewAccount("cpz", "裁判长", Role.HeadJudge, Here));
        using var one = await Login(host, new NewAccount("cpz-dg", "电工裁判长", Role.HeadJudge, Here, null, [new("dg")]));

        foreach (var (method, arguments) in new[] { ("Open", new object?[] { Here }), ("Open", [null]), ("Forward", [Here, 0]), ("Back", [Here, 1]), ("Go", [Here, 0]) })
        {
            Assert.Contains("没有主持", await Refused(host, stranger, method, arguments));
            Assert.Contains("没有主持", await Refused(host, one, method, arguments));
        }

        await using var hub = await Connected(host, own);
        Assert.NotNull(await hub.InvokeAsync<PresenterView?>("Open", Here));

        // Its contest is no longer the one in use: the screens are another's.
        host.Competitions.MakeCurrent(host.Competitions.Create(new("other-2026")));
        await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<PresenterView?>("Forward", Here, 0));
        Assert.Equal(open.Id, Here);
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("password")]
    [InlineData("signed out")]
    public async Task An_open_socket_is_cut_when_its_account_is(string how)
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var browser = await Login(host, new NewAccount("cpz", "裁判长", Role.HeadJudge, Here));
        await using var hub = await Connected(host, browser);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Closed += _ =>
        {
            closed.SetResult();
            return Task.CompletedTask;
        };
        Assert.NotNull(await hub.InvokeAsync<PresenterView?>("Open", Here));
        var copied = new CookieContainer();
        copied.Add(browser.Cookies.GetAllCookies());

        switch (how)
        {
            case "disabled": host.Accounts.SetDisabled("cpz", disabled: true); break;
            case "password": host.Accounts.SetPassword("cpz", "another-horse-2"); break;
            default: await browser.Post("/console/password", [], to: "/console/logout"); break;
        }

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        using var thief = new HttpClient(new HttpClientHandler { CookieContainer = copied, AllowAutoRedirect = false }) { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/console/password", TestContext.Current.CancellationToken)).StatusCode);
        await host.Restart();
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/console/password", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Only_the_contest_in_use_takes_the_screens()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        host.Competitions.MakeCurrent(host.Competitions.Create(new("other-2026")));
        var screens = host.App.Services.GetRequiredService<Display.Screens.Screens>();
        using var head = await host.SignedIn(Role.HeadJudge);
        using var admin = await host.SignedIn(Role.Admin);
        Dictionary<string, string> Scene() => new() { ["newScreen"] = "主屏", ["Kind"] = "Message", ["kind"] = "Message", ["text"] = "请离场", ["Text"] = "请离场" };

        await head.Does($"/console/{open.Id}/screens", "Show", Scene(), "大屏现在属于另一场比赛");
        Assert.DoesNotContain(screens.All, s => s.State.Name == "主屏");
        host.Competitions.MakeCurrent(open);
        Assert.DoesNotContain("大屏现在属于另一场比赛", await admin.Does($"/console/{open.Id}/screens", "Show", Scene(), "主屏"), StringComparison.Ordinal);
    }

    private static async Task<Browser> Login(ConsoleHost host, NewAccount account)
    {
        host.Accounts.Create(account, ConsoleHost.Password);
        var browser = host.NewBrowser();
        await browser.SignIn(account.Login, ConsoleHost.Password);
        return browser;
    }

    private static async Task<HubConnection> Connected(ConsoleHost host, Browser browser)
    {
        var hub = HubConnections.To(new Uri(host.Address, "/display/presenter"), options => options.Cookies = browser.Cookies);
        await hub.StartAsync(TestContext.Current.CancellationToken);
        return hub;
    }

    private static async Task<string> Refused(ConsoleHost host, Browser browser, string method, object?[] arguments)
    {
        await using var hub = await Connected(host, browser);
        return (await Assert.ThrowsAsync<HubException>(() => hub.InvokeCoreAsync(method, typeof(object), arguments))).Message;
    }
}

using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Screens;

/// <summary>One contest in use: screens without a contest of their own and the portal's first page turn to it at once.</summary>
public sealed class ContestInUseTests
{
    [Fact]
    public async Task The_choice_and_not_the_newest_date_is_what_screens_and_portal_show()
    {
        await using var host = await ConsoleHost.Start();
        var dated = await host.LoadExample();
        var used = host.Competitions.Create(new("without-a-date"));
        await ConsoleHost.Do(used, "admin:x", new CompetitionDefined(new Competition(used.Id, "没有日期的比赛")));
        using var admin = await host.SignedIn(Role.Admin);
        await using var follows = await Screen(host);
        await using var pinned = await Screen(host);
        var turned = new TaskCompletionSource<CompetitionCard>();
        follows.On<CompetitionCard>("Competition", card => turned.TrySetResult(card));
        Assert.Equal(dated.Id, (await follows.InvokeAsync<PublicState?>("Watch", null))!.Competition.Id);
        await pinned.InvokeAsync<PublicState?>("Watch", dated.Id);
        await pinned.InvokeAsync<ScreenState?>("Attach", "主屏");

        await admin.Post("/console/competitions", new() { ["competition"] = used.Id.Value }, to: "/console/competitions?handler=Current");

        Assert.Equal(used.Id, (await turned.Task.WaitAsync(TimeSpan.FromSeconds(30))).Id);
        Assert.Equal(used.Id, (await follows.InvokeAsync<PublicState?>("Watch", null))!.Competition.Id);
        using var phone = host.NewBrowser();
        var portal = await phone.Read("/portal");
        Assert.Contains("<span class=\"line\">没有日期的比赛</span>", portal, StringComparison.Ordinal);
        Assert.Contains($"/portal?competition={dated.Id}", portal, StringComparison.Ordinal);
        Assert.DoesNotContain($"/portal?competition={dated.Id}", await phone.Read("/portal?search=" + Uri.EscapeDataString("查无此赛")), StringComparison.Ordinal);
        Assert.Contains("殷都杯", await phone.Read($"/portal?competition={dated.Id}"), StringComparison.Ordinal);

        // The page of the contest that is not in use says so, and the page of the other names the screen that shows another.
        Assert.Contains("改用这个比赛", await admin.Read($"/console/{dated.Id}/screens"), StringComparison.Ordinal);
        var screens = await admin.Read($"/console/{used.Id}/screens");
        Assert.DoesNotContain("改用这个比赛", screens, StringComparison.Ordinal);
        Assert.Contains("放的是别的比赛", screens, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tablet_hears_at_once_that_another_contest_is_in_use_and_the_devices_page_names_the_strays()
    {
        await using var host = await ConsoleHost.Start();
        var marked = await host.LoadExample();
        var other = host.Competitions.Create(new("other"));
        await ConsoleHost.Do(other, "admin:x", new CompetitionDefined(new Competition(other.Id, "另一场比赛")));
        using var admin = await host.SignedIn(Role.Admin);
        await using var tablet = await host.Tablet(marked, Hall.HeadJudge);
        Assert.Null((await tablet.Open()).InUseInstead);
        Assert.DoesNotContain("不是这个比赛", System.Net.WebUtility.HtmlDecode(await admin.Read($"/console/{marked.Id}/devices")),
            StringComparison.Ordinal);
        var told = new TaskCompletionSource();
        using var hears = tablet.OnSessionChanged(() => told.TrySetResult());

        await admin.Post("/console/competitions", new() { ["competition"] = other.Id.Value }, to: "/console/competitions?handler=Current");
        await told.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("另一场比赛", (await tablet.Open()).InUseInstead);
        var strays = System.Net.WebUtility.HtmlDecode(await admin.Read($"/console/{other.Id}/devices"));
        Assert.Contains("场内还有平板配对的是别的比赛", strays, StringComparison.Ordinal);
        Assert.Contains("殷都杯”职工技能大赛 1 台", strays, StringComparison.Ordinal);
        Assert.Contains("现在用的是 <b>另一场比赛</b>", System.Net.WebUtility.HtmlDecode(await admin.Read($"/console/{marked.Id}/devices")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_are_shown_and_typed_in_the_zone_of_the_contest_in_use_whatever_the_machine_is_set_to()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var clock = host.App.Services.GetRequiredService<TimeProvider>();
        Assert.Equal(TimeSpan.FromHours(8), clock.LocalTimeZone.GetUtcOffset(clock.GetUtcNow()));
        using var admin = await host.SignedIn(Role.Admin);
        await admin.Does("/console/yindubei-2026/contest", "Save", new() { ["Name"] = "东京的比赛", ["TimeZone"] = "Asia/Tokyo" }, "竞赛设置已保存");
        Assert.Equal(TimeSpan.FromHours(9), clock.LocalTimeZone.GetUtcOffset(clock.GetUtcNow()));

        var past = TimeZoneInfo.ConvertTime(clock.GetUtcNow().AddHours(-1), clock.LocalTimeZone);
        Assert.Contains("已经过去", await Freeze(past), StringComparison.Ordinal);
        var soon = TimeZoneInfo.ConvertTime(clock.GetUtcNow().AddMinutes(10), clock.LocalTimeZone);
        Assert.Contains("定时封榜已设定", await Freeze(soon), StringComparison.Ordinal);
        var set = host.App.Services.GetRequiredService<Scoring.Api.Screens.FreezeAtTime>().Of(open.Id, new TradeId("dg"))!;
        Assert.InRange(set.At, clock.GetUtcNow().AddMinutes(8), clock.GetUtcNow().AddMinutes(10));

        async Task<string> Freeze(DateTimeOffset at)
        {
            var answer = await admin.Post("/console/yindubei-2026/screens", new() { ["trade"] = "dg", ["at"] = at.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture) },
                to: "/console/yindubei-2026/screens?handler=Freeze");
            var said = await answer.Content.ReadAsStringAsync();
            return System.Net.WebUtility.HtmlDecode(said.Length > 0 ? said : await admin.Read("/console/yindubei-2026/screens"));
        }
    }

    private static async Task<HubConnection> Screen(ConsoleHost host)
    {
        var hub = new HubConnectionBuilder().WithUrl(new Uri(host.Address, "/display/hub"))
            .AddJsonProtocol(json => ScoringJson.Configure(json.PayloadSerializerOptions)).Build();
        await hub.StartAsync(TestContext.Current.CancellationToken);
        return hub;
    }
}

using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Hubs;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Security;

/// <summary>Power leaves a trail: who made an account for whom, who made a code for which judge, which tablet used it.</summary>
public sealed class PowerTrailTests
{
    [Fact]
    public async Task An_admin_who_makes_two_people_of_himself_stands_in_the_ledger_with_it()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        using var head = await host.Office("cpz", Role.HeadJudge, open);

        var said = await Post(admin, "Create", new() { ["login"] = "cpz2", ["name"] = "裁判长", ["role"] = "HeadJudge", ["scope"] = "yindubei-2026/dg", ["judge"] = "Z2" });
        var made = Last<AccountChanged>(host);
        Assert.Equal(("cpz2", AccountChange.Created, Role.HeadJudge, "Z2"), (made.Login, made.Change, made.Role, made.Official?.Value));
        Assert.Equal(["cpz"], made.Beside);
        Assert.Contains("这个职务或这个人已有账号 cpz", said);

        await Post(admin, "Reset", new() { ["login"] = "cpz2" });
        Assert.Equal(AccountChange.PasswordReset, Last<AccountChanged>(host).Change);
        await Post(admin, "Disable", new() { ["login"] = "cpz2" });
        Assert.Equal(AccountChange.Disabled, Last<AccountChanged>(host).Change);
        await Post(admin, "Enable", new() { ["login"] = "cpz2" });
        Assert.Equal(AccountChange.Enabled, Last<AccountChanged>(host).Change);
        Assert.Equal("admin:Admin", open.EntryAt(open.Sequence)!.Actor);
        var trail = WebUtility.HtmlDecode(await admin.Read("/console/yindubei-2026/ledger"));
        Assert.Contains("新建 cpz2（裁判长", trail);
        Assert.Contains("这个职务已有账号 cpz", trail);
    }

    [Fact]
    public async Task Nobody_but_the_person_learns_a_password_and_the_link_is_good_once()
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var said = await Post(admin, "Create", new() { ["login"] = "jd", ["name"] = "监督", ["role"] = "Supervisor", ["scope"] = "yindubei-2026/" });
        var first = Link(said);
        using var own = host.NewBrowser();
        await Set(own, first, "chosen-by-herself");
        Assert.NotNull(host.Accounts.SignIn("jd", "chosen-by-herself"));
        using var late = host.NewBrowser();
        Assert.Contains("不能用了", WebUtility.HtmlDecode(await late.Read(first)), StringComparison.Ordinal);

        // Reset: the old password is worth nothing at once, and what was open with it neither.
        var second = Link(await Post(admin, "Reset", new() { ["login"] = "jd" }));
        Assert.Null(host.Accounts.SignIn("jd", "chosen-by-herself"));
        Assert.NotEqual(HttpStatusCode.OK, (await own.Get("/console/yindubei-2026/day")).StatusCode);
        var third = Link(await Post(admin, "Reset", new() { ["login"] = "jd" }));
        Assert.Contains("不能用了", WebUtility.HtmlDecode(await late.Read(second)), StringComparison.Ordinal);
        await Set(own, third, "chosen-once-more");
        Assert.NotNull(host.Accounts.SignIn("jd", "chosen-once-more"));

        var admins = host.Accounts.All().Single(a => a.Role == Role.Admin).Login;
        Assert.Contains("修改密码", await Post(admin, "Reset", new() { ["login"] = admins }), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.Get("/console/accounts")).StatusCode);
    }

    [Theory]
    [InlineData("", "", "属于哪场比赛")]
    [InlineData("gone-2026/", "", "属于哪场比赛")]
    [InlineData("yindubei-2026/dg", "other-2026/Z2", "同一场比赛的名册")]
    [InlineData("yindubei-2026/dg", "nobody", "同一场比赛的名册")]
    public async Task An_account_belongs_to_one_contest_and_acts_as_somebody_of_its_list(string scope, string judge, string why)
    {
        await using var host = await ConsoleHost.Start();
        await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        var before = host.Accounts.All().Count;
        var said = await Post(admin, "Create", new() { ["login"] = "cpz9", ["name"] = "裁判长", ["role"] = "HeadJudge", ["scope"] = scope, ["judge"] = judge });
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.Equal(before, host.Accounts.All().Count);
    }

    [Fact]
    public async Task Two_contests_of_one_name_are_told_apart_where_power_is_given()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var copy = host.Competitions.Create(new("copy-2026"));
        await ConsoleHost.Do(copy, "admin:x", new CompetitionDefined(open.Read(s => s.Competition!)));
        using var admin = await host.SignedIn(Role.Admin);
        await Post(admin, "Create", new() { ["login"] = "jd", ["name"] = "监督", ["role"] = "Supervisor", ["scope"] = "copy-2026/" });
        var page = WebUtility.HtmlDecode(await admin.Read("/console/accounts"));
        Assert.Contains("（yindubei-2026）", page, StringComparison.Ordinal);
        Assert.Contains("（copy-2026）\">", page, StringComparison.Ordinal);
        Assert.Contains("（copy-2026）：全部", page, StringComparison.Ordinal);
        Assert.IsType<AccountChanged>(Core.Ledger.EventTypes.Read(copy.EntryAt(copy.Sequence)!));
    }

    [Fact]
    public async Task What_is_printed_for_all_at_once_leaves_the_same_trail()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        foreach (var handler in new[] { "Accounts", "Accounts", "Codes" })
        {
            var answer = await admin.Post("/console/yindubei-2026/road", [], to: $"/console/yindubei-2026/handouts?handler={handler}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var entries = Enumerable.Range(1, (int)open.Sequence).Select(n => Core.Ledger.EventTypes.Read(open.EntryAt(n)!)).ToList();
        var officials = host.Accounts.All().Where(a => a.Competition == open.Id).Select(a => a.Login).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(officials);
        foreach (var change in new[] { AccountChange.Created, AccountChange.PasswordReset })
        {
            Assert.Equal(officials, entries.OfType<AccountChanged>().Where(e => e.Change == change).Select(e => e.Login).Order(StringComparer.Ordinal));
        }

        var judges = open.Read(s => s.Judges.Values.Where(j => j.Seats.Any(x => x.Role == Role.Judge)).Select(j => j.Id).ToList());
        Assert.Subset(entries.OfType<PairingCodeMade>().Select(e => e.Judge).ToHashSet(), judges.ToHashSet());
        Assert.All(entries.OfType<PairingCodeMade>().GroupBy(e => e.Judge), made => Assert.Single(made));
    }

    private static string Link(string page)
    {
        var at = page.IndexOf("/console/welcome?token=", StringComparison.Ordinal);
        Assert.True(at >= 0, "no link on the page");
        return page[at..page.IndexOf('"', at)];
    }

    private static async Task Set(Browser own, string link, string password)
    {
        var fields = new Dictionary<string, string> { ["token"] = link.Split('=')[1], ["password"] = password, ["again"] = password };
        Assert.Equal(HttpStatusCode.Redirect, (await own.Post(link, fields, to: "/console/welcome")).StatusCode);
    }

    [Fact]
    public async Task A_code_for_a_judge_who_has_a_tablet_is_written_and_said_on_that_tablet()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        await using var judge = await host.Tablet(open, Hall.Judge);
        await judge.Open();
        var first = Last<TabletPaired>(host);
        Assert.Equal((Hall.Judge, null), (first.Judge.Value, first.Beside));

        var page = await head.Post("/console/yindubei-2026/devices", new() { ["judge"] = Hall.Judge }, to: "/console/yindubei-2026/devices?handler=Code");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(Hall.Judge, Last<PairingCodeMade>(host).Judge.Value);
        Assert.Equal("headJudge:cpz", open.EntryAt(open.Sequence)!.Actor);
        await Wait.Until(() => judge.Messages.Any(m => m.Text.Contains("以您的名义评分", StringComparison.Ordinal)), TimeSpan.FromSeconds(60));

        await using var second = await host.Tablet(open, Hall.Judge);
        Assert.Equal([first.Device], Last<TabletPaired>(host).Beside);
    }

    [Fact]
    public async Task Guesses_at_codes_are_counted_over_all_addresses_and_a_fresh_code_comes_through()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var guard = host.App.Services.GetRequiredService<PairingGuard>();
        for (var i = 0; i < PairingGuard.AtOnce; i++)
        {
            Assert.True(guard.Allows());
            guard.Wrong($"10.0.{i % 100}.1");
        }

        using var stranger = new HttpClient { BaseAddress = host.Address };
        using var paused = await stranger.PostAsJsonAsync("/judge/api/pair", new { code = "AAAAAA" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, paused.StatusCode);
        Assert.Contains(host.Access.Read(null, null, null, 5), line => line.What.Contains("大量试配对码", StringComparison.Ordinal));

        using var admin = await host.SignedIn(Role.Admin);
        await admin.Post("/console/yindubei-2026/devices", new() { ["judge"] = Hall.Judge }, to: "/console/yindubei-2026/devices?handler=Code");
        await using var tablet = await host.Tablet(open, Hall.Judge);
        Assert.Equal(Hall.Judge, (await tablet.Open()).Judge.Value);
    }

    private static async Task<string> Post(Browser admin, string handler, Dictionary<string, string> fields)
    {
        var answer = await admin.Post("/console/accounts", fields, to: $"/console/accounts?handler={handler}");
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{handler} {answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static T Last<T>(ConsoleHost host)
    {
        var open = host.Competitions.Find(new("yindubei-2026"))!;
        return Enumerable.Range(0, 20).Select(back => open.EntryAt(open.Sequence - back)).OfType<Core.Ledger.LedgerEntry>()
            .Select(Core.Ledger.EventTypes.Read).OfType<T>().First();
    }
}

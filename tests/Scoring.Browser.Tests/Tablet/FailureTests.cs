using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;
using static Scoring.Browser.Tests.Tablet.TabletInChromium;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>What goes wrong at a venue, and the words in which the judge is told.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData(1, "快")]
    [InlineData(-1, "慢")]
    public async Task A_clock_that_is_a_day_wrong_is_told_and_changes_no_mark_and_no_time(int days, string word)
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1180, 820, touch: true);
        await page.Context.AddInitScriptAsync($$"""
            { const by = {{days}} * 86400000, Real = Date;
              Date = class extends Real { constructor(...a) { a.length ? super(...a) : super(Real.now() + by); } static now() { return Real.now() + by; } }; }
            """);
        var tablet = new TabletPage(page);
        await tablet.Pair(server.Code(Trade));
        await page.GetByText($"本机时间比服务器{word} 1 天。评分不受影响，时间以服务器为准。").WaitForAsync();
        await tablet.OpenModule(Module);
        await tablet.Mark("E01", "7", "125", "1");
        await tablet.HandIn("E01");
        await page.GetByText("E01 已交，服务器已收妥").WaitForAsync();
        var today = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Asia/Shanghai");
        var told = await page.Locator(".rh p").InnerTextAsync();
        Assert.True(told.StartsWith($"{today:yyyy年M月d日}", StringComparison.Ordinal) || told.StartsWith($"{today.AddMinutes(-5):yyyy年M月d日}", StringComparison.Ordinal), told);
        await Chromium.Picture(page, "tablet-clock");
    }

    [Fact]
    public async Task A_full_tablet_says_so_keeps_what_is_typed_and_still_hands_it_in()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1180, 820, touch: true);
        await FillUp(page, server, full: true);
        var tablet = await page.OpenAsJudge(server);
        var before = await server.Entries();
        await tablet.Mark("E01", "7", "125", "1");
        await page.GetByText("存储空间已满，分数只在这一页里。请勿关闭或刷新").WaitForAsync();
        await tablet.Chip("没有存上");
        await Chromium.Picture(page, "tablet-full");
        await tablet.HandIn("E01");
        await page.GetByText("E01 已交，服务器已收妥").WaitForAsync();
        Assert.Equal(before + 1, await server.Entries());

        await FillUp(page, server, full: false);
        await tablet.Chip("已同步");
        await page.GotoAsync("about:blank");
        await tablet.OpenModule(Module);
        await page.Tile("E01", "已交");
        await tablet.Chip("已同步");
        Assert.Equal(before + 1, await server.Entries());
    }

    [Fact]
    public async Task A_sheet_the_server_refuses_is_put_aside_with_the_reason_and_holds_up_no_other()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1180, 820, touch: true);
        var tablet = await page.OpenAsJudge(server);
        await page.Context.SetOfflineAsync(true);
        await tablet.Mark("E01", "7", "125", "1");
        await tablet.HandIn("E01");
        await tablet.MarkNext("E02", "6", "130", "0");
        await tablet.HandIn("E02");
        await tablet.Chip("待同步 2");

        var head = await Console(chromium, server, "cpz-cc");
        await head.Go("floor/cc");
        await head.Page.Locator("tr", new() { HasText = "E01" }).GetByText("状态…").ClickAsync();
        await head.Page.Locator("#status select").SelectOptionAsync("Disqualified");
        await head.Page.Locator("#status textarea").FillAsync("携带手机进场");
        await head.Press(head.Page.Locator("#status .primary"));

        await page.Context.SetOfflineAsync(false);
        await tablet.Chip("待处理 1");
        await page.Locator(".chiplink").ClickAsync();
        await page.GetByText("E01 已登记为取消资格，不能评分。如有误，请裁判长更改状态").WaitForAsync();
        Assert.Equal(0, await page.Locator(".post", new() { HasText = "E02" }).CountAsync());
        await Chromium.Picture(page, "tablet-aside");
        await tablet.OpenModule(Module);
        await page.Tile("E02", "已交");
    }

    [Fact]
    public async Task Paired_again_as_the_same_judge_a_tablet_goes_on_with_what_it_held()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1180, 820, touch: true);
        var tablet = await page.OpenAsJudge(server);
        var before = await server.Entries();
        await tablet.Mark("E02", "6");
        await page.GetByRole(AriaRole.Link, new() { Name = "返回选手列表" }).ClickAsync();
        await tablet.Mark("E01", "7", "125", "1");
        await page.Context.SetOfflineAsync(true);
        await tablet.HandIn("E01");
        var admin = await Console(chromium, server, "admin");
        await admin.Go("devices");
        await admin.Page.Locator("#tablets button").First.ClickAsync();
        await admin.Press(admin.Page.Locator("#revoke .danger"));

        await page.Context.SetOfflineAsync(false);
        await page.GetByText("配对已停用，不能提交。已评内容存在本机。").WaitForAsync();
        var again = await admin.PairingCode(await FirstJudge());
        await page.GotoAsync("about:blank");
        await tablet.Pair(again);
        await tablet.OpenModule(Module);
        await page.Tile("E01", "已交");
        await page.Tile("E02", "草稿");
        await tablet.Chip("已同步");
        Assert.Equal(before + 1, await server.Entries());
    }

    [Fact]
    public async Task A_lost_message_is_noticed_and_the_returned_sheet_shows_with_the_head_judges_words()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1180, 820, touch: true);
        var lost = 0;
        await page.RouteWebSocketAsync(new System.Text.RegularExpressions.Regex("/hub/scoring", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)), socket =>
        {
            var hub = socket.ConnectToServer();
            hub.OnMessage(frame =>
            {
                var (text, kept) = (frame.Text ?? "", Lines(frame.Text ?? "").Where(m => !m.Contains("CardChanged", StringComparison.Ordinal)));
                var rest = string.Concat(kept.Select(m => m + '\u001e'));
                Interlocked.Add(ref lost, rest.Length < text.Length ? 1 : 0);
                if (rest.Length > 0)
                {
                    socket.Send(rest);
                }
            });
        });
        var tablet = await page.OpenAsJudge(server);
        await tablet.Mark("E01", "7", "125", "1");
        await tablet.HandIn("E01");
        await page.GetByText("E01 已交，服务器已收妥").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "返回选手列表" }).ClickAsync();
        await page.Tile("E01", "已交");

        var head = await Console(chromium, server, "cpz-cc");
        await head.Go("sheets/cc");
        await head.Page.Locator("tr", new() { HasText = "E01" }).Locator(".cellbtn").First.ClickAsync();
        await head.Page.Locator("#return textarea").FillAsync("A1 用时与秒表不符，请核对");
        await head.Press(head.Page.Locator("#return .primary"));
        await page.Tile("E01", "退回");
        await page.GetByText("A1 用时与秒表不符，请核对").WaitForAsync();
        Assert.NotEqual(0, lost);
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_and_the_ledger_holds_the_sheet_once()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1180, 820, touch: true);
        var before = await server.Entries();
        var (asked, lost) = ("", 0);
        await page.RouteWebSocketAsync(new System.Text.RegularExpressions.Regex("/hub/scoring", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)), socket =>
        {
            var hub = socket.ConnectToServer();
            socket.OnMessage(frame =>
            {
                foreach (var sent in Lines(frame.Text ?? "").Where(m => m.Contains("\"SubmitSheet\"", StringComparison.Ordinal) && asked.Length == 0))
                {
                    asked = System.Text.Json.JsonDocument.Parse(sent).RootElement.GetProperty("invocationId").GetString()!;
                }

                hub.Send(frame.Text ?? "");
            });
            hub.OnMessage(frame =>
            {
                if (lost == 0 && asked.Length > 0 && (frame.Text ?? "").Contains($"\"invocationId\":\"{asked}\"", StringComparison.Ordinal))
                {
                    lost++;
                    return;
                }

                socket.Send(frame.Text ?? "");
            });
        });
        var tablet = await page.OpenAsJudge(server);
        await tablet.Mark("E01", "7", "125", "1");
        await tablet.HandIn("E01");
        await page.GetByText("E01 已交，服务器已收妥").WaitForAsync();
        Assert.Equal(1, lost);
        Assert.Equal(before + 1, await server.Entries());
    }

    private static IEnumerable<string> Lines(string frame) => frame.Split('\u001e', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Leaves the tablet's disk no room, or gives it back.</summary>
    private static async Task FillUp(IPage page, ServerProcess server, bool full)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Storage.overrideQuotaForOrigin", full
            ? new Dictionary<string, object> { ["origin"] = server.Url, ["quotaSize"] = 1 }
            : new Dictionary<string, object> { ["origin"] = server.Url });
    }

    private static async Task<ConsolePage> Console(Chromium chromium, ServerProcess server, string account) =>
        await ConsolePage.SignIn(await chromium.Person(server.Url, 1440, 900), "yindubei-2026", server.Account(account));

    /// <summary>Whose pairing code the start prints for this trade.</summary>
    private static async Task<string> FirstJudge()
    {
        var file = Core.Files.CompetitionFileReader.Read(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "examples", "yindubei.json"))).File!;
        return file.Judges!.SelectMany(j => j.Seats.Where(s => s.Role == Core.People.Role.Judge && s.Trade.Value == "cc").Select(s => (j.Name, s.Number))).OrderBy(j => j.Number).First().Name;
    }
}

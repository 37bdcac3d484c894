using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Contracts;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>Tablets of head judge, floor judge and clerk, against the real server.</summary>
public sealed class OfficialsTests
{
    [Theory]
    [InlineData(1024, 768)]
    [InlineData(768, 1024)]
    [InlineData(390, 844)]
    public async Task A_head_judge_returns_a_sheet_confirms_a_spread_notes_an_absence_and_signs_the_day(int width, int height)
    {
        var venue = new Venue(2, 2, 1, 4) { Officials = [new Judge(new("Z1"), "郭怀民", [new JudgeSeat(Role.HeadJudge, Venue.Trade)])] };
        IReadOnlyList<string> codes = [];
        await using var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data));
        await using var first = await TabletClient.Pair(server.Url, codes[0]);
        await using var second = await TabletClient.Pair(server.Url, codes[1]);
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, width, height, touch: true);
        await page.PairWith(codes[2], ".desk");
        await Reach.Check(page, ".mod");

        await Hand(first, 25);
        await Hand(second, 5);
        await page.GetByText("模块 M1 有 1 个极差超限").ClickAsync();
        await Reach.Check(page, ".ptab");
        await Chromium.Picture(page, $"tablet-panel-{width}");
        await page.GetByRole(AriaRole.Link, new() { Name = "对照 A001 的评分表" }).ClickAsync();
        await page.GetByText("极差 80.00，超过限值 10.00").WaitForAsync();
        await Reach.Check(page, ".jt");
        await page.GetByRole(AriaRole.Radio, new() { Name = "退回一份重评" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "退回 2 号裁判重评", Exact = true }).Last.ClickAsync();
        await page.Key("漏评").ClickAsync();
        await page.Key("退回 2 号裁判").ClickAsync();
        await page.GetByText("A001 的评分表已退回 2 号裁判").WaitForAsync();
        Assert.Equal("漏评", (await Card(second)).ReturnReason);

        await Hand(second, 5);
        await page.GetByRole(AriaRole.Radio, new() { Name = "确认有效，不退回" }).ClickAsync();
        await page.Key("小组合议一致").ClickAsync();
        await Chromium.Picture(page, $"tablet-confirm-{width}");
        await page.Key("确认极差有效").ClickAsync();
        await page.GetByText("极差已确认有效：小组合议一致").WaitForAsync();
        await Chromium.Picture(page, $"tablet-compare-{width}");

        await page.GotoAsync("/judge/#/sheets/dg/M1/A002");
        await page.Key("A002 的状态").ClickAsync();
        await page.Locator(".choice").Nth(1).ClickAsync(); // 缺考; 弃赛 names it too
        await page.Key("点名未到").ClickAsync();
        await page.Key("A002 记为缺考").ClickAsync();
        await page.GetByText("A002 已记为缺考").WaitForAsync();

        await page.GotoAsync("/judge/#/desk/dg/");
        await page.Key("当日签字").ClickAsync();
        await page.SignAsync();
        await Chromium.Picture(page, $"tablet-sign-{width}");
        await page.Key("签名并锁定").ClickAsync();
        await page.GetByText("当日签字已记入台账，模块已锁定").WaitForAsync();
        await page.Locator(".mod.signed").WaitForAsync();
        Assert.False((await first.Open()).Modules[0].Open);

        async Task<EntrantCard> Card(TabletClient tablet) => (await tablet.Open()).Modules[0].Cards.Single(c => c.Code == "A001");
        async Task Hand(TabletClient tablet, decimal mark)
        {
            var answer = await tablet.Submit(TabletClient.Sheet((await tablet.Open()).Modules[0], await Card(tablet), _ => Entry.Of(mark)));
            Assert.Equal(SubmissionOutcome.Accepted, answer.Outcome);
        }
    }

    [Theory]
    [InlineData(1024, 768)]
    [InlineData(390, 844)]
    public async Task A_floor_judge_starts_and_stops_clocks_also_while_cut_off(int width, int height)
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, width, height, touch: true);
        await page.PairWith(server.Code("化工仪表工", "现场裁判"), ".module");
        await page.GotoAsync("/judge/#/floor/hy/A");
        var tile = page.Locator(".ft", new() { HasText = "B01" });
        await Reach.Check(page, ".ft");
        await tile.GetByRole(AriaRole.Button, new() { Name = "到场", Exact = true }).ClickAsync();
        await tile.GetByText("已到").WaitForAsync();
        await tile.GetByRole(AriaRole.Button, new() { Name = "开始" }).ClickAsync();
        await tile.GetByText("计时中").WaitForAsync();
        await Chip(page, "已同步");
        var before = await server.Entries();

        await page.Context.SetOfflineAsync(true);
        await tile.GetByRole(AriaRole.Button, new() { Name = "停表" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "停表" }).ClickAsync();
        await tile.GetByText("已停").WaitForAsync();
        await Chip(page, "待同步 1");
        Assert.Equal(before, await server.Entries());
        await page.Context.SetOfflineAsync(false);
        await Chip(page, "已同步");
        Assert.Equal(before + 1, await server.Entries());

        await tile.Locator(".head").ClickAsync();
        await page.Key("补时").ClickAsync();
        await page.Key("5 分").ClickAsync();
        await page.Key("停电").ClickAsync();
        await Reach.Check(page, "dialog");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "补时" }).ClickAsync();
        // An extension cannot be longer than the time used: it is said on the glass, and nothing is lost.
        await page.GetByText("B01：补时不能小于 0，也不能超过用时").WaitForAsync();
    }

    [Fact]
    public async Task A_clerk_enters_theory_by_keyboard_alone_and_types_in_a_paper_sheet_with_its_picture()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1024, 768, touch: true);
        await page.PairWith(server.Code("化工仪表工", "录入员"), ".module");
        await page.GotoAsync("/judge/#/clerk/hy/");
        await Reach.Check(page, ".module");
        await page.GotoAsync("/judge/#/marks/hy/LL");
        await Reach.Check(page, ".kform");
        await Type("001", "101");
        await page.GetByText("须在 0 至 100 之间").WaitForAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("88.5");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("YDBHY001 已录 88.5").WaitForAsync();
        // The next blank number is there before the word is: what is typed now is not the last one's.
        Assert.Equal("YDBHY002", await page.Locator(".kform .tin:focus").InputValueAsync());
        await Type("", "91");
        await page.GetByText("YDBHY002 已录 91").WaitForAsync();
        await Chromium.Picture(page, "tablet-theory");

        await page.GotoAsync("/judge/#/paper/hy/A/B02/1");
        await page.Locator(".picbar").WaitForAsync();
        await page.Locator("[data-scan]").SetInputFilesAsync(new FilePayload { Name = "b02.png", MimeType = "image/png", Buffer = await page.ScreenshotAsync() });
        await page.GetByText("照片已存，指纹").WaitForAsync();
        await Reach.Check(page, ".asp");
        var submit = page.GetByRole(AriaRole.Button, new() { Name = "补录 B02，1 号裁判" });
        for (var n = 0; n < 40 && !await submit.IsEnabledAsync(); n++)
        {
            await page.Keyboard.TypeAsync("1");
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await Chromium.Picture(page, "tablet-paper");
        await submit.ClickAsync();
        await page.GetByText("B02 的 1 号裁判评分表已补录").WaitForAsync();
        await page.GetByText("已交，纸").WaitForAsync();
        Assert.Single(Directory.GetFiles(Path.Combine(server.Data, "competitions", "yindubei-2026.papers")));

        async Task Type(string number, string mark)
        {
            await page.Locator(".kform .tin:focus").WaitForAsync();
            await page.Keyboard.TypeAsync(number);
            await page.Keyboard.PressAsync("Enter");
            await page.Locator(".kform .who2 b").WaitForAsync();
            await page.Keyboard.TypeAsync(mark);
            await page.Keyboard.PressAsync("Enter");
        }
    }

    private static Task Chip(IPage page, string text) => page.Locator(".chip", new() { HasText = text }).First.WaitForAsync();
}

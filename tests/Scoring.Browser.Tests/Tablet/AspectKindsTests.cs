using Microsoft.Playwright;
using Scoring.Api.Storage;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>Each kind of aspect with its control, on every shape of glass, by finger and by keyboard, until it is in the ledger.</summary>
public sealed class AspectKindsTests
{
    private static readonly IReadOnlyList<Criterion> Sheet =
    [
        new("A", "操作过程",
        [
            new PointsAspect(new("A1"), "工具摆放整齐、使用规范", 20, 0.5m, Reasons: ["工具落地", "未戴手套"]),
            new BinaryAspect(new("A2"), "断电后验电", 10),
            new FaultsAspect(new("A3"), "接线工艺缺陷", 10, 2, "处"),
            new ToleranceAspect(new("A4"), "空载电流", 10, 8.6m, "A", [new(0.2m, 10), new(0.5m, 5)], 1),
            new CountAspect(new("A5"), "完成的接头", 10, 1, "个"),
        ]),
        new("B", "结果",
        [
            new TimeBandAspect(new("B1"), "恢复送电用时", 10, [new(120, 10), new(180, 5)]),
            new JudgementAspect(new("B2"), "线缆整理", 10, ["不合格：线缆散乱", "基本合格：有交叉", "良好：整齐", "优秀：整齐且便于检修"]),
            new AnswerKeyAspect(new("B3"), "故障判断", 10, [new("故障点", 5, ["热继电器"], ["接触器", "热继电器"]), new("原因", 5, ["过载"])]),
            new MetricAspect(new("B4"), "一小时合格件数", 10, "件", [new(0, 0), new(100, 10)]),
        ]),
    ];

    [Theory]
    [InlineData(1180, 820)]
    [InlineData(820, 1180)]
    [InlineData(390, 844)]
    public async Task All_nine_are_marked_by_touch_and_reach_the_ledger(int width, int height)
    {
        await using var venue = await Marking.Begin(width, height, touch: true);
        var page = venue.Page;
        foreach (var key in new[] { "1", "8", ".", "5" })
        {
            await Key(page, key);
        }

        await Told(page, "A1", width);
        await page.GetByRole(AriaRole.Button, new() { Name = "A1 备注与扣分原因" }).First.TapAsync();
        await page.Locator("dialog .reasons button", new() { HasText = "未戴手套" }).TapAsync();
        await Reach.Check(page, "dialog[open]");
        await page.Locator("dialog button", new() { HasText = "完成" }).TapAsync();
        await Next(page, "A2");
        await page.Locator(".yesno button", new() { HasText = "是" }).TapAsync();
        await Told(page, "A2", width);
        await Next(page, "A3");
        await Key(page, "2");
        await Told(page, "A3", width);
        await Next(page, "A4");
        foreach (var key in new[] { "8", ".", "3" })
        {
            await Key(page, key);
        }

        await page.Locator("[data-aspect=A4] .tx", new() { HasText = "第 2 档" }).WaitForAsync();
        await Told(page, "A4", width);
        await Next(page, "A5");
        await Key(page, "7");
        await Next(page, "B1");
        await page.Locator(".watch button", new() { HasText = "开始" }).TapAsync();
        await page.Locator(".watch button", new() { HasText = "停" }).TapAsync();
        await page.Locator("[data-aspect=B1] .sc b", new() { HasText = "10.00" }).WaitForAsync();
        await Told(page, "B1", width);
        foreach (var key in new[] { "1", ":", "5", "0" })
        {
            await Key(page, key);
        }

        await Next(page, "B2");
        await page.Locator(".pad .o").Nth(2).TapAsync();
        await Told(page, "B2", width);
        await Next(page, "B3");
        await page.Locator(".fields button", new() { HasText = "热继电器" }).TapAsync();
        await page.Locator(".fields input").FillAsync("过载");
        await Told(page, "B3", width);
        await Next(page, "B4");
        await Key(page, "9");
        if (width < 600)
        {
            await page.Locator(".keysdown-btn").TapAsync();
        }

        await page.Locator(".undo").TapAsync();
        await page.Locator("[data-aspect=B4].on .sc .blank").WaitForAsync();
        await page.Locator("[data-aspect=B4] .tx").TapAsync();
        await Key(page, "8");
        await Key(page, "0");
        await Told(page, "B4", width);
        await Chromium.Picture(page, $"tablet-kinds-{width}");
        await venue.HandIn();
        await venue.LedgerHolds("A1=18.5 A2=1 A3=2 A4=8.3 A5=7 B1=110 B2=2 B3=热继电器 / 过载 B4=80", "A1=未戴手套");
    }

    [Fact]
    public async Task The_controls_in_the_rows_do_the_same()
    {
        await using var venue = await Marking.Begin(1180, 820, touch: true);
        var page = venue.Page;
        ILocator In(string aspect, string what) => page.Locator($"[data-aspect={aspect}] {what}");
        await page.Locator(".asp.on").WaitForAsync();
        await In("A2", "[role=radio]").Nth(1).TapAsync();
        await In("A3", ".step button").Nth(1).TapAsync();
        await In("A3", ".step button").Nth(1).TapAsync();
        await In("A3", ".step button").Nth(0).TapAsync();
        await In("A5", ".step button").Nth(0).TapAsync();
        await In("B2", "[role=radio]").Nth(3).TapAsync();
        await In("B3", ".answers").TapAsync();
        await page.Locator(".fields .un").First.TapAsync();
        await page.Locator(".fields .un").Nth(1).TapAsync();
        foreach (var (aspect, typed) in new[] { ("A1", "20"), ("A4", "9.9"), ("B1", "200"), ("B4", "55.5") })
        {
            await In(aspect, ".tx").TapAsync();
            await page.Keyboard.TypeAsync(typed);
        }

        await Chromium.Picture(page, "tablet-kinds-rows");
        await venue.HandIn();
        await venue.LedgerHolds("A1=20 A2=0 A3=1 A4=9.9 A5=0 B1=120 B2=3 B3= /  B4=55.5");
    }

    [Fact]
    public async Task All_nine_are_marked_by_keyboard_alone()
    {
        await using var venue = await Marking.Begin(1180, 820, touch: false);
        var keyboard = venue.Page.Keyboard;
        await venue.Page.Locator(".asp.on").WaitForAsync();
        foreach (var figure in new[] { "18.5", "1", "2", "8.3", "7", "1:50", "2" })
        {
            await keyboard.TypeAsync(figure);
            await keyboard.PressAsync("Enter");
        }

        await venue.Page.Locator("[data-aspect=B3].on").WaitForAsync();
        await keyboard.PressAsync("F2");
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Space");
        for (var i = 0; i < 2; i++)
        {
            await keyboard.PressAsync("Tab");
        }

        await keyboard.TypeAsync("过载");
        await keyboard.PressAsync("Escape");
        await keyboard.PressAsync("ArrowDown");
        await venue.Page.Locator("[data-aspect=B4].on").WaitForAsync();
        await keyboard.TypeAsync("80");
        await keyboard.PressAsync("Enter");
        await venue.Page.GetByText("9 项全部已评").First.WaitForAsync();
        await venue.Page.GetByRole(AriaRole.Button, new() { Name = "不便手写，以座位号确认" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await venue.Page.GetByRole(AriaRole.Button, new() { Name = "交卷 A001" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await venue.Page.GetByText("A001 已交，服务器已收妥").WaitForAsync();
        await venue.LedgerHolds("A1=18.5 A2=1 A3=2 A4=8.3 A5=7 B1=110 B2=2 B3=热继电器 / 过载 B4=80");
    }

    private static Task Key(IPage page, string key) => page.Locator(".keys button").GetByText(key, new() { Exact = true }).TapAsync();

    private static async Task Next(IPage page, string aspect)
    {
        await page.Locator(".pad .go").TapAsync();
        await page.Locator($"[data-aspect={aspect}].on").WaitForAsync();
    }

    /// <summary>The aspect is judged, and axe and fingers are content with its control.</summary>
    private static async Task Told(IPage page, string aspect, int width)
    {
        await page.Locator($"[data-aspect={aspect}].on:not(.bad)").WaitForAsync();
        if (width != 820)
        {
            await Reach.Check(page, ".pad");
        }
    }

    private sealed class Marking(ServerProcess server, Chromium chromium, IPage page) : IAsyncDisposable
    {
        public IPage Page => page;

        public static async Task<Marking> Begin(int width, int height, bool touch)
        {
            var venue = new Venue(Entrants: 2, Judges: 1, Modules: 1, Aspects: 0) { Criteria = Sheet };
            IReadOnlyList<string> codes = [];
            var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data));
            var chromium = await Chromium.Start();
            var page = await chromium.Person(server.Url, width, height, touch);
            await page.GotoAsync("/judge/#pair=" + codes[0]);
            await page.Locator(".ent").First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "一致，评 A001" }).ClickAsync();
            await page.Locator(".asp.on").WaitForAsync();
            return new(server, chromium, page);
        }

        public async Task HandIn()
        {
            await page.GotoAsync("/judge/#/handin/dg/M1/A001");
            await page.GetByText("9 项全部已评").First.WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "不便手写，以座位号确认" }).TapAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "交卷 A001" }).TapAsync();
            await page.GetByText("A001 已交，服务器已收妥").WaitForAsync();
        }

        public Task LedgerHolds(string marks, string notes = "")
        {
            server.Kill();
            using var store = SqliteLedger.Open(Path.Combine(server.Data, "competitions", Venue.Id.Value + ".db"));
            var sheet = Assert.Single(store.ReadAll().Select(EventTypes.Read).OfType<SheetSubmitted>());
            Assert.Equal(marks, string.Join(' ', sheet.Marks.OrderBy(m => m.Key.Value, StringComparer.Ordinal).Select(m => $"{m.Key}={m.Value}")));
            Assert.Equal(notes, string.Join(' ', (sheet.Notes ?? new Dictionary<AspectId, string>()).Select(n => $"{n.Key}={n.Value}")));
            return Task.CompletedTask;
        }

        public async ValueTask DisposeAsync()
        {
            await chromium.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}

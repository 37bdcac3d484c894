using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Definition;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>What hands do to a sheet besides typing marks: back, an input method, a finger that is quick, a glass that is turned or low.</summary>
public sealed class HandsTests
{
    private const string LongText = "按照操作规程逐项检查各部件的连接、紧固与标识，发现异常时停机、挂牌并向裁判报告，记录完整清楚，工具复位，场地清理干净，无遗留物";

    private static readonly IReadOnlyList<Criterion> Sheet =
    [
        new("A", "操作", [.. Enumerable.Range(1, 6).Select(n => new PointsAspect(new($"A{n}"), n == 2 ? LongText : $"评分点 {n}", 10))]),
        new("B", "答案", [new AnswerKeyAspect(new("B1"), "故障判断", 40, [new("故障点", 20, ["热继电器"], ["接触器", "热继电器"]), new("原因", 20, ["过载"])])]),
    ];

    [Fact]
    public async Task Back_after_handing_in_leads_to_the_receipt_and_makes_no_draft()
    {
        await using var glass = await Glass.Begin(1180, 820);
        var page = glass.Page;
        await glass.MarkAll();
        await glass.HandIn();
        await page.GoBackAsync();
        await page.GetByText("A001 已交，服务器已收妥").WaitForAsync();
        await page.GotoAsync("/judge/#/handin/dg/M1/A001");
        await page.GetByText("A001 已交，服务器已收妥").WaitForAsync();
        await page.GotoAsync("/judge/#/list/dg/M1");
        await page.Tile("A001", "已交");
    }

    [Fact]
    public async Task A_digit_from_an_input_method_stands_once()
    {
        await using var glass = await Glass.Begin(1180, 820);
        var page = glass.Page;
        var field = page.Locator("[data-aspect=A1] input");
        await field.FocusAsync();
        var browser = await page.Context.NewCDPSessionAsync(page);
        foreach (var (composed, stands) in new[] { ("８", "8"), ("．", "8."), ("５", "8.5") })
        {
            await browser.SendAsync("Input.imeSetComposition", new() { ["text"] = composed, ["selectionStart"] = 1, ["selectionEnd"] = 1 });
            await browser.SendAsync("Input.insertText", new() { ["text"] = composed });
            await Assertions.Expect(field).ToHaveValueAsync(stands);
        }

        await page.Locator("[data-aspect=A2] input").FocusAsync();
        await Assertions.Expect(field).ToHaveValueAsync("8.50");
    }

    [Fact]
    public async Task A_finger_types_as_it_comes_down_and_once_a_mouse_and_a_key_when_they_click()
    {
        await using var glass = await Glass.Begin(1180, 820, touch: true);
        var page = glass.Page;
        var (field, seven) = (page.Locator("[data-aspect=A1] input"), page.Locator(".keys button", new() { HasText = "7" }));
        var browser = await page.Context.NewCDPSessionAsync(page);
        var box = await seven.BoundingBoxAsync() ?? throw new InvalidOperationException("no key");
        Task Touch(string kind) => browser.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = kind, ["touchPoints"] = kind == "touchEnd" ? Array.Empty<object>() : new object[] { new { x = box.X + 20, y = box.Y + 20 } },
        });
        await Touch("touchStart");
        await Assertions.Expect(field).ToHaveValueAsync("7"); // the finger is still down
        await Assertions.Expect(seven).ToHaveClassAsync("down");
        await Touch("touchEnd");
        await Assertions.Expect(seven).Not.ToHaveClassAsync("down");
        await page.Locator(".keys button", new() { HasText = "8" }).TapAsync(); // had the first tap typed twice, it would stand between
        await Assertions.Expect(field).ToHaveValueAsync("78");
        await page.GetByRole(AriaRole.Button, new() { Name = "退格" }).ClickAsync();
        await Assertions.Expect(field).ToHaveValueAsync("7");
        await page.Locator(".keys button", new() { HasText = "." }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator(".keys button", new() { HasText = "5" }).PressAsync("Enter");
        await Assertions.Expect(field).ToHaveValueAsync("7.5");
        await Assertions.Expect(page.Locator(".foot .sum b")).ToHaveTextAsync("7.50"); // a frame later
    }

    [Fact]
    public async Task F2_and_Enter_lead_beside_the_list_and_Escape_leads_back()
    {
        await using var glass = await Glass.Begin(1180, 820);
        var page = glass.Page;
        await page.Locator("[data-aspect=A1] input").FocusAsync();
        await page.Locator(".pad").WaitForAsync();
        await page.Keyboard.PressAsync("F2");
        await Assertions.Expect(page.Locator(".pad :focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-aspect=A1] input")).ToBeFocusedAsync();
        await page.Locator("[data-aspect=B1] .answers").FocusAsync();
        await Assertions.Expect(page.Locator(".pad")).ToContainTextAsync("B1");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".fields :focus")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-aspect=B1] .answers")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(844, 390)]
    [InlineData(640, 400)]
    [InlineData(568, 320)]
    public async Task A_low_glass_shows_rows_beside_the_keys(int width, int height)
    {
        await using var glass = await Glass.Begin(width, height);
        var page = glass.Page;
        await Assertions.Expect(page.Locator("[data-aspect=A1]")).ToBeInViewportAsync(new() { Ratio = 1 });
        var (list, keys) = (await page.Locator(".scroll").BoundingBoxAsync(), await page.Locator(".pad").BoundingBoxAsync());
        Assert.True(list!.Height > height * 0.5f, $"rows have {list.Height} px"); // both are there: the page is open
        Assert.True(keys!.X >= list.X + list.Width - 1, "the keys lie over the rows");
        await page.Locator(".keys button", new() { HasText = "7" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-aspect=A1] input")).ToHaveValueAsync("7");
        await Chromium.Picture(page, $"tablet-low-{width}");
    }

    [Fact]
    public async Task A_long_aspect_is_whole_in_the_summary_of_a_phone()
    {
        await using var glass = await Glass.Begin(360, 640);
        await glass.MarkAll();
        await glass.Page.GotoAsync("/judge/#/handin/dg/M1/A001");
        await glass.Page.Locator(".hl").First.WaitForAsync();
        Assert.Empty(await glass.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.hl')].filter((row) => row.scrollHeight > row.clientHeight + 1).map((row) => row.textContent)"));
    }

    [Fact]
    public async Task A_signature_stays_whole_when_the_glass_is_turned_and_a_tap_right_after_it_counts()
    {
        await using var glass = await Glass.Begin(820, 1180, touch: true);
        var page = glass.Page;
        await glass.MarkAll();
        await page.GotoAsync("/judge/#/handin/dg/M1/A001");
        var browser = await page.Context.NewCDPSessionAsync(page);
        var box = await page.Locator("canvas").BoundingBoxAsync();
        Task Touch(string kind, double x, double y) => browser.SendAsync("Input.dispatchTouchEvent", new()
        {
            ["type"] = kind, ["touchPoints"] = kind == "touchEnd" ? Array.Empty<object>() : new object[] { new { x, y } },
        });
        await Touch("touchStart", box!.X + 10, box.Y + 40); // it is there: the page shows it
        for (var n = 1; n <= 20; n++)
        {
            await Touch("touchMove", box.X + 10 + ((box.Width - 20) * n / 20), box.Y + (n % 2 == 0 ? 30 : box.Height - 30));
        }

        await Touch("touchEnd", 0, 0);
        await page.SetViewportSizeAsync(1180, 820);
        await page.WaitForFunctionAsync(WholeOnItsGlass);
        await page.Locator("button.primary", new() { HasText = "签名并交卷" }).TapAsync();
        await page.GetByText("A001 已交，服务器已收妥").WaitForAsync();
    }

    /// <summary>The ink ends before the glass does, on every side.</summary>
    private const string WholeOnItsGlass = """
        () => {
          const glass = document.querySelector('canvas'), { width, height } = glass;
          if (Math.abs(width - glass.clientWidth * devicePixelRatio) > 1) return false;
          const ink = glass.getContext('2d').getImageData(0, 0, width, height).data;
          const at = (x, y) => ink[(y * width + x) * 4 + 3] > 0;
          let any = false;
          for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (at(x, y)) { any = true; if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return false; }
          return any;
        }
        """;

    private sealed class Glass(ServerProcess server, Chromium chromium, IPage page) : IAsyncDisposable
    {
        public IPage Page => page;

        public static async Task<Glass> Begin(int width, int height, bool touch = false)
        {
            IReadOnlyList<string> codes = [];
            var venue = new Venue(Entrants: 2, Judges: 1, Modules: 1, Aspects: 0) { Criteria = Sheet };
            var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data));
            var chromium = await Chromium.Start();
            var page = await chromium.Person(server.Url, width, height, touch);
            await page.GotoAsync("/judge/#pair=" + codes[0]);
            await page.Locator(".ent").First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "一致，评 A001" }).ClickAsync();
            await page.Locator(".asp.on").WaitForAsync();
            return new(server, chromium, page);
        }

        public async Task MarkAll()
        {
            foreach (var n in Enumerable.Range(1, 6))
            {
                await page.Locator($"[data-aspect=A{n}] .tx").ClickAsync();
                await page.Keyboard.TypeAsync("9");
            }

            await page.Locator("[data-aspect=B1] .tx").ClickAsync();
            foreach (var unanswered in await page.Locator(".fields .un").AllAsync())
            {
                await unanswered.ClickAsync();
            }

            await page.Stored("A001", 7);
        }

        public async Task HandIn()
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "交卷", Exact = true }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "不便手写，以座位号确认" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "交卷 A001" }).ClickAsync();
            await page.GetByText("A001 已交，服务器已收妥").WaitForAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await chromium.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}

using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Browser.Tests.Organizer;
using Scoring.Core.Definition;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>台上亮分 with a panel of five: two tablets in the browser, three over the hub, a screen and the director.</summary>
public sealed class StageTests
{
    private static readonly Venue _venue = new(3, 5, 1, 1)
    {
        Also = trade => trade with
        {
            Components = [.. trade.Components.Select(c => c with
            {
                Modules = [.. c.Modules.Select(m => m with { Panel = new PanelRule(PanelMethod.Trimmed), SpreadLimit = null })],
            })],
        },
    };

    [Fact]
    public async Task The_panels_tablets_go_to_who_is_on_stage_and_the_marks_show_at_the_directors_key()
    {
        IReadOnlyList<string> codes = [];
        await using var server = await ServerProcess.Start(demo: false, async data => codes = await _venue.Prepare(data));
        await using var chromium = await Chromium.Start();
        var director = await Preparation.FirstAdmin(server, chromium);
        var screen = await chromium.Person(server.Url, 1920, 1080);
        await screen.GotoAsync("/display/#/screen/主屏");
        var free = await Tablet(chromium, server, codes[0]);
        var busy = await Tablet(chromium, server, codes[1]);
        await busy.GotoAsync("/judge/#/sheet/dg/M1/A003");
        await busy.Locator("[data-aspect=a1].on").WaitForAsync();
        await busy.Keyboard.TypeAsync("71");
        await busy.Locator(".chip", new() { HasText = "已存本机" }).First.WaitForAsync();

        var others = await Task.WhenAll(codes.Skip(2).Select(code => TabletClient.Pair(server.Url, code)));
        await Put(director.Page, "A001");
        await screen.Locator(".onstage h1", new() { HasText = "A001" }).WaitForAsync();
        await free.ArriveAsync("/#/sheet/dg/M1/A001$");
        await busy.GetByRole(AriaRole.Button, new() { Name = "去评 A001" }).WaitForAsync(); // asked, not taken away
        Assert.EndsWith("#/sheet/dg/M1/A003", busy.Url, StringComparison.Ordinal);
        await Chromium.Picture(busy, "tablet-on-stage");
        await busy.GetByRole(AriaRole.Button, new() { Name = "去评 A001" }).TapAsync();
        await busy.ArriveAsync("/#/sheet/dg/M1/A001$");

        await HandIn(free, "A001", "80");
        await HandIn(busy, "A001", "90");
        await others[0].Submit(_venue.Sheet(1, 1, 85m));
        await others[1].Submit(_venue.Sheet(1, 1, 60m));
        await screen.Locator(".onstage .result", new() { HasText = "4 / 5 已交" }).WaitForAsync();
        Assert.Equal(0, await screen.Locator(".seat b").CountAsync()); // nothing of a mark before the key
        await director.Page.GetByRole(AriaRole.Button, new() { Name = "亮分", Exact = true }).ClickAsync();
        await Figures(screen, "80.00", "90.00", "85.00", "60.00");
        await screen.Locator(".seat[data-seat='5']", new() { HasText = "未交" }).WaitForAsync();

        // The judge who was missing hands in: result and place follow, highest and lowest struck through.
        await others[2].Submit(_venue.Sheet(1, 1, 95m));
        await screen.Locator(".onstage .result b", new() { HasText = "85.00" }).WaitForAsync();
        await screen.Locator(".onstage .result i", new() { HasText = "第 1 名" }).WaitForAsync();
        Assert.Equal(["4", "5"], await screen.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('.seat.out')].map(s => s.dataset.seat)"));
        await Chromium.Picture(screen, "screen-stage");

        // Next: a tablet that was away goes there when it comes back; marked A003 is still as it was begun.
        await free.Context.SetOfflineAsync(true);
        await free.GotoAsync("/judge/#/list/dg/M1");
        await Put(director.Page, "A002", whenAllIn: true);
        await screen.Locator(".onstage h1", new() { HasText = "A002" }).WaitForAsync();
        await free.Context.SetOfflineAsync(false);
        await free.ArriveAsync("/#/sheet/dg/M1/A002$");
        await busy.GotoAsync("/judge/#/sheet/dg/M1/A003");
        await busy.WaitForFunctionAsync("() => [...document.querySelectorAll('[data-aspect=a1] input')].some(i => i.value === '71')");
        await busy.GetByRole(AriaRole.Button, new() { Name = "去评 A002" }).TapAsync();
        foreach (var (other, mark) in others.Zip([74m, 76m, 78m]))
        {
            await other.Submit(_venue.Sheet(1, 2, mark));
            await other.DisposeAsync();
        }

        await HandIn(free, "A002", "70");
        Assert.Equal(0, await screen.Locator(".seat b").CountAsync());
        await HandIn(busy, "A002", "72");
        await Figures(screen, "70.00", "72.00", "74.00", "76.00", "78.00"); // all are in
        await free.Locator(".onstage").WaitForAsync();
        await free.Context.SetOfflineAsync(true);
        await director.Page.GetByRole(AriaRole.Button, new() { Name = "下台" }).ClickAsync();
        await screen.Locator(".blank h1").WaitForAsync();
        await busy.Locator(".onstage").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await free.Context.SetOfflineAsync(false);
        await free.Locator(".onstage").WaitForAsync(new() { State = WaitForSelectorState.Detached }); // told when it is back
    }

    private static async Task Put(IPage director, string code, bool whenAllIn = false)
    {
        await director.GotoAsync("/console/cup/stage");
        await director.Locator("main [name=code]").FillAsync(code);
        await director.Locator("main [name=newScreen]").FillAsync("主屏");
        await director.Locator("main [name=whenAllIn]").SetCheckedAsync(whenAllIn);
        await director.GetByRole(AriaRole.Button, new() { Name = "请上台" }).ClickAsync();
        await director.GetByText($"{code} 已上台").WaitForAsync();
    }

    private static async Task HandIn(IPage judge, string code, string mark)
    {
        await judge.ArriveAsync($"/#/sheet/dg/M1/{code}$");
        await judge.Locator("[data-aspect=a1].on").WaitForAsync();
        await judge.Keyboard.TypeAsync(mark);
        await judge.Locator(".chip", new() { HasText = "已存本机" }).First.WaitForAsync();
        await judge.GotoAsync($"/judge/#/handin/dg/M1/{code}");
        await judge.GetByRole(AriaRole.Button, new() { Name = "不便手写，以座位号确认" }).TapAsync();
        await judge.GetByRole(AriaRole.Button, new() { Name = $"交卷 {code}" }).TapAsync();
        await judge.GetByText($"{code} 已交，服务器已收妥").WaitForAsync();
    }

    private static Task Figures(IPage screen, params string[] figures) => screen.WaitForFunctionAsync(
        "wanted => [...document.querySelectorAll('.seat b')].map(b => b.textContent).join() === wanted", string.Join(',', figures));

    private static async Task<IPage> Tablet(Chromium chromium, ServerProcess server, string code)
    {
        var page = await chromium.Person(server.Url, 1180, 820, touch: true);
        await page.PairWith(code, ".module, .ent");
        return page;
    }
}

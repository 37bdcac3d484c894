using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

public sealed class ScreenTests
{
    private const string Watch =
        "key => { window.tops = []; (function look() { window.tops.push(document.querySelector(`.row[data-key=${key}]`).getBoundingClientRect().top); requestAnimationFrame(look); })(); }";

    [Fact]
    public async Task A_row_moves_to_its_new_rank_and_the_others_make_way()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board(marked: 12, practical: new Dictionary<string, decimal> { ["A07"] = 92.10m }));
        await using var screen = await ScreenPage.Open(display, "#/trade/dg");
        await screen.Rest();
        Assert.Equal(["A12", "A03", "A18", "A21", "A07"], (await screen.Order())[..5]);
        var (first, fifth) = (await screen.Top("A12"), await screen.Top("A07"));

        await screen.Page.EvaluateAsync(Watch, "A07");
        display.Feed.Set(TestBoards.Board(marked: 12, version: 101));
        await screen.Page.Locator(".row.up[data-key=A07]").WaitForAsync();
        await screen.Rest();
        var ways = await screen.Page.EvaluateAsync<double[]>("() => window.tops");
        await screen.Picture("moved");

        Assert.Equal(["A12", "A03", "A07", "A18", "A21"], (await screen.Order())[..5]);
        Assert.Equal(first + 2 * 72, await screen.Top("A07"), 1.0);
        Assert.Equal(fifth, await screen.Top("A21"), 1.0);
        Assert.Contains(ways, y => y < fifth - 1 && y > first + 2 * 72 + 1); // it was seen on its way
        Assert.Equal(ways.OrderDescending(), ways); // and went one way only
        var row = screen.Page.Locator(".row[data-key=A07]");
        Assert.Equal("2", (await row.Locator(".mv").InnerTextAsync()).Trim());
        Assert.Equal("93.05", await row.Locator(".total").InnerTextAsync());
        Assert.Equal("1", (await screen.Page.Locator(".row[data-key=A18] .mv.dn").InnerTextAsync()).Trim());
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_newcomer_takes_its_place_and_pushes_the_others_down()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board(marked: 5));
        await using var screen = await ScreenPage.Open(display, "#/trade/dg");
        await screen.Rest();
        display.Feed.Set(TestBoards.Board(marked: 6, version: 101));
        await screen.Page.Locator(".row.up[data-key=A09]").WaitForAsync();
        await screen.Rest();
        Assert.Equal("新", await screen.Page.Locator(".row[data-key=A09] .mv").InnerTextAsync());
        Assert.Equal("90.83", await screen.Page.Locator(".row[data-key=A09] .total").InnerTextAsync());
        Assert.Equal("6", await screen.Page.Locator(".count b").InnerTextAsync());
    }

    [Fact]
    public async Task The_last_board_stays_when_the_server_goes_and_heals_when_it_is_back()
    {
        var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board());
        var port = display.Address.Port;
        await using var screen = await ScreenPage.Open(display, "#/trade/dg");
        await screen.Page.GetByText("连接正常").WaitForAsync();
        await display.DisposeAsync();
        await screen.Page.GetByText("连接中断，自动重连").WaitForAsync();
        await screen.Picture("cut-off");
        Assert.Equal("A12", (await screen.Order())[0]);
        Assert.Equal("数据截至 10:42", await screen.Page.GetByText("数据截至").InnerTextAsync());

        await using var again = await TestDisplay.Start(port: port);
        again.Feed.Set(TestBoards.Board(version: 3, marked: 2)); // a server that lost its memory: what it says now counts
        await screen.Page.GetByText("连接正常").WaitForAsync();
        await screen.Page.WaitForFunctionAsync("() => document.querySelector('.count b').textContent === '2'");
    }

    [Fact]
    public async Task Two_screens_are_controlled_by_name_and_come_back_to_their_scenes()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board());
        var screens = display.Get<Display.Screens.Screens>();
        screens.Show(["主屏"], new Scene(SceneKind.Trades, [new TradeId("dg")]));
        await using var main = await ScreenPage.Open(display, "#/screen/主屏");
        await using var side = await ScreenPage.Open(display, "#/screen/侧屏");
        await main.Page.Locator(".row[data-key=A12]").WaitForAsync();
        await side.Page.Locator(".row[data-key=A12]").WaitForAsync(); // nobody set it: the rotation

        screens.Show(["侧屏"], new Scene(SceneKind.Message, Line: "午间休息"));
        await side.Page.GetByText("午间休息").WaitForAsync();
        Assert.Equal(0, await main.Page.GetByText("午间休息").CountAsync());
        await side.Page.ReloadAsync();
        await side.Page.GetByText("午间休息").WaitForAsync();

        screens.Show(["主屏", "侧屏"], new Scene(SceneKind.Progress));
        await main.Page.Locator(".cell[data-trade=dg]").WaitForAsync();
        await side.Page.Locator(".cell[data-trade=dg]").WaitForAsync();
        Assert.Empty(main.Problems);
    }

    [Fact]
    public async Task Without_motion_the_new_order_simply_appears()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board(marked: 12, practical: new Dictionary<string, decimal> { ["A07"] = 92.10m }));
        await using var screen = await ScreenPage.Open(display, "#/trade/dg", still: true);
        await screen.Rest();
        var fifth = await screen.Top("A07");
        display.Feed.Set(TestBoards.Board(marked: 12, version: 101));
        await screen.Page.WaitForFunctionAsync("before => document.querySelector('.row[data-key=A07]').getBoundingClientRect().top === before - 144", fifth);
    }
}

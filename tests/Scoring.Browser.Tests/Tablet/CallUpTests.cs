using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>检录 with 300 entrants: found by code and station, called in the order of either, shown by a screen.</summary>
public sealed class CallUpTests
{
    private const int Entrants = 300;

    [Fact]
    public async Task A_floor_judge_calls_the_next_and_a_screen_shows_whom()
    {
        IReadOnlyList<string> codes = [];
        var venue = new Venue(Entrants, 1, 1, 4)
        {
            Officials = [new Judge(new("X1"), "李现场", [new JudgeSeat(Role.FloorJudge, Venue.Trade)])],
            Station = n => $"{Entrants + 1 - n} 号工位",
        };
        await using var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data));
        await using var chromium = await Chromium.Start();
        var screen = await chromium.Person(server.Url, 1920, 1080);
        await screen.GotoAsync("/display/#/call");
        await screen.GetByText("现在没有叫号").WaitForAsync();
        var floor = await chromium.Person(server.Url, 1180, 820, touch: true);
        await floor.PairWith(codes[1], "main");
        await floor.GotoAsync("/judge/#/floor/dg/M1");
        await floor.Locator(".ft").First.WaitForAsync();

        // In the order of codes, then of stations.
        await Call(floor, "5 人");
        await Shown(screen, "A001", "A002", "A003", "A004", "A005");
        await floor.Key("按工位").ClickAsync();
        await Call(floor, "1 人");
        await Shown(screen, "A300", "A001", "A002", "A003", "A004", "A005");
        await Chromium.Picture(floor, "tablet-floor-300");

        // One is found by the station and comes; it was in the call before the newest, so that it leaves the screen.
        await floor.Locator(".finds").FillAsync("300 号");
        await Assertions.Expect(floor.Locator(".ft")).ToHaveCountAsync(1);
        await floor.Locator(".finds").PressAsync("Enter");
        await floor.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "到场", Exact = true }).ClickAsync();
        await Shown(screen, "A300", "A002", "A003", "A004", "A005");
        await floor.Locator(".finds").FillAsync("a300");
        await floor.Locator(".finds").PressAsync("Enter");
        await floor.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "到场", Exact = true }).ClickAsync();
        await screen.Locator("[data-key='call dg A300']", new() { HasText = "已到" }).WaitForAsync();
        await floor.Locator(".finds").FillAsync("");

        // Who did not come is called again; without a network it goes later, once.
        await floor.Context.SetOfflineAsync(true);
        await floor.Key("检录叫号").ClickAsync();
        await floor.GetByRole(AriaRole.Radio, new() { Name = "再叫未到的 4 人" }).ClickAsync();
        await Chromium.Picture(floor, "tablet-call-again");
        await floor.Key("叫 4 人").ClickAsync();
        await floor.Locator(".ft", new() { HasText = "已叫 2 次" }).First.WaitForAsync();
        await floor.Context.SetOfflineAsync(false);
        await screen.Locator("[data-key='call dg A002']", new() { HasText = "第 2 次" }).WaitForAsync();
        await Shown(screen, "A002", "A003", "A004", "A005");
        await Chromium.Picture(screen, "screen-call");
        await Assertions.Expect(floor.Locator(".filter", new() { HasText = "已叫未到" }).Locator("b")).ToHaveTextAsync("4");
    }

    private static async Task Call(IPage floor, string people)
    {
        await floor.Key("检录叫号").ClickAsync();
        await floor.GetByRole(AriaRole.Radio, new() { Name = people, Exact = true }).ClickAsync();
        await floor.Key($"叫 {people}").ClickAsync();
    }

    private static Task Shown(IPage screen, params string[] codes) => screen.WaitForFunctionAsync(
        "codes => [...document.querySelectorAll('[data-key]')].map((row) => row.dataset.key.split(' ').at(-1)).join() === codes",
        string.Join(',', codes));
}

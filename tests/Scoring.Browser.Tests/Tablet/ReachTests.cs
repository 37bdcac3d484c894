using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>Fingers, keyboards and screen readers reach everything, on every shape of glass.</summary>
public sealed class ReachTests
{
    [Theory]
    [InlineData(1180, 820)]
    [InlineData(820, 1180)]
    [InlineData(390, 844)]
    public async Task Every_page_passes_axe_and_has_targets_a_finger_hits(int width, int height)
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, width, height, touch: true);
        var problems = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") { problems.Add(message.Text); } };
        var tablet = new TabletPage(page);
        await page.GotoAsync("/judge/");
        await Reach.Check(page, ".slots");
        problems.Clear(); // the 401 that says: not paired yet
        await tablet.Pair(server.Code("电工"));
        await Reach.Check(page, ".module");
        await tablet.OpenModule("电气线路安装与调试");
        await Reach.Check(page, ".ent");
        await tablet.Mark("A01", "3.5", "6.5", "2", "0", "8.3");
        await Reach.Check(page, ".asp.on");
        Assert.Equal("6.5", await page.Locator("[data-aspect='A1.2'] input").InputValueAsync());
        await page.GetByText("6.5 超出满分 6，请输入 0 至 6。原输入已保留，暂不计分。").WaitForAsync();
        await Chromium.Picture(page, $"tablet-sheet-{width}");
        await page.GotoAsync("/judge/#/handin/dg/A/A01");
        await Reach.Check(page, ".sumt");
        await page.GotoAsync("/judge/#/waiting");
        await Reach.Check(page, ".wmid");
        Assert.Empty(problems);
    }

    [Fact]
    public async Task A_whole_sheet_is_marked_and_handed_in_by_keyboard_alone()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1180, 820);
        await page.GotoAsync("/judge/");
        await page.Locator(".slots").WaitForAsync();
        await page.Keyboard.TypeAsync(server.Code("电工").ToLowerInvariant());
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("a.module").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#bycode").FocusAsync();
        await page.Keyboard.TypeAsync("a01");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("一致，评 A01").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".asp.on").WaitForAsync();
        foreach (var figure in new[] { "3.5", "4.5", "2", "0", "8.3", "5.1", "1", "0", "1", "0", "1", "1.5" })
        {
            await page.Keyboard.TypeAsync(figure);
            await page.Keyboard.PressAsync("Enter");
        }

        await page.GetByText("12 项全部已评").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "不便手写，以座位号确认" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "交卷 A01" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("A01 已交，服务器已收妥").WaitForAsync();
    }
}

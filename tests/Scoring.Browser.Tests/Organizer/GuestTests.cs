using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Who becomes a guest while marks come in: what it moves is read before, and taken back by leaving (R-K10).</summary>
public sealed class GuestTests
{
    [Fact]
    public async Task What_moves_is_read_before_it_is_confirmed()
    {
        await using var server = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        var admin = await Preparation.FirstAdmin(server, browser);
        var page = admin.Page;
        await page.SetViewportSizeAsync(1280, 800);
        await page.GotoAsync("/console/competitions");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入比赛文件" }).First.ClickAsync();
        await page.Locator("#from-file [name=file]").SetInputFilesAsync(
            new FilePayload { Name = "hard.json", MimeType = "application/json", Buffer = HardContest.File("scoring") });
        await admin.Press(page.Locator("#from-file button.primary"));
        await page.ArriveAsync("/hard/");

        await Choose(page, admin);
        await page.GetByText("先看影响").First.WaitForAsync();
        await page.GetByText("不计名次和奖项").WaitForAsync();
        await page.GetByText("第 2 名 → 第 1 名").First.WaitForAsync();
        await page.GetByText("单位团体，").First.WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"));
        await Chromium.Picture(page, "guest-weighed");
        await page.GetByRole(AriaRole.Link, new() { Name = "不改了" }).ClickAsync();
        await page.ArriveAsync("/entrants[?].*at=e1$");
        Assert.Equal("", await page.Locator("[name=Counts]").InputValueAsync());

        await Choose(page, admin);
        await admin.Press(page.GetByRole(AriaRole.Button, new() { Name = "看过影响，确认" }));
        await page.GetByText("已保存").WaitForAsync();
        await page.GetByText("不计名次", new() { Exact = false }).First.WaitForAsync();
    }

    private static async Task Choose(IPage page, ConsolePage admin)
    {
        await page.GotoAsync("/console/hard/entrants?at=e1");
        await page.Locator("[name=Counts]").SelectOptionAsync("Guest");
        await admin.Press("保存");
    }
}

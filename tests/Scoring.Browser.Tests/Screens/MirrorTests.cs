using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Screens;

/// <summary>大屏控制 shows beside each screen what it really plays, without being counted as that screen.</summary>
public sealed class MirrorTests
{
    [Fact]
    public async Task The_console_sees_what_each_screen_shows_as_it_changes()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var hall = await chromium.Person(server.Url, 1920, 1080);
        await hall.GotoAsync("/display/#/screen/主屏");
        var page = await chromium.Person(server.Url, 1440, 900);
        await ConsolePage.SignIn(page, "yindubei-2026", server.Account("admin"));
        await page.GotoAsync("/console/yindubei-2026/screens");
        var row = page.Locator("#screens tr", new() { HasText = "主屏" });
        await Assertions.Expect(row.Locator(".st")).ToHaveTextAsync("已连接"); // not ×2: who looks on is no screen
        var mirror = page.FrameLocator("iframe[title=主屏的画面]");

        await page.GetByLabel("选中主屏").CheckAsync();
        await page.Locator("[name='scene.Kind']").SelectOptionAsync("Message");
        await page.Locator("[name='scene.Line']").FillAsync("午间休息");
        await page.GetByRole(AriaRole.Button, new() { Name = "上屏", Exact = true }).ClickAsync();
        await Assertions.Expect(hall.Locator(".message .line")).ToHaveTextAsync("午间休息");
        await Assertions.Expect(mirror.Locator(".message .line")).ToHaveTextAsync("午间休息");
        await Assertions.Expect(row.Locator(".st")).ToHaveTextAsync("已连接");
        await Chromium.Picture(page, "console-mirrors");

        await page.GetByRole(AriaRole.Button, new() { Name = "标上“彩排”" }).ClickAsync();
        await Assertions.Expect(hall.Locator(".demo")).ToHaveTextAsync("彩排");
        await page.GetByRole(AriaRole.Button, new() { Name = "去掉“彩排”标记" }).ClickAsync();
        await Assertions.Expect(hall.Locator(".demo")).ToHaveTextAsync("演示");

        // A screen that comes later joins without the page being loaded again.
        var side = await chromium.Person(server.Url, 1920, 1080);
        await side.GotoAsync("/display/#/screen/侧屏");
        await Assertions.Expect(page.FrameLocator("iframe[title=侧屏的画面]").Locator(".stage")).ToBeVisibleAsync();
    }
}

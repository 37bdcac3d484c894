using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;
using static Scoring.Browser.Tests.Tablet.TabletInChromium;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>A tablet that trusts the venue's authority.</summary>
public sealed class HttpsTests
{
    [Fact]
    public async Task A_tablet_that_trusts_the_venue_opens_and_reloads_its_sheet_without_any_server()
    {
        await using var server = await ServerProcess.Start(https: true);
        using var trusted = await TrustedVenue.Of(server);
        await using var chromium = await Chromium.Start(trusted.Home);
        var page = await chromium.Person(server.HttpsUrl, 1180, 820, touch: true);
        await page.GotoAsync("/trust");
        await page.GetByText("本机已信任现场证书").WaitForAsync();
        var tablet = await page.OpenAsJudge(server);
        await page.ReadyOffline();
        await tablet.Mark("E01", "7", "125", "1");
        await page.Stored("E01", 3);
        server.Kill();

        await page.ReloadAsync();
        await page.Locator(".asp input[data-mark]").First.WaitForAsync();
        Assert.Equal("1:25", await page.Locator(".asp input[data-mark]").First.InputValueAsync());
        await tablet.HandIn("E01");
        await tablet.Chip("待同步 1");
        await page.CloseAsync();
        page = await page.Context.NewPageAsync();
        await page.GotoAsync("/judge/");
        await page.Locator(".chip", new() { HasText = "待同步 1" }).WaitForAsync();

        await server.Run();
        await page.Locator(".chip", new() { HasText = "已同步" }).WaitForAsync();
    }

    [Fact]
    public async Task A_tablet_that_does_not_trust_the_venue_is_warned_and_http_tells_it_how()
    {
        await using var server = await ServerProcess.Start(https: true);
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 820, 1180, touch: true);
        var warned = await page.Context.NewPageAsync(); // its own: the browser's warning may come late
        await Assert.ThrowsAsync<PlaywrightException>(() => warned.GotoAsync(server.HttpsUrl + "/judge/"));
        await warned.CloseAsync();
        await page.GotoAsync("/trust");
        await Chromium.Picture(page, "trust");
        foreach (var device in new[] { "安卓平板、鸿蒙平板", "iPad、iPhone", "Windows 平板、电脑" })
        {
            await page.GetByText(device).ClickAsync();
        }

        await page.GetByText("证书信任设置").WaitForAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载现场证书" }).ClickAsync());
        Assert.Equal("scoring-authority.crt", download.SuggestedFilename);
    }

    [Fact]
    public async Task A_tablet_paired_over_https_can_be_paired_over_http_too()
    {
        await using var server = await ServerProcess.Start(https: true);
        using var trusted = await TrustedVenue.Of(server);
        await using var chromium = await Chromium.Start(trusted.Home);
        var page = await chromium.Person(server.HttpsUrl, 1180, 820, touch: true);
        await new TabletPage(page).Pair(server.Code(Trade));
        await page.GotoAsync($"http://localhost:{new Uri(server.Url).Port}/judge/#pair={server.Code("钳工")}");
        await page.Locator("a.module", new() { HasText = "钳工" }).First.WaitForAsync();
    }
}

using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>A browser that cannot run the app says what is needed; WeChat's says where to go, and the pairing code is still good there.</summary>
public sealed class AgeTests
{
    [Theory]
    [InlineData("delete window.BigInt")]
    [InlineData("delete Promise.allSettled")]
    [InlineData("delete window.ResizeObserver")]
    [InlineData("addEventListener('DOMContentLoaded', () => dispatchEvent(new ErrorEvent('error', { message: 'Uncaught SyntaxError: Unexpected token' })))")]
    public async Task An_old_browser_names_what_it_needs(string lacking)
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1024, 768);
        await page.AddInitScriptAsync(lacking);
        foreach (var app in (string[])["/judge/", "/display/"])
        {
            await page.GotoAsync(app);
            await page.GetByText("需要 Chrome 80（2020 年）或 Safari 14").WaitForAsync();
            await page.GetByText("现在是 Chrome").WaitForAsync();
        }

        await Chromium.Picture(page, "old-browser");
    }

    [Fact]
    public async Task WeChat_leads_to_the_real_browser_and_uses_no_code()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 390, 844, touch: true);
        var address = "/judge/#pair=" + server.Code(TabletInChromium.Trade);
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("Network.setUserAgentOverride", new()
        {
            ["userAgent"] = "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0 Mobile Safari/537.36 XWEB/1160 MicroMessenger/8.0.49",
        });
        await page.GotoAsync(address);
        await page.GetByText("请点右上角的“···”，选“在浏览器打开”").WaitForAsync();
        await Reach.Check(page, "main");
        await Chromium.Picture(page, "wechat");

        var real = await chromium.Person(server.Url, 390, 844, touch: true);
        await real.GotoAsync(new Uri(page.Url).PathAndQuery + new Uri(page.Url).Fragment);
        await real.Locator("a.module").First.WaitForAsync();
    }
}

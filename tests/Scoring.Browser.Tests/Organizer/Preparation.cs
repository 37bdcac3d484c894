using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Up to the day: the first admin, the competition, its lists, the draw.</summary>
internal static class Preparation
{
    private const string Password = "first-admin-pass";

    public static async Task<ConsolePage> FirstAdmin(ServerProcess server, Chromium browser)
    {
        var page = await browser.Person(server.Url, 1440, 900);
        await page.GotoAsync(Regex.Match(server.Output, @"http\S+/console/setup\S*", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        await page.Locator("[name=login]").FillAsync("admin");
        await page.Locator("[name=name]").FillAsync("李主任");
        await page.Locator("[name=password]").FillAsync(Password);
        await page.Locator("[name=again]").FillAsync(Password);
        var console = new ConsolePage(page, Cup.Key);
        await console.Press("创建管理员并登录");
        return console;
    }

    // Nothing but the console: the template, 公示 until the ceremony so that the day can end today, a prefix for the certificates.
    public static async Task NewCompetition(ConsolePage admin)
    {
        var page = admin.Page;
        await page.GotoAsync("/console/competitions");
        await page.GetByRole(AriaRole.Button, new() { Name = "用模板新建" }).First.ClickAsync();
        await page.Locator("#from-template [name=name]").FillAsync("第二届“殷都杯”职工技能大赛");
        await page.Locator("#from-template [name=date]").FillAsync("2027-04-23");
        await page.Locator("#from-template [name=hosts]").FillAsync("安阳市总工会");
        await page.Locator("#from-template [name=key]").FillAsync(Cup.Key);
        await admin.Press(page.Locator("#from-template button.primary"));
        await page.GetByText("下一步：选手名单").WaitForAsync();
        await admin.Go("contest");
        await page.Locator("[name=CertificatePrefix]").FillAsync("YDB2027");
        await admin.Press("保存竞赛设置");
        await page.GetByText("竞赛设置已保存").WaitForAsync();
        await admin.Go("settings/" + Cup.Trade);
        await page.Locator("[name=PublicityDays]").FillAsync("0");
        await admin.Press("保存设置");
        await page.GetByText("工种设置已保存").WaitForAsync();
    }

    public static async Task Lists(ConsolePage admin)
    {
        var page = admin.Page;
        await admin.Upload("import", "报名表.xlsx", RegistrationLists.WithTwelveErrors());
        await page.GetByText("修正 12 处错误后才能导入").WaitForAsync();
        Assert.Equal(12, await page.Locator(".er .cell-a.e").CountAsync());
        await Chromium.Picture(page, "organizer-import-errors");
        await admin.Upload("import", "报名表（改）.xlsx", RegistrationLists.Mended());
        await admin.Press("全部导入 12 行");
        await page.GetByText("名单已导入").WaitForAsync();
        await admin.Upload("import-judges", "裁判名册.xlsx", RegistrationLists.Judges());
        await admin.Press("全部导入 7 行");
        await page.GetByText("裁判名册已导入").WaitForAsync();
    }

    /// <returns>Codes in the order of the list.</returns>
    public static async Task<IReadOnlyList<string>> Draw(ConsolePage admin)
    {
        var page = admin.Page;
        await admin.Go("draw/" + Cup.Trade);
        await admin.Press("机器抽签：第 1 层");
        var codes = await page.Locator("tbody tr .plate").AllInnerTextsAsync();
        Assert.Equal(12, codes.Distinct().Count());
        await page.GotoAsync($"/console/{Cup.Key}/draw/{Cup.Trade}?handler=slips");
        Assert.Equal(12, await page.Locator(".slip .qr").CountAsync());
        await Chromium.Picture(page, "organizer-slips");
        await admin.Forward(Cup.Trade, "抽签");
        await admin.Forward(Cup.Trade, "评分");
        return codes;
    }
}

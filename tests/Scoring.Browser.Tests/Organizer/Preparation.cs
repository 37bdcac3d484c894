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

    // The template first; then the same as a file with 公示 until the ceremony, so that the day can end today.
    public static async Task NewCompetition(ConsolePage admin)
    {
        var page = admin.Page;
        await page.GotoAsync("/console/competitions");
        await page.GetByRole(AriaRole.Button, new() { Name = "用模板新建" }).First.ClickAsync();
        await page.Locator("#from-template [name=name]").FillAsync("试一试模板");
        await page.Locator("#from-template [name=key]").FillAsync("from-template");
        await admin.Press(page.Locator("#from-template button.primary"));
        await page.GetByText("理论考试").First.WaitForAsync();

        await page.GotoAsync("/console/competitions");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入比赛文件" }).ClickAsync();
        var file = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "examples", "templates", "union.json")))
            .Replace("\"union-contest\", \"name\": \"职工技能竞赛（工会竞赛模板）\"", $"\"{Cup.Key}\", \"name\": \"第二届“殷都杯”职工技能大赛\", \"date\": \"2027-04-23\", \"certificatePrefix\": \"YDB2027\", \"hosts\": [\"安阳市总工会\"]", StringComparison.Ordinal)
            .Replace("\"code\": \"QG\",", "\"code\": \"QG\", \"publicityDays\": 0,", StringComparison.Ordinal);
        await page.Locator("#from-file [name=file]").SetInputFilesAsync(new FilePayload { Name = "比赛.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(file) });
        await admin.Press(page.Locator("#from-file button.primary"));
        await page.GotoAsync("/console/competitions");
        await admin.Press(page.Locator("tr", new() { HasText = "第二届" }).GetByRole(AriaRole.Button, new() { Name = "用于大屏和选手页面" }));
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
        await admin.Press("机器抽签");
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

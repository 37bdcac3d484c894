using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Alone with Excel lists: from an empty folder until every tablet can mark, for 5 trades and 20 judges, every press and every
/// field counted; and on from there to the archive.</summary>
public sealed class RoadTests(ITestOutputHelper output)
{
    private const int MostPresses = 60, MostFields = 25;

    private int presses, fields;

    [Fact]
    public async Task Five_trades_and_twenty_judges_are_ready_within_sixty_presses_and_twenty_five_fields_and_come_to_the_archive()
    {
        await using var server = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        try
        {
            var page = await browser.Person(server.Url, 1440, 900);
            var (key, codes) = await TheWay(server, page);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"until every tablet can mark: {presses} presses, {fields} fields"));
            Assert.InRange(presses, 1, MostPresses);
            Assert.InRange(fields, 1, MostFields);
            await FiveTradesDay.ToTheArchive(server, browser, new ConsolePage(page, key), key, codes);
        }
        catch (Exception)
        {
            output.WriteLine(await browser.Says());
            throw;
        }
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> TheWay(ServerProcess server, IPage page)
    {
        await page.GotoAsync(Regex.Match(server.Output, @"http\S+/console/setup\S*", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        foreach (var (name, text) in ((string, string)[])[("login", "admin"), ("name", "李主任"), ("password", "first-admin-pass"), ("again", "first-admin-pass")])
        {
            await Fill(page.Locator($"[name={name}]"), text);
        }

        await Press(page, "创建管理员并登录");
        await page.ArriveAsync("/console/competitions$");
        await Press(page, "用模板新建");
        foreach (var (name, text) in ((string, string)[])[("name", "2027年第二届“殷都杯”职工技能大赛"), ("date", "2027-04-23"), ("venue", "市体育馆"), ("hosts", "安阳市总工会")])
        {
            await Fill(page.Locator($"#from-template [name={name}]"), text);
        }

        await Press(page.Locator("#from-template button.primary"));
        await page.ArriveAsync("/road$");
        var key = page.Url.Split('/')[^2];

        // No days of 公示, so that the contest can end on its day; the trades to come are made like this one.
        await Press(page.Locator("#step-trades a.btn"));
        await Fill(page.Locator("[name=PublicityDays]"), "0");
        await Press(page, "保存设置");
        await page.GetByText("设置已保存").WaitForAsync();
        await Press(page.Locator("nav.main a", new() { HasText = "进程" }));
        await Upload(page, "选手.xlsx", FiveTrades.Entrants());
        await Press(page, "按名单里的工种新建");
        await page.GetByText("已新建 4 个工种").WaitForAsync();
        await Press(page.Locator("#step-roster a.btn"));
        await Upload(page, "选手.xlsx", FiveTrades.Entrants());
        await Press(page, "上传并核对");

        // The one cell that was forgotten is mended where it stands.
        await page.GetByText("修正 1 处错误后才能导入").WaitForAsync();
        await Press(page.Locator("td.ce details.mend summary").First);
        await Fill(page.Locator("td.ce details.mend[open] [name=text]"), "林州机械厂");
        await Press(page.Locator("td.ce details.mend[open] button"));
        await page.GetByText("可以导入").WaitForAsync();
        await Press(page.GetByRole(AriaRole.Button, new() { Name = "全部导入" }));
        await page.GetByText("名单已导入").WaitForAsync();
        await Press(page.Locator("nav.main a", new() { HasText = "进程" }));
        await Press(page.Locator("#step-judges a.btn"));
        await Upload(page, "裁判.xlsx", FiveTrades.Judges());
        await Press(page, "上传并核对");
        await Press(page.GetByRole(AriaRole.Button, new() { Name = "全部导入" }));
        await page.GetByText("裁判名册已导入").WaitForAsync();
        await Press(page.Locator("nav.main a", new() { HasText = "进程" }));
        await Chromium.Picture(page, "organizer-road");
        await Press(page, "按名册生成账号并打印");
        await page.Locator(".slip .qr").First.WaitForAsync();
        Assert.Equal(7, await page.Locator(".slip .qr").CountAsync());
        await Press(page.GetByRole(AriaRole.Link, new() { Name = "回到进程" }));
        await Press(page, "全部工种机器抽签");
        await page.Locator("#step-draw", new() { HasText = "代号全部抽好" }).WaitForAsync();
        await Press(page, "全部配对码并打印");
        await page.Locator(".slipcode").First.WaitForAsync();
        var codes = await page.Locator(".slipcode").AllInnerTextsAsync();
        Assert.Equal(21, codes.Distinct().Count()); // twenty judges and the clerk
        await Chromium.Picture(page, "organizer-pairing-codes");
        await Press(page.GetByRole(AriaRole.Link, new() { Name = "回到进程" }));
        await Press(page, "全部开始评分");
        await page.Locator("#step-start", new() { HasText = "5 / 5 个工种" }).WaitForAsync();
        return (key, codes);
    }

    private Task Press(IPage page, string button) => Press(page.GetByRole(AriaRole.Button, new() { Name = button }).First);

    private async Task Press(ILocator button)
    {
        presses++;
        await button.ClickAsync();
    }

    private async Task Fill(ILocator field, string text)
    {
        fields++;
        await field.FillAsync(text);
    }

    // A file is pressed for and chosen.
    private async Task Upload(IPage page, string name, byte[] bytes)
    {
        (presses, fields) = (presses + 1, fields + 1);
        await page.Locator("main [name=file]").First.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = bytes });
    }
}

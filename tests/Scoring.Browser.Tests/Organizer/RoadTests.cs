using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Alone with an Excel list: from an empty folder until every tablet can mark, for 5 trades and 20 judges; every press and every field is counted.</summary>
public sealed class RoadTests(ITestOutputHelper output)
{
    private const int MostPresses = 60, MostFields = 25;

    private static readonly string[] Trades = ["钳工", "电工", "电焊工", "铲车工", "化工仪表工"];

    private int presses, fields;

    [Fact]
    public async Task Five_trades_and_twenty_judges_are_ready_to_mark_within_sixty_presses_and_twenty_five_fields()
    {
        await using var server = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        try
        {
            await TheWay(server, await browser.Person(server.Url, 1440, 900));
        }
        catch (Exception)
        {
            output.WriteLine(await browser.Says());
            throw;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"until every tablet can mark: {presses} presses, {fields} fields"));
        Assert.InRange(presses, 1, MostPresses);
        Assert.InRange(fields, 1, MostFields);
    }

    private async Task TheWay(ServerProcess server, IPage page)
    {
        await page.GotoAsync(Regex.Match(server.Output, @"http\S+/console/setup\S*", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        foreach (var (name, text) in ((string, string)[])[("login", "admin"), ("name", "李主任"), ("password", "first-admin-pass"), ("again", "first-admin-pass")])
        {
            await Fill(page.Locator($"[name={name}]"), text);
        }

        await Press(page, "创建管理员并登录");
        await page.WaitForURLAsync("**/console/competitions");
        await Press(page, "用模板新建");
        foreach (var (name, text) in ((string, string)[])[("name", "2027年第二届“殷都杯”职工技能大赛"), ("date", "2027-04-23"), ("venue", "市体育馆"), ("hosts", "安阳市总工会")])
        {
            await Fill(page.Locator($"#from-template [name={name}]"), text);
        }

        await Press(page.Locator("#from-template button.primary"));
        await Upload(page, "选手.xlsx", Entrants());
        await Press(page, "按名单里的工种新建");
        await page.GetByText("已新建 4 个工种").WaitForAsync();
        await Press(page.Locator("#step-roster a.btn"));
        await Upload(page, "选手.xlsx", Entrants());
        await Press(page, "上传并核对");
        await Press(page.GetByRole(AriaRole.Button, new() { Name = "全部导入" }));
        await page.GetByText("名单已导入").WaitForAsync();
        await Press(page.Locator("nav.main a", new() { HasText = "进程" }));
        await Press(page.Locator("#step-judges a.btn"));
        await Upload(page, "裁判.xlsx", Judges());
        await Press(page, "上传并核对");
        await Press(page.GetByRole(AriaRole.Button, new() { Name = "全部导入" }));
        await page.GetByText("裁判名册已导入").WaitForAsync();
        await Press(page.Locator("nav.main a", new() { HasText = "进程" }));
        await Chromium.Picture(page, "organizer-road");
        await Press(page, "按名册生成账号并打印");
        Assert.Equal(5, await page.Locator(".slip .qr").CountAsync());
        await Press(page.GetByRole(AriaRole.Link, new() { Name = "回到进程" }));
        await Press(page, "全部工种机器抽签");
        await Press(page, "全部配对码并打印");
        var codes = await page.Locator(".slipcode").AllInnerTextsAsync();
        Assert.Equal(20, codes.Distinct().Count());
        await Chromium.Picture(page, "organizer-pairing-codes");
        await Press(page.GetByRole(AriaRole.Link, new() { Name = "回到进程" }));
        await Press(page, "全部开始评分");
        await page.Locator("#step-start", new() { HasText = "5 / 5 个工种" }).WaitForAsync();
        foreach (var code in codes)
        {
            var paired = await page.APIRequest.PostAsync("/judge/api/pair", new() { DataObject = new { code } });
            Assert.True(paired.Ok, await paired.TextAsync());
        }

        await page.ReloadAsync();
        await page.Locator("#step-tablets", new() { HasText = "20 人用平板，已配对 20 人" }).WaitForAsync();
    }

    private static byte[] Entrants()
    {
        var list = new MessyWorkbook("报名表").Row("报名汇总表").Merge("A1:E1").Row("序号", "姓名", "身份证号码", "单位", "参赛工种");
        for (var n = 1; n <= 30; n++)
        {
            list.Row(n, $"选手{n}", MessyWorkbook.Id(n), n % 2 == 0 ? "安阳钢铁厂" : "林州机械厂", Trades[n % Trades.Length]);
        }

        return list.Row("合计", "30人").Bytes();
    }

    private static byte[] Judges()
    {
        var list = new MessyWorkbook("裁判名册").Row("裁判名册").Merge("A1:F1").Row("姓名", "工作单位", "职称", "角色", "赛项", "模块");
        foreach (var (trade, at) in Trades.Select((t, i) => (t, i)))
        {
            foreach (var n in Enumerable.Range(1, 3))
            {
                list.Row($"裁判{"甲乙丙丁戊"[at]}{"一二三"[n - 1]}", "市职业技术学院", "高级技师", "裁判员", trade, "全部");
            }

            list.Row($"裁判长{"甲乙丙丁戊"[at]}", "市职业技术学院", "教授", "裁判长", trade, null);
        }

        return list.Bytes();
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

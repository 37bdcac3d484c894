using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>District → city → province (R-K11): the district on its own machine, city and province on another; advance lists by signed
/// file; one declines,
/// a reserve moves up, and what people bring counts and decides.</summary>
public sealed class StagesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task From_district_to_province_by_signed_lists_with_one_who_declines_and_marks_that_are_carried()
    {
        await using var district = await ServerProcess.Start(demo: false);
        await using var city = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        try
        {
            var going = await FromDistrict(district, browser);
            var admin = await Preparation.FirstAdmin(city, browser);
            await New(admin, "市赛.json", Stages.CityFile());
            await IntoCity(admin, going);
            var office = await Office.Open(city, browser, admin);
            await Held(admin, office);
            var first = await Download(admin);
            await IntoProvince(city, browser, admin, first);
        }
        catch (Exception)
        {
            output.WriteLine(await browser.Says());
            throw;
        }
    }

    private static async Task<byte[]> FromDistrict(ServerProcess server, Chromium browser)
    {
        var admin = await Preparation.FirstAdmin(server, browser);
        await New(admin, "区赛.json", Stages.DistrictFile());
        var page = admin.Page;
        await page.GotoAsync($"/console/district-2027/outcomes/{Cup.Trade}");
        await page.GetByText("递补第 1").WaitForAsync();
        await page.Locator("tbody tr", new() { HasText = "郑一" }).GetByText("放弃…").ClickAsync();
        await page.GetByText("递补晋级：第 4 名 赵四").WaitForAsync();
        await Chromium.Picture(page, "stages-decline");
        await page.Locator("main [name=reason]").FillAsync("外出培训");
        await admin.Press("登记放弃晋级");
        await page.GetByText("放弃晋级：外出培训，由第 4 名递补").WaitForAsync();
        return await Download(admin);
    }

    private static async Task IntoCity(ConsolePage admin, byte[] going)
    {
        var page = admin.Page;
        await admin.Go("import");
        await page.Locator("main [name=file]").First.SetInputFilesAsync(Signed(Stages.Altered(going)));
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并核对" }).ClickAsync();
        await page.Locator(".note.bad", new() { HasText = "被改动过" }).WaitForAsync();
        await Taken(admin, going, asks: true);
        await admin.Go("entrants");
        Assert.Equal(3, await page.Locator("main tbody tr").CountAsync());
        await page.GetByText("来自殷都区职工技能大赛，第 4 名，88 分").WaitForAsync();
        Assert.Equal(0, await page.GetByText("郑一").CountAsync());
    }

    // The list as it stands: the key compared where it is new, the reserve left at home, everybody taken.
    private static async Task Taken(ConsolePage admin, byte[] list, bool asks)
    {
        var page = admin.Page;
        await page.Locator("main [name=file]").First.SetInputFilesAsync(Signed(list));
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并核对" }).ClickAsync();
        await page.GetByText(asks ? "这台电脑没有见过" : "一字未改").First.WaitForAsync();
        await Chromium.Picture(page, asks ? "stages-import" : "stages-import-known");
        if (asks)
        {
            await admin.Press("已经核对，一样");
        }

        if (await page.GetByRole(AriaRole.Button, new() { Name = "不导入", Exact = true }).CountAsync() > 0)
        {
            await admin.Press("不导入");
        }

        await admin.Press(page.Locator("form[action*=Commit] button.primary"));
        await page.GetByText("名单已导入").WaitForAsync();
    }

    private static async Task Held(ConsolePage admin, Office office)
    {
        await admin.Forward(Cup.Trade, "抽签");
        await admin.Forward(Cup.Trade, "评分");
        await Carried(office.Clerk, 3);
        await office.Clerk.Upload($"import-marks?for={Cup.Trade}:A", "实操.xlsx", Stages.CityPractical());
        await office.Clerk.Press("全部导入 3 行");
        var head = office.Head;
        await head.Forward(Cup.Trade, "复核");
        await head.Go("publish/" + Cup.Trade);
        if (await head.Page.GetByRole(AriaRole.Button, new() { Name = "提交编码成绩" }).CountAsync() > 0)
        {
            await head.Press("提交编码成绩");
        }

        await head.Go("review/" + Cup.Trade);
        await head.Press("抽取复核样本");
        while (await head.Page.GetByRole(AriaRole.Button, new() { Name = "无误", Exact = true }).CountAsync() > 0)
        {
            await head.Press("无误");
        }

        await head.Page.GetByRole(AriaRole.Button, new() { Name = "两人签字" }).ClickAsync();
        await office.SecondSigns("#sign ");
        await head.Press("签字");
        await head.Go("awards/" + Cup.Trade);
        await head.Press(head.Page.Locator("form[action*=Confirm] button"));
        await head.Forward(Cup.Trade, "公示", Cup.TradeName);
        await head.Forward(Cup.Trade, "公布", Cup.TradeName);

        // 40 % of 92 and 60 % of 85 are more than 40 % of 90 and 60 % of 86: what was brought decides.
        await admin.Go("outcomes/" + Cup.Trade);
        var rows = admin.Page.Locator("main table").First.Locator("tbody tr");
        await rows.First.GetByText("87.80").WaitForAsync();
        Assert.Contains("王二", await rows.First.InnerTextAsync());
        Assert.Contains("87.60", await rows.Nth(1).InnerTextAsync());
        Assert.Contains("递补第 1", await rows.Nth(1).InnerTextAsync());
        await Chromium.Picture(admin.Page, "stages-city");
    }

    private static async Task IntoProvince(ServerProcess server, Chromium browser, ConsolePage admin, byte[] list)
    {
        await New(admin, "省赛.json", Stages.ProvinceFile());
        var province = new ConsolePage(admin.Page, "province-2027");
        await province.Go("import");
        await Taken(province, list, asks: false);
        await province.Go("entrants");
        await admin.Page.GetByText("来自安阳市职工技能大赛，第 1 名，87.8 分").WaitForAsync();
        await province.Forward(Cup.Trade, "抽签");
        await province.Forward(Cup.Trade, "评分");

        await admin.Page.GotoAsync("/console/accounts");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "新账号" }).ClickAsync();
        await admin.Page.Locator("#new-account [name=login]").FillAsync("zhou");
        await admin.Page.Locator("#new-account [name=name]").FillAsync("周录入");
        await admin.Page.Locator("#new-account [name=role]").SelectOptionAsync("Clerk");
        await admin.Page.Locator("#new-account [name=scope]").SelectOptionAsync($"province-2027/{Cup.Trade}");
        await admin.Press("新建并显示链接");
        var account = await ConsolePage.TakeUp(admin.Page, await browser.Person(server.Url, 390, 844));
        var clerk = await ConsolePage.SignIn(await browser.Person(server.Url, 1280, 800), "province-2027", account);
        await Carried(clerk, 1);
        await province.Go("lists?handler=print&list=summary");
        await admin.Page.GetByText("87.80").First.WaitForAsync();
    }

    private static async Task Carried(ConsolePage clerk, int people)
    {
        await clerk.Go($"import-marks?for={Cup.Trade}:LL");
        await Chromium.Picture(clerk.Page, $"stages-carry-{people}");
        await clerk.Press($"带入 {people} 人的总分");
        await clerk.Page.GetByText("上一阶段总分已带入").WaitForAsync();
    }

    private static async Task New(ConsolePage admin, string name, byte[] file)
    {
        var page = admin.Page;
        await page.GotoAsync("/console/competitions");
        await page.GetByRole(AriaRole.Button, new() { Name = "导入比赛文件" }).ClickAsync();
        await page.Locator("#from-file [name=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/json",
            Buffer = file });
        await admin.Press(page.Locator("#from-file button.primary"));
    }

    private static async Task<byte[]> Download(ConsolePage admin)
    {
        var download = await admin.Page.RunAndWaitForDownloadAsync(() => admin.Page.GetByText("签名文件").First.ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static FilePayload Signed(byte[] file) => new() { Name = "晋级名单.signed.json", MimeType = "application/json", Buffer = file };
}

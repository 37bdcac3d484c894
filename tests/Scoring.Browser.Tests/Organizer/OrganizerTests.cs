using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>
/// The whole way as a new organizer goes it, real server, real browser: empty folder, first admin, template, lists with planted errors, draw, slips, marks, what is missing,
/// a returned sheet, review, a correction, awards with a tie on a boundary, 公示, an appeal, publication, certificates, archive, verify, restore.
/// </summary>
public sealed class OrganizerTests(ITestOutputHelper output)
{
    private const string Cup = "cup-2027";
    private const string Trade = "qg";
    private const string TradeName = "钳工";
    private const string Password = "first-admin-pass";

    [Fact]
    public async Task From_an_empty_folder_to_a_sealed_archive_and_back()
    {
        await using var server = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        try
        {
            await TheWholeWay(server, browser);
        }
        catch (Exception)
        {
            output.WriteLine(await browser.Says());
            throw;
        }
    }

    private static async Task TheWholeWay(ServerProcess server, Chromium browser)
    {
        var admin = await FirstAdmin(server, browser);
        await NewCompetition(admin);
        await Lists(admin);
        var office = await Office(server, browser, admin);
        var codes = await Draw(admin);
        await Score(server, admin, office);
        await ReviewAndCorrect(office, codes[^1]);
        await Awards(office);
        await Publish(admin, office, codes[0]);
        await Archive(server, admin);
    }

    private static async Task<ConsolePage> FirstAdmin(ServerProcess server, Chromium browser)
    {
        var page = await browser.Person(server.Url, 1440, 900);
        await page.GotoAsync(Regex.Match(server.Output, @"http\S+/console/setup\S*", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        await page.Locator("[name=login]").FillAsync("admin");
        await page.Locator("[name=name]").FillAsync("李主任");
        await page.Locator("[name=password]").FillAsync(Password);
        await page.Locator("[name=again]").FillAsync(Password);
        var console = new ConsolePage(page, Cup);
        await console.Press("创建管理员并登录");
        return console;
    }

    // The template first; then the same as a file with 公示 until the ceremony, so that the day can end today.
    private static async Task NewCompetition(ConsolePage admin)
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
            .Replace("\"union-contest\", \"name\": \"职工技能竞赛（工会竞赛模板）\"", $"\"{Cup}\", \"name\": \"第二届“殷都杯”职工技能大赛\", \"date\": \"2027-04-23\", \"certificatePrefix\": \"YDB2027\", \"hosts\": [\"安阳市总工会\"]", StringComparison.Ordinal)
            .Replace("\"code\": \"QG\",", "\"code\": \"QG\", \"publicityDays\": 0,", StringComparison.Ordinal);
        await page.Locator("#from-file [name=file]").SetInputFilesAsync(new FilePayload { Name = "比赛.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(file) });
        await admin.Press(page.Locator("#from-file button.primary"));
        await page.GotoAsync("/console/competitions");
        await admin.Press(page.Locator("tr", new() { HasText = "第二届" }).GetByRole(AriaRole.Button, new() { Name = "用于平板和大屏" }));
    }

    private static async Task Lists(ConsolePage admin)
    {
        var page = admin.Page;
        await Upload(admin, "import", "报名表.xlsx", RegistrationLists.WithTwelveErrors());
        await page.GetByText("修正 12 处错误后才能导入").WaitForAsync();
        Assert.Equal(12, await page.Locator(".er .cell-a.e").CountAsync());
        await Chromium.Picture(page, "organizer-import-errors");
        await Upload(admin, "import", "报名表（改）.xlsx", RegistrationLists.Mended());
        await admin.Press("全部导入 12 行");
        await page.GetByText("名单已导入").WaitForAsync();
        await Upload(admin, "import-judges", "裁判名册.xlsx", RegistrationLists.Judges());
        await admin.Press("全部导入 7 行");
        await page.GetByText("裁判名册已导入").WaitForAsync();
    }

    private sealed record People(ConsolePage Head, ConsolePage Clerk, ConsolePage Arbitrator, string SupervisorLogin, string SupervisorPassword, ConsolePage Supervisor);

    private static async Task<People> Office(ServerProcess server, Chromium browser, ConsolePage admin)
    {
        var head = await Account("cpz", "宋裁判长", "HeadJudge");
        var clerk = await Account("luru", "何录入", "Clerk");
        var arbitrator = await Account("zhongcai", "郑仲裁", "Arbitrator");
        var supervisor = await Account("jiandu", "赵监督", "Supervisor");
        return new People(await SignIn(head), await SignIn(clerk), await SignIn(arbitrator), supervisor.Login, supervisor.Password, await SignIn(supervisor));

        async Task<(string Login, string Password)> Account(string login, string name, string role)
        {
            var page = admin.Page;
            await page.GotoAsync("/console/accounts");
            await page.GetByRole(AriaRole.Button, new() { Name = "新账号" }).ClickAsync();
            await page.Locator("#new-account [name=login]").FillAsync(login);
            await page.Locator("#new-account [name=name]").FillAsync(name);
            await page.Locator("#new-account [name=role]").SelectOptionAsync(role);
            await page.Locator("#new-account [name=scope]").SelectOptionAsync($"{Cup}/{Trade}");
            await page.Locator("#new-account [name=judge]").SelectOptionAsync(new SelectOptionValue { Label = name });
            await admin.Press("创建并显示密码");
            return (login, (await page.Locator(".note b.t18").InnerTextAsync()).Trim());
        }

        async Task<ConsolePage> SignIn((string, string) account) => await ConsolePage.SignIn(await browser.Person(server.Url, 1440, 900), Cup, account);
    }

    /// <returns>Codes in the order of the list.</returns>
    private static async Task<IReadOnlyList<string>> Draw(ConsolePage admin)
    {
        var page = admin.Page;
        await admin.Go("draw/" + Trade);
        await admin.Press("机器抽签");
        var codes = await page.Locator("tbody tr .plate").AllInnerTextsAsync();
        Assert.Equal(12, codes.Distinct().Count());
        await page.GotoAsync($"/console/{Cup}/draw/{Trade}?handler=slips");
        Assert.Equal(12, await page.Locator(".slip .qr").CountAsync());
        await Chromium.Picture(page, "organizer-slips");
        await admin.Forward(Trade, "抽签");
        await admin.Forward(Trade, "评分");
        return codes;
    }

    private static async Task Score(ServerProcess server, ConsolePage admin, People office)
    {
        await Upload(office.Clerk, $"import-marks?for={Trade}:LL", "理论成绩.xlsx", RegistrationLists.Theory());
        await office.Clerk.Press("全部导入 12 行");
        await using var first = await TabletClient.Pair(server.Url, await admin.PairingCode("裁判甲"));
        await using var second = await TabletClient.Pair(server.Url, await admin.PairingCode("裁判乙"));
        await using var third = await TabletClient.Pair(server.Url, await admin.PairingCode("裁判丙"));
        await HandIn(first, _ => true);
        await HandIn(second, _ => true);
        var late = (await third.Open()).Modules[0].Cards[4].Code;
        await HandIn(third, card => card.Code != late);

        // The board says what is missing, to the head judge too, and the phase says why it waits.
        await office.Head.Go("day");
        await office.Head.Page.GetByText("11 / 12").First.WaitForAsync();
        await Chromium.Picture(office.Head.Page, "organizer-missing");
        await office.Head.Go("publish/" + Trade);
        await office.Head.Page.GetByText(late).First.WaitForAsync();

        // One sheet goes back and comes in again, with the one that was missing.
        await office.Head.Go("sheets/" + Trade);
        await office.Head.Page.Locator("tbody tr").First.Locator(".cellbtn").First.ClickAsync();
        await office.Head.Page.Locator("#return [name=reason]").FillAsync("A1.1 请复测");
        await office.Head.Press(office.Head.Page.Locator("#return button.primary"));
        await office.Head.Page.Locator(".st.back").First.WaitForAsync();
        foreach (var tablet in (TabletClient[])[first, second, third])
        {
            await HandIn(tablet, card => card.Code == late || card.State == CardState.Returned);
        }

        await office.Head.Go("day");
        Assert.Equal(0, await office.Head.Page.GetByText("11 / 12").CountAsync());
    }

    private static async Task ReviewAndCorrect(People office, string lastCode)
    {
        var head = office.Head;
        await head.Forward(Trade, "复核");
        await head.Go("publish/" + Trade);
        await head.Press("提交编码成绩");
        await head.Go("review/" + Trade);
        await head.Press("抽取复核样本");
        while (await head.Page.GetByRole(AriaRole.Button, new() { Name = "无误", Exact = true }).CountAsync() > 0)
        {
            await head.Press("无误");
        }

        await head.Page.GetByRole(AriaRole.Button, new() { Name = "两人签字" }).ClickAsync();
        await Second(head, "#sign ", office);
        await head.Press("签字");

        // A correction: its effect first, then two signatures.
        await head.Go($"correct/{Trade}/A/{lastCode}");
        await head.Page.Locator("input[aria-label='A2.1']").FillAsync("8");
        await head.Page.Locator("[name=reason]").FillAsync("粗糙度样板比对有误");
        await head.Press("看影响");
        await head.Page.GetByText("先看影响").First.WaitForAsync();
        await Chromium.Picture(head.Page, "organizer-correction");
        await Second(head, "", office);
        await head.Press("两人签名，记入台账");
    }

    private static async Task Awards(People office)
    {
        var head = office.Head;
        await head.Go("publish/" + Trade);
        if (await head.Page.GetByRole(AriaRole.Button, new() { Name = "提交编码成绩" }).CountAsync() > 0)
        {
            await head.Press("提交编码成绩");
            await head.Go("publish/" + Trade);
        }

        await head.Press("签名解密第 1 层");
        await office.Supervisor.Go("publish/" + Trade);
        await office.Supervisor.Press("签名解密第 1 层");

        // Ranks 4 and 5 are equal at the end of the second prize: the committee decides.
        await head.Go("awards/" + Trade);
        await head.Page.GetByText("二等奖末位并列").First.WaitForAsync();
        await Chromium.Picture(head.Page, "organizer-awards-tie");
        await head.Press(head.Page.Locator(".opt", new() { HasText = "由组委会议定" }));
        await head.Page.Locator("form[action*=Boundary] [name=chosen]").First.CheckAsync();
        await head.Page.Locator("form[action*=Boundary] [name=reason]").FillAsync("以工序完成先后议定");
        await head.Press(head.Page.Locator("form[action*=Boundary] button"));
        await head.Press(head.Page.Locator("form[action*=Confirm] button"));
    }

    private static async Task Publish(ConsolePage admin, People office, string code)
    {
        await office.Head.Forward(Trade, "公示", TradeName);
        await admin.Go("lists?handler=print&list=publicity");
        await admin.Page.GetByText("成绩公示名单").First.WaitForAsync();
        await admin.Page.GetByText("选手1", new() { Exact = true }).First.WaitForAsync();

        await admin.Go("appeals");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "登记申诉" }).ClickAsync();
        await admin.Page.Locator("#file [name=code]").FillAsync(code);
        await admin.Page.Locator("#file [name=received]").FillAsync(TimeProvider.System.GetLocalNow().ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await admin.Page.Locator("#file [name=leader]").FillAsync("王领队");
        await admin.Page.Locator("#file [name=text]").FillAsync("对实操成绩有异议");
        await admin.Press("登记");

        // Open, it blocks the publication; answered, it does not.
        await office.Head.Go("publish/" + Trade);
        await office.Head.Page.GetByText("件申诉未答复").First.WaitForAsync();
        await office.Arbitrator.Go("appeals");
        await office.Arbitrator.Page.GetByRole(AriaRole.Button, new() { Name = "答复…" }).ClickAsync();
        await office.Arbitrator.Page.Locator("#answer [name=upheld][value=false]").CheckAsync();
        await office.Arbitrator.Page.Locator("#answer [name=answer]").FillAsync("复核无误，维持原成绩。");
        await office.Arbitrator.Press(office.Arbitrator.Page.Locator("#answer button.primary"));
        await office.Head.Forward(Trade, "公布", TradeName);

        await office.Head.Go("certificates/" + Trade);
        await office.Head.Page.Locator("[name=address]").FillAsync("http://192.168.1.10:5080");
        await office.Head.Press("签发并签名");
    }

    private static async Task Archive(ServerProcess server, ConsolePage admin)
    {
        var page = admin.Page;
        await Wait.Until(async () =>
        {
            await admin.Go("archive");
            return await page.GetByText("钳工进入公布").CountAsync() > 0;
        }, TimeSpan.FromSeconds(60));
        await admin.Press("制作归档包");
        await page.GetByText("归档包已做好并检查通过").WaitForAsync();
        await Chromium.Picture(page, "organizer-archive");
        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(server.Data, "archives"), "*.zip"));
        var output = Tools.Run("dotnet", Path.Combine(AppContext.BaseDirectory, "Scoring.Api.dll"), "verify", file);
        Assert.Contains("归档包：完整", output);

        await page.Locator("tr", new() { HasText = "归档.zip" }).GetByRole(AriaRole.Button, new() { Name = "恢复…" }).ClickAsync();
        await page.Locator("#restore [name=key]").FillAsync("cup-2027-back");
        await admin.Press(page.Locator("#restore button.primary"));
        await page.GetByText("已恢复为新比赛 cup-2027-back").WaitForAsync();
        Assert.Equal(2, await page.Locator("tbody tr", new() { HasText = "第二届" }).CountAsync());
        await page.GotoAsync("/console/cup-2027-back/lists?handler=print&list=honours");
        await page.GetByText("YDB2027-QG-001").First.WaitForAsync();
    }

    private static async Task Second(ConsolePage head, string within, People office)
    {
        await head.Page.Locator(within + "[name=secondLogin]").FillAsync(office.SupervisorLogin);
        await head.Page.Locator(within + "[name=secondPassword]").FillAsync(office.SupervisorPassword);
    }

    private static async Task Upload(ConsolePage console, string page, string name, byte[] file)
    {
        await console.Go(page);
        await console.Page.Locator("main [name=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
        await console.Press("上传并核对");
    }

    private static async Task HandIn(TabletClient tablet, Func<EntrantCard, bool> which)
    {
        foreach (var module in (await tablet.Open()).Modules)
        {
            foreach (var card in module.Cards.Where(which).Where(c => c.State == CardState.Returned || c.Version == 0))
            {
                Assert.Equal(SubmissionOutcome.Accepted, (await tablet.Submit(TabletClient.Sheet(module, card, Best))).Outcome);
            }
        }
    }

    // Everybody's work is perfect: theory alone makes the order, so that ranks are known before the draw.
    private static Entry Best(Aspect aspect) => Entry.Of(aspect switch
    {
        ToleranceAspect tolerance => tolerance.Nominal,
        PointsAspect points => points.FullMark,
        BinaryAspect => 1,
        _ => 0,
    });
}

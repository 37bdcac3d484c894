using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>From tablets that can mark to the archive: five trades marked, reviewed, decoded, published, their certificates issued, two
/// other contests beside them all the while.</summary>
internal static class FiveTradesDay
{
    public static async Task ToTheArchive(ServerProcess server, Chromium browser, ConsolePage admin, string key,
        IReadOnlyList<string> pairingCodes)
    {
        var trades = await Trades(admin);
        await OthersBeside(admin);
        await Marked(server, pairingCodes);
        var people = await Accounts(server, browser, admin);
        await using var hall = new Hall(await browser.Person(server.Url, 1280, 720));
        var clerk = await ConsolePage.SignIn(await browser.Person(server.Url, 1440, 900), key, people["何录入"]);
        await clerk.Upload("import-marks?for=all", "理论成绩.xlsx", FiveTrades.Theory());
        await clerk.Press($"全部导入 {FiveTrades.Entered} 行");
        var supervisor = await ConsolePage.SignIn(await browser.Person(server.Url, 1440, 900), key, people["赵监督"]);
        foreach (var (id, name) in trades)
        {
            var head = await ConsolePage.SignIn(await browser.Person(server.Url, 1440, 900), key,
                people[FiveTrades.Head(Array.IndexOf(FiveTrades.Names, name))]);
            await Published(head, supervisor, people["赵监督"], id, name);
        }

        await Seen(server, browser, admin, hall, key);
        await admin.Go("road");
        await admin.Page.Locator("#step-certificates", new() { HasText = "5 / 5 个工种已签发" }).WaitForAsync();
        await admin.Page.Locator("#step-archive [data-opens]").ClickAsync();
        await admin.Page.Locator("#to-Archived [name=word]").FillAsync("归档");
        await admin.Press(admin.Page.Locator("#to-Archived button.primary"));
        await admin.Page.Locator("#step-archive", new() { HasText = "5 / 5 个工种" }).WaitForAsync();
        await admin.Go("archive");
        await admin.Press("制作归档包");
        await admin.Page.GetByText("归档包已做好并检查通过").WaitForAsync();
        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(server.Data, "archives"), "*.zip"));
        var program = Path.Combine(AppContext.BaseDirectory, "Scoring.Api.dll");
        Assert.Contains("归档包：完整", Tools.Run("dotnet", program, "verify", file));
    }

    /// <summary>A screen without a name of its own, and what it shows.</summary>
    private sealed record Hall(IPage Page) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Page.CloseAsync();
    }

    private static async Task<List<(string Id, string Name)>> Trades(ConsolePage admin)
    {
        await admin.Go("road");
        var options = admin.Page.Locator("#copy select[name=from] option");
        var found = new List<(string, string)>();
        for (var i = 0; i < await options.CountAsync(); i++)
        {
            found.Add((await options.Nth(i).GetAttributeAsync("value") ?? "", (await options.Nth(i).TextContentAsync() ?? "").Trim()));
        }

        Assert.Equal(FiveTrades.Names.Order(StringComparer.Ordinal), found.Select(f => f.Item2).Order(StringComparer.Ordinal));
        return found;
    }

    // Both are newer by their date, and neither is in use.
    private static async Task OthersBeside(ConsolePage admin)
    {
        foreach (var name in (string[])["明年的比赛", "后年的比赛"])
        {
            await admin.Page.GotoAsync("/console/competitions");
            await admin.Page.GetByRole(AriaRole.Button, new() { Name = "用模板新建" }).First.ClickAsync();
            await admin.Page.Locator("#from-template [name=name]").FillAsync(name);
            await admin.Page.Locator("#from-template [name=date]").FillAsync("2029-04-23");
            await admin.Press(admin.Page.Locator("#from-template button.primary"));
            await admin.Page.GotoAsync(admin.Page.Url.Replace("/road", "/devices", StringComparison.Ordinal));
            await admin.Page.GetByText("不是这个比赛").WaitForAsync();
        }
    }

    private static async Task Marked(ServerProcess server, IReadOnlyList<string> pairingCodes)
    {
        foreach (var code in pairingCodes)
        {
            await using var tablet = await TabletClient.Pair(server.Url, code);
            var session = await tablet.Open();
            Assert.Contains("殷都杯", session.CompetitionName);
            Assert.Null(session.InUseInstead);
            foreach (var module in session.Modules)
            {
                foreach (var card in module.Cards)
                {
                    await tablet.Submit(TabletClient.Sheet(module, card, MarkingDay.Best));
                }
            }
        }
    }

    // What was printed for them is scanned by phones; whoever lost it gets a link anew.
    private static async Task<Dictionary<string, (string Login, string Password)>> Accounts(
        ServerProcess server, Chromium browser, ConsolePage admin)
    {
        var people = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var name in FiveTrades.Names.Select((_, at) => FiveTrades.Head(at)).Append("赵监督").Append("何录入"))
        {
            await admin.Page.GotoAsync("/console/accounts");
            var row = admin.Page.Locator("tbody tr", new() { HasText = name });
            await admin.Press(row.GetByRole(AriaRole.Button, new() { Name = "重设密码" }));
            people[name] = await ConsolePage.TakeUp(admin.Page, await browser.Person(server.Url, 390, 844));
        }

        return people;
    }

    private static async Task Published(ConsolePage head, ConsolePage supervisor, (string Login, string Password) second, string trade,
        string name)
    {
        await head.Forward(trade, "复核");
        await head.Go("publish/" + trade);
        await head.Press("提交编码成绩");
        await head.Go("review/" + trade);
        await head.Press("抽取复核样本");
        while (await head.Page.GetByRole(AriaRole.Button, new() { Name = "无误", Exact = true }).CountAsync() > 0)
        {
            await head.Press("无误");
        }

        await head.Page.GetByRole(AriaRole.Button, new() { Name = "两人签字" }).ClickAsync();
        await head.Page.Locator("#sign [name=secondLogin]").FillAsync(second.Login);
        await head.Page.Locator("#sign [name=secondPassword]").FillAsync(second.Password);
        await head.Press("签字");
        foreach (var signer in (ConsolePage[])[head, supervisor])
        {
            await signer.Go("publish/" + trade);
            await signer.Press("签名解密第 1 层");
        }

        await head.Go("awards/" + trade);
        await head.Press(head.Page.Locator("form[action*=Confirm] button"));
        await head.Forward(trade, "公示", name);
        await head.Forward(trade, "公布", name);
        await head.Go("certificates/" + trade);
        await head.Page.Locator("[name=address]").FillAsync("http://192.168.1.10:5080");
        await head.Press("签发并签名");
    }

    private static async Task Seen(ServerProcess server, Chromium browser, ConsolePage admin, Hall hall, string key)
    {
        await admin.Go("lists?handler=print&list=honours");
        var numbers = Regex.Matches(await admin.Page.Locator("body").InnerTextAsync(), "[A-Z0-9]+-(?<trade>[A-Z0-9]+)-001",
            RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.Equal(FiveTrades.Names.Length, numbers.Select(m => m.Groups["trade"].Value).Distinct().Count());

        var phone = await browser.Person(server.Url, 390, 844);
        await phone.GotoAsync("/portal");
        await phone.GetByText("殷都杯").First.WaitForAsync();
        Assert.True(await phone.Locator("a[href*='/portal?competition=']").CountAsync() >= 2); // the two others, for whoever looks for them
        await phone.GotoAsync($"/portal/{key}/qg");
        await phone.GetByText("选手").First.WaitForAsync();
        await hall.Page.GotoAsync("/display/");
        await hall.Page.WaitForFunctionAsync("() => document.body.innerText.includes('殷都杯')");
        Assert.DoesNotContain("年的比赛", await hall.Page.Locator("body").InnerTextAsync());
    }
}

using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Awards with a tie on a boundary, 公示, an appeal, publication, certificates, and the archive there and back.</summary>
internal static class Results
{
    public static async Task Awards(Office office)
    {
        var head = office.Head;
        await head.Go("publish/" + Cup.Trade);
        if (await head.Page.GetByRole(AriaRole.Button, new() { Name = "提交编码成绩" }).CountAsync() > 0)
        {
            await head.Press("提交编码成绩");
            await head.Go("publish/" + Cup.Trade);
        }

        await head.Press("签名解密第 1 层");
        await office.Supervisor.Go("publish/" + Cup.Trade);
        await office.Supervisor.Press("签名解密第 1 层");

        // Ranks 4 and 5 are equal at the end of the second prize: the committee decides.
        await head.Go("awards/" + Cup.Trade);
        await head.Page.GetByText("二等奖末位并列").First.WaitForAsync();
        await Chromium.Picture(head.Page, "organizer-awards-tie");
        await head.Press(head.Page.Locator(".opt", new() { HasText = "由组委会议定" }));
        await head.Page.Locator("form[action*=Boundary] [name=chosen]").First.CheckAsync();
        await head.Page.Locator("form[action*=Boundary] [name=reason]").FillAsync("以工序完成先后议定");
        await head.Press(head.Page.Locator("form[action*=Boundary] button"));
        await head.Press(head.Page.Locator("form[action*=Confirm] button"));
    }

    public static async Task Publish(ConsolePage admin, Office office, string code)
    {
        await office.Head.Forward(Cup.Trade, "公示", Cup.TradeName);
        await admin.Go("lists?handler=print&list=publicity");
        await admin.Page.GetByText("成绩公示名单").First.WaitForAsync();
        await admin.Page.GetByText("选手1", new() { Exact = true }).First.WaitForAsync();

        await admin.Go("appeals");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "登记申诉" }).ClickAsync();
        await admin.Page.Locator("#file [name=code]").FillAsync(code);
        var atTheVenue = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Asia/Shanghai");
        await admin.Page.Locator("#file [name=received]").FillAsync(atTheVenue.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await admin.Page.Locator("#file [name=leader]").FillAsync("王领队");
        await admin.Page.Locator("#file [name=text]").FillAsync("对实操成绩有异议");
        await admin.Press("登记");

        // Open, it blocks the publication; answered, it does not.
        await office.Head.Go("publish/" + Cup.Trade);
        await office.Head.Page.GetByText("件申诉未答复").First.WaitForAsync();
        await office.Arbitrator.Go("appeals");
        await office.Arbitrator.Page.GetByRole(AriaRole.Button, new() { Name = "答复…" }).ClickAsync();
        await office.Arbitrator.Page.Locator("#answer [name=upheld][value=false]").CheckAsync();
        await office.Arbitrator.Page.Locator("#answer [name=answer]").FillAsync("复核无误，维持原成绩。");
        await office.Arbitrator.Press(office.Arbitrator.Page.Locator("#answer button.primary"));
        await office.Head.Forward(Cup.Trade, "公布", Cup.TradeName);

        await office.Head.Go("certificates/" + Cup.Trade);
        await office.Head.Page.Locator("[name=address]").FillAsync("http://192.168.1.10:5080");
        await office.Head.Press("签发并签名");
    }

    public static async Task Archive(ServerProcess server, ConsolePage admin)
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

        await page.Locator("tr", new() { HasText = "整场比赛" }).GetByRole(AriaRole.Button, new() { Name = "恢复…" }).ClickAsync();
        await page.Locator("#restore [name=key]").FillAsync("cup-2027-back");
        await admin.Press(page.Locator("#restore button.primary"));
        await page.GetByText("已恢复为新比赛 cup-2027-back").WaitForAsync();
        Assert.Equal(2, await page.Locator("tbody tr", new() { HasText = "第二届" }).CountAsync());
        await page.GotoAsync("/console/cup-2027-back/lists?handler=print&list=honours");
        await page.GetByText("YDB2027-QG-001").First.WaitForAsync();
    }
}

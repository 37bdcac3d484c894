using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Forms of the console in a real browser, one of each mechanism: double click, refresh, Back, two tabs, a session that ended, a
/// refusal in a dialog.</summary>
public sealed class FormsTests
{
    private const string Competition = "yindubei-2026";

    [Fact]
    public async Task Nothing_is_done_twice_nothing_typed_is_lost_and_nobody_undoes_another()
    {
        await using var server = await ServerProcess.Start(demo: true);
        await using var browser = await Chromium.Start();
        var account = server.Account("admin");
        var admin = await ConsolePage.SignIn(await browser.Person(server.Url, 1440, 900), Competition, account);
        await OnceOnly(admin);
        await AnEntry(admin);
        await TwoTabs(admin);
        await SessionEnded(admin, account);
        await Refused(admin);
    }

    // A message is no entry of the ledger: its form's own id holds it to once.
    private static async Task OnceOnly(ConsolePage admin)
    {
        var page = admin.Page;
        var sent = page.Locator("#sent tbody tr", new() { HasText = "两点开评议会" });
        await admin.Go("messages");
        await page.Locator("main [name=text]").FillAsync("两点开评议会");
        await page.GetByRole(AriaRole.Button, new() { Name = "发送" }).DblClickAsync();
        await page.GetByText("已发给").WaitForAsync();
        Assert.Equal(1, await sent.CountAsync());
        await page.ReloadAsync();
        await sent.First.WaitForAsync();
        Assert.Equal(1, await sent.CountAsync());
        await page.GoBackAsync();
        await admin.Go("messages");
        await sent.First.WaitForAsync();
        Assert.Equal(1, await sent.CountAsync());

        // The same form, brought to the server twice by whatever brought it: a second answer, no second message.
        await page.Locator("main [name=text]").FillAsync("三点交表");
        var twice = await page.EvaluateAsync<int[]>("""
            async () => {
              const form = document.querySelector('main form[method=post]');
              const send = () => fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'follow' });
              return (await Promise.all([send(), send(), send()])).map((a) => a.status);
            }
            """);
        Assert.All(twice, status => Assert.Equal(200, status));
        await admin.Go("messages");
        await page.Locator("#sent tbody tr", new() { HasText = "三点交表" }).First.WaitForAsync();
        Assert.Equal(1, await page.Locator("#sent tbody tr", new() { HasText = "三点交表" }).CountAsync());
    }

    // An entry of the ledger that adds to it.
    private static async Task AnEntry(ConsolePage admin)
    {
        var page = admin.Page;
        await admin.Go("contest");
        var places = page.Locator("form[action*=Order] [name=place]");
        await places.First.FillAsync("99");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存先后" }).DblClickAsync();
        await page.GetByText("工种的先后已保存").WaitForAsync();
        var last = await page.Locator("form[action*=Order] .field span").Last.InnerTextAsync();
        await page.ReloadAsync();
        Assert.Equal(last, await page.Locator("form[action*=Order] .field span").Last.InnerTextAsync());
    }

    private static async Task TwoTabs(ConsolePage admin)
    {
        var first = admin.Page;
        var second = await first.Context.NewPageAsync();
        await admin.Go("contest");
        await second.GotoAsync($"/console/{Competition}/contest");
        await first.Locator("[name=City]").FillAsync("安阳");
        await admin.Press("保存竞赛设置");
        await first.GetByText("竞赛设置已保存").WaitForAsync();
        await second.Locator("[name=Contact]").FillAsync("王老师 0372-1234567");
        await second.GetByRole(AriaRole.Button, new() { Name = "保存竞赛设置" }).ClickAsync();
        await second.GetByText("已经改过这里").First.WaitForAsync();
        Assert.Equal("王老师 0372-1234567", await second.Locator("[name=Contact]").InputValueAsync());
        await second.CloseAsync();
        await admin.Go("contest");
        Assert.Equal("安阳", await first.Locator("[name=City]").InputValueAsync());
        Assert.Equal("", await first.Locator("[name=Contact]").InputValueAsync());
    }

    private static async Task SessionEnded(ConsolePage admin, (string Login, string Password) account)
    {
        var page = admin.Page;
        await admin.Go("contest");
        await page.Locator("[name=Level]").FillAsync("市级一类");
        await page.Context.ClearCookiesAsync(new() { Name = "scoring.console" });
        await page.GetByRole(AriaRole.Button, new() { Name = "保存竞赛设置" }).ClickAsync();
        await page.Locator("[name=resume]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("[name=login]").FillAsync(account.Login);
        await page.Locator("[name=password]").FillAsync(account.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "接着保存" }).ClickAsync();
        await page.GetByText("竞赛设置已保存").WaitForAsync();
        Assert.Equal("市级一类", await page.Locator("[name=Level]").InputValueAsync());
    }

    private static async Task Refused(ConsolePage admin)
    {
        var page = admin.Page;
        await admin.Go("changes/dg");
        await page.GetByRole(AriaRole.Button, new() { Name = "换人…" }).First.ClickAsync();
        await page.Locator("#substitute [name=name]").FillAsync("钱七");
        await page.Locator("#substitute [name=idNumber]").FillAsync("110101199001010011");
        await page.Locator("#substitute [name=reason]").FillAsync("骨折");
        await page.Locator("#substitute button.primary").ClickAsync();
        await page.Locator("#substitute .note.bad").WaitForAsync();
        Assert.Equal("钱七", await page.Locator("#substitute [name=name]").InputValueAsync());
        Assert.Equal("骨折", await page.Locator("#substitute [name=reason]").InputValueAsync());
        Assert.NotEqual("", await page.Locator("#substitute [name=entrant]").InputValueAsync());
    }
}

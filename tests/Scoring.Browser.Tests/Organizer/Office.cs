using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Organizer;

/// <summary>Everyone at the console but the admin, each with an account and a browser of their own.</summary>
internal sealed record Office(ConsolePage Head, ConsolePage Clerk, ConsolePage Arbitrator, string SupervisorLogin, string SupervisorPassword, ConsolePage Supervisor)
{
    public static async Task<Office> Open(ServerProcess server, Chromium browser, ConsolePage admin)
    {
        var head = await Account("cpz", "宋裁判长", "HeadJudge");
        var clerk = await Account("luru", "何录入", "Clerk");
        var arbitrator = await Account("zhongcai", "郑仲裁", "Arbitrator");
        var supervisor = await Account("jiandu", "赵监督", "Supervisor");
        return new Office(await SignIn(head), await SignIn(clerk), await SignIn(arbitrator), supervisor.Login, supervisor.Password, await SignIn(supervisor));

        async Task<(string Login, string Password)> Account(string login, string name, string role)
        {
            var page = admin.Page;
            await page.GotoAsync("/console/accounts");
            await page.GetByRole(AriaRole.Button, new() { Name = "新账号" }).ClickAsync();
            await page.Locator("#new-account [name=login]").FillAsync(login);
            await page.Locator("#new-account [name=name]").FillAsync(name);
            await page.Locator("#new-account [name=role]").SelectOptionAsync(role);
            await page.Locator("#new-account [name=scope]").SelectOptionAsync($"{Cup.Key}/{Cup.Trade}");
            await page.Locator("#new-account [name=judge]").SelectOptionAsync(new SelectOptionValue { Label = name });
            await admin.Press("新建并显示链接");
            return await ConsolePage.TakeUp(page, await browser.Person(server.Url, 390, 844));
        }

        async Task<ConsolePage> SignIn((string, string) account) => await ConsolePage.SignIn(await browser.Person(server.Url, 1440, 900), Cup.Key, account);
    }

    /// <summary>The supervisor signs with the head judge, on the head judge's page.</summary>
    public async Task SecondSigns(string within = "")
    {
        await Head.Page.Locator(within + "[name=secondLogin]").FillAsync(SupervisorLogin);
        await Head.Page.Locator(within + "[name=secondPassword]").FillAsync(SupervisorPassword);
    }
}

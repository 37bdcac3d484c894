using Microsoft.Playwright;

namespace Scoring.Browser.Tests.MainStory;

/// <summary>Someone at the console of one competition.</summary>
public sealed class ConsolePage(IPage page, string competition)
{
    public IPage Page => page;

    public static async Task<ConsolePage> SignIn(IPage page, string competition, (string Login, string Password) account)
    {
        await page.GotoAsync("/console/login");
        await page.Locator("[name=login]").FillAsync(account.Login);
        await page.Locator("[name=password]").FillAsync(account.Password);
        var console = new ConsolePage(page, competition);
        await console.Press(page.Locator("form button.primary"));
        return console;
    }

    /// <summary>Sets the own password by the link the admin's page shows, on a browser of the own.</summary>
    /// <param name="shown">The admin's page with the link.</param>
    public static async Task<(string Login, string Password)> TakeUp(IPage shown, IPage own)
    {
        var link = new Uri(await shown.Locator("#handed-link").InnerTextAsync());
        await own.GotoAsync(link.PathAndQuery);
        var login = (await own.Locator("p b").First.InnerTextAsync()).Trim();
        var password = "own-words-of-" + login;
        await own.Locator("[name=password]").FillAsync(password);
        await own.Locator("[name=again]").FillAsync(password);
        await own.Locator("form button.primary").ClickAsync();
        await own.ArriveAsync("^(?!.*welcome)");
        return (login, password);
    }

    public Task Go(string path) => page.GotoAsync($"/console/{competition}/{path}");

    /// <summary>A fresh pairing code for a judge by name.</summary>
    public async Task<string> PairingCode(string judge)
    {
        await Go("devices");
        var button = page.Locator("tr", new() { HasText = judge }).GetByRole(AriaRole.Button).First;
        // It asks where a code that was given out would be void, or a tablet is there.
        var asks = await button.GetAttributeAsync("data-opens") is not null;
        await button.ClickAsync();
        if (asks)
        {
            await page.Locator("#code button.primary").ClickAsync();
        }

        return (await page.Locator(".paircode").InnerTextAsync()).Trim();
    }

    /// <summary>Types a mark into each entrant's field, top to bottom; each is stored when the next is reached.</summary>
    public async Task EnterTheory(string trade, Func<int, string> mark)
    {
        await Go("marks/" + trade);
        var fields = page.Locator(".marks input[name=mark]");
        var count = await fields.CountAsync();
        for (var i = 0; i < count; i++)
        {
            await fields.Nth(i).FillAsync(mark(i));
            await page.Keyboard.PressAsync("Tab");
            await page.Locator(".marks form").Nth(i).Locator(".st.done").WaitForAsync();
        }
    }

    /// <summary>A file into the page's form, as far as what was read in it.</summary>
    public async Task Upload(string to, string name, byte[] file)
    {
        await Go(to);
        await page.Locator("main [name=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
        await Press("上传并核对");
    }

    /// <summary>Presses the one button of that name and waits for the page that follows.</summary>
    public Task Press(string button) => Press(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    public async Task Press(ILocator button)
    {
        await page.EvaluateAsync("() => { document.documentElement.dataset.before = ''; }");
        await button.ClickAsync();
        await page.WaitForFunctionAsync("() => document.readyState === 'complete' && !('before' in document.documentElement.dataset)");
        Assert.Equal(0, await page.Locator("main .note.bad").CountAsync());
    }

    /// <summary>One phase on; from 公示 on the trade's name is typed to confirm.</summary>
    public async Task Forward(string trade, string phase, string? typed = null)
    {
        await Go("publish/" + trade);
        if (typed is not null)
        {
            await page.Locator("[name=word]").FillAsync(typed);
        }

        await Press("进入" + phase);
    }
}

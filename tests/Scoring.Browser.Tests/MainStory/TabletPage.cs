using Microsoft.Playwright;

namespace Scoring.Browser.Tests.MainStory;

/// <summary>A judge's tablet, used as a judge uses it.</summary>
public sealed class TabletPage(IPage page)
{
    public IPage Page => page;

    public async Task Pair(string code)
    {
        await page.GotoAsync("/judge/#pair=" + code);
        await page.Locator("a.module").First.WaitForAsync();
    }

    /// <summary>Opens a module's list from the start page.</summary>
    public async Task OpenModule(string name)
    {
        await page.GotoAsync("/judge/");
        await page.Locator("a.module", new() { HasText = name }).ClickAsync();
        await page.Locator(".ent").First.WaitForAsync();
    }

    /// <summary>Picks an entrant by code, says that the code on the spot is the same, and types one figure for each aspect.</summary>
    public async Task Mark(string code, params string[] figures)
    {
        await page.Locator(".ent", new() { HasText = code }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"一致，评 {code}" }).ClickAsync();
        await Type(figures);
    }

    /// <summary>From a receipt straight to the entrant the tablet offers next.</summary>
    public async Task MarkNext(string code, params string[] figures)
    {
        await page.Locator(".rc button.primary", new() { HasText = code }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"一致，评 {code}" }).ClickAsync();
        await Type(figures);
    }

    // Down goes to the next aspect; after the last it would leave for the summary.
    private async Task Type(string[] figures)
    {
        await page.Locator(".asp").First.WaitForAsync();
        await page.Keyboard.TypeAsync(figures[0]);
        foreach (var figure in figures[1..])
        {
            await page.Keyboard.PressAsync("ArrowDown");
            await page.Keyboard.TypeAsync(figure);
        }
    }

    /// <summary>From the sheet through the summary to the receipt page.</summary>
    public async Task HandIn(string code)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "交卷", Exact = true }).ClickAsync();
        await Sign();
        await page.GetByRole(AriaRole.Button, new() { Name = $"签名并交卷 {code}" }).ClickAsync();
        await page.Locator(".rc").WaitForAsync();
    }

    public async Task BackToList(string module)
    {
        await page.GotoAsync("about:blank");
        await OpenModule(module);
    }

    public Task Chip(string text) => page.Locator(".chip", new() { HasText = text }).First.WaitForAsync();

    private async Task Sign()
    {
        var box = await page.Locator("canvas").BoundingBoxAsync() ?? throw new InvalidOperationException("no signature pad");
        await page.Mouse.MoveAsync(box.X + 60, box.Y + 120);
        await page.Mouse.DownAsync();
        for (var i = 1; i <= 12; i++)
        {
            await page.Mouse.MoveAsync(box.X + 60 + 16 * i, box.Y + 120 + (i % 2 == 0 ? 40 : -30));
        }

        await page.Mouse.UpAsync();
    }
}

using System.Text.Json;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>Fingers, keyboards and screen readers reach everything, on every shape of glass.</summary>
public sealed class ReachTests
{
    [Theory]
    [InlineData(1180, 820)]
    [InlineData(820, 1180)]
    [InlineData(390, 844)]
    public async Task Every_page_passes_axe_and_has_targets_a_finger_hits(int width, int height)
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, width, height, touch: true);
        var problems = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") { problems.Add(message.Text); } };
        var tablet = new TabletPage(page);
        await page.GotoAsync("/judge/");
        await Check(page, ".slots");
        problems.Clear(); // the 401 that says: not paired yet
        await tablet.Pair(server.Code("电工"));
        await Check(page, ".module");
        await tablet.OpenModule("电气线路安装与调试");
        await Check(page, ".ent");
        await tablet.Mark("A01", "3.5", "6.5", "2", "0", "8.3");
        await Check(page, ".asp.on");
        Assert.Equal("6.5", await page.Locator("[data-aspect='A1.2'] input").InputValueAsync());
        await page.GetByText("6.5 超出满分 6，请输入 0 至 6。原输入已保留，暂不计分。").WaitForAsync();
        await Chromium.Picture(page, $"tablet-sheet-{width}");
        await page.GotoAsync("/judge/#/handin/dg/A/A01");
        await Check(page, ".sumt");
        await page.GotoAsync("/judge/#/waiting");
        await Check(page, ".wmid");
        Assert.Empty(problems);
    }

    [Fact]
    public async Task A_whole_sheet_is_marked_and_handed_in_by_keyboard_alone()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1180, 820);
        await page.GotoAsync("/judge/");
        await page.Locator(".slots").WaitForAsync();
        await page.Keyboard.TypeAsync(server.Code("电工").ToLowerInvariant());
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("a.module").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#bycode").FocusAsync();
        await page.Keyboard.TypeAsync("a01");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("一致，评 A01").WaitForAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".asp.on").WaitForAsync();
        foreach (var figure in new[] { "3.5", "4.5", "2", "0", "8.3", "5.1", "1", "0", "1", "0", "1", "1.5" })
        {
            await page.Keyboard.TypeAsync(figure);
            await page.Keyboard.PressAsync("Enter");
        }

        await page.GetByText("12 项全部已评").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "不便手写，以座位号确认" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "交卷 A01" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("A01 已交，服务器已收妥").WaitForAsync();
    }

    private static async Task Check(IPage page, string ready)
    {
        await page.Locator(ready).First.WaitForAsync();
        await page.EvaluateAsync(await File.ReadAllTextAsync(AxeScript()));
        var violations = await page.EvaluateAsync<JsonElement>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].target.join(' ')))");
        Assert.Equal("[]", violations.GetRawText());
        Assert.Empty(await page.EvaluateAsync<string[]>(Small));
    }

    // Nothing tappable under 44 px; a mark's text field is as tall as the box around it.
    private const string Small = """
        () => [...document.querySelectorAll('button, a[href], .fld')].filter(e => e.offsetParent && !e.disabled)
          .map(e => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width < 44 || box.height < 44).map(([e]) => e.className + ' ' + e.textContent.trim())
        """;

    private static string AxeScript()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "node_modules", "axe-core", "axe.min.js");
            if (File.Exists(file))
            {
                return file;
            }
        }

        throw new FileNotFoundException("axe-core is not installed: run npm ci");
    }
}

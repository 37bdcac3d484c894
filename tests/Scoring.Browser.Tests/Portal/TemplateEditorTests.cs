using System.Globalization;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Portal;

/// <summary>The template editor in the real console: what is dragged prints where it was put, and a colour that is none is refused in words.</summary>
public sealed class TemplateEditorTests
{
    private const string Title = "g[data-element='title']";

    [Fact]
    public async Task A_dragged_title_and_typed_millimetres_are_saved_as_a_template_of_its_own()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1440, 900);
        await ConsolePage.SignIn(page, "yindubei-2026", server.Account("admin"));
        await page.GotoAsync("/console/yindubei-2026/templates?name=" + Uri.EscapeDataString("素雅"));
        var before = await Field(page, "左");

        var box = await page.Locator(Title).First.BoundingBoxAsync() ?? throw new InvalidOperationException("no title");
        var sheet = await page.Locator("#sheet svg").BoundingBoxAsync() ?? throw new InvalidOperationException("no sheet");
        var perMillimetre = sheet.Width / 297;
        await page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + (box.Width / 2) + (10 * perMillimetre), box.Y + (box.Height / 2), new() { Steps = 6 });
        var drawn = page.WaitForResponseAsync(r => r.Url.Contains("handler=preview", StringComparison.Ordinal));
        await page.Mouse.UpAsync();
        await drawn;
        Assert.InRange(await Field(page, "左") - before, 9.5, 10.5);

        drawn = page.WaitForResponseAsync(r => r.Url.Contains("handler=preview", StringComparison.Ordinal));
        await page.GetByLabel("字号", new() { Exact = true }).FillAsync("18");
        await page.GetByLabel("字号", new() { Exact = true }).BlurAsync();
        Assert.True((await drawn).Ok);
        await Assertions.Expect(page.Locator("#wrong")).ToBeHiddenAsync();
        await Chromium.Picture(page, "console-template");

        // What stands for a name is read in words, and kept as the template writes it.
        Assert.Equal("〔标题〕", await page.GetByLabel("内容", new() { Exact = true }).InputValueAsync());
        drawn = page.WaitForResponseAsync(r => r.Url.Contains("handler=preview", StringComparison.Ordinal));
        await page.GetByLabel("内容", new() { Exact = true }).FillAsync("〔标题〕样");
        await page.GetByLabel("内容", new() { Exact = true }).BlurAsync();
        Assert.True((await drawn).Ok);

        await page.GetByLabel("保存为").FillAsync("殷都杯");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存模板" }).ClickAsync();
        await Assertions.Expect(page.GetByText("模板“殷都杯”已保存")).ToBeVisibleAsync();
        Assert.InRange(await Field(page, "左") - before, 9.5, 10.5);
        Assert.Equal(18, await Field(page, "字号"));
        Assert.Contains("{title}样", await File.ReadAllTextAsync(Path.Combine(server.Data, "templates", "yindubei-2026", "殷都杯.json")));

        await Change(page, "字号", "0");
        await Assertions.Expect(page.Locator("#wrong")).ToContainTextAsync("大于 0");
    }

    [Fact]
    public async Task What_overlaps_is_said_every_step_can_be_taken_back_and_long_names_are_seen_before_they_are_printed()
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, 1440, 900);
        await ConsolePage.SignIn(page, "yindubei-2026", server.Account("admin"));
        await page.GotoAsync("/console/yindubei-2026/templates?name=" + Uri.EscapeDataString("素雅"));
        var (undo, redo, findings) = (page.GetByRole(AriaRole.Button, new() { Name = "撤销" }), page.GetByRole(AriaRole.Button, new() { Name = "重做" }), page.Locator("#findings"));
        await page.Locator("#element").SelectOptionAsync("title");
        var before = await Field(page, "基线");
        await Assertions.Expect(findings).ToBeHiddenAsync();
        await Assertions.Expect(undo).ToBeDisabledAsync();

        await Change(page, "基线", "66");
        await Assertions.Expect(findings).ToContainTextAsync("“标题”和“姓名”叠在一起");
        await Chromium.Picture(page, "console-template-overlap");
        await page.Locator("#sheet").FocusAsync();
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(findings).ToBeHiddenAsync();
        Assert.Equal(before, await Field(page, "基线"));
        await Assertions.Expect(undo).ToBeDisabledAsync();
        await redo.ClickAsync();
        await Assertions.Expect(findings).ToContainTextAsync("“标题”和“姓名”叠在一起");
        await undo.ClickAsync();

        // The page of the longest is seen, and what only it does wrong is said whatever is shown.
        await page.Locator("#sample").SelectOptionAsync("Long");
        await Assertions.Expect(page.Locator("#sheet [aria-label*='阿卜杜热合曼']").First).ToBeVisibleAsync();
        await page.Locator("#sample").SelectOptionAsync("Foreign");
        await Assertions.Expect(page.Locator("#sheet [aria-label*='Alexander']").First).ToBeVisibleAsync();
        await page.Locator("#element").SelectOptionAsync("name");
        await Change(page, "宽", "160");
        await Change(page, "高", "6");
        await Assertions.Expect(findings).ToContainTextAsync("样张是长姓名、长单位时，“姓名”缩到最小也放不下");
    }

    private static async Task Change(IPage page, string words, string value)
    {
        await page.GetByLabel(words, new() { Exact = true }).FillAsync(value);
        await page.GetByLabel(words, new() { Exact = true }).BlurAsync();
    }

    private static async Task<double> Field(IPage page, string words) =>
        double.Parse(await page.GetByLabel(words, new() { Exact = true }).InputValueAsync(), CultureInfo.InvariantCulture);
}

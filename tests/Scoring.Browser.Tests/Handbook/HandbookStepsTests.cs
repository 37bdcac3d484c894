using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Files;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Handbook;

/// <summary>Somebody follows the handbook, step by step: what it puts into quotation marks stands on the page when its step is reached, and
/// the last step is where it says.
/// Keeps the handbook's pictures where SCORING_HANDBOOK says.</summary>
public sealed partial class HandbookStepsTests(ITestOutputHelper output)
{
    private static readonly Api.Help.Handbook Book = Api.Help.Handbook.Read(Api.Help.Handbook.Folder);

    [Fact]
    public async Task From_the_first_start_to_a_practice_contest_a_real_one_and_a_lost_tablet()
    {
        await using var server = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        var page = await browser.Person(server.Url, 1440, 900);
        try
        {
            await FirstStart(server, page);
            await FirstContest(page);
            await Machine(page);
            await LostTablet(server, browser, page);
        }
        catch (Exception)
        {
            output.WriteLine(await browser.Says());
            throw;
        }
    }

    private static async Task FirstStart(ServerProcess server, IPage page)
    {
        var steps = Steps("start", 4); // 1 and 2 are the package's, 4 is a second start: Scoring.Package.Tests and SecondStartTests do them
        await page.GotoAsync(Regex.Match(server.Output, @"http\S+/console/setup\S*", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        await Stands(page, steps[2]);
        await Keep(page, "setup");
        foreach (var (name, text) in ((string, string)[])[("login", "admin"), ("name", "李主任"), ("password", "first-admin-pass"),
            ("again", "first-admin-pass")])
        {
            await page.Locator($"[name={name}]").FillAsync(text);
        }

        await page.GetByText(Names(steps[2])[^1]).ClickAsync();
        await page.WaitForURLAsync("**/console/competitions");
    }

    private static async Task FirstContest(IPage page)
    {
        var steps = Steps("first", 3);
        await Stands(page, Names(steps[0])[0], Names(steps[0])[1]);
        await Keep(page, "competitions");
        await page.GetByRole(AriaRole.Button, new() { Name = Names(steps[0])[1], Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/lianxi/road");
        Assert.Contains(PracticeContest.Mark, await page.Locator("header.chead").InnerTextAsync(), StringComparison.Ordinal);
        // “练习”
        Assert.Contains(Names(steps[0])[2], await page.Locator("header.chead .chip.wait").InnerTextAsync(), StringComparison.Ordinal);
        await Keep(page, "practice");

        await page.GotoAsync("/console/competitions");
        await Stands(page, Names(steps[1])[0], Names(steps[1])[2]);
        await page.GetByRole(AriaRole.Button, new() { Name = Names(steps[1])[0] }).First.ClickAsync();
        await page.Locator("#from-template [name=name]").FillAsync("第一届“试试杯”");
        await page.Locator("#from-template").GetByRole(AriaRole.Button, new() { Name = Names(steps[1])[1], Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/road");
        Assert.Equal(Names(steps[2])[0], await page.Locator("main h1").InnerTextAsync());
        Assert.NotEqual(0, await page.Locator(".road .btn.primary").CountAsync()); // the next step is the blue button
        await Keep(page, "road");
    }

    private static async Task Machine(IPage page)
    {
        await page.GotoAsync("/console/doctor");
        await Stands(page, Names(Book.ByPage["doctor"].Text)[0], "下载求助包");
        await Keep(page, "doctor");
        await page.Locator("#help").EvaluateAsync("link => link.removeAttribute('target')");
        await page.Locator("#help").ClickAsync();
        await page.WaitForURLAsync("**/help/11-machine#doctor");
        await page.Locator("[name=q]").FillAsync("平板 丢了");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "平板丢了" }).ClickAsync();
        await page.WaitForURLAsync("**/help/09-trouble#tablet-lost");
        Assert.True(await page.Locator("#tablet-lost").IsVisibleAsync());
        await Keep(page, "help");
    }

    private static async Task LostTablet(ServerProcess server, Chromium browser, IPage page)
    {
        var steps = Steps("tablet-lost", 3);
        var console = new ConsolePage(page, "lianxi");
        await console.Go("devices");
        await page.Locator("main").GetByRole(AriaRole.Button).Filter(new() { HasText = "码" }).First.ClickAsync();
        await using var tablet = await TabletClient.Pair(server.Url, (await page.Locator(".paircode").InnerTextAsync()).Trim());
        await console.Go("devices");
        await page.GetByText(Names(steps[0])[1]).First.WaitForAsync();
        await Keep(page, "devices");
        await page.GetByRole(AriaRole.Button, new() { Name = Names(steps[0])[1] }).First.ClickAsync();
        await page.Locator("dialog[open] button.primary, dialog[open] button.danger").First.ClickAsync();
        await Wait.Until(async () =>
        {
            try
            {
                await using var again = await tablet.Again();
                await again.Open();
                return false;
            }
            catch (Exception refused) when (refused is not OperationCanceledException)
            {
                return true; // it sees nothing any more
            }
        });
    }

    /// <summary>The numbered steps of a place.</summary>
    private static IReadOnlyList<string> Steps(string anchor, int count)
    {
        var place = Book.Chapters.SelectMany(c => c.Places).Single(p => p.Anchor == anchor);
        var steps = Step().Matches(place.Html.ReplaceLineEndings("")).Select(m => Tag().Replace(m.Groups["words"].Value, "")).ToList();
        Assert.Equal(count, steps.Count); // whoever adds a step to the handbook adds it here
        return steps;
    }

    private static List<string> Names(string step) =>
        [.. Quoted().Matches(System.Net.WebUtility.HtmlDecode(step)).Select(m => m.Groups["name"].Value)];

    private static Task Stands(IPage page, string step) => Stands(page, [.. Names(step)]);

    private static async Task Stands(IPage page, params string[] names)
    {
        foreach (var name in names)
        {
            await page.GetByText(name).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }
    }

    private static async Task Keep(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCORING_HANDBOOK") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
        }
    }

    [GeneratedRegex("<li>(?<words>.*?)</li>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("“(?<name>[^”]+)”", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Files;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Handbook;

/// <summary>Somebody follows the handbook, step by step: what it puts into quotation marks stands on the page when its step is reached, and
/// the last step is where it says. The handbook's pictures are what stands there on the way; kept where SCORING_HANDBOOK says
/// (<c>deploy/pictures</c>).</summary>
public sealed partial class HandbookStepsTests(ITestOutputHelper output)
{
    private const string Login = "admin", Password = "first-admin-pass";

    private static readonly Api.Help.Handbook Book = Api.Help.Handbook.Read(Api.Help.Handbook.Folder);

    private static readonly string[] Pictures = ["setup", "competitions", "road", "doctor", "devices", "day", "screens", "tablet-list",
        "tablet-sheet"];

    private readonly List<string> kept = [];

    [Fact]
    public void It_shows_the_pictures_of_this_walk_and_no_other()
    {
        var named = Book.Chapters.SelectMany(c => c.Places).SelectMany(p => Shown().Matches(p.Html)).Select(m => m.Groups["name"].Value);
        Assert.Equal(Pictures.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Printed_it_is_one_PDF_with_every_chapter_place_and_picture()
    {
        await using var server = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        var page = await browser.Person(server.Url, 1280, 900);
        await page.GotoAsync("/help/all");
        var file = Path.Combine(server.Data, "手册.pdf");
        await page.PdfAsync(new() { Path = file, Format = "A4", PrintBackground = true });
        var text = Plain(Tools.Run("pdftotext", file, "-"));
        Assert.All(Book.Chapters, c => Assert.Contains(Plain(c.Name), text, StringComparison.Ordinal));
        Assert.All(Book.Chapters.SelectMany(c => c.Places), p => Assert.Contains(Plain(p.Name), text, StringComparison.Ordinal));
        var pictures = Tools.Run("pdfimages", "-list", file).Split('\n').Count(l => l.Contains(" image ", StringComparison.Ordinal));
        Assert.Equal(Pictures.Length, pictures);
    }

    [Fact]
    public async Task From_the_first_start_to_a_practice_contest_a_real_one_and_a_lost_tablet()
    {
        await using var server = await ServerProcess.Start(demo: false);
        await using var browser = await Chromium.Start();
        var page = await browser.Person(server.Url, 1200, 900);
        try
        {
            await FirstStart(server, page);
            await FirstContest(page);
            await Machine(page);
            await LostTablet(server, page);
            await Day(server, browser, page);
            Assert.Equal(Pictures.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal)); // each is made
        }
        catch (Exception)
        {
            output.WriteLine(await browser.Says());
            throw;
        }
    }

    private async Task FirstStart(ServerProcess server, IPage page)
    {
        var steps = Steps("start", 4); // 1 and 2 are the package's, 4 is a second start: Scoring.Package.Tests and SecondStartTests do them
        await page.GotoAsync(Regex.Match(server.Output, @"http\S+/console/setup\S*", RegexOptions.None, TimeSpan.FromSeconds(1)).Value);
        await Stands(page, steps[2]);
        await Keep(page, "setup", "main, form");
        foreach (var (name, text) in ((string, string)[])[("login", Login), ("name", "李主任"), ("password", Password), ("again", Password)])
        {
            await page.Locator($"[name={name}]").FillAsync(text);
        }

        await page.GetByText(Names(steps[2])[^1]).ClickAsync();
        await page.ArriveAsync("/console/competitions$");
    }

    private async Task FirstContest(IPage page)
    {
        var steps = Steps("first", 3);
        await Stands(page, Names(steps[0])[0], Names(steps[0])[1]);
        await Keep(page, "competitions");
        await page.GetByRole(AriaRole.Button, new() { Name = Names(steps[0])[1], Exact = true }).ClickAsync();
        await page.ArriveAsync("/lianxi/road$");
        Assert.Contains(PracticeContest.Mark, await page.Locator("header.chead").InnerTextAsync(), StringComparison.Ordinal);
        // “练习”
        Assert.Contains(Names(steps[0])[2], await page.Locator("header.chead .chip.wait").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync("/console/competitions");
        await Stands(page, Names(steps[1])[0], Names(steps[1])[2]);
        await page.GetByRole(AriaRole.Button, new() { Name = Names(steps[1])[0] }).First.ClickAsync();
        await page.Locator("#from-template [name=name]").FillAsync("第一届“试试杯”");
        await page.Locator("#from-template").GetByRole(AriaRole.Button, new() { Name = Names(steps[1])[1], Exact = true }).ClickAsync();
        await page.ArriveAsync("/road$");
        Assert.Equal(Names(steps[2])[0], await page.Locator("main h1").InnerTextAsync());
        Assert.NotEqual(0, await page.Locator(".road .btn.primary").CountAsync()); // the next step is the blue button
        await Keep(page, "road");
    }

    private async Task Machine(IPage page)
    {
        await page.GotoAsync("/console/doctor");
        await Stands(page, Names(Book.ByPage["doctor"].Text)[0], "下载求助包");
        await Keep(page, "doctor");
        await page.Locator("#help").EvaluateAsync("link => link.removeAttribute('target')");
        await page.Locator("#help").ClickAsync();
        await page.ArriveAsync("/help/11-machine#doctor$");
        await page.Locator("[name=q]").FillAsync("平板 丢了");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "平板丢了" }).ClickAsync();
        await page.ArriveAsync("/help/09-trouble#tablet-lost$");
        Assert.True(await page.Locator("#tablet-lost").IsVisibleAsync());
    }

    private async Task LostTablet(ServerProcess server, IPage page)
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

    /// <summary>The practice contest is drawn and marked: what the chapters of the day and of the judge show.</summary>
    private async Task Day(ServerProcess server, Chromium browser, IPage page)
    {
        const string Road = "/console/lianxi/road";
        using var admin = new ConsoleClient(new(server.Url));
        await admin.SignIn(Login, Password);
        await admin.Read(Road);
        await admin.Post(Road + "?handler=Draw", new() { ["stations"] = "true" });
        await admin.Read(Road);
        await admin.Post(Road + "?handler=Forward", new() { ["to"] = "Scoring" });

        var console = new ConsolePage(page, "lianxi");
        await console.Go("devices");
        var judge = page.Locator("main tr", new() { HasText = "铲车工 A、B，1 号" });
        await judge.GetByRole(AriaRole.Button).Filter(new() { HasText = "码" }).First.ClickAsync();
        var code = (await page.Locator(".paircode").InnerTextAsync()).Trim();
        var tablet = await browser.Person(server.Url, 1180, 820, touch: true, fresh: true);
        await tablet.GotoAsync("/judge/#pair=" + code);
        await tablet.Locator("a.module, .ent").First.WaitForAsync();
        if (await tablet.Locator("a.module").CountAsync() > 0)
        {
            await tablet.Locator("a.module").First.ClickAsync();
        }

        await tablet.Locator(".hints").WaitForAsync();
        await Keep(tablet, "tablet-list");
        await tablet.Locator(".hints").TapAsync();
        await tablet.Locator(".ent").First.ClickAsync();
        await tablet.Locator("dialog[open] button.primary").ClickAsync();
        await tablet.Locator(".asp").First.WaitForAsync();
        await Keep(tablet, "tablet-sheet");
        await console.Go("day");
        await Keep(page, "day");
        await console.Go("screens");
        await Keep(page, "screens");
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

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static Task Stands(IPage page, string step) => Stands(page, [.. Names(step)]);

    private static async Task Stands(IPage page, params string[] names)
    {
        foreach (var name in names)
        {
            await page.GetByText(name).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }
    }

    private async Task Keep(IPage page, string name, string shown = "main")
    {
        kept.Add(name);
        if (Environment.GetEnvironmentVariable("SCORING_HANDBOOK") is { Length: > 0 } folder)
        {
            // Of the console what the page itself says, as large as paper has room for; of a tablet all.
            var box = page.Url.Contains("/judge/", StringComparison.Ordinal) ? null : await page.Locator(shown).First.BoundingBoxAsync();
            await page.ScreenshotAsync(new()
            {
                Path = Path.Combine(folder, name + ".png"),
                Animations = ScreenshotAnimations.Disabled,
                Clip = box is null ? null : new()
                {
                    X = box.X, Y = box.Y, Width = box.Width, Height = Math.Min(box.Height, box.Width * 0.62f),
                },
            });
        }
    }

    [GeneratedRegex("<li>(?<words>.*?)</li>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();

    [GeneratedRegex("<img src=\"pictures/(?<name>[^\".]+)\\.png\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("“(?<name>[^”]+)”", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}

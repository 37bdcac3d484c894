using Microsoft.Playwright;
using Scoring.Browser.Tests.MainStory;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>What a tablet says once to whoever has not held one: below the page, gone by a tap, back when asked for.</summary>
public sealed class HintsTests
{
    public static TheoryData<int, int> Glasses => new() { { 800, 1280 }, { 1280, 800 }, { 360, 640 } };

    [Theory, MemberData(nameof(Glasses))]
    public async Task A_judge_reads_them_once_and_again_when_asked_for(int width, int height)
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, width, height, touch: true, fresh: true);
        var tablet = await page.OpenAsJudge(server);
        var hints = page.Locator(".hints");
        await hints.GetByText("怎么打分").WaitForAsync();
        await Chromium.Picture(page, $"tablet-hints-judge-{width}x{height}");
        await Reach.Check(page, ".hints");
        Assert.True(await page.EvaluateAsync<bool>(Apart), "the hints lie on the list");

        // Unread, they are not in the way where marks are typed.
        await page.Locator(".ent").First.ClickAsync();
        await page.Locator("dialog[open] button.primary").ClickAsync();
        await page.Locator(".asp").First.WaitForAsync();
        Assert.Equal(0, await hints.CountAsync());
        await tablet.BackToList(TabletInChromium.Module);

        await hints.GetByText("断网").TapAsync(); // anywhere on them
        await hints.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.ReloadAsync();
        await page.Locator(".ent").First.WaitForAsync();
        await page.GotoAsync("/judge/#/waiting");
        await page.Locator(".wmid").WaitForAsync(); // fetched by now
        await Chromium.Picture(page, $"tablet-help-{width}x{height}");
        await Reach.Check(page, ".wmid");
        Assert.Equal(0, await hints.CountAsync());
        await page.Key("再看一遍用法").ClickAsync();
        await page.Locator("a.module", new() { HasText = TabletInChromium.Module }).ClickAsync();
        await hints.GetByText("怎么打分").WaitForAsync();
        await page.Key("知道了").TapAsync();
        await hints.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [Theory]
    [InlineData("裁判长", "desk/hy/", "怎么用工作台", 800, 1280)]
    [InlineData("现场裁判", "floor/hy/A", "怎么检录和计时", 1280, 800)]
    [InlineData("录入员", "clerk/hy/", "怎么录入", 360, 640)]
    public async Task Each_office_has_its_own(string office, string at, string title, int width, int height)
    {
        await using var server = await ServerProcess.Start();
        await using var chromium = await Chromium.Start();
        var page = await chromium.Person(server.Url, width, height, touch: true, fresh: true);
        await page.PairWith(server.Code("化工仪表工", office), ".chiplink"); // paired: pages of a tablet have the chip
        await page.GotoAsync("about:blank"); // what pairing opens, it opens in the page that is left
        await page.GotoAsync("/judge/#/" + at);
        var hints = page.Locator(".hints");
        await hints.GetByText(title).WaitForAsync();
        await Chromium.Picture(page, $"tablet-hints-{office}-{width}x{height}");
        await Reach.Check(page, ".hints");
        Assert.True(await page.EvaluateAsync<bool>(Apart), "the hints lie on the page");
        await page.Key("知道了").TapAsync();
        await hints.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private const string Apart = """
        () => {
          const [page, hints] = ['.frame', '.hints'].map((s) => document.querySelector(s).getBoundingClientRect());
          return page.bottom <= hints.top + 0.5 && hints.bottom <= innerHeight + 0.5 && hints.height <= innerHeight / 3;
        }
        """;
}

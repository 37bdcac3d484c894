using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>The README's pictures of the hall: a wide wall, an upright screen, the presenter's tablet, an overlay.</summary>
public sealed class HallPictures
{
    private const string Camera = "linear-gradient(160deg, #6f8a76, #2c3b44 55%, #1a2329)";

    [Fact]
    public async Task The_hall_is_pictured_where_SCORING_PICTURES_says()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SCORING_PICTURES") is { Length: > 0 }, "deploy/pictures sets it");
        await using var display = await TestDisplay.Start(awards: TestAwards.All);
        foreach (var board in TestBoards.Wall(36))
        {
            display.Feed.Set(board);
        }

        await Take(display, "#/wall", "hall-wall", 3840, 1080, ".cells .cell");
        display.Feed.Set(TestBoards.Board(view: Visibility.Named, phase: Phase.Final, marked: 22));
        await Take(display, "#/trade/dg", "hall-portrait", 1080, 1920, ".row");
        display.Get<Display.Screens.Screens>().Show(["直播"], new Scene(SceneKind.Entrant, [new TradeId("dg")], Code: "A12"));
        await Take(display, "#/overlay/直播", "hall-overlay", 1920, 1080, ".third", Camera);
        display.Get<Display.Ceremony.Ceremonies>().View(TestBoards.Id);
        display.Get<Display.Ceremony.Ceremonies>().Move(TestBoards.Id, 0, 4);
        await Take(display, "#/presenter", "hall-presenter", 1180, 820, ".desk .now");
    }

    /// <param name="behind">What a camera would show there.</param>
    private static async Task Take(
        TestDisplay display, string path, string name, int width, int height, string ready, string? behind = null)
    {
        await using var screen = await ScreenPage.Open(display, path, width, height, still: true);
        await screen.Page.Locator(ready).First.WaitForAsync();
        if (behind is not null)
        {
            await screen.Page.EvaluateAsync("behind => { document.documentElement.style.background = behind; }", behind);
        }

        await screen.Page.EvaluateAsync("() => document.fonts.ready");
        await screen.Still();
        await Chromium.Picture(screen.Page, name);
        Assert.Empty(screen.Problems);
    }
}

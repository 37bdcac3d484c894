using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>What lies over a live picture, and the fonts a screen brings.</summary>
public sealed class OverlayTests
{
    [Fact]
    public async Task An_overlay_plays_what_the_console_sets_and_lets_the_picture_through()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board());
        var screens = display.Get<Display.Screens.Screens>();
        screens.Show(["直播"], new Scene(SceneKind.Entrant, [new TradeId("dg")], Code: "A07"));
        await using var screen = await ScreenPage.Open(display, "#/overlay/直播");
        await screen.Page.Locator(".overlay .third").GetByText("A07").WaitForAsync();
        await screen.Picture("overlay-entrant");
        Assert.Equal("rgba(0, 0, 0, 0)", await screen.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.Equal(0, await screen.Page.Locator("svg.ground").CountAsync());
        screens.Show(["直播"], new Scene(SceneKind.Trades, [new TradeId("dg")]));
        await screen.Page.Locator(".overlay .corner").GetByText("A12").WaitForAsync();
        screens.Show(["直播"], new Scene(SceneKind.Blank));
        await screen.Page.WaitForFunctionAsync("() => document.querySelectorAll('.overlay section').length === 0");
        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task A_screen_brings_its_fonts_and_the_rare_characters_of_names()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board());
        await using var screen = await ScreenPage.Open(display, "#/trade/dg");
        await screen.Page.Locator(".row[data-key=A12]").WaitForAsync();
        await screen.Page.WaitForFunctionAsync("() => document.fonts.check('400 20px \"Noto Sans SC Variable\"', '电工')");
        foreach (var (block, character) in new[] { ("4d", "䶮"), ("201", "𠅤"), ("2cb", "𬭸") })
        {
            var width = await screen.Page.EvaluateAsync<double>("""
                async ([block, character]) => {
                  const face = await new FontFace('tried', `url(/display/fonts/${block}.ttf)`).load();
                  document.fonts.add(face);
                  const canvas = document.createElement('canvas').getContext('2d');
                  canvas.font = '100px tried, monospace';
                  return canvas.measureText(character).width;
                }
                """, new[] { block, character });
            Assert.Equal(100, width, 1.0);
        }

        Assert.Empty(screen.Problems);
    }
}

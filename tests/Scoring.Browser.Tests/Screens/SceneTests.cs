using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>Every scene on every kind of screen: nothing leaves the glass, nothing is cut, nothing is refused by the content policy.</summary>
public sealed class SceneTests
{
    public static TheoryData<string, int, int> Screens => new()
    {
        { "1080p", 1920, 1080 }, { "4k", 3840, 2160 }, { "wall", 3840, 1080 }, { "portrait", 1080, 1920 },
    };

    [Theory, MemberData(nameof(Screens))]
    public async Task The_live_ranking_fits(string screen, int width, int height) =>
        await Fits($"ranking-{screen}", "#/rotate", width, height, Live());

    [Theory, MemberData(nameof(Screens))]
    public async Task The_published_ranking_fits(string screen, int width, int height) =>
        await Fits($"final-{screen}", "#/trade/dg", width, height, [TestBoards.Board(view: Visibility.Named, phase: Phase.Final, marked: 22)]);

    [Theory, MemberData(nameof(Screens))]
    public async Task Names_in_publicity_fit(string screen, int width, int height) =>
        await Fits($"named-{screen}", "#/trade/dg", width, height, [TestBoards.Board(view: Visibility.Named, phase: Phase.Publicity, marked: 22)]);

    [Theory, MemberData(nameof(Screens))]
    public async Task The_progress_of_five_trades_fits(string screen, int width, int height) => await Fits($"progress5-{screen}", "#/wall", width, height, [.. TestBoards.Wall(5)]);

    [Theory, MemberData(nameof(Screens))]
    public async Task The_progress_of_36_trades_fits(string screen, int width, int height) => await Fits($"progress36-{screen}", "#/wall", width, height, [.. TestBoards.Wall(36)]);

    [Theory, MemberData(nameof(Screens))]
    public async Task The_progress_of_108_trades_fits(string screen, int width, int height) => await Fits($"progress108-{screen}", "#/wall", width, height, [.. TestBoards.Wall(108)]);

    [Theory, MemberData(nameof(Screens))]
    public async Task A_hidden_trade_fits(string screen, int width, int height) =>
        await Fits($"hidden-{screen}", "#/trade/dg", width, height, [TestBoards.Board(view: Visibility.Hidden, marked: 0, entrants: 0)]);

    private static Core.Boards.Board[] Live() =>
    [
        TestBoards.Board(), TestBoards.Board("yb", "化工仪表工", 12), TestBoards.Board("qg", "钳工"), TestBoards.Board("dh", "电焊工"), TestBoards.Board("cc", "铲车工"),
    ];

    private static async Task Fits(string name, string path, int width, int height, Core.Boards.Board[] boards)
    {
        await using var display = await TestDisplay.Start();
        foreach (var board in boards)
        {
            display.Feed.Set(board);
        }

        await using var screen = await ScreenPage.Open(display, path, width, height, still: true);
        await screen.Page.Locator(".rail, .cells").First.WaitForAsync();
        await screen.Page.Locator(".link .dot, .link .end").First.WaitForAsync();
        await screen.Page.WaitForFunctionAsync("() => document.getAnimations().every(a => a.playState !== 'running' || a.animationName === 'left-over')");
        await screen.Picture(name);
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(Overflows));
        Assert.Empty(screen.Problems);
    }

    // Leaves of text: inside the safe area, none wider than its box, none below 28 px of the design.
    private const string Overflows = """
        () => {
          const stage = document.querySelector('.stage').getBoundingClientRect(), k = stage.height / parseFloat(document.querySelector('.stage').style.height);
          const found = [];
          for (const e of document.querySelectorAll('.stage *')) {
            if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.closest('svg') || getComputedStyle(e).visibility === 'hidden') continue;
            const range = document.createRange(); range.selectNodeContents(e);
            const r = range.getBoundingClientRect(), text = e.textContent.trim();
            if (r.width === 0) continue;
            if (r.left < stage.left || r.right > stage.right + 1 || r.top < stage.top - 1 || r.bottom > stage.bottom + 1) found.push(`off the stage: ${text}`);
            if (parseFloat(getComputedStyle(e).fontSize) * 1 < 25) found.push(`small: ${text} ${getComputedStyle(e).fontSize}`);
            const cell = e.closest('.row > *, .cell > p, .rail, .foot');
            if (cell && !e.closest('.head') && r.right > cell.getBoundingClientRect().right + 2 * k) found.push(`wider than its place: ${text}`);
          }
          return found;
        }
        """;
}

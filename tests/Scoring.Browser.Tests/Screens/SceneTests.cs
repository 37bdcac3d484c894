using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>Every scene on every kind of screen: nothing leaves the glass, nothing is cut, nothing is refused by the content policy.</summary>
public sealed class SceneTests
{
    private static readonly (string Name, int Width, int Height)[] Sizes = [("1080p", 1920, 1080), ("4k", 3840, 2160), ("wall", 3840, 1080), ("portrait", 1080, 1920)];

    [Fact]
    public async Task The_live_ranking_fits() =>
        await Fits("ranking", "#/rotate", Live());

    [Fact]
    public async Task The_published_ranking_fits() =>
        await Fits("final", "#/trade/dg", [TestBoards.Board(view: Visibility.Named, phase: Phase.Final, marked: 22)]);

    [Fact]
    public async Task Names_in_publicity_fit() =>
        await Fits("named", "#/trade/dg", [TestBoards.Board(view: Visibility.Named, phase: Phase.Publicity, marked: 22)]);

    [Fact]
    public async Task The_progress_of_five_trades_fits() => await Fits("progress5", "#/wall", [.. TestBoards.Wall(5)]);

    [Fact]
    public async Task The_progress_of_36_trades_fits() => await Fits("progress36", "#/wall", [.. TestBoards.Wall(36)]);

    [Fact]
    public async Task The_progress_of_108_trades_fits() => await Fits("progress108", "#/wall", [.. TestBoards.Wall(108)]);

    [Fact]
    public async Task A_hidden_trade_fits() =>
        await Fits("hidden", "#/trade/dg", [TestBoards.Board(view: Visibility.Hidden, marked: 0, entrants: 0)]);

    [Fact]
    public async Task Two_trades_fit_beside_each_other() =>
        await Fits("beside2", "#/beside/dg+qg", Live());

    [Fact]
    public async Task Four_trades_fit_beside_each_other() =>
        await Fits("beside4", "#/beside/dg+yb+qg+gb",
            [.. Live(), TestBoards.Board("gb", "工业机器人运维员", view: Visibility.Named, phase: Phase.Final, marked: 22)]);

    [Fact]
    public async Task A_blank_screen_carries_the_title() => await Fits("blank", "#/blank", []);

    [Fact]
    public async Task A_message_fits() =>
        await Fits("message", "#/screen/主屏", [], new Scene(SceneKind.Message, Line: "午间休息\n13:30 继续比赛", Note: "请各代表队在 13:20 前回到赛场"));

    [Fact]
    public async Task A_countdown_fits() =>
        await Fits("countdown", "#/screen/主屏", [],
            new Scene(SceneKind.Countdown, Line: "距离实操比赛开始", Note: "请选手到检录处", Until: TestBoards.At.AddMinutes(90)));

    private static Core.Boards.Board[] Live() =>
    [
        TestBoards.Board(), TestBoards.Board("yb", "化工仪表工", 12), TestBoards.Board("qg", "钳工"), TestBoards.Board("dh", "电焊工"), TestBoards.Board("cc", "铲车工"),
    ];

    private static async Task Fits(string name, string path, Core.Boards.Board[] boards, Scene? scene = null)
    {
        await using var display = await TestDisplay.Start();
        foreach (var board in boards)
        {
            display.Feed.Set(board);
        }

        if (scene is not null)
        {
            display.Get<Display.Screens.Screens>().Show(["主屏"], scene);
        }

        await using var screen = await ScreenPage.Open(display, path, still: true);
        foreach (var (size, width, height) in Sizes)
        {
            await screen.Page.SetViewportSizeAsync(width, height);
            await screen.Page.Locator(".rail, .cells, .beside .row, .message .line:not(:empty), .blank h1").First.WaitForAsync();
            await screen.Still();
            await screen.Picture($"{name}-{size}");
            Assert.Equal([], (await screen.Page.EvaluateAsync<string[]>(Overflows)).Select(o => $"{size}: {o}"));
        }

        Assert.Empty(screen.Problems);
    }

    // Leaves of text: inside the safe area, none wider than its box, none below 28 px of the design.
    internal const string Overflows = """
        () => {
          const stage = document.querySelector('.stage').getBoundingClientRect(), k = stage.height / parseFloat(document.querySelector('.stage').style.height);
          const found = [];
          for (const e of document.querySelectorAll('.stage *')) {
            if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.closest('svg, .away') || getComputedStyle(e).visibility === 'hidden') continue;
            const range = document.createRange(); range.selectNodeContents(e);
            const r = range.getBoundingClientRect(), text = e.textContent.trim();
            if (r.width === 0) continue;
            if (r.left < stage.left || r.right > stage.right + 1 || r.top < stage.top - 1 || r.bottom > stage.bottom + 1) found.push(`off the stage: ${text}`);
            if (parseFloat(getComputedStyle(e).fontSize) * 1 < 25) found.push(`small: ${text} ${getComputedStyle(e).fontSize}`);
            const cell = e.closest('.row > *, .cell > p, .rail, .foot, .beside .one > header');
            if (cell && !e.closest('.head') && r.right > cell.getBoundingClientRect().right + 2 * k) found.push(`wider than its place: ${text}`);
          }
          return found;
        }
        """;
}

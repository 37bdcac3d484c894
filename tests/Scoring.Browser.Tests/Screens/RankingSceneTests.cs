using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>
/// What a ranking says beside its rows: the time, the lead, whose marks came last, where awards end; and that it goes
/// where something happens.
/// </summary>
public sealed class RankingSceneTests
{
    private static readonly (int Width, int Height)[] Stages = [(1920, 1080), (3840, 1080), (1080, 1920)];

    [Fact]
    public async Task The_clock_is_the_contests_and_the_lead_is_said_while_anything_may_change()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board());
        await using var screen = await ScreenPage.Open(display, "#/trade/dg", still: true);
        await screen.Page.GetByText("第 1 名领先 1.29 分").WaitForAsync();
        // 02:42 UTC by the server, whatever this machine's clock says.
        Assert.Matches("^10:(4[2-9]|5)", await screen.Page.Locator(".rail .wall-clock").InnerTextAsync());
        display.Feed.Set(TestBoards.Board(version: 101, view: Visibility.Named, phase: Phase.Final, marked: 22));
        await screen.Page.Locator(".final .wall-clock").WaitForAsync();
        Assert.Equal(0, await screen.Page.GetByText("领先").CountAsync());
    }

    [Fact]
    public async Task Marks_that_come_on_a_page_out_of_view_take_the_screen_there_and_stand_at_the_foot()
    {
        foreach (var (width, height) in Stages)
        {
            await using var display = await TestDisplay.Start();
            display.Feed.Set(Codes(1));
            await using var screen = await ScreenPage.Open(display, "#/trade/dg", width, height);
            await screen.Rest();
            Assert.Equal(0, await screen.Page.Locator(".ribbon").CountAsync());
            display.Feed.Set(Codes(2, ("T095", 65.125m)));
            await screen.Page.Locator(".row.up[data-key=T095]").WaitForAsync(); // on its page
            await screen.Page.Locator(".ribbon").GetByText("T095").WaitForAsync();
            display.Feed.Set(Codes(3, ("T095", 65.125m), ("T003", 99.5m)));
            display.Feed.Set(Codes(4, ("T095", 65.125m), ("T003", 99.5m), ("T100", 60.5m)));
            display.Feed.Set(Codes(5, ("T095", 65.125m), ("T003", 99.5m), ("T100", 60.5m), ("T050", 80.625m)));
            await screen.Page.Locator(".ribbon").GetByText("T050").WaitForAsync();
            Assert.Equal(3, await screen.Page.Locator(".ribbon > span:not([class*=leave])").CountAsync());
            Assert.Contains("第 1 名", await Ribbon(screen), StringComparison.Ordinal); // T003 leads, as it stands now
            await screen.Rest();
            await screen.Picture($"ribbon-{width}");
            Assert.Empty(await screen.Page.EvaluateAsync<string[]>(LayoutTests.Measure));
            display.Feed.Set(Codes(6, ("T095", 65.125m)) with { View = Visibility.Frozen });
            await screen.Page.GetByText("封榜", new() { Exact = true }).First.WaitForAsync();
            await screen.Page.Locator(".ribbon").WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
            Assert.Empty(screen.Problems);
        }
    }

    [Fact]
    public async Task Beside_each_other_each_award_has_its_name_and_ends_in_a_rule_once_it_is_public()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board(view: Visibility.Named, phase: Phase.Publicity, marked: 22));
        display.Feed.Set(TestBoards.Board("qg", "钳工"));
        await using var screen = await ScreenPage.Open(display, "#/beside/dg+qg", still: true);
        await screen.Page.Locator(".row[data-key=A12]").First.WaitForAsync();
        Assert.Equal(0, await screen.Page.Locator(".prize, .row.cut").CountAsync());
        display.Feed.Set(TestBoards.Board(version: 101, view: Visibility.Named, phase: Phase.Final, marked: 22));
        await screen.Page.Locator(".prize").First.WaitForAsync();
        var prizes = await screen.Page.Locator(".prize").AllInnerTextsAsync();
        Assert.Equal(["一等奖", "二等奖", "三等奖"], prizes.OrderBy(p => "一二三".IndexOf(p[0], StringComparison.Ordinal)));
        Assert.Equal(["A12", "A18"], await screen.Page.EvaluateAsync<string[]>(TopCuts));
    }

    [Fact]
    public async Task A_published_entrant_has_a_face_and_an_award()
    {
        var photo = Path.Combine(AppContext.BaseDirectory, "Screens", "Pictures", "photo.png");
        await using var display = await TestDisplay.Start(files: [photo]);
        var board = TestBoards.Board(view: Visibility.Named, phase: Phase.Final, marked: 22);
        display.Feed.Set(board with { Rows = [.. board.Rows.Select(r => r with { Photo = "/display/files/0000000000000000.png" })] });
        await using var screen = await ScreenPage.Open(display, "#/entrant/dg+A12", still: true);
        await screen.Page.WaitForFunctionAsync("() => document.querySelector('.entrant .photo')?.naturalWidth > 0");
        Assert.Equal("一等奖", await screen.Page.Locator(".entrant .award").InnerTextAsync());
        Assert.Equal("festive", await screen.Page.EvaluateAsync<string>("() => document.documentElement.dataset.theme"));
        foreach (var (width, height) in Stages)
        {
            await screen.Page.SetViewportSizeAsync(width, height);
            await screen.Still();
            await screen.Picture($"entrant-photo-{width}");
            Assert.Empty(await screen.Page.EvaluateAsync<string[]>(OverPhoto));
        }
    }

    [Fact]
    public async Task The_blank_scene_shows_the_key_visual_and_its_words_if_that_is_gone()
    {
        var picture = Path.Combine(AppContext.BaseDirectory, "Screens", "Pictures", "one.png");
        await using var display = await TestDisplay.Start(files: [picture]);
        var screens = display.Get<Display.Screens.Screens>();
        screens.Show(["主屏"], new Scene(SceneKind.Blank, Picture: "/display/files/0000000000000000.png"));
        await using var screen = await ScreenPage.Open(display, "#/screen/主屏", still: true);
        await screen.Page.WaitForFunctionAsync("() => document.querySelector('img.visual')?.naturalWidth > 0");
        foreach (var (width, height) in Stages)
        {
            await screen.Page.SetViewportSizeAsync(width, height);
            await screen.Still();
            Assert.True(await screen.Page.EvaluateAsync<bool>(EdgeToEdge));
        }

        screens.Show(["主屏"], new Scene(SceneKind.Blank, Picture: "/display/files/ffff.png"));
        await screen.Page.Locator(".blank h1").WaitForAsync();
    }

    private static Task<string> Ribbon(ScreenPage screen) => screen.Page.Locator(".ribbon").InnerTextAsync();

    /// <summary>A hundred codes by total.</summary>
    private static Board Codes(long version, params (string Code, decimal Total)[] changed)
    {
        var totals = Enumerable.Range(1, 100).Select(i => (Code: $"T{i:000}", Total: 99m - (i * 0.375m)))
            .Select(r => changed.FirstOrDefault(c => c.Code == r.Code) is { Code: not null } c ? c : r)
            .OrderByDescending(r => r.Total).ToList();
        var board = HardData.Board("dg", entrants: 100, view: Visibility.Codes, phase: Phase.Scoring);
        return board with
        {
            Version = version, Complete = 100, Expected = 100,
            Rows = [.. totals.Select((r, i) => board.Rows[0] with { Key = r.Code, Code = r.Code, Rank = i + 1, Total = r.Total })],
        };
    }

    private const string TopCuts = """
        () => [...document.querySelectorAll('.row.cut')].map(r => [r.getBoundingClientRect().top, r.dataset.key])
          .sort((a, b) => a[0] - b[0]).map(r => r[1]).slice(0, 2)
        """;

    private const string EdgeToEdge = """
        () => {
          const r = document.querySelector('.visual').getBoundingClientRect();
          return [r.left, r.top, r.right - innerWidth, r.bottom - innerHeight].every(d => Math.abs(d) < 2);
        }
        """;

    private const string OverPhoto = """
        () => {
          const photo = document.querySelector('.photo').getBoundingClientRect(), found = [];
          if (photo.left < 0 || photo.right > innerWidth || photo.bottom > innerHeight) found.push('photo off the stage');
          for (const e of document.querySelectorAll('.entrant *')) for (const n of e.childNodes) {
            if (n.nodeType !== 3 || !n.data.trim()) continue;
            const range = document.createRange(); range.selectNodeContents(n);
            const over = r => r.left < photo.right && r.right > photo.left && r.top < photo.bottom && r.bottom > photo.top;
            if ([...range.getClientRects()].some(over)) found.push(n.data);
          }
          return found;
        }
        """;
}

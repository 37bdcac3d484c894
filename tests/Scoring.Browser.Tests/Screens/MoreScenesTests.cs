using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>Entrant, teams, organizations, schedule, the strip and the resolver, on every kind of screen in both themes.</summary>
public sealed class MoreScenesTests
{
    private static readonly (string Name, int Width, int Height)[] Sizes = [("1080p", 1920, 1080), ("4k", 3840, 2160), ("wall", 3840, 1080), ("portrait", 1080, 1920)];

    private static readonly TeamBoard Teams = new("团体总分",
        [.. TestBoards.Board(view: Visibility.Named, marked: 22).Rows.Select(r => r.Organization!).Distinct().Select((o, i) => new TeamBoardRow(i + 1, o, 96.50m - i * 3.25m, 5 - i % 3, "总分低于前一队"))],
        "优秀组织奖", ["安阳恒泰电气有限公司"]);

    public static TheoryData<string, string> Scenes => new()
    {
        { "entrant", "#/entrant/dg+A07" }, { "entrant-named", "#/entrant/qg+A09" }, { "teams", "#/teams" }, { "organizations", "#/organizations" }, { "schedule", "#/schedule" },
        { "strip", "#/screen/主屏" },
    };

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task A_scene_fits_every_screen_in_both_themes(string name, string path)
    {
        await using var display = await TestDisplay.Start(new TestFeed(TestBoards.Card with { Teams = [Teams] }), files: [FilePicture("logo.png"), FilePicture("one.png"), FilePicture("two.png")]);
        foreach (var board in Boards())
        {
            display.Feed.Set(board);
        }

        var screens = display.Get<Display.Screens.Screens>();
        screens.Show(["主屏"], new Scene(SceneKind.Trades, [new TradeId("dg")]));
        screens.Dress(["主屏"], new ScreenDress("/display/files/0000000000000000.png", ["/display/files/0000000000000001.png", "/display/files/0000000000000002.png"]));
        foreach (var theme in new[] { "night", "festive" })
        {
            await using var screen = await ScreenPage.Open(display, $"?theme={theme}{path}", still: true);
            foreach (var (size, width, height) in Sizes)
            {
                await screen.Page.SetViewportSizeAsync(width, height);
                await screen.Page.Locator(".listing .row[data-key], .entrant h1, .strip .logo").First.WaitForAsync();
                await screen.Still();
                await screen.Picture($"{name}-{theme}-{size}");
                Assert.Equal([], (await screen.Page.EvaluateAsync<string[]>(SceneTests.Overflows)).Select(o => $"{theme} {size}: {o}"));
            }

            Assert.Empty(screen.Problems);
        }
    }

    [Fact]
    public async Task The_resolver_opens_row_by_row_and_the_row_rises_to_its_place()
    {
        await using var display = await TestDisplay.Start(awards: [TestAwards.Resolved()]);
        await using var desk = await ScreenPage.Open(display, "#/presenter", 1180, 820);
        await using var screen = await ScreenPage.Open(display, "#/ceremony");
        await desk.Page.GetByText("第 1 步").WaitForAsync();
        await desk.Page.Locator(".key.fwd").ClickAsync();
        await screen.Page.Locator(".resolver[data-opened='0']").WaitForAsync();
        var opened = 0;
        for (; opened < 22; opened++)
        {
            var focus = await screen.Page.Locator(".slot.focus .row").GetAttributeAsync("data-key");
            await desk.Page.Locator(".key.fwd").ClickAsync();
            await screen.Page.Locator($".resolver[data-opened='{opened + 1}']").WaitForAsync();
            await screen.Page.WaitForFunctionAsync("key => document.querySelector('.slot.focus .row')?.dataset.key !== key", focus);
            if (await screen.Page.Locator($".row[data-key='{focus}'] .mv:not(.dn)").CountAsync() > 0)
            {
                await screen.Still();
                await screen.Picture("resolver-risen");
                await desk.Picture("presenter-resolver");
            }
        }

        await screen.Still();
        Assert.Equal("A12", (await screen.Order())[0]);
        var tops = await screen.Page.EvaluateAsync<double[]>("() => [...document.querySelectorAll('.slot')].map(s => s.getBoundingClientRect().top).sort((a, b) => a - b)");
        Assert.All(tops.Zip(tops.Skip(1)), pair => Assert.Equal(66, pair.Second - pair.First, 1.0));
        await desk.Page.Locator(".key.back").ClickAsync();
        await screen.Page.Locator(".resolver[data-opened='21'] .slot.focus").WaitForAsync();
        Assert.Empty(screen.Problems.Concat(desk.Problems));
    }

    [Fact]
    public async Task The_resolver_fits_every_screen_in_both_themes()
    {
        await using var display = await TestDisplay.Start(awards: [TestAwards.Resolved()]);
        var ceremonies = display.Get<Display.Ceremony.Ceremonies>();
        ceremonies.View(TestBoards.Id);
        ceremonies.Move(TestBoards.Id, 0, 11);
        foreach (var theme in new[] { "night", "festive" })
        {
            await using var screen = await ScreenPage.Open(display, $"?theme={theme}#/ceremony", still: true);
            foreach (var (size, width, height) in Sizes)
            {
                await screen.Page.SetViewportSizeAsync(width, height);
                await screen.Page.Locator(".slot.focus").WaitForAsync();
                await screen.Still();
                await screen.Picture($"resolver-{theme}-{size}");
                Assert.Equal([], (await screen.Page.EvaluateAsync<string[]>(SceneTests.Overflows)).Select(o => $"{theme} {size}: {o}"));
            }
        }
    }

    [Fact]
    public async Task A_presenter_with_a_phone_leads_the_hall()
    {
        await using var display = await TestDisplay.Start(awards: TestAwards.All);
        await using var phone = await ScreenPage.Open(display, "#/presenter", 390, 844);
        await using var screen = await ScreenPage.Open(display, "#/ceremony");
        await phone.Page.GetByText("第 1 步").WaitForAsync();
        foreach (var step in new[] { 1, 2, 3, 4 })
        {
            await phone.Page.Locator(".key.fwd").ClickAsync();
            await screen.Page.Locator($".ceremony[data-step='{step}']").WaitForAsync();
        }

        await phone.Picture("presenter-phone");
        Assert.False(await phone.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));
        var key = (await phone.Page.Locator(".key.fwd").BoundingBoxAsync())!;
        Assert.True(key is { Height: >= 64, Y: < 844 }, "the key lies under the thumb");
    }

    [Fact]
    public async Task A_photo_stands_over_the_name_it_belongs_to()
    {
        var winner = new CeremonyWinner("张志远", "安阳恒泰电气有限公司", Photo: "/display/files/0000000000000000.png");
        await using var display = await TestDisplay.Start(awards: [new CeremonyTrade(new TradeId("dg"), "电工", true, [new CeremonyTier("一等奖", [winner])])], files: [FilePicture("photo.png")]);
        display.Get<Display.Ceremony.Ceremonies>().View(TestBoards.Id);
        display.Get<Display.Ceremony.Ceremonies>().Move(TestBoards.Id, 0, 2);
        await using var screen = await ScreenPage.Open(display, "#/ceremony", still: true);
        await screen.Page.Locator(".one .ph").WaitForAsync();
        await screen.Page.WaitForFunctionAsync("() => document.querySelector('.one .ph').naturalWidth > 0");
        await screen.Still();
        await screen.Picture("ceremony-photo");
        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(SceneTests.Overflows));
    }

    [Fact]
    public async Task A_playlist_turns_by_itself()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board());
        display.Get<Display.Screens.Screens>().Show(["主屏"], new Scene(SceneKind.Playlist, Scenes: [new Scene(SceneKind.Message, Line: "第一幕", SecondsOnShow: 5), new Scene(SceneKind.Message, Line: "第二幕", SecondsOnShow: 5)]));
        await using var screen = await ScreenPage.Open(display, "#/screen/主屏");
        await screen.Page.GetByText("第一幕").WaitForAsync();
        await screen.Page.GetByText("第二幕").WaitForAsync();
        await screen.Page.GetByText("第一幕").WaitForAsync();
    }

    private static IEnumerable<Board> Boards() =>
    [
        TestBoards.Board() with { StartsAt = new TimeOnly(9, 0) }, TestBoards.Board("qg", "钳工", view: Visibility.Named, phase: Phase.Final, marked: 22) with { StartsAt = new TimeOnly(9, 30) },
        TestBoards.Board("yb", "化工仪表工", 0, phase: Phase.Drawn) with { StartsAt = new TimeOnly(14, 0) }, TestBoards.Board("cc", "铲车工", 22, phase: Phase.Review),
        TestBoards.Board("gb", "工业机器人系统操作员", marked: 0, entrants: 0, view: Visibility.Hidden),
    ];

    private static string FilePicture(string name) => Path.Combine(AppContext.BaseDirectory, "Screens", "Pictures", name);
}

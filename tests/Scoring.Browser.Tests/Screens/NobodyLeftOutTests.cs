using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

/// <summary>Nobody who wins is left out of a picture, and each picture says of what.</summary>
public sealed class NobodyLeftOutTests
{
    private static readonly string Photo = Path.Combine(AppContext.BaseDirectory, "Screens", "Pictures", "photo.png");

    [Fact]
    public async Task A_pair_stands_with_both_names_in_list_card_and_ceremony()
    {
        await using var display = await TestDisplay.Start(awards: [HardData.Tier(1, winner: _ => HardData.Winner(3))]);
        display.Feed.Set(HardData.Board());
        var ceremonies = display.Get<Display.Ceremony.Ceremonies>();
        ceremonies.View(TestBoards.Id);
        foreach (var path in new[] { "#/trade/hd", "#/entrant/hd+T004", "#/ceremony" })
        {
            await using var screen = await ScreenPage.Open(display, path, still: true);
            for (var step = ceremonies.View(TestBoards.Id).Step; path == "#/ceremony" && step < 2; step++)
            {
                ceremonies.Move(TestBoards.Id, step, step + 1);
            }

            await screen.Page.GetByText("欧阳文轩").First.WaitForAsync();
        }
    }

    [Fact]
    public async Task Every_organization_of_a_prize_comes_in_its_turn()
    {
        await using var display = await TestDisplay.Start(new TestFeed(HardData.Card), awards: [HardData.Organizations(9)]);
        display.Feed.Set(HardData.Board());
        var ceremonies = display.Get<Display.Ceremony.Ceremonies>();
        var steps = ceremonies.View(TestBoards.Id).Steps;
        await using var screen = await ScreenPage.Open(display, "#/ceremony", still: true);
        var seen = new List<string>();
        for (var step = 1; step < steps - 1; step++)
        {
            ceremonies.Move(TestBoards.Id, step - 1, step);
            await screen.Page.Locator($".ceremony[data-step='{step}']").WaitForAsync();
            await screen.Still();
            seen.AddRange(await screen.Page.EvaluateAsync<string[]>(
                "() => [...document.querySelectorAll('.roll .winner .plain')].map(e => e.getAttribute('aria-label') ?? e.textContent)"));
        }

        Assert.Equal(HardData.People.Take(9).Select(p => Run(p.Organization)), seen.Select(Run)); // a space where a line ends is none

        static string Run(string text) => text.Replace(" ", "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_leaves_the_trade_and_the_award_where_they_are()
    {
        var winner = HardData.Winner(1, "/display/files/0000000000000000.png");
        await using var display = await TestDisplay.Start(awards: [HardData.Tier(1, winner: _ => winner)], files: [Photo]);
        display.Get<Display.Ceremony.Ceremonies>().View(TestBoards.Id);
        display.Get<Display.Ceremony.Ceremonies>().Move(TestBoards.Id, 0, 2);
        await using var screen = await ScreenPage.Open(display, "#/ceremony", still: true);
        await screen.Page.WaitForFunctionAsync("() => document.querySelector('.one .ph')?.naturalWidth > 0");
        Assert.Equal(HardData.LongTrade, string.Concat(await screen.Page.Locator(".one .tr .ln").AllInnerTextsAsync()));
        Assert.Equal("一等奖", await screen.Page.Locator(".one .aw").InnerTextAsync());
        Assert.True(await screen.Page.Locator(".one .tr").IsVisibleAsync());
    }

    [Fact]
    public async Task Sponsors_stand_under_every_scene_but_the_ceremony_which_has_the_whole_screen()
    {
        await using var display = await TestDisplay.Start(awards: TestAwards.All, files: [Photo]);
        display.Feed.Set(TestBoards.Board());
        var screens = display.Get<Display.Screens.Screens>();
        display.Get<Display.Ceremony.Ceremonies>().View(TestBoards.Id);
        screens.Dress(["主屏"], new ScreenDress("/display/files/0000000000000000.png", ["/display/files/0000000000000000.png"]));
        screens.Show(["主屏"], new Scene(SceneKind.Trades, [new TradeId("dg")]));
        await using var screen = await ScreenPage.Open(display, "#/screen/主屏", still: true);
        await screen.Page.Locator(".strip").WaitForAsync();
        screens.Show(["主屏"], new Scene(SceneKind.Ceremony));
        await screen.Page.Locator(".ceremony").WaitForAsync();
        Assert.Equal(0, await screen.Page.Locator(".strip").CountAsync());
        Assert.True(await screen.Page.EvaluateAsync<bool>(
            "() => document.querySelector('.screen').getBoundingClientRect().bottom >= innerHeight - 1"));
    }

    [Fact]
    public async Task A_schedule_without_starts_has_no_column_for_them_and_the_chooser_offers_every_scene()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board());
        await using var screen = await ScreenPage.Open(display, "#/schedule", still: true);
        await screen.Page.Locator(".listing .row[data-key=dg]").WaitForAsync();
        Assert.DoesNotContain("开始", await screen.Page.Locator(".listing .head").AllInnerTextsAsync());
        await screen.Page.GotoAsync(new Uri(display.Address, "/display/").ToString());
        foreach (var word in new[] { "团体总分", "各单位", "日程", "检录叫号", "颁奖典礼", "主持人控制", "待机画面" })
        {
            await screen.Page.GetByText(word, new() { Exact = true }).First.WaitForAsync();
        }
    }

    [Theory]
    [InlineData(1024, 768)]
    [InlineData(844, 390)]
    [InlineData(390, 844)]
    public async Task The_presenters_keys_are_in_view_and_the_thumbnail_has_the_halls_colours(int width, int height)
    {
        var unconfirmed = Enumerable.Range(0, 10).Select(i => new CeremonyTrade(new TradeId($"u{i}"), HardData.LongTrade, false, []));
        await using var display = await TestDisplay.Start(awards: [HardData.Tier(6, "三等奖"), .. unconfirmed]);
        display.Get<Display.Screens.Screens>().Show(["主屏"], new Scene(SceneKind.Ceremony, Theme: ScreenTheme.Night));
        await using var hall = await ScreenPage.Open(display, "#/screen/主屏", still: true);
        await hall.Page.Locator(".ceremony").WaitForAsync();
        await using var desk = await ScreenPage.Open(display, "#/presenter", width, height, still: true);
        await desk.Page.Locator(".key.fwd").WaitForAsync();
        Assert.Equal(0, await desk.Page.EvaluateAsync<int>(
            "() => { const p = document.querySelector('.presenter'); return innerWidth >= 1020 ? p.scrollWidth - p.clientWidth : 0; }"));
        await desk.Page.Locator(".key.fwd").ClickAsync();
        await hall.Page.Locator(".ceremony[data-step='1']").WaitForAsync();
        await desk.Page.Locator(".now .thumb[data-theme=night]").WaitForAsync();
        await desk.Still();
        await desk.Picture($"presenter-{width}");
        foreach (var key in new[] { ".key.fwd", ".key.back" })
        {
            var box = (await desk.Page.Locator(key).BoundingBoxAsync())!;
            var inside = box.X >= 0 && box.Y >= 0 && box.X + box.Width <= width + 1 && box.Y + box.Height <= height + 1;
            Assert.True(inside && box.Height >= 48, $"{key} {box.X} {box.Y} {box.Width} {box.Height}");
        }

        Assert.Empty(await desk.Page.EvaluateAsync<string[]>(Cut));
    }

    // Organizations and names in the lower half end inside the window or wrap; none runs out of its own box.
    private const string Cut = """
        () => [...document.querySelectorAll('.people .org, .people .py')].filter(e => {
          const r = e.getBoundingClientRect();
          return r.width && (e.scrollWidth > e.clientWidth + 2 || r.right > innerWidth + 1);
        }).map(e => e.textContent)
        """;
}

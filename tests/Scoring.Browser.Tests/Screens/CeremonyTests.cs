using Microsoft.Extensions.DependencyInjection;
using Scoring.Core.Contracts;
using Scoring.Display.Tests.Screens;

namespace Scoring.Browser.Tests.Screens;

public sealed class CeremonyTests
{
    private static readonly (string Name, int Width, int Height)[] Sizes = [("1080p", 1920, 1080), ("4k", 3840, 2160), ("wall", 3840, 1080), ("portrait", 1080, 1920)];

    [Fact]
    public async Task The_presenter_leads_two_screens_through_the_whole_programme()
    {
        await using var display = await TestDisplay.Start(awards: TestAwards.All);
        display.Get<Display.Screens.Screens>().Show(["主屏"], new Scene(SceneKind.Ceremony));
        await using var main = await ScreenPage.Open(display, "#/screen/主屏");
        await using var side = await ScreenPage.Open(display, "#/ceremony", 1080, 1920);
        await using var desk = await ScreenPage.Open(display, "#/presenter", 1180, 820);
        await desk.Page.GetByText("第 1 步，共 12 步").WaitForAsync();
        await desk.Picture("presenter-opening");
        for (var step = 1; step < 12; step++)
        {
            await desk.Page.Locator(".key.fwd").ClickAsync();
            foreach (var screen in new[] { main, side })
            {
                await screen.Page.Locator($".ceremony[data-step='{step}']").WaitForAsync();
            }

            if (step == 4)
            {
                await desk.Picture("presenter");
            }
        }

        Assert.True(await desk.Page.Locator(".key.fwd").IsDisabledAsync());
        await desk.Page.Locator(".key.back").ClickAsync();
        await main.Page.GetByLabel("田永强").WaitForAsync();
        await main.Page.ReloadAsync(); // a screen that restarts comes back to the step
        await main.Page.GetByLabel("田永强").WaitForAsync();
        Assert.Empty(main.Problems.Concat(side.Problems).Concat(desk.Problems));
    }

    [Fact]
    public async Task Every_picture_of_the_ceremony_fits_every_screen()
    {
        await using var display = await TestDisplay.Start(awards: TestAwards.All);
        var ceremonies = display.Get<Display.Ceremony.Ceremonies>();
        ceremonies.View(TestBoards.Id);
        await using var screen = await ScreenPage.Open(display, "#/ceremony", still: true);
        foreach (var (step, name) in new[] { (0, "opening"), (2, "third"), (3, "announced"), (4, "second"), (6, "first"), (8, "two"), (11, "closing") })
        {
            ceremonies.Move(TestBoards.Id, ceremonies.Picture(TestBoards.Id)!.Step, step);
            await screen.Page.Locator($".ceremony[data-step='{step}']").WaitForAsync();
            foreach (var (size, width, height) in Sizes)
            {
                await screen.Page.SetViewportSizeAsync(width, height);
                await screen.Still();
                await screen.Picture($"ceremony-{name}-{size}");
                Assert.Equal([], (await screen.Page.EvaluateAsync<string[]>(SceneTests.Overflows)).Select(o => $"{name} {size}: {o}"));
            }
        }

        Assert.Empty(screen.Problems);
    }

    [Fact]
    public async Task The_screen_stays_when_the_server_dies_and_goes_on_where_it_stopped()
    {
        var display = await TestDisplay.Start(awards: TestAwards.All);
        var ceremonies = display.Get<Display.Ceremony.Ceremonies>();
        ceremonies.View(TestBoards.Id);
        var stopped = ceremonies.Move(TestBoards.Id, 0, 4);
        var port = display.Address.Port;
        await using var screen = await ScreenPage.Open(display, "#/ceremony");
        await screen.Page.GetByLabel("赵晓峰").WaitForAsync();
        await display.DisposeAsync();
        await using var again = await TestDisplay.Start(port: port, awards: TestAwards.All,
            resume: s => s.GetRequiredService<Display.Ceremony.Ceremonies>().Resume(TestBoards.Id, stopped.Step, stopped.Version));
        Assert.Equal(1, await screen.Page.GetByLabel("赵晓峰").CountAsync());
        await Until.True(() => again.Get<Display.Screens.Watchers>().Watching(TestBoards.Id) == 1, "the screen is back");
        again.Get<Display.Ceremony.Ceremonies>().Move(TestBoards.Id, 4, 6);
        await screen.Page.GetByLabel("张志远").WaitForAsync();
    }

    [Fact]
    public async Task Who_may_not_present_is_told_so()
    {
        await using var display = await TestDisplay.Start(awards: TestAwards.All, presenter: false);
        await using var desk = await ScreenPage.Open(display, "#/presenter", 1180, 820);
        await desk.Page.GetByText("没有权限，或登录已过期").WaitForAsync();
    }
}

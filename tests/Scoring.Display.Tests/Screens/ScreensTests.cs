using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Display.Tests.Screens;

public sealed class ScreensTests
{
    private static readonly Scene Break = new(SceneKind.Message, Line: "午休", Note: "13:30 继续");

    [Fact]
    public async Task A_screen_nobody_set_plays_the_rotation()
    {
        await using var display = await TestDisplay.Start();
        await using var reader = await TestReader.Connect(display.Address);
        var state = await reader.Attach("主屏");
        Assert.Equal(SceneKind.Rotation, state!.Scene.Kind);
        Assert.Equal(("主屏", 1), display.Get<Display.Screens.Screens>().All.Select(s => (s.State.Name, s.Connected)).Single());
    }

    [Fact]
    public async Task A_scene_reaches_the_screens_it_was_set_for_and_no_other()
    {
        await using var display = await TestDisplay.Start();
        await using var main = await TestReader.Connect(display.Address);
        await using var side = await TestReader.Connect(display.Address);
        await using var phone = await TestReader.Connect(display.Address);
        await main.Attach("主屏");
        await side.Attach("侧屏");
        var screens = display.Get<Display.Screens.Screens>();
        screens.Show(["主屏"], Break);
        screens.Show(["主屏", "侧屏"], new Scene(SceneKind.Beside, [new TradeId("dg"), new TradeId("qg")]));
        await Until.True(() => main.Screens.LastOrDefault()?.Scene.Kind == SceneKind.Beside && !side.Screens.IsEmpty, "both were told");
        Assert.DoesNotContain(side.Screens, s => s.Scene.Kind == SceneKind.Message);
        Assert.Empty(phone.Screens);
    }

    [Fact]
    public async Task Who_only_looks_at_a_screen_hears_what_it_plays_and_is_not_that_screen()
    {
        await using var display = await TestDisplay.Start();
        await using var main = await TestReader.Connect(display.Address);
        await using var onlooker = await TestReader.Connect(display.Address);
        await main.Attach("主屏");
        Assert.Equal(SceneKind.Rotation, (await onlooker.Mirror("主屏"))!.Scene.Kind);
        Assert.Null(await onlooker.Mirror(" "));
        var screens = display.Get<Display.Screens.Screens>();
        screens.Show(["主屏"], Break);
        await Until.True(() => onlooker.Screens.LastOrDefault()?.Scene == Break, "it was told");
        Assert.Equal(("主屏", 1), screens.All.Select(s => (s.State.Name, s.Connected)).Single());

        await onlooker.Attach("主屏"); // now it is the screen itself
        Assert.Equal(2, screens.All.Single().Connected);
    }

    [Fact]
    public async Task A_rehearsal_is_marked_on_every_screen_whatever_it_wears_and_shows()
    {
        await using var display = await TestDisplay.Start();
        var screens = display.Get<Display.Screens.Screens>();
        screens.Show(["主屏", "侧屏"], Break);
        screens.Dress(["主屏"], new ScreenDress("/display/files/a.png"));
        screens.Rehearse(true);
        screens.Dress(["主屏"], new ScreenDress("/display/files/b.png"));
        screens.Show(["侧屏"], new Scene(SceneKind.Ceremony));
        Assert.Equal([new ScreenDress(Rehearsal: true), new ScreenDress("/display/files/b.png", Rehearsal: true)],
            screens.All.Select(s => s.State.Dress).OrderBy(d => d!.Logo));

        screens.Dress(["主屏"], null);
        Assert.True(screens.Of("主屏").Dress!.Rehearsal);
        Assert.True(screens.Of("后来的").Dress!.Rehearsal); // one that comes later
        screens.Dress(["主屏"], new ScreenDress("/display/files/b.png"));
        screens.Rehearse(false);
        Assert.Null(screens.Of("后来的").Dress);
        Assert.Equal([new ScreenDress(), new ScreenDress("/display/files/b.png")],
            screens.All.Select(s => s.State.Dress).OrderBy(d => d?.Logo));
    }

    [Fact]
    public async Task A_screen_that_comes_back_finds_its_scene()
    {
        await using var display = await TestDisplay.Start();
        display.Get<Display.Screens.Screens>().Show(["主屏"], Break);
        await using var reader = await TestReader.Connect(display.Address);
        Assert.Equal(Break, (await reader.Attach("主屏"))!.Scene);
    }

    [Fact]
    public async Task What_a_host_kept_is_put_back_after_a_restart()
    {
        var kept = new List<ScreenState>();
        await using (var before = await TestDisplay.Start())
        {
            var screens = before.Get<Display.Screens.Screens>();
            screens.Changed += kept.Add;
            screens.Show(["主屏"], Break);
        }

        await using var after = await TestDisplay.Start();
        after.Get<Display.Screens.Screens>().Restore(kept);
        await using var reader = await TestReader.Connect(after.Address);
        Assert.Equal(Break, (await reader.Attach("主屏"))!.Scene);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 主屏")]
    [InlineData("主\n屏")]
    [InlineData("12345678901234567890123456789012345678901")]
    public async Task What_is_no_name_names_no_screen(string name)
    {
        await using var display = await TestDisplay.Start();
        await using var reader = await TestReader.Connect(display.Address);
        Assert.Null(await reader.Attach(name));
        Assert.Empty(display.Get<Display.Screens.Screens>().All);
    }

    [Fact]
    public async Task A_screen_that_was_never_set_is_forgotten_when_it_goes()
    {
        await using var display = await TestDisplay.Start();
        var screens = display.Get<Display.Screens.Screens>();
        await using (var reader = await TestReader.Connect(display.Address))
        {
            await reader.Attach("路过");
            Assert.Single(screens.All);
        }

        await Until.True(() => screens.All.Count == 0, "the list is empty again");
    }
}

using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Display.Ceremony;
using Scoring.Display.Tests.Screens;
using Scoring.Display.Upstream;

namespace Scoring.Display.Tests.Ceremony;

public sealed class CeremoniesTests
{
    [Fact]
    public async Task Every_screen_gets_every_step_and_no_name_before_its_own()
    {
        await using var display = await TestDisplay.Start(awards: TestAwards.All);
        await using var presenter = await Presenter(display);
        var view = (await presenter.InvokeAsync<PresenterView?>("Open", TestBoards.Id))!;
        await using var one = await TestReader.Connect(display.Address);
        await using var two = await TestReader.Connect(display.Address);
        Assert.Equal(CeremonyScene.Opening, one.State!.Ceremony!.Scene);

        var revealed = new HashSet<string>();
        while (view.Next is not null)
        {
            view = (await presenter.InvokeAsync<PresenterView?>("Forward", TestBoards.Id, view.Step))!;
            await Until.True(() => one.Pictures.LastOrDefault()?.Step == view.Step && two.Pictures.LastOrDefault()?.Step == view.Step, $"both screens are at step {view.Step}");
            revealed.UnionWith(view.Now.Winners.Select(w => w.Name));
            var received = JsonSerializer.Serialize(one.Pictures, ScoringJson.Options);
            foreach (var hidden in TestAwards.All.SelectMany(t => t.Tiers).SelectMany(t => t.Winners).Where(w => !revealed.Contains(w.Name)))
            {
                Assert.DoesNotContain(hidden.Name, received, StringComparison.Ordinal);
            }
        }

        Assert.Equal(13, revealed.Count);
        Assert.Equal(CeremonyScene.Closing, two.Pictures.Last().Scene);
    }

    [Fact]
    public async Task Pressing_a_key_twice_goes_one_step()
    {
        await using var display = await TestDisplay.Start(awards: TestAwards.All);
        await using var presenter = await Presenter(display);
        await presenter.InvokeAsync<PresenterView?>("Open", TestBoards.Id);
        var first = await presenter.InvokeAsync<PresenterView?>("Forward", TestBoards.Id, 0);
        var second = await presenter.InvokeAsync<PresenterView?>("Forward", TestBoards.Id, 0);
        Assert.Equal((1, 1), (first!.Step, second!.Step));
        Assert.Equal(first.Version, second.Version);
    }

    [Fact]
    public async Task Back_and_jump_go_where_they_say_and_stop_at_the_ends()
    {
        await using var display = await TestDisplay.Start(awards: TestAwards.All);
        await using var presenter = await Presenter(display);
        await presenter.InvokeAsync<PresenterView?>("Open", TestBoards.Id);
        Assert.Equal(0, (await presenter.InvokeAsync<PresenterView?>("Back", TestBoards.Id, 0))!.Step);
        Assert.Equal(5, (await presenter.InvokeAsync<PresenterView?>("Go", TestBoards.Id, 5))!.Step);
        Assert.Equal(4, (await presenter.InvokeAsync<PresenterView?>("Back", TestBoards.Id, 5))!.Step);
        Assert.Equal(4, (await presenter.InvokeAsync<PresenterView?>("Go", TestBoards.Id, 99))!.Step);
    }

    [Fact]
    public async Task It_goes_on_where_it_stopped_after_a_restart()
    {
        PresenterView? kept = null;
        await using (var before = await TestDisplay.Start(awards: TestAwards.All))
        {
            var ceremonies = before.Get<Ceremonies>();
            ceremonies.Changed += view => kept = view;
            ceremonies.View(TestBoards.Id);
            ceremonies.Move(TestBoards.Id, 0, 4);
        }

        await using var after = await TestDisplay.Start(awards: TestAwards.All);
        after.Get<Ceremonies>().Resume(TestBoards.Id, kept!.Step, kept.Version);
        await using var reader = await TestReader.Connect(after.Address);
        Assert.Equal(["李文博", "王磊", "赵晓峰"], reader.State!.Ceremony!.Winners.Select(w => w.Name));
    }

    [Fact]
    public async Task Awards_confirmed_meanwhile_join_but_what_was_shown_does_not_change()
    {
        var awards = TestAwards.All.ToList();
        await using var display = await TestDisplay.Start(awards: awards);
        var ceremonies = display.Get<Ceremonies>();
        ceremonies.View(TestBoards.Id);
        ceremonies.Move(TestBoards.Id, 0, 2);
        awards[2] = awards[2] with { Confirmed = true, Tiers = [new CeremonyTier("一等奖", [new CeremonyWinner("韩冬梅", "殷都区供电服务中心")])] };
        Assert.Equal(14, ceremonies.View(TestBoards.Id).Steps);
        awards[0] = awards[0] with { Confirmed = false };
        Assert.Equal(14, ceremonies.View(TestBoards.Id).Steps); // shown already: it stays
    }

    [Fact]
    public async Task By_default_only_what_is_final_and_named_is_in_the_programme()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board(view: Visibility.Named, phase: Core.Ledger.Events.Phase.Final, marked: 22));
        display.Feed.Set(TestBoards.Board("qg", "钳工"));
        var programme = display.Get<Ceremonies>().View(TestBoards.Id).Programme;
        Assert.Equal([("电工", true, 3), ("钳工", false, 0)], programme.Select(t => (t.Name, t.Confirmed, t.Awards.Count)));
    }

    [Fact]
    public async Task Who_may_not_present_cannot_connect()
    {
        await using var display = await TestDisplay.Start(awards: TestAwards.All, presenter: false);
        await Assert.ThrowsAnyAsync<Exception>(() => Presenter(display));
    }

    private static async Task<HubConnection> Presenter(TestDisplay display)
    {
        var hub = HubConnections.To(new Uri(display.Address, "/display/presenter"));
        await hub.StartAsync();
        return hub;
    }
}

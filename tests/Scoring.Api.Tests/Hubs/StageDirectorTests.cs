using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Hubs;
using Scoring.Api.Tests.Console;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Testing;

namespace Scoring.Api.Tests.Hubs;

/// <summary>台上亮分: nothing leaves the server that the trade's visibility forbids, and each tablet hears only of whom its judge
/// marks.</summary>
public sealed class StageDirectorTests
{
    private static readonly PanelRule _groups = new(Groups: [new("a", "甲组"), new("b", "乙组")]);

    private static readonly Venue _venue = new(4, 4, 1, 1)
    {
        Also = trade => trade with
        {
            Components = [.. trade.Components.Select(c => c with
            {
                Modules = [.. c.Modules.Select(m => m with { Panel = _groups, SpreadLimit = null })],
            })],
        },
        Seated = (seat, n) => seat with { Group = n <= 2 ? "a" : "b" },
    };

    [Fact]
    public async Task Marks_are_in_the_picture_once_revealed_and_never_behind_a_freeze_or_hidden()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Begin(host);
        var stage = host.App.Services.GetRequiredService<StageDirector>();
        Assert.Null(await stage.Put(Venue.Id, ["主屏"], Venue.Trade, Venue.Module(1), "a001", whenAllIn: false));
        Assert.Equal("A001 2 0", Seen(stage));
        await HandIn(open, 1, 81.5m);
        await Wait.Until(() => Seen(stage) == "A001 2 1");
        Assert.DoesNotContain("81.5", Sent(host), StringComparison.Ordinal);
        Assert.Null(stage.Reveal(Venue.Id));
        Assert.Contains("81.5", Sent(host), StringComparison.Ordinal);
        Assert.Null(stage.Of(Venue.Id)!.Result); // one is missing
        await HandIn(open, 2, 83.5m);
        await Wait.Until(() => stage.Of(Venue.Id)!.Result == 82.5m);

        foreach (var view in new[] { Visibility.Frozen, Visibility.Hidden })
        {
            await ConsoleHost.Do(open, Actor.System, new VisibilityChanged(Venue.Trade, view));
            await Wait.Until(() => Seen(stage) == "A001 0 0");
            var on = stage.Of(Venue.Id)!;
            Assert.Equal((null, null, null), (on.Result, on.Total, on.Rank));
            Assert.DoesNotContain("83.5", Sent(host), StringComparison.Ordinal);
            Assert.Contains("不能在大屏亮分", stage.Reveal(Venue.Id), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_a_panel_in_groups_only_the_entrants_judges_hear_of_it_and_a_scene_comes_back_after_a_restart()
    {
        await using var host = await ConsoleHost.Start();
        await Begin(host);
        var stage = host.App.Services.GetRequiredService<StageDirector>();
        Assert.Null(await stage.Put(Venue.Id, ["主屏"], Venue.Trade, Venue.Module(1), "A003", whenAllIn: true));
        Assert.Equal(["J03", "J04"], Called(stage));
        await host.Restart();
        stage = host.App.Services.GetRequiredService<StageDirector>();
        Assert.Equal("A003", stage.Of(Venue.Id)?.Code);
        Assert.Equal(["J03", "J04"], Called(stage));
        var unknown = await stage.Put(Venue.Id, ["主屏"], Venue.Trade, Venue.Module(1), "Z9", whenAllIn: true);
        Assert.Contains("找不到代号", unknown, StringComparison.Ordinal);
        await stage.End(Venue.Id);
        Assert.Empty(Called(stage));
        Assert.Contains("台上没有人", stage.Reveal(Venue.Id), StringComparison.Ordinal);
    }

    private static async Task<Api.Ledger.OpenCompetition> Begin(ConsoleHost host)
    {
        var open = host.Competitions.Create(Venue.Id);
        GroupedEntrant[] groups = [.. Enumerable.Range(1, 4).Select(n => new GroupedEntrant(new($"E{n}"), n <= 2 ? "a" : "b"))];
        foreach (var e in _venue.Events().Append(new GroupsAssigned(Venue.Trade, Venue.Module(1), null, groups)))
        {
            await ConsoleHost.Do(open, Actor.System, e);
        }

        return open;
    }

    private static Task<Receipt> HandIn(Api.Ledger.OpenCompetition open, int judge, decimal mark) => ConsoleHost.Do(
        open, Actor.System, new SheetSubmitted(
            new("E1"), Venue.Module(1), Venue.Judge(judge), new Dictionary<AspectId, Entry> { [new("a1")] = Entry.Of(mark) }, 0));

    private static string Seen(StageDirector stage) =>
        stage.Of(Venue.Id) is { } p ? $"{p.Code} {p.Seats.Count} {p.Seats.Count(s => s.In)}" : "";

    private static string Sent(ConsoleHost host) =>
        JsonSerializer.Serialize(host.App.Services.GetRequiredService<Display.Screens.Screens>().Of("主屏"), ScoringJson.Options);

    private static IEnumerable<string> Called(StageDirector stage) =>
        Enumerable.Range(1, 4).Where(n => stage.CallOf(Venue.Id, Venue.Judge(n)) is not null).Select(n => Venue.Judge(n).Value);
}

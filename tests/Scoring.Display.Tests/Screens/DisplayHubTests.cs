using Scoring.Core.Definition;
using Scoring.Display.Screens;

namespace Scoring.Display.Tests.Screens;

public sealed class DisplayHubTests
{
    [Fact]
    public async Task Whoever_connects_gets_the_whole_state()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board());
        display.Feed.Set(TestBoards.Board("qg", "钳工"));
        await using var reader = await TestReader.Connect(display.Address);

        Assert.Equal(TestBoards.Card.Name, reader.State!.Competition.Name);
        Assert.Equal(["dg", "qg"], reader.State.Boards.Select(b => b.Trade.Value));
        Assert.Equal(94.98m, reader.State.Boards[0].Rows[0].Total);
    }

    [Fact]
    public async Task Without_a_competition_there_is_no_state_and_no_error()
    {
        await using var display = await TestDisplay.Start(new TestFeed());
        await using var reader = await TestReader.Connect(display.Address);
        Assert.Null(reader.State);
        Assert.Equal(0, display.Get<Watchers>().Watching(TestBoards.Id));
    }

    [Fact]
    public async Task A_competition_that_is_not_there_is_not_watched()
    {
        await using var display = await TestDisplay.Start();
        await using var reader = await TestReader.Connect(display.Address, new CompetitionId("other"));
        Assert.Null(reader.State);
        Assert.Equal(0, display.Get<Watchers>().Watching(TestBoards.Id));
    }

    [Fact]
    public async Task A_change_reaches_everyone_with_its_figures_exact()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board(marked: 2, version: 7));
        await using var one = await TestReader.Connect(display.Address);
        await using var two = await TestReader.Connect(display.Address);
        display.Feed.Set(TestBoards.Board(marked: 3, version: 8));
        await Until.True(() => one.Newest?.Version == 8 && two.Newest?.Version == 8, "both readers have version 8");
        Assert.Equal([94.98m, 93.69m, 93.05m], one.Newest!.Rows.Select(r => r.Total!.Value));
    }

    [Fact]
    public async Task A_burst_of_changes_ends_on_the_newest_for_everyone_in_far_fewer_messages()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Versioned(1));
        var readers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TestReader.Connect(display.Address)));
        for (long version = 2; version <= 101; version++)
        {
            display.Feed.Set(TestBoards.Versioned(version));
        }

        await Until.True(() => readers.All(r => r.Newest?.Version == 101), "every reader ends on the newest board");
        Assert.All(readers, r => Assert.True(r.Boards.Count <= 10, $"{r.Boards.Count} messages for 100 changes"));
        Assert.All(readers, r => Assert.Equal(r.Boards.Select(b => b.Version).Order(), r.Boards.Select(b => b.Version)));
        foreach (var reader in readers)
        {
            await reader.DisposeAsync();
        }
    }

    [Fact]
    public async Task Older_versions_are_not_passed_on()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Versioned(10));
        await using var reader = await TestReader.Connect(display.Address);
        display.Feed.Set(TestBoards.Versioned(20));
        await Until.True(() => reader.Newest?.Version == 20, "version 20 came");
        display.Feed.Say(TestBoards.Versioned(15));
        display.Feed.Set(TestBoards.Versioned(21));
        await Until.True(() => reader.Newest?.Version == 21, "version 21 came");
        Assert.DoesNotContain(reader.Boards, b => b.Version == 15);
    }

    [Fact]
    public async Task Boards_of_another_competition_are_not_sent()
    {
        await using var display = await TestDisplay.Start();
        await using var reader = await TestReader.Connect(display.Address);
        display.Feed.Say(TestBoards.Versioned(3) with { Competition = new CompetitionId("other") });
        display.Feed.Set(TestBoards.Versioned(2));
        await Until.True(() => reader.Newest?.Version == 2, "the own board came");
        Assert.Single(reader.Boards);
    }

    [Fact]
    public async Task Who_goes_is_forgotten()
    {
        await using var display = await TestDisplay.Start();
        var watchers = display.Get<Watchers>();
        var reader = await TestReader.Connect(display.Address);
        Assert.Equal(1, watchers.Watching(TestBoards.Id));
        await reader.Hub.StopAsync();
        await Until.True(() => watchers.Watching(TestBoards.Id) == 0, "the watcher is gone");
        await reader.DisposeAsync();
    }

    [Fact]
    public async Task A_hidden_trade_says_nothing_of_who_or_how_many()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(TestBoards.Board(view: Visibility.Hidden, marked: 0, entrants: 0));
        await using var reader = await TestReader.Connect(display.Address);
        var board = Assert.Single(reader.State!.Boards);
        Assert.Empty(board.Rows);
        Assert.Equal((0, 0), (board.Complete, board.Expected));
    }
}

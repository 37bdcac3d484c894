using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Screens;
using Scoring.Testing;

namespace Scoring.Display.Tests.Screens;

/// <summary>What a change costs in the air, counted on the wire.</summary>
public sealed class BytesTests(ITestOutputHelper output)
{
    private const int Entrants = 200, Most = 1536;

    [Fact]
    public async Task A_change_in_a_trade_of_two_hundred_costs_a_watcher_at_most_a_kilobyte_and_a_half()
    {
        await using var display = await TestDisplay.Start();
        display.Feed.Set(Board(1));
        await using var proxy = new CountingProxy(display.Address);
        await using var reader = await TestReader.Connect(proxy.Address);
        display.Feed.Set(Board(2)); // the first is whole
        await Until.True(() => reader.Newest?.Version == 2, "the first board");
        var costs = new List<long>();
        for (var version = 3L; version <= 12; version++)
        {
            var before = proxy.Down;
            display.Feed.Set(Board(version));
            await Until.True(() => reader.Newest?.Version == version, $"version {version}");
            costs.Add(proxy.Down - before);
            Assert.Equivalent(Board(version), reader.Newest, strict: true);
        }

        output.WriteLine($"whole board {System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Board(1), Core.Json.ScoringJson.Options).Length:N0} bytes; a change: {string.Join(' ', costs)} bytes");
        Assert.All(costs, cost => Assert.InRange(cost, 1, Most));
    }

    [Fact]
    public async Task A_burst_costs_a_watcher_one_message_at_once_and_the_newest_a_quarter_of_a_second_later()
    {
        var (time, said) = (new FakeTimeProvider(), new Said());
        var watcher = new Watcher(said, time) { Changes = new BoardChanges() };
        var running = watcher.Run(() => { });
        watcher.Offer(Board(1));
        await Until.True(() => said.Versions.Count == 1, "the first at once");
        for (var version = 2L; version <= 100; version++)
        {
            watcher.Offer(Board(version));
        }

        await Until.True(() =>
        {
            time.Advance(Watcher.BetweenBoards);
            return said.Versions.Count > 1;
        }, "the next round");
        Assert.Equal([1L, 100L], said.Versions);
        watcher.Stop();
        await running;
    }

    [Fact]
    public async Task A_burst_of_a_hundred_marks_is_a_small_part_of_a_whole_board_a_mark_for_each_of_two_hundred_watchers()
    {
        const int Watchers = 200, Marks = 100;
        await using var display = await TestDisplay.Start();
        display.Feed.Set(Board(1));
        await using var proxy = new CountingProxy(display.Address);
        var readers = new List<TestReader>();
        foreach (var group in Enumerable.Range(0, Watchers).Chunk(20))
        {
            readers.AddRange(await Task.WhenAll(group.Select(_ => TestReader.Connect(proxy.Address))));
        }

        display.Feed.Set(Board(2)); // the first is whole
        await Until.True(() => readers.All(r => r.Newest?.Version == 2), "the first board");
        var (before, began) = (proxy.Down, System.Diagnostics.Stopwatch.StartNew());
        for (var version = 3L; version < 3 + Marks; version++)
        {
            display.Feed.Set(Board(version));
        }

        await Until.True(() => readers.All(r => r.Newest?.Version == 2 + Marks), "everybody has the newest");
        var each = (proxy.Down - before) / Watchers;
        var whole = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Board(1), Core.Json.ScoringJson.Options).Length;
        output.WriteLine($"{Watchers} watchers, {Entrants} entrants, {Marks} marks at once: {each:N0} bytes a watcher in {began.Elapsed.TotalSeconds:F2} s; " +
            $"as whole boards, a mark each: {whole * Marks:N0}");
        Assert.InRange(each, 1, Marks * Most);
        Assert.All(readers, r => Assert.Equivalent(Board(2 + Marks), r.Newest, strict: true));
        await Task.WhenAll(readers.Select(r => r.DisposeAsync().AsTask()));
    }

    private sealed class Said : IDisplayClient
    {
        public ConcurrentQueue<long> Versions { get; } = new();

        public Task Board(Board board) => Hear(board.Version);

        public Task Rows(BoardChange change) => Hear(change.Version);

        public Task Competition(CompetitionCard competition) => Task.CompletedTask;

        public Task Screen(ScreenState screen) => Task.CompletedTask;

        public Task Ceremony(CeremonyPicture picture) => Task.CompletedTask;

        public Task Upstream(bool connected) => Task.CompletedTask;

        private Task Hear(long version)
        {
            Versions.Enqueue(version);
            return Task.CompletedTask;
        }
    }

    /// <summary>Codes, figures, totals; at each version another entrant leaps.</summary>
    private static Board Board(long version)
    {
        var totals = Enumerable.Range(0, Entrants).Select(i => (Code: $"A{i:000}", Total: 60m + ((i * 37 % 400) * 0.1m) + (i == version * 7 % Entrants ? 5.55m : 0m))).OrderByDescending(r => r.Total).ToList();
        return TestBoards.Board(version: version, marked: 0, entrants: Entrants) with
        {
            Complete = Entrants, View = Visibility.Codes, Phase = Phase.Scoring,
            Rows = [.. totals.Select((r, i) => new BoardRow(r.Code, r.Code, i > 0 && totals[i - 1].Total == r.Total ? totals.FindIndex(t => t.Total == r.Total) + 1 : i + 1, null, null, [r.Total, r.Total], null, r.Total, EntrantStatus.Normal, null, null))],
        };
    }
}

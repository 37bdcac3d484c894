using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Display.Screens;

namespace Scoring.Display.Tests.Screens;

public sealed class BoardRelayTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _time = new(TestBoards.At);
    private readonly TestFeed _feed = new();
    private readonly BoardRelay _relay;

    public BoardRelayTests() => _relay = new BoardRelay(_feed, new Watchers(new NoHub(), TimeProvider.System), _time, NullLogger<BoardRelay>.Instance);

    [Fact]
    public async Task The_first_change_is_taken_at_once_and_what_follows_within_the_window_as_one_the_newest_of_each_trade()
    {
        await _relay.StartAsync(TestContext.Current.CancellationToken);
        _feed.Set(TestBoards.Versioned(1));
        await Until.True(() => _feed.Taken.Count == 1, "the first is taken");
        _feed.Set(TestBoards.Versioned(2));
        _feed.Set(TestBoards.Versioned(3));
        _feed.Set(TestBoards.Versioned(4, "qg"));
        Assert.Equal([1L], Versions(_feed.Taken));

        await Until.True(() =>
        {
            _time.Advance(BoardRelay.WindowFor(0)); // again and again: the relay may not have come to its window yet
            return _feed.Taken.Count == 2;
        }, "the next is taken");
        Assert.Equal([1L, 3L, 4L], Versions(_feed.Taken));
    }

    [Fact]
    public void The_window_grows_with_the_watchers_and_nobody_is_served_ten_times_a_second() => Assert.Equal(
        [100, 4.05, 14, 54, 254],
        new[] { 0, 1, 200, 1_000, 5_000 }.Select(watchers => BoardRelay.WindowFor(watchers).TotalMilliseconds));

    public async ValueTask DisposeAsync()
    {
        await _relay.StopAsync(CancellationToken.None);
        _relay.Dispose();
    }

    private static IEnumerable<long> Versions(IEnumerable<IReadOnlyList<Board>> taken) => taken.SelectMany(boards => boards.Select(b => b.Version).Order());

    /// <summary>Nobody is connected.</summary>
    private sealed class NoHub : IHubContext<DisplayHub, IDisplayClient>
    {
        public IHubClients<IDisplayClient> Clients => throw new InvalidOperationException();

        public IGroupManager Groups => throw new InvalidOperationException();
    }
}

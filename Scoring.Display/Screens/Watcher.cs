using System.Collections.Concurrent;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Display.Screens;

/// <summary>
/// One connection's newest unread states, and the loop that sends them one after another: boards four times a second at most, since nobody sees more, and
/// after the first of each trade only what changed of it.
/// </summary>
public sealed class Watcher(IDisplayClient client, TimeProvider time)
{
    public static readonly TimeSpan BetweenBoards = TimeSpan.FromMilliseconds(250);


    private readonly SemaphoreSlim _news = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<(CompetitionId, TradeId), Board> _boards = new();
    private readonly ConcurrentDictionary<CompetitionId, CompetitionCard> _cards = new();
    private readonly ConcurrentDictionary<CompetitionId, CeremonyPicture> _pictures = new();
    private readonly ConcurrentDictionary<string, ScreenState> _screens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(CompetitionId, TradeId), Board> _sent = new();
    private int _waking;
    private long _boardsFrom = long.MinValue;
    private volatile object? _link;
    private volatile string? _competition;
    private volatile string? _name;

    /// <summary>Hears of every competition and every screen: a display that runs on its own.</summary>
    public bool Everything { get; init; }

    /// <summary>What changed between two boards; null: whole boards are sent, as fast as they come.</summary>
    internal BoardChanges? Changes { get; init; }

    /// <summary>Boards of this one are sent; null: none yet.</summary>
    public CompetitionId? Competition
    {
        get => _competition is { } id ? new CompetitionId(id) : null;
        set => _competition = value?.Value;
    }

    /// <summary>Asked for no contest by name: it shows the one in use, whichever that is.</summary>
    public bool Follows { get; set; }

    /// <summary>Of a display that runs on its own: the contest in use when it last asked; null: it has not.</summary>
    public CompetitionId? InUse { get; set; }

    /// <summary>The name of the screen this is; null: one of its own, or a phone.</summary>
    public string? Screen
    {
        get => _name;
        set => _name = value;
    }

    /// <summary>Ends the connection; its reader comes back by itself.</summary>
    public Action? Cut { get; set; }

    public bool Hears(CompetitionId competition) => Everything || Competition == competition;

    public bool Is(string screen) => Everything || Screen == screen;

    public void Offer(Board board)
    {
        _boards.AddOrUpdate((board.Competition, board.Trade), board, (_, unread) => unread.Version > board.Version ? unread : board);
        _news.Release();
    }

    public void Offer(CompetitionCard card)
    {
        _cards[card.Id] = card;
        _news.Release();
    }

    public void Offer(ScreenState screen)
    {
        _screens[screen.Name] = screen;
        _news.Release();
    }

    public void Offer(CeremonyPicture picture)
    {
        _pictures[picture.Competition] = picture;
        _news.Release();
    }

    public void OfferLink(bool connected)
    {
        _link = connected;
        _news.Release();
    }

    public void Stop() => _stop.Cancel();

    public async Task Run(Action sent)
    {
        try
        {
            while (true)
            {
                // Writing waits for a reader whose buffer is full; meanwhile newer states take the place of older ones.
                await _news.WaitAsync(_stop.Token);
                await Drain(_screens, client.Screen, sent);
                await Drain(_pictures, client.Ceremony, sent);
                if (Interlocked.Exchange(ref _link, null) is bool connected)
                {
                    await client.Upstream(connected);
                    sent();
                }

                await Drain(_cards, client.Competition, sent);
                await SendBoards(sent);
            }
        }
        catch (OperationCanceledException)
        {
            // The connection went away.
        }
    }

    /// <summary>The next board of each trade is sent whole: the reader asked for everything anew.</summary>
    public void StartAnew() => _sent.Clear();

    private async Task SendBoards(Action sent)
    {
        if (Changes is null)
        {
            await Drain(_boards, client.Board, sent);
            return;
        }

        var now = time.GetTimestamp();
        if (_boards.IsEmpty)
        {
            return;
        }

        if (now < _boardsFrom)
        {
            _ = WakeAfter(time.GetElapsedTime(now, _boardsFrom));
            return;
        }

        _boardsFrom = now + (long)(BetweenBoards.TotalSeconds * time.TimestampFrequency);
        await Drain(_boards, SendBoard, sent);
    }

    private Task SendBoard(Board board)
    {
        var key = (board.Competition, board.Trade);
        var change = _sent.TryGetValue(key, out var before) ? Changes!.Between(before, board) : null;
        _sent[key] = board;
        return change is null ? client.Board(board) : client.Rows(change);
    }

    private async Task WakeAfter(TimeSpan wait)
    {
        if (Interlocked.Exchange(ref _waking, 1) == 0)
        {
            await Task.Delay(wait, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _waking = 0;
            _news.Release();
        }
    }

    private static async Task Drain<TKey, T>(ConcurrentDictionary<TKey, T> unread, Func<T, Task> send, Action sent) where TKey : notnull
    {
        foreach (var (key, _) in unread)
        {
            if (unread.TryRemove(key, out var newest))
            {
                await send(newest);
                sent();
            }
        }
    }
}

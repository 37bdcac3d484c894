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

    private readonly SemaphoreSlim news = new(0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<(CompetitionId, TradeId), Board> boards = new();
    private readonly ConcurrentDictionary<CompetitionId, CompetitionCard> cards = new();
    private readonly ConcurrentDictionary<CompetitionId, CeremonyPicture> pictures = new();
    private readonly ConcurrentDictionary<string, ScreenState> screens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(CompetitionId, TradeId), Board> sent = new();
    private int waking;
    private long boardsFrom = long.MinValue;
    private volatile object? link;
    private volatile string? competition;
    private volatile string? name;

    /// <summary>Hears of every competition and every screen: a display that runs on its own.</summary>
    public bool Everything { get; init; }

    /// <summary>What changed between two boards; null: whole boards are sent, as fast as they come.</summary>
    internal BoardChanges? Changes { get; init; }

    /// <summary>Boards of this one are sent; null: none yet.</summary>
    public CompetitionId? Competition
    {
        get => competition is { } id ? new CompetitionId(id) : null;
        set => this.competition = value?.Value;
    }

    /// <summary>Asked for no contest by name: it shows the one in use, whichever that is.</summary>
    public bool Follows { get; set; }

    /// <summary>Of a display that runs on its own: the contest in use when it last asked; null: it has not.</summary>
    public CompetitionId? InUse { get; set; }

    /// <summary>The name of the screen this is; null: one of its own, or a phone.</summary>
    public string? Screen
    {
        get => name;
        set => name = value;
    }

    /// <summary>It only looks at what <see cref="Screen"/> plays and is not counted as that screen.</summary>
    public bool Mirrors { get; set; }

    /// <summary>Ends the connection; its reader comes back by itself.</summary>
    public Action? Cut { get; set; }

    public bool Hears(CompetitionId competition) => Everything || Competition == competition;

    public bool Is(string screen) => Everything || Screen == screen;

    public void Offer(Board board)
    {
        boards.AddOrUpdate((board.Competition, board.Trade), board, (_, unread) => unread.Version > board.Version ? unread : board);
        news.Release();
    }

    public void Offer(CompetitionCard card)
    {
        cards[card.Id] = card;
        news.Release();
    }

    public void Offer(ScreenState screen)
    {
        screens[screen.Name] = screen;
        news.Release();
    }

    public void Offer(CeremonyPicture picture)
    {
        pictures[picture.Competition] = picture;
        news.Release();
    }

    public void OfferLink(bool connected)
    {
        link = connected;
        news.Release();
    }

    public void Stop() => stop.Cancel();

    public async Task Run(Action sent)
    {
        try
        {
            while (true)
            {
                // Writing waits for a reader whose buffer is full; meanwhile newer states take the place of older ones.
                await news.WaitAsync(stop.Token);
                await Drain(screens, client.Screen, sent);
                await Drain(pictures, client.Ceremony, sent);
                if (Interlocked.Exchange(ref link, null) is bool connected)
                {
                    await client.Upstream(connected);
                    sent();
                }

                await Drain(cards, client.Competition, sent);
                await SendBoards(sent);
            }
        }
        catch (OperationCanceledException)
        {
            // The connection went away.
        }
    }

    /// <summary>The next board of each trade is sent whole: the reader asked for everything anew.</summary>
    public void StartAnew() => sent.Clear();

    private async Task SendBoards(Action sent)
    {
        if (Changes is null)
        {
            await Drain(boards, client.Board, sent);
            return;
        }

        var now = time.GetTimestamp();
        if (boards.IsEmpty)
        {
            return;
        }

        if (now < boardsFrom)
        {
            _ = WakeAfter(time.GetElapsedTime(now, boardsFrom));
            return;
        }

        boardsFrom = now + (long)(BetweenBoards.TotalSeconds * time.TimestampFrequency);
        await Drain(boards, SendBoard, sent);
    }

    private Task SendBoard(Board board)
    {
        var key = (board.Competition, board.Trade);
        var change = sent.TryGetValue(key, out var before) ? Changes!.Between(before, board) : null;
        sent[key] = board;
        return change is null ? client.Board(board) : client.Rows(change);
    }

    private async Task WakeAfter(TimeSpan wait)
    {
        if (Interlocked.Exchange(ref waking, 1) == 0)
        {
            await Task.Delay(wait, time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            waking = 0;
            news.Release();
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

using System.Collections.Concurrent;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Display.Screens;

/// <summary>One connection's newest unread states, and the loop that sends them one after another.</summary>
public sealed class Watcher(IDisplayClient client)
{
    private readonly SemaphoreSlim _news = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<(CompetitionId, TradeId), Board> _boards = new();
    private readonly ConcurrentDictionary<CompetitionId, CompetitionCard> _cards = new();
    private readonly ConcurrentDictionary<CompetitionId, CeremonyPicture> _pictures = new();
    private readonly ConcurrentDictionary<string, ScreenState> _screens = new(StringComparer.Ordinal);
    private volatile object? _link;
    private volatile string? _competition;
    private volatile string? _name;

    /// <summary>Hears of every competition and every screen: a display that runs on its own.</summary>
    public bool Everything { get; init; }

    /// <summary>Boards of this one are sent; null: none yet.</summary>
    public CompetitionId? Competition
    {
        get => _competition is { } id ? new CompetitionId(id) : null;
        set => _competition = value?.Value;
    }

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
                await Drain(_boards, client.Board, sent);
            }
        }
        catch (OperationCanceledException)
        {
            // The connection went away.
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

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
    private readonly ConcurrentDictionary<TradeId, Board> _boards = new();
    private CompetitionCard? _card;
    private ScreenState? _screen;
    private CeremonyPicture? _picture;
    private volatile string? _competition;
    private volatile string? _name;

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

    public void Offer(Board board)
    {
        _boards.AddOrUpdate(board.Trade, board, (_, unread) => unread.Competition == board.Competition && unread.Version > board.Version ? unread : board);
        _news.Release();
    }

    public void Offer(CompetitionCard card)
    {
        Interlocked.Exchange(ref _card, card);
        _news.Release();
    }

    public void Offer(ScreenState screen)
    {
        Interlocked.Exchange(ref _screen, screen);
        _news.Release();
    }

    public void Offer(CeremonyPicture picture)
    {
        Interlocked.Exchange(ref _picture, picture);
        _news.Release();
    }

    public void Stop() => _stop.Cancel();

    public async Task Run(Action sent)
    {
        try
        {
            while (true)
            {
                await _news.WaitAsync(_stop.Token);

                // Writing waits for a reader whose buffer is full; meanwhile newer states take the place of older ones.
                if (Interlocked.Exchange(ref _screen, null) is { } screen)
                {
                    await client.Screen(screen);
                    sent();
                }

                if (Interlocked.Exchange(ref _picture, null) is { } picture)
                {
                    await client.Ceremony(picture);
                    sent();
                }

                if (Interlocked.Exchange(ref _card, null) is { } card)
                {
                    await client.Competition(card);
                    sent();
                }

                foreach (var trade in _boards.Keys)
                {
                    if (_boards.TryRemove(trade, out var board))
                    {
                        await client.Board(board);
                        sent();
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The connection went away.
        }
    }
}

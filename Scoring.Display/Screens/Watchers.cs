using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Display.Screens;

/// <summary>
/// Who watches which competition. A group of SignalR's own would make everyone wait for its slowest reader, or queue old boards for it;
/// here each connection has a place for the newest state of each board, and takes it when it has read the one before.
/// </summary>
public sealed class Watchers(IHubContext<DisplayHub, IDisplayClient> hub)
{
    private readonly ConcurrentDictionary<string, Watcher> _all = new(StringComparer.Ordinal);
    private long _sent;

    public int Count => _all.Count;

    /// <summary>Messages handed to connections since the start.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public void Join(HubCallerContext connection, CompetitionId competition)
    {
        var watcher = new Watcher(competition, hub.Clients.Client(connection.ConnectionId));
        Leave(connection.ConnectionId);
        _all[connection.ConnectionId] = watcher;
        _ = watcher.Run(() => Interlocked.Increment(ref _sent));
        connection.ConnectionAborted.Register(() => Leave(connection.ConnectionId)); // at once if it has gone already
    }

    private void Leave(string connectionId)
    {
        if (_all.TryRemove(connectionId, out var watcher))
        {
            watcher.Stop();
        }
    }

    public void Publish(Board board)
    {
        foreach (var watcher in _all.Values.Where(w => w.Competition == board.Competition))
        {
            watcher.Offer(board);
        }
    }

    public void Publish(CompetitionCard card)
    {
        foreach (var watcher in _all.Values.Where(w => w.Competition == card.Id))
        {
            watcher.Offer(card);
        }
    }
}

/// <summary>One connection's newest unread states, and the loop that sends them one after another.</summary>
internal sealed class Watcher(CompetitionId competition, IDisplayClient client)
{
    private readonly SemaphoreSlim _news = new(0);
    private readonly CancellationTokenSource _stop = new();
    private ImmutableDictionary<TradeId, Board> _boards = ImmutableDictionary<TradeId, Board>.Empty;
    private CompetitionCard? _card;

    public CompetitionId Competition => competition;

    public void Offer(Board board)
    {
        ImmutableInterlocked.AddOrUpdate(ref _boards, board.Trade, board, (_, unread) => unread.Version > board.Version ? unread : board);
        _news.Release();
    }

    public void Offer(CompetitionCard card)
    {
        Interlocked.Exchange(ref _card, card);
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
                if (Interlocked.Exchange(ref _card, null) is { } card)
                {
                    await client.Competition(card);
                    sent();
                }

                // Writing waits for a reader whose buffer is full; meanwhile newer boards take the place of older ones.
                foreach (var trade in _boards.Keys)
                {
                    if (ImmutableInterlocked.TryRemove(ref _boards, trade, out var board))
                    {
                        await client.Board(board);
                        sent();
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The connection went away or joined another competition.
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Scoring.Api.Storage;

namespace Scoring.Api.Ledger;

/// <summary>Writes down what is durable, a few seconds behind and off the writer's path: what is remembered is always something that was.</summary>
public sealed class HeadKeeper(Competitions competitions, HeadRows heads, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<OpenCompetition, (long Sequence, string Hash)> waiting = new();
    private readonly Lock writing = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = Commits.Listen(competitions, (open, entries) => waiting[open] = (entries[^1].Receipt.Sequence, entries[^1].Receipt.Hash));
        competitions.Removed += removed =>
        {
            lock (writing) // whoever forgets the head next finds nobody still writing it; later ticks see that it is off the shelf
            {
                waiting.TryRemove(removed, out _);
            }
        };
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Write();
            }
        }
        catch (OperationCanceledException)
        {
            Write();
        }
    }

    private void Write()
    {
        foreach (var (competition, head) in waiting)
        {
            lock (writing)
            {
                try
                {
                    if (competitions.Find(competition.Id) == competition)
                    {
                        heads.Remember(competition.Id, head.Sequence, head.Hash);
                    }

                    waiting.TryRemove(KeyValuePair.Create(competition, head));
                }
                catch (SqliteException)
                {
                    return; // a full disk; tried again at the next tick
                }
            }
        }
    }
}

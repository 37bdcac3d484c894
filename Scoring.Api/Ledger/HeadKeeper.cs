using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Scoring.Api.Storage;
using Scoring.Core.Definition;

namespace Scoring.Api.Ledger;

/// <summary>Writes down what is durable, a few seconds behind and off the writer's path: what is remembered is always something that was.</summary>
public sealed class HeadKeeper(Competitions competitions, HeadRows heads, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<CompetitionId, (long Sequence, string Hash)> waiting = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var listening = Commits.Listen(competitions, (open, entries) => waiting[open.Id] = (entries[^1].Receipt.Sequence, entries[^1].Receipt.Hash));
        competitions.Removed += removed => waiting.TryRemove(removed.Id, out _);
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
            try
            {
                heads.Remember(competition, head.Sequence, head.Hash);
                waiting.TryRemove(KeyValuePair.Create(competition, head));
            }
            catch (SqliteException)
            {
                return; // a full disk; tried again at the next tick
            }
        }
    }
}

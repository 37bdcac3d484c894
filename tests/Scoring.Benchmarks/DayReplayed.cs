// Start with a long ledger: replay against reading the same rows bare.
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed class DayReplayed(string folder, int events)
{
    private readonly Venue venue = new(Entrants: events / 100, Judges: 5, Modules: 20, Aspects: 30);

    public async Task<IReadOnlyList<Row>> Run()
    {
        var file = Path.Combine(folder, "day.db");
        using (var store = SqliteLedger.Open(file))
        {
            foreach (var group in venue.Ledger().Chunk(1000))
            {
                store.Append(group);
            }
        }

        Bare(file);
        var bare = Bare(file);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var metrics = new LedgerMetrics();
        var (started, paused) = (Stopwatch.GetTimestamp(), GC.GetTotalPauseDuration());
        await using var competition = OpenCompetition.Open(Venue.Id, SqliteLedger.Open(file), TimeProvider.System, metrics, NullLogger.Instance);
        var replay = Stopwatch.GetElapsedTime(started);
        paused = GC.GetTotalPauseDuration() - paused;
        var perEntrant = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / venue.Entrants;
        return [new($"a day of {competition.Sequence} events replayed", replay.TotalSeconds, "s", bare.TotalSeconds, "<= 3", $"{paused.TotalSeconds:0.00} s of it moving what stays; {perEntrant:0.0} KB an entrant with 100 sheets")];
    }

    private static TimeSpan Bare(string file)
    {
        var started = Stopwatch.GetTimestamp();
        using var connection = SqliteFile.Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sequence, at, id, actor, type, payload, hash FROM events ORDER BY sequence";
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            _ = (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetFieldValue<byte[]>(5), row.GetFieldValue<byte[]>(6));
        }

        return Stopwatch.GetElapsedTime(started);
    }
}

// Durable receipts over real WebSockets from a second process, beside the same rows inserted by a bare loop.
using System.Diagnostics;
using Scoring.Api.Storage;
using Scoring.Core.Ledger;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed class Receipts(string folder, int sheets)
{
    private const int Judges = 8;
    private const int Most = 32;

    public async Task<IReadOnlyList<Row>> Run()
    {
        // Three turns and one to warm up: of 8 and of 32 connections each judge hands in an eighth, and in one turn a quarter alone.
        var venue = new Venue(Entrants: (2 * 4 * sheets / Judges + sheets / 4) / 2 + Most, Judges, Modules: 2, Aspects: 30);
        await using var tablets = await Tablets.Start(venue, Most);
        var entries = Entries(venue, sheets);
        await Turn(0, tablets, entries);
        var best = new double[5];
        for (var turn = 1; turn <= 3; turn++)
        {
            best = [.. best.Zip(await Turn(turn, tablets, entries), Math.Max)];
        }

        return
        [
            new("receipts, 1 connection, beside 1 per commit", best[2], "1/s", best[0], ">= 0.4"),
            new("receipts, 8 connections, beside 1 per commit", best[3], "1/s", best[0], ""),
            new("receipts, 32 connections, beside 1 per commit", best[4], "1/s", best[0], ">= 1.5"),
            new("receipts, 32 connections, beside 50 per commit", best[4], "1/s", best[1], ""),
        ];
    }

    // All in turns, and the best of each, so that what else the machine does falls on all alike.
    private async Task<double[]> Turn(int turn, Tablets tablets, IReadOnlyList<LedgerEntry> entries) =>
    [
        Bare(entries.Take(sheets / 4).ToList(), 1), Bare(entries, 50),
        await tablets.Receipts(1, sheets / 4, first: turn), await tablets.Receipts(8, sheets), await tablets.Receipts(Most, sheets),
    ];

    private double Bare(IReadOnlyList<LedgerEntry> entries, int perCommit)
    {
        using var store = SqliteLedger.Open(Path.Combine(folder, $"{Guid.NewGuid():N}.db"));
        var groups = entries.Chunk(perCommit).ToList();
        var started = Stopwatch.GetTimestamp();
        groups.ForEach(store.Append);
        return entries.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static List<LedgerEntry> Entries(Venue venue, int count) => [.. venue.Ledger().Skip(venue.Events().Count()).Take(count).Select((e, i) => e with { Sequence = i + 1 })];
}

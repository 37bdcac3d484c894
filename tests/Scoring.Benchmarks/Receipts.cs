// Durable receipts per second, against the same rows inserted by a bare loop.
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Scoring.Api.Ledger;
using Scoring.Api.Storage;
using Scoring.Core.Ledger;
using Scoring.Core.Scoring;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed class Receipts(string folder, int sheets) : IDisposable
{
    private readonly Venue venue = new(Entrants: sheets / 10, Judges: 5, Modules: 2, Aspects: 30);
    private readonly LedgerMetrics metrics = new();

    public IEnumerable<Row> Run()
    {
        var entries = Ledgered(32).Entries;
        // Taken in turns and the best of each, so that what else the machine does falls on all alike.
        var best = new double[5];
        for (var turn = 0; turn < 3; turn++)
        {
            double[] now = [Bare(entries, 1), Bare(entries, 50), Ledgered(1).PerSecond, Ledgered(8).PerSecond, Ledgered(32).PerSecond];
            best = [.. best.Zip(now, Math.Max)];
        }

        yield return new("receipts, 1 caller, beside 1 per commit", best[2], "1/s", best[0], ">= 0.4");
        yield return new("receipts, 8 callers, beside 1 per commit", best[3], "1/s", best[0], "");
        yield return new("receipts, 32 callers, beside 1 per commit", best[4], "1/s", best[0], ">= 1.5");
        yield return new("receipts, 32 callers, beside 50 per commit", best[4], "1/s", best[1], "");
    }

    private (double PerSecond, IReadOnlyList<LedgerEntry> Entries) Ledgered(int callers) => LedgeredAsync(callers).GetAwaiter().GetResult();

    private async Task<(double PerSecond, IReadOnlyList<LedgerEntry> Entries)> LedgeredAsync(int callers)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.db");
        double perSecond;
        await using (var competition = OpenCompetition.Open(Venue.Id, SqliteLedger.Open(file), TimeProvider.System, metrics, NullLogger.Instance))
        {
            foreach (var e in venue.Events())
            {
                await competition.Execute(Guid.NewGuid(), Actor.System, _ => Decision.Of(e));
            }

            var work = from module in Enumerable.Range(1, venue.Modules)
                       from entrant in Enumerable.Range(1, venue.Entrants)
                       from judge in Enumerable.Range(1, venue.Judges)
                       select (Judge: Venue.Judge(judge), Sheet: venue.Sheet(module, entrant, 0.5m));
            var outboxes = work.Select((w, i) => (w, i)).GroupBy(x => x.i % callers, x => x.w).Select(g => g.ToList()).ToList();
            var started = Stopwatch.GetTimestamp();
            await Task.WhenAll(outboxes.Select(outbox => Task.Run(async () =>
            {
                foreach (var (judge, sheet) in outbox)
                {
                    var outcome = await competition.Execute(sheet.Id, $"judge:{judge}", state => SubmitSheet.Decide(state, judge, sheet));
                    if (outcome is not Outcome.Accepted)
                    {
                        throw new InvalidOperationException(outcome.ToString());
                    }
                }
            })));
            perSecond = sheets / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        using var store = SqliteLedger.Open(file);
        return (perSecond, store.ReadAll().ToList());
    }

    private double Bare(IReadOnlyList<LedgerEntry> entries, int perCommit)
    {
        using var store = SqliteLedger.Open(Path.Combine(folder, $"{Guid.NewGuid():N}.db"));
        var groups = entries.Chunk(perCommit).ToList();
        var started = Stopwatch.GetTimestamp();
        groups.ForEach(store.Append);
        return entries.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public void Dispose() => metrics.Dispose();
}

// One more mark on a trade that already holds very many.
using Scoring.Core.Fold.Public;
using System.Diagnostics;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Testing;

namespace Scoring.Benchmarks;

internal sealed class OneMoreMark
{
    private const int Marks = 5_000, Turns = 4;

    public IReadOnlyList<Row> Run()
    {
        // In turns and the best of each, so that what else the machine does falls on all alike; the first turn warms.
        (int Entrants, int Among)[] sizes = [(1_000, 1_000), (10_000, 10_000), (100_000, 100_000), (100_000, 1_000)];
        (double Time, long Bytes)[] best = [.. sizes.Select(_ => (double.MaxValue, 0L))];
        for (var turn = 0; turn < Turns; turn++)
        {
            best = [.. sizes.Select(size => Measure(size.Entrants, size.Among)).Zip(best, (now, before) => now.Time < before.Time ? now : before)];
        }

        var (small, middle, large, near) = (best[0], best[1], best[2], best[3]);
        return
        [
            new("one more mark, 10,000 entrants beside 1,000", middle.Time, "µs", small.Time, "", $"{middle.Bytes} B, at 1,000 {small.Bytes} B"),
            new("one more mark, 100,000 entrants beside 1,000", large.Time, "µs", small.Time, "<= 2", $"{large.Bytes} B, at 1,000 {small.Bytes} B"),
            new("the same, all of them for 1,000 of the 100,000", near.Time, "µs", small.Time, "", "the work without the way to memory"),
        ];
    }

    /// <param name="among">The marks are for so many of the entrants.</param>
    private static (double Time, long Bytes) Measure(int entrants, int among)
    {
        var venue = new Venue(entrants, Judges: 2, Modules: 1, Aspects: 10);
        var state = Folding.Begin();
        foreach (var e in venue.Events().Concat(venue.Sheets().Select(s => s.Event)))
        {
            state.Apply(state.Version + 1, DateTimeOffset.UnixEpoch, Actor.System, e);
        }

        _ = state.TradesInOrder[0].Public.Board();
        var random = new Random(1);
        var next = Enumerable.Range(0, Marks).Select(_ =>
        {
            var sheet = venue.Sheet(1, random.Next(1, among + 1), random.Next(0, 40) / 100m);
            return (LedgerEvent)new SheetSubmitted(new("E" + int.Parse(sheet.Code[1..], System.Globalization.CultureInfo.InvariantCulture)), sheet.Module, Venue.Judge(random.Next(1, 3)), sheet.Marks, 0);
        }).ToList();
        GC.Collect(); // what was left by the building is not the mark's
        var (bytes, started) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
        foreach (var e in next)
        {
            state.Apply(state.Version + 1, DateTimeOffset.UnixEpoch, Actor.System, e);
        }

        return (Stopwatch.GetElapsedTime(started).TotalMicroseconds / Marks, (GC.GetAllocatedBytesForCurrentThread() - bytes) / Marks);
    }
}

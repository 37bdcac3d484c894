using System.Diagnostics;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Fold;

/// <summary>One more mark must not cost more because much is already in. Bytes are asserted, times only printed.</summary>
public sealed class CostOfAMarkTests(ITestOutputHelper output)
{
    private static readonly ModuleId P = new("P");

    [Fact(Skip = "measures, with all cases only", SkipWhen = nameof(Cases.AreFew), SkipType = typeof(Cases))]
    public void The_cost_of_one_more_mark_does_not_grow_with_the_number_already_in()
    {
        var bytes = new[] { 1_000, 10_000, 100_000 }.Select(Measure).ToArray();

        Assert.True(bytes[2] < bytes[0] * 1.25m, $"{string.Join(", ", bytes)} bytes a mark");
        Assert.InRange(bytes[2], 0, 8_000);
    }

    private long Measure(int entrants)
    {
        const int Marks = 2_000;
        const int Judges = 2;
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 60m), Contest.Points("b", 40m))), entrants, Judges);
        foreach (var n in Enumerable.Range(1, entrants))
        {
            for (var judge = 1; judge <= Judges; judge++)
            {
                contest.State.Apply(contest.State.Version + 1, Contest.Start, "judge", Sheet(n, judge, 40m + (n % 20)));
            }
        }

        var next = Enumerable.Range(1, Marks).Select(i => Sheet((i * 7919 % entrants) + 1, (i % Judges) + 1, 41m + (i % 19))).ToArray();
        var (before, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        foreach (var sheet in next)
        {
            contest.State.Apply(contest.State.Version + 1, Contest.Start, "judge", sheet);
        }

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Marks;
        output.WriteLine($"{entrants} entrants: {bytes} bytes, {clock.Elapsed.TotalMicroseconds / Marks:0.0} µs a mark");
        Assert.Equal(entrants, contest.Trade.Standings().Rows.Count);
        return bytes;
    }

    private static SheetSubmitted Sheet(int n, int judge, decimal a) =>
        new(Contest.E(n), P, Contest.J(judge), new Dictionary<AspectId, Entry> { [new("a")] = Entry.Of(a), [new("b")] = Entry.Of(30m) }, 0);
}

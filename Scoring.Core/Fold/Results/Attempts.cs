using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Fold.Results;

/// <summary>A module that may be run more than once (R-K7, R-M6): which runs count, and what they make.</summary>
internal static class Attempts
{
    public static Run Of(ModuleState module, EntrantState entrant, ModuleEntries? entries, AttemptRule rule)
    {
        var (runs, all, missing) = Each(module, entrant, entries, rule.Most, n => $"第 {n} 次", $"没有成绩（不再进行的请登记弃试）", $"弃试");
        if (runs.Count == 0 && missing.Count == 0)
        {
            missing.Add($"各次均弃试，没有成绩");
        }

        var counting = Counting(runs, rule);
        foreach (var (number, _) in counting)
        {
            all[number - 1] = all[number - 1] with { Counts = true };
        }

        return Sum(runs, counting, all, missing);
    }

    /// <summary>Every entry of its own, by number from 1: those with a figure or a time, what is told of each, and what is missing.</summary>
    /// <param name="name">第 2 次, or the member's.</param>
    /// <param name="nothing">Said of one with nothing entered that is not noted as left out.</param>
    public static (List<(int Number, Run Run)> Runs, List<AttemptResult> All, List<Saying> Missing) Each(
        ModuleState module, EntrantState entrant, ModuleEntries? entries, int most, Func<int, Saying> name, Saying nothing, Saying leftOut)
    {
        var runs = new List<(int Number, Run Run)>();
        var all = new List<AttemptResult>();
        var missing = new List<Saying>();
        for (var number = 1; number <= most; number++)
        {
            var own = entries?.Attempt(number);
            if (own is null or { IsEmpty: true })
            {
                all.Add(new(number, [], null, [], null, null, null, false, [], own?.Waived, false) { Name = name(number), LeftOut = leftOut });
                if (own?.Waived is null)
                {
                    missing.Add($"{name(number)}{nothing}");
                }

                continue;
            }

            var run = Run.Of(module, entrant, own);
            missing.AddRange(run.Missing.Select(m => (Saying)$"{name(number)}：{m}"));
            runs.Add((number, run));
            all.Add(new(
                number, run.Marked.Sheets, run.Marked.Figure?.ToDecimal(), run.Deductions, run.Figure?.ToDecimal(), run.Seconds, run.Marked.Spread?.Per100,
                run.SpreadOpen, run.Missing, null, false, run.Marked.Judgements, run.Out)
            {
                Name = name(number), LeftOut = leftOut, ExactFigure = run.Figure, PanelOpen = run.PanelOpen,
            });
        }

        return (runs, all, missing);
    }

    // Of equal runs the earlier counts.
    private static List<(int Number, Run Run)> Counting(List<(int Number, Run Run)> runs, AttemptRule rule)
    {
        var done = runs.Where(r => r.Run.Figure is not null).ToList();
        var best = done.OrderByDescending(r => r.Run.Figure!.Value.ToRatio(), Comparer<Ratio>.Create((a, b) => a.CompareTo(b))); // not null: done
        return rule.Counts switch
        {
            AttemptCount.Best => [.. best.Take(1)],
            AttemptCount.Last => [.. done.TakeLast(1)],
            AttemptCount.Sum => done,
            AttemptCount.SumOfBest => [.. best.Take(rule.Best ?? 1).OrderBy(r => r.Number)],
        };
    }

    /// <summary>Figures, deductions and times of those that count, added up (R-M6).</summary>
    public static Run Sum(List<(int Number, Run Run)> runs, List<(int Number, Run Run)> counting, List<AttemptResult> all, List<Saying> missing)
    {
        Exact? figure = counting.Count == 0 || missing.Count > 0 ? null : Exact.Zero;
        Exact? panel = counting.Count == 0 ? null : Exact.Zero;
        decimal? seconds = counting.Count == 0 ? null : 0m;
        foreach (var (_, run) in counting)
        {
            figure = figure is { } f && run.Figure is { } own ? f + own : null;
            panel = panel is { } p && run.Marked.Figure is { } marked ? p + marked : null;
            seconds += run.Seconds;
        }

        var last = counting.Select(c => c.Run).ToList();
        return new(
            new MarkedFigure([.. last.SelectMany(r => r.Marked.Sheets)], panel, last is [var only] ? only.Marked.Spread : null, missing, last is [var one] ? one.Marked.Judgements : null),
            figure, [.. last.SelectMany(r => r.Deductions)], seconds, last.Max(r => r.FinishedAt), runs.Exists(r => r.Run.SpreadOpen),
            runs.Select(r => r.Run.PanelOpen).FirstOrDefault(p => p is not null), null, missing, runs.Count > 0 && runs.TrueForAll(r => r.Run.Out), null, all);
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;

namespace Scoring.Core.Fold.Results;

/// <summary>A module whose members are marked one by one (R-K14): the mean or the sum of their figures.</summary>
internal static class Members
{
    public static Run Of(ModuleState module, EntrantState entrant, ModuleEntries? entries, MemberRule rule)
    {
        var names = entrant.Entrant.Names;
        var (runs, all, missing) = Attempts.Each(module, entrant, entries, names.Count, n => $"{names[n - 1]}", $"没有成绩（缺考的请登记）", $"缺考");
        if (runs.Count == 0 && missing.Count == 0)
        {
            missing.Add($"成员全部缺考，没有成绩");
        }

        foreach (var (number, _) in runs)
        {
            all[number - 1] = all[number - 1] with { Counts = true };
        }

        var sum = Attempts.Sum(runs, runs, all, missing);
        var share = rule.Counts == MemberCount.Sum ? 1 : rule.Absent == AbsentMember.LeaveOut ? Math.Max(1, runs.Count) : names.Count;
        return sum with { Figure = Shared(sum.Figure, share), Marked = sum.Marked with { Figure = Shared(sum.Marked.Figure, share) } };
    }

    private static Exact? Shared(Exact? figure, int by) => figure is { } exact ? Exact.Of(exact.ToRatio() / new Ratio(by, 1)) : null;
}

using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Panels;

namespace Scoring.Core.Scoring;

/// <summary>
/// 待合议 (R-G2, R-L6): judgement aspects on which the judges differ by more than 1. Sheets are taken as they come, so that nobody learns another's mark by being
/// refused; then each judge marks such an aspect anew, round by round, and the first marks are kept.
/// </summary>
public static class Agreement
{
    /// <summary>Aspects of this entrant that wait for it; empty until all have handed in.</summary>
    /// <param name="attempt">Which run or member, from 1 (R-K7, R-K14).</param>
    public static IReadOnlyList<AspectId> Open(ModuleState module, EntrantState entrant, int attempt = 1) =>
        module.Definition.Marking != MarkingMethod.Panel || entrant.Result.Module(module.Definition.Id)?.JudgementsOf(attempt) is not { } judged ? []
        : [.. judged.Where(j => Judgement.IsTooWide(j.Scores)).Select(j => j.Aspect)];

    /// <summary>Those of them that this judge has not marked anew since all the others last did.</summary>
    public static IReadOnlyList<AspectId> Due(ModuleState module, EntrantState entrant, JudgeId judge, int attempt = 1)
    {
        var open = Open(module, entrant, attempt);
        return open.Count == 0 || OnPanel(module, entrant, attempt).FirstOrDefault(s => s.Judge == judge) is not { } own ? []
            : [.. open.Where(a => Round(own, a) == OnPanel(module, entrant, attempt).Min(s => Round(s, a)))];
    }

    /// <returns>Null: the sheet handed in differs in more than what this judge may mark anew, or in nothing.</returns>
    internal static JudgementRemarked? Remark(ModuleState module, EntrantState entrant, SheetState current, SheetSubmission submission)
    {
        var attempt = submission.Attempt ?? 1;
        if (submission.BasedOn != current.Version || SheetFaults.Of(module, submission.Marks).Count > 0)
        {
            return null;
        }

        var due = Due(module, entrant, current.Judge, attempt);
        // Another's new mark may have settled an aspect while this one was on its way: it belongs to the same round and is kept as well.
        var late = module.Sheet.Judgements.Select(a => a.Id)
            .Where(a => OnPanel(module, entrant, attempt).Any(s => Round(s, a) > Round(current, a))).Except(due).ToList();
        var changed = submission.Marks.Where(m => !current.Marks.TryGetValue(m.Key, out var before) || before != m.Value).Select(m => m.Key).ToList();
        List<AspectId> anew = [.. due, .. due.Count == 0 && changed.Count == 0 ? late : late.Intersect(changed)];
        return anew.Count > 0 && changed.TrueForAll(anew.Contains)
            ? new(
                entrant.Entrant.Id, module.Definition.Id, current.Judge, anew.ToDictionary(a => a, a => submission.Marks[a]),
                submission.Attempt is > 1 ? submission.Attempt : null)
            : null;
    }

    private static IEnumerable<SheetState> OnPanel(ModuleState module, EntrantState entrant, int attempt) =>
        entrant.Entries(module.Definition.Id)?.Attempt(attempt)?.Sheets
            .Where(s => s is { Returned: false, Trainee: false } && module.Marks(s.Judge, entrant)) ?? [];

    private static int Round(SheetState sheet, AspectId aspect) => sheet.Remarks?.GetValueOrDefault(aspect) ?? 0;
}

using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Panels;

namespace Scoring.Core.Scoring;

/// <summary>
/// 待合议 (R-G2, R-L6): judgement aspects on which the judges differ by more than 1. Sheets are taken as they come, so that nobody learns another's mark by being
/// refused; then each judge marks such an aspect anew, and the first marks are kept.
/// </summary>
public static class Agreement
{
    /// <summary>Aspects of this entrant that wait for it; empty until all have handed in.</summary>
    public static IReadOnlyList<AspectId> Open(ModuleState module, EntrantState entrant) =>
        module.Definition.Marking != MarkingMethod.Panel || entrant.Result.Module(module.Definition.Id)?.Judgements is not { } judged ? []
        : [.. judged.Where(j => Judgement.IsTooWide(j.Scores)).Select(j => j.Aspect)];

    /// <returns>Null: the sheet handed in differs in more than what waits for agreement, or in nothing.</returns>
    internal static JudgementRemarked? Remark(ModuleState module, EntrantState entrant, SheetState current, SheetSubmission submission)
    {
        if (submission.BasedOn != current.Version || SheetFaults.Of(module, submission.Marks).Count > 0)
        {
            return null;
        }

        var open = Open(module, entrant);
        var changed = submission.Marks.Where(m => !current.Marks.TryGetValue(m.Key, out var before) || before != m.Value).ToDictionary();
        return changed.Count > 0 && changed.Keys.All(open.Contains) ? new(entrant.Entrant.Id, module.Definition.Id, current.Judge, changed) : null;
    }
}

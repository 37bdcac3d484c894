using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Files;

/// <summary>The events of one entrant's marks.</summary>
internal static class MarkEvents
{
    public static IEnumerable<LedgerEvent> Of(EntrantMarks marks) =>
        (marks.Modules ?? []).SelectMany(m => Of(marks, m)).Concat((marks.Violations ?? []).SelectMany(v => Of(marks, v)));

    private static IEnumerable<LedgerEvent> Of(EntrantMarks entrant, ModuleMarks marks)
    {
        foreach (var sheet in marks.Sheets ?? [])
        {
            yield return new SheetSubmitted(entrant.Entrant, marks.Module, sheet.Judge, sheet.Marks, 0, sheet.Notes, sheet.Signature);
            if (sheet.Returned is { } reason)
            {
                yield return new SheetReturned(entrant.Entrant, marks.Module, sheet.Judge, reason);
            }
        }

        foreach (var figure in marks.Figures ?? [])
        {
            yield return new ModuleMarkEntered(entrant.Entrant, marks.Module, figure.Clerk, figure.Mark);
        }

        if (marks.Resolved is { } resolved)
        {
            yield return resolved.Correction
                ? new ModuleMarkCorrected(entrant.Entrant, marks.Module, resolved.Mark, resolved.Reason, resolved.By, resolved.By)
                : new DoubleEntryResolved(entrant.Entrant, marks.Module, resolved.By, resolved.Mark, resolved.Reason);
        }

        if (marks.Time is { } time)
        {
            yield return new TimeRecorded(entrant.Entrant, marks.Module, time.UsedSeconds, time.ExtensionSeconds, time.FinishedAt, time.Reason);
        }

        if (marks.SpreadConfirmed is { } confirmed)
        {
            yield return new SpreadConfirmed(entrant.Entrant, marks.Module, confirmed);
        }
    }

    private static IEnumerable<LedgerEvent> Of(EntrantMarks entrant, FileViolation violation)
    {
        yield return new ViolationRecorded(
            violation.Number, entrant.Entrant, violation.Module, violation.Person, violation.PersonRole, violation.What, violation.Outcome,
            violation.Deduction, violation.OccurredAt);
        if (violation.Withdrawn is { } reason)
        {
            yield return new ViolationWithdrawn(violation.Number, entrant.Entrant, reason);
        }
    }
}

using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Files;

/// <summary>The events of one entrant's marks.</summary>
internal static class MarkEvents
{
    public static IEnumerable<LedgerEvent> Of(EntrantMarks marks, FileEntrant of) =>
        (marks.Modules ?? []).SelectMany(m => Of(marks, m, of)).Concat((marks.Violations ?? []).SelectMany(v => Of(marks, v)));

    // Members are numbered as they stand in the list, as runs are (R-K14).
    private static IEnumerable<LedgerEvent> Of(EntrantMarks entrant, ModuleMarks marks, FileEntrant of)
    {
        var number = marks.Member is { } member ? (of.Members ?? [of.Name]).Index().First(m => m.Item == member).Index + 1 : marks.Attempt;
        int? attempt = number == 1 ? null : number;
        foreach (var sheet in marks.Sheets ?? [])
        {
            // First marks were handed in, then some were marked anew (R-L6).
            var handed = sheet.FirstMarks is { } first ? sheet.Marks.ToDictionary(m => m.Key, m => first.GetValueOrDefault(m.Key, m.Value)) : sheet.Marks;
            yield return new SheetSubmitted(
                entrant.Entrant, marks.Module, sheet.Judge, handed, 0, sheet.Notes, sheet.Signature, null, attempt, sheet.EntrantSignature, sheet.EntrantRefused);
            if (sheet.FirstMarks is { Count: > 0 } before)
            {
                yield return new JudgementRemarked(entrant.Entrant, marks.Module, sheet.Judge, before.Keys.ToDictionary(k => k, k => sheet.Marks[k]), attempt);
            }

            if (sheet.Returned is { } reason)
            {
                yield return new SheetReturned(entrant.Entrant, marks.Module, sheet.Judge, reason, attempt);
            }
        }

        foreach (var figure in marks.Figures ?? [])
        {
            yield return new ModuleMarkEntered(entrant.Entrant, marks.Module, figure.Clerk, figure.Mark, 0, attempt);
        }

        if (marks.Resolved is { } resolved)
        {
            yield return resolved.Correction
                ? new ModuleMarkCorrected(entrant.Entrant, marks.Module, resolved.Mark, resolved.Reason, resolved.By, resolved.By, attempt)
                : new DoubleEntryResolved(entrant.Entrant, marks.Module, resolved.By, resolved.Mark, resolved.Reason, attempt);
        }

        if (marks.Time is { } time)
        {
            yield return new TimeRecorded(entrant.Entrant, marks.Module, time.UsedSeconds, time.ExtensionSeconds, time.FinishedAt, time.Reason, attempt);
        }

        if (marks.SpreadConfirmed is { } confirmed)
        {
            yield return new SpreadConfirmed(entrant.Entrant, marks.Module, confirmed, attempt);
        }

        if (marks.PanelConfirmed is { } panel)
        {
            yield return new PanelConfirmed(entrant.Entrant, marks.Module, panel, attempt);
        }

        if (marks.Waived is { } waived)
        {
            yield return new AttemptWaived(entrant.Entrant, marks.Module, number, waived);
        }
    }

    private static IEnumerable<LedgerEvent> Of(EntrantMarks entrant, FileViolation violation)
    {
        yield return new ViolationRecorded(
            violation.Number, entrant.Entrant, violation.Module, violation.Person, violation.PersonRole, violation.What, violation.Outcome,
            violation.Deduction, violation.OccurredAt, violation.Percent);
        if (violation.Withdrawn is { } reason)
        {
            yield return new ViolationWithdrawn(violation.Number, entrant.Entrant, reason);
        }
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Files;

/// <summary>One entrant's marks as a file has them.</summary>
internal static class MarksExport
{
    /// <returns>Null: nothing was recorded.</returns>
    public static EntrantMarks? Of(EntrantState e)
    {
        var modules = FileExport.Some((e.Trade?.Modules ?? []).SelectMany(m => Enumerable.Range(1, m.Definition.EntriesOf(e.Entrant.Names.Count)).Select(n => Of(m, e.Entries(m.Definition.Id)?.Attempt(n), n, e.Entrant)))
            .OfType<ModuleMarks>());
        var violations = FileExport.Some(e.Violations.Select(v => Of(v, null)).Concat(e.WithdrawnViolations.Select(w => Of(w.Recorded, w.Reason))));
        return modules is null && violations is null ? null : new(e.Entrant.Id, modules, violations);
    }

    private static ModuleMarks? Of(ModuleState module, ModuleEntries? entries, int number, Entrant entrant)
    {
        var (attempt, member) = module.Definition.PerMember is null ? (number, null) : (1, entrant.Names[number - 1]);
        if (entries is null || ((number > 1 || member is not null) && entries is { IsEmpty: true, Waived: null }))
        {
            return null;
        }

        // Of a single clerk's module only the figure that counts; two clerks' figures are both needed.
        var figures = module.Definition.Marking == MarkingMethod.DoubleEntry ? entries.ClerkMarks : entries.ClerkMarks.TakeLast(1);
        return new(
            module.Definition.Id,
            FileExport.Some(entries.Sheets.Select(s => new FileSheet(s.Judge, s.Marks, s.Notes, s.Signature, s.Returned ? s.ReturnReason : null, s.FirstMarks, s.EntrantSignature, s.EntrantRefused))),
            FileExport.Some(figures.Select(f => new FileFigure(f.Clerk, f.Mark))),
            entries.Settled is { } s ? new FileResolution(s.By, s.Mark, s.Reason, s.Correction) : null,
            entries.Time is { } t ? new FileTime(t.UsedSeconds, t.ExtensionSeconds, t.FinishedAt, t.Reason) : null,
            entries.SpreadReason, attempt, entries.Waived, entries.PanelReason, member);
    }

    private static FileViolation Of(ViolationRecorded v, string? withdrawn) =>
        new(v.Number, v.Person, v.PersonRole ?? (v.As is { } office ? RoleWords.Of(office) : ""), v.What, v.Outcome, v.Module, v.Deduction, v.OccurredAt, withdrawn, v.Percent);
}

// A module's figure for an entrant: sheets → panel → deductions (R-B2 to R-B7).
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;

namespace Scoring.Core.Fold.Results;

/// <summary>Pure: the same entries under the same definition give the same figure with the same words.</summary>
public static class ModuleFigures
{
    /// <param name="entries">Null: nothing entered.</param>
    public static ModuleResult Of(ModuleState module, EntrantState entrant, ModuleEntries? entries)
    {
        var definition = module.Definition;
        var run = definition.Attempts is { } rule ? Attempts.Of(module, entrant, entries, rule)
            : definition.PerMember is { } members ? Members.Of(module, entrant, entries, members)
            : Run.Of(module, entrant, entries);
        var deductions = run.Deductions;
        var zero = false;
        foreach (var violation in entrant.Violations)
        {
            if (violation.Module != definition.Id)
            {
                continue;
            }

            zero |= violation.Outcome == ViolationOutcome.ModuleToZero;
            if (violation.Outcome == ViolationOutcome.Deduction)
            {
                deductions = [.. deductions, new Deduction($"违规第 {violation.Number} 号：{violation.What}", violation.Deduction)];
            }
        }

        // Needs no marks; other deductions and the spread no longer count (R-J7).
        var exact = zero ? Exact.Zero : run.Figure;
        if (zero)
        {
            deductions = [];
        }

        foreach (var deduction in deductions)
        {
            exact = exact is { } figure && !deduction.ForTime ? figure - deduction.Points : exact;
        }

        return new ModuleResult(
            definition.Id, run.Marked.Sheets, run.Marked.Figure?.ToDecimal(), deductions, exact?.ToDecimal(), run.Seconds,
            run.Marked.Spread?.Per100, !zero && run.SpreadOpen, zero, zero ? [] : run.Missing, run.Marked.Judgements)
        {
            ExactFigure = exact,
            Attempts = run.Attempts,
            Out = run.Out,
            PanelOpen = zero ? null : run.PanelOpen,
            Provisional = zero ? null : run.Provisional,
            Levelled = run.Levelled,
            FinishedAt = run.FinishedAt,
        };
    }
}

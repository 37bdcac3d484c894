// A module's figure for an entrant: sheets → panel → deductions (R-B2 to R-B7).
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.Panels;

namespace Scoring.Core.Fold;

/// <summary>Pure: the same entries under the same definition give the same figure with the same words.</summary>
public static class ModuleFigures
{
    /// <param name="entries">Null: nothing entered.</param>
    public static ModuleResult Of(ModuleState module, EntrantState entrant, ModuleEntries? entries)
    {
        var marked = MarkedFigure.Of(module, entrant, entries);
        var definition = module.Definition;
        var missing = marked.Missing;
        var deductions = new List<Deduction>();
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
                deductions.Add(new Deduction($"违规第 {violation.Number} 号：{violation.What}", violation.Deduction));
            }
        }

        var seconds = definition.Time is null ? null : entries?.Time?.NetSeconds;
        if (zero)
        {
            // Needs no marks; other deductions and the spread no longer count (R-J7).
            return new ModuleResult(
                definition.Id, marked.Sheets, marked.Figure?.ToDecimal(), [], 0.00m, seconds, marked.Spread?.Per100, false, true, [], marked.Judgements)
            {
                ExactFigure = Exact.Zero,
            };
        }

        if (Overtime.MissingTime(definition.Time, seconds))
        {
            missing = [.. missing, "用时未录入"];
        }
        else if (Overtime.Of(definition.Time, seconds) is { } overtime)
        {
            deductions.Insert(0, overtime);
        }

        var open = definition.Marking == MarkingMethod.Panel && entries?.SpreadReason is null && marked.Spread?.IsAbove(definition.SpreadLimit) == true;
        var exact = missing.Count == 0 ? marked.Figure : null;
        foreach (var deduction in deductions)
        {
            exact = exact is { } figure ? figure - deduction.Points : null;
        }

        return new ModuleResult(
            definition.Id, marked.Sheets, marked.Figure?.ToDecimal(), deductions, exact?.ToDecimal(), seconds, marked.Spread?.Per100, open, false, missing,
            marked.Judgements)
        {
            ExactFigure = exact,
        };
    }
}

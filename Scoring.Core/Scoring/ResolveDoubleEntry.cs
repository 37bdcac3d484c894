using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Scoring;

/// <summary>A third person settles a difference between two clerks; any allowed figure, with a reason (R-B2, R-J13).</summary>
public static class ResolveDoubleEntry
{
    /// <inheritdoc cref="EnterModuleMark.Decide"/>
    public static Decision Decide(
        CompetitionState state, Actor by, EntrantId entrant, ModuleId module, decimal mark, string reason, int? attempt = null)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        if (trade.Module(module) is not { Definition.Marking: MarkingMethod.DoubleEntry } definition)
        {
            return Asking.NoModule;
        }

        return Asking.Role(trade, by, Role.Clerk, Role.HeadJudge, Role.Supervisor) ?? Asking.Reason(reason) ?? Closed.Why(trade, definition)
            ?? Runs.Check(definition, found, attempt)
            ?? ModuleMark.Check(definition.Definition, mark) ?? (found.Entries(module)?.Attempt(attempt ?? 1) switch
            {
                { ClerkMarks.Count: >= 2 } entries when entries.Mark(by.Id) is not null =>
                    new Decision.Refuse(Refusal.SamePerson, $"核定人不能是两位录入员之一，请第三人核定"),
                { Settled: null } entries when entries.ClerkMarks.Any(m => m.Mark != entries.ClerkMarks[0].Mark) =>
                    Decision.Of(new DoubleEntryResolved(entrant, module, by.Id, mark, reason.Trim(), Runs.Stored(attempt))),
                _ => new Decision.Refuse(Refusal.NoDifference, $"两次录入没有待核定的差异"),
            });
    }
}

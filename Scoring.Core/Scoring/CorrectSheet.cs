using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Scoring;

/// <summary>更正 (R-D2): a new version of a sheet beside the old, asked for by <c>by</c> and approved by another. Its effect is shown first (Effects).</summary>
public static class CorrectSheet
{
    public static Decision Decide(
        CompetitionState state, Actor by, EntrantId entrant, ModuleId module, JudgeId judge, IReadOnlyDictionary<AspectId, Entry> marks,
        string reason, Actor approvedBy, int? attempt = null)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        if (trade.Module(module) is not { } definition)
        {
            return Asking.NoModule;
        }

        var why = Correction.Allowed(trade, by, reason, approvedBy) ?? Runs.Check(definition, found, attempt) ?? Check(definition, marks);
        if (why is { } refused)
        {
            return refused;
        }

        return found.Entries(module)?.Attempt(attempt ?? 1)?.Sheet(judge) switch
        {
            null => new Decision.Refuse(Refusal.NoSheet, $"这位裁判没有交过这份评分表，不能更正"),
            { Returned: false } sheet when Same(sheet.Marks, marks) => new Decision.Refuse(Refusal.NoChange, $"更正前后没有差别"),
            _ => Decision.Of(new SheetCorrected(entrant, module, judge, marks, reason.Trim(), by.Id, approvedBy.Id, Runs.Stored(attempt))),
        };
    }

    private static Decision.Refuse? Check(ModuleState module, IReadOnlyDictionary<AspectId, Entry> marks)
    {
        var faults = SheetFaults.Of(module, marks);
        return faults.Count == 0 ? null : new(Refusal.BadMarks, $"有 {faults.Count} 个评分点需要处理", faults);
    }

    private static bool Same(IReadOnlyDictionary<AspectId, Entry> a, IReadOnlyDictionary<AspectId, Entry> b) =>
        a.Count == b.Count && a.All(m => b.TryGetValue(m.Key, out var other) && other == m.Value);
}

/// <summary>The same for a figure entered for a whole module.</summary>
public static class CorrectModuleMark
{
    public static Decision Decide(
        CompetitionState state, Actor by, EntrantId entrant, ModuleId module, decimal mark, string reason, Actor approvedBy,
        int? attempt = null)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        if (trade.Module(module) is not { } definition)
        {
            return Asking.NoModule;
        }

        return Correction.Allowed(trade, by, reason, approvedBy) ?? Runs.Check(definition, found, attempt)
            ?? EnterModuleMark.ByClerk(definition)
            ?? ModuleMark.Check(definition.Definition, mark)
            ?? (found.Result.Module(module)?.PanelOf(attempt ?? 1) == mark
                ? new Decision.Refuse(Refusal.NoChange, $"更正前后没有差别")
                : Decision.Of(new ModuleMarkCorrected(
                    entrant, module, mark, reason.Trim(), by.Id, approvedBy.Id, Runs.Stored(attempt))));
    }
}

internal static class Correction
{
    public static Decision.Refuse? Allowed(TradeState trade, Actor by, string reason, Actor approvedBy) =>
        Asking.Role(trade, by, Role.HeadJudge, Role.Supervisor, Role.Clerk) ?? Asking.Reason(reason) ?? Asking.Second(trade, by, approvedBy, Role.HeadJudge, Role.Supervisor)
        ?? Asking.Between(trade, Phase.Scoring, Phase.Final);
}

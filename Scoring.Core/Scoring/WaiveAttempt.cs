using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Scoring;

/// <summary>弃试 of a run (R-K7), 缺考 of a member (R-K14), with a reason; or that it takes place after all.</summary>
public static class WaiveAttempt
{
    /// <param name="attempt">From 1.</param>
    /// <param name="waived">False: it was noted by mistake.</param>
    public static Decision Decide(
        CompetitionState state, Actor by, EntrantId entrant, ModuleId module, int attempt, bool waived, string? reason)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        if (trade.Module(module) is not { } definition)
        {
            return Asking.NoModule;
        }

        if (definition.Definition is { Attempts: null, PerMember: null })
        {
            return new Decision.Refuse(Refusal.OneRun, $"{definition.Definition.Name}只有一份成绩；没有参加的请登记缺考");
        }

        var word = definition.Definition.PerMember is null ? (Saying)$"弃试" : $"缺考";
        var entries = found.Entries(module)?.Attempt(attempt);
        return Asking.Role(trade, by, Role.FloorJudge, Role.HeadJudge) ?? Asking.Reason(reason) ?? Closed.Why(trade, definition)
            ?? Closed.Why(found) ?? Runs.Check(definition, found, attempt)
            ?? (waived, entries) switch
            {
                (true, { Clock: not null }) => new Decision.Refuse(Refusal.Running, $"{found.Code} 正在计时，请先停表或归零"),
                (true, { IsEmpty: false }) => new Decision.Refuse(Refusal.Marked, $"{found.Code} 的这一份已有成绩或用时，不能登记{word}"),
                (true, { Waived: not null }) => new Decision.Refuse(Refusal.NoChange, $"{found.Code} 的这一份已经登记{word}"),
                (false, null or { Waived: null }) => new Decision.Refuse(Refusal.NoChange, $"{found.Code} 的这一份没有登记{word}"),
                (true, _) => Decision.Of(new AttemptWaived(entrant, module, attempt, reason!.Trim())),
                (false, _) => Decision.Of(new AttemptResumed(entrant, module, attempt, reason!.Trim())),
            };
    }
}

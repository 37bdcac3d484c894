using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Scoring;

/// <summary>The head judge sends a sheet back for re-scoring (R-B4): its marks stay with its judge and do not count until handed in again.</summary>
public static class ReturnSheet
{
    public static Decision Decide(CompetitionState state, Actor by, EntrantId entrant, ModuleId module, JudgeId judge, string reason, int? attempt = null)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        if (trade.Module(module) is not { } definition)
        {
            return Asking.NoModule;
        }

        return Asking.Role(trade, by, Role.HeadJudge) ?? Asking.Reason(reason) ?? Closed.Why(trade, definition) ?? (found.Entries(module)?.Attempt(attempt ?? 1)?.Sheet(judge) switch
        {
            null => new Decision.Refuse(Refusal.NoSheet, $"这位裁判还没有交这份评分表，不用退回"),
            { Returned: true } => new Decision.Refuse(Refusal.AlreadyReturned, $"这份评分表已经退回，等裁判重交"),
            _ => Decision.Of(new SheetReturned(entrant, module, judge, reason.Trim(), Runs.Stored(attempt))),
        });
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Scoring;

/// <summary>正常、缺考、弃赛、取消资格 (R-B8), with a reason. Marks already in stay in the ledger and count again if the status comes back.</summary>
public static class ChangeStatus
{
    public static Decision Decide(CompetitionState state, Actor by, EntrantId entrant, EntrantStatus status, string reason)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        // Before scoring the organizers may note who has withdrawn; the admin never touches what can change a result later (R-A4).
        var role = trade.Phase < Phase.Scoring
            ? Asking.Role(trade, by, Role.FloorJudge, Role.HeadJudge, Role.CodingOfficer, Role.Admin)
            : Asking.Role(trade, by, Role.FloorJudge, Role.HeadJudge);
        return role ?? Asking.Reason(reason) ?? Asking.Between(trade, Phase.Setup, Phase.Publicity)
            ?? (found.Violations.Any(v => v.Outcome == ViolationOutcome.Disqualified)
                ? new Decision.Refuse(Refusal.Disqualified, $"这位选手因违规被取消资格，须先撤销该违规记录")
                : found.Status == status
                    ? new Decision.Refuse(Refusal.NoChange, $"状态已经是{StatusWords.Of(status)}")
                    : Decision.Of(new StatusChanged(entrant, status, reason.Trim())));
    }
}

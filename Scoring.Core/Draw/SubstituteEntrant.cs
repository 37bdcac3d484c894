using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Draw;

/// <summary>换人: the place, its codes and order stay, the person changes; only while nothing has been marked.</summary>
public static class SubstituteEntrant
{
    public static Decision Decide(CompetitionState state, Actor by, EntrantId entrant, Entrant substitute, string reason)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        return Asking.Role(trade, by, Role.Admin, Role.CodingOfficer) ?? Asking.Reason(reason) ?? Asking.Between(trade, Phase.Setup, Phase.Scoring)
            ?? (string.IsNullOrWhiteSpace(substitute.Name) ? new Decision.Refuse(Refusal.NoName, $"请填写替补选手的姓名") : null)
            ?? (substitute.Trade != trade.Definition.Id ? new Decision.Refuse(Refusal.OtherTrade, $"替补选手须参加同一个{state.TradeWord}") : null)
            ?? (substitute.Id != entrant && state.Entrant(substitute.Id) is not null ? new Decision.Refuse(Refusal.Taken, $"替补选手已在名单里") : null)
            ?? (trade.Modules.Any(m => found.Entries(m.Definition.Id) is not null)
                ? new Decision.Refuse(Refusal.Marked, $"{found.Entrant.Name} 已有成绩记录，不能换人；不能参赛的请按弃赛办理，姓名写错的等评分结束后在“更正姓名单位”里改")
                : Decision.Of(new EntrantSubstituted(entrant, substitute, reason.Trim())));
    }
}

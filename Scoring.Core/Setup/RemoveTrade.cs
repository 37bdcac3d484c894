using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Setup;

/// <summary>A trade that was defined by mistake goes, as long as nobody has registered for it and nothing was drawn.</summary>
public static class RemoveTrade
{
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade) =>
        state.Trade(trade) is not { } found ? Asking.NoTrade(state)
        : by.Role != Role.Admin ? new Decision.Refuse(Refusal.WrongRole, $"评分方案只能由管理员来改")
        : found.Phase != Phase.Setup ? new Decision.Refuse(Refusal.WrongPhase,
                $"{found.Definition.Name}已经“{PhaseWords.Of(found.Phase)}”，不能删除")
        : found.Entrants.Count > 0
            ? new Decision.Refuse(Refusal.HasEntrants,
                $"{found.Definition.Name}已有 {found.Entrants.Count} 名选手，不能删除；请先把他们改到别的{state.TradeWord}")
        : Decision.Of(new TradeRemoved(trade));
}

using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Publication;

/// <summary>What happens to equals at the end of a tier (R-E2), chosen while looking at what each choice leads to and before anything is published.</summary>
public static class ChooseBoundary
{
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, BoundaryPolicy policy)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if ((Asking.Role(found, by, Role.Admin, Role.HeadJudge) ?? Asking.Between(found, Phase.Setup, Phase.Review)) is { } refused)
        {
            return refused;
        }

        var definition = found.Definition;
        return definition.Awards.Boundary == policy
            ? new Decision.Refuse(Refusal.NoChange, $"奖项方案没有变动")
            : Decision.Of(new TradeDefined(definition with { Awards = definition.Awards with { Boundary = policy } }, Boundary: policy));
    }
}

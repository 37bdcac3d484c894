using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Scoring;

/// <summary>The head judge lets a spread above the limit stand (R-B4), then a panel that has lost judges (R-L3, R-L4), with a reason each. A later sheet asks again.</summary>
public static class ConfirmSpread
{
    public static Decision Decide(CompetitionState state, Actor by, EntrantId entrant, ModuleId module, string reason)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        if (found.Result.Module(module) is not { } result)
        {
            return Asking.NoModule;
        }

        return Asking.Role(trade, by, Role.HeadJudge) ?? Asking.Reason(reason) ?? Asking.Between(trade, Phase.Scoring, Phase.Review)
            ?? (result.SpreadOpen
                ? Decision.Of(new SpreadConfirmed(entrant, module, reason.Trim()))
                : result.PanelOpen is not null ? ConfirmPanel.Decide(state, by, entrant, module, reason)
                : new Decision.Refuse("no-spread", "极差没有超过限值，或已经处理，不用确认"));
    }
}

/// <summary>The head judge lets a panel stand that has lost judges, with a reason (R-L3, R-L4). A later sheet asks again.</summary>
public static class ConfirmPanel
{
    public static Decision Decide(CompetitionState state, Actor by, EntrantId entrant, ModuleId module, string reason)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        if (found.Result.Module(module) is not { } result)
        {
            return Asking.NoModule;
        }

        return Asking.Role(trade, by, Role.HeadJudge) ?? Asking.Reason(reason) ?? Asking.Between(trade, Phase.Scoring, Phase.Review)
            ?? (result.PanelOpen is not null
                ? Decision.Of(new PanelConfirmed(entrant, module, reason.Trim()))
                : new Decision.Refuse("no-panel", "裁判组没有要确认的变化，或已经确认"));
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Scoring;

/// <summary>Why nothing can be entered here now.</summary>
public static class Closed
{
    /// <summary>For whoever has the module before them; null: it is open.</summary>
    public static string? Said(TradeState trade, ModuleId module) => trade switch
    {
        { Phase: Phase.Setup or Phase.Drawn } => "还没有开始评分。",
        { Phase: not Phase.Scoring } => "评分已经结束。",
        _ when trade.Module(module) is { Locked: true } => "裁判长已签字，本模块已锁定。",
        _ => null,
    };

    internal static Decision.Refuse? Why(TradeState trade, ModuleState module)
    {
        if (trade.Phase != Phase.Scoring)
        {
            return new(Refusal.Closed, trade.Phase < Phase.Scoring ? (Saying)$"{trade.Definition.Name}还没有开始评分，请等裁判长开始" : $"{trade.Definition.Name}的评分已经结束，修改须走更正");
        }

        return module.Locked ? new(Refusal.Locked, $"{module.Definition.Name}已由裁判长签字锁定，须裁判长和监督共同解锁") : null;
    }

    // Out of time follows from the time, which may still be corrected (R-K6).
    internal static Decision.Refuse? Why(EntrantState entrant) => entrant.Status is EntrantStatus.Normal or EntrantStatus.Eliminated
        ? null
        : new(Refusal.NotNormal, $"{entrant.Code ?? entrant.Entrant.Id.Value} 已登记为{StatusWords.Of(entrant.Status)}，不能评分。如有误，请裁判长更改状态");
}

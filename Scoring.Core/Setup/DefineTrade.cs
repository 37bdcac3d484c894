using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Sayings;
using Scoring.Core.Scoring;

namespace Scoring.Core.Setup;

/// <summary>A trade's whole definition, first or again (R-A5, R-B1). While it is in setup it may be unfinished; later it must add up, and once scoring has begun it needs a reason.</summary>
public static class DefineTrade
{
    public static Decision Decide(CompetitionState state, Actor by, Trade definition, string? reason)
    {
        if (by.Role != Role.Admin)
        {
            return new Decision.Refuse(Refusal.WrongRole, $"评分方案只能由管理员来改");
        }

        var phase = state.Trade(definition.Id)?.Phase ?? Phase.Setup;
        if (phase >= Phase.Final)
        {
            return new Decision.Refuse(Refusal.WrongPhase, $"已经公布，不能再改评分方案");
        }

        var errors = DefinitionCheck.Check(definition, state.Trade(definition.Id)?.Entrants.Count).Where(p => !p.Warning).ToList();
        return phase > Phase.Setup && errors.Count > 0
            ? new Decision.Refuse(Refusal.DoesNotAddUp, $"抽签以后的方案必须合计正确：{errors[0].Allowed}", errors.DistinctBy(p => p.Path).ToDictionary(p => p.Path, p => p.Allowed))
            : phase >= Phase.Scoring && Asking.Reason(reason) is { } refused ? refused
            : Duplicates(definition) is { } twice ? new Decision.Refuse(Refusal.DuplicateId, twice)
            : Decision.Of(new TradeDefined(definition, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()));
    }

    // Marks hang on these ids: two of one id could never be told apart again, not even in a draft.
    private static Saying? Duplicates(Trade trade) =>
        trade.Components.GroupBy(c => c.Id).Any(g => g.Count() > 1) ? (Saying)$"有两个部分用了同一个编号"
        : trade.Modules().GroupBy(m => m.Id).Any(g => g.Count() > 1) ? (Saying)$"有两个模块用了同一个编号"
        : trade.Modules().Any(m => m.Aspects().GroupBy(a => a.Id).Any(g => g.Count() > 1)) ? (Saying)$"有两个评分点用了同一个编号"
        : null;
}

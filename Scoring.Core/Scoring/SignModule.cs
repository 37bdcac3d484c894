using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Scoring;

/// <summary>Judge, head judge and supervisor sign a module (R-D5); nothing is signed off until everything of it is in (R-G6). The head judge's signature locks it.</summary>
public static class SignModule
{
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, ModuleId module, string? signature = null)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if (found.Module(module) is not { } definition)
        {
            return Asking.NoModule;
        }

        return Asking.Role(found, by, Role.Judge, Role.HeadJudge, Role.Supervisor) ?? Asking.Between(found, Phase.Scoring, Phase.Review)
            ?? (definition.Signatures.Any(s => s.As == by.Role && s.By == by.Id) ? new Decision.Refuse(Refusal.AlreadySigned, $"您已经签过") : null)
            ?? (by.Role == Role.Judge ? OwnSheets(found, definition, new JudgeId(by.Id)) : Everything(found, definition))
            ?? Decision.Of(new ModuleSigned(trade, module, by.Role, by.Id, signature));
    }

    private static Decision.Refuse? OwnSheets(TradeState trade, ModuleState module, JudgeId judge)
    {
        if (module.Seat(judge) is not { } seat)
        {
            return new(Refusal.WrongRole, $"您不在这个模块的评分小组里");
        }

        if (module.Definition.Marking != MarkingMethod.Panel)
        {
            return Everything(trade, module);
        }

        return Lacking(trade.Entrants.Where(e =>
            e.Status == EntrantStatus.Normal && !seat.Judge.IsRecusedFrom(e.Entrant) && module.InGroup(seat, e)
            && !IsSetToZero(e, module) && e.Sheet(module.Definition.Id, judge) is null or { Returned: true }));
    }

    /// <summary>Null: everyone who is still in the contest has a final figure here; whoever is absent, has withdrawn or is disqualified is not waited for (R-B8).</summary>
    public static Decision.Refuse? Everything(TradeState trade, ModuleState module) => Lacking(trade.Entrants.Where(e =>
        e.Status == EntrantStatus.Normal && e.Result.Module(module.Definition.Id) is not { IsFinal: true }));

    private static bool IsSetToZero(EntrantState entrant, ModuleState module) =>
        entrant.Result.Module(module.Definition.Id) is { SetToZero: true };

    private static Decision.Refuse? Lacking(IEnumerable<EntrantState> entrants)
    {
        const int Shown = 5;
        var codes = entrants.InCodeOrder().Select(e => e.Code ?? e.Entrant.Id.Value).ToList();
        return codes.Count == 0
            ? null
            : new(Refusal.Incomplete, $"还有 {codes.Count} 人没有评完，不能签字：{Saying.Join("、", codes.Take(Shown))}{(codes.Count > Shown ? (Saying)$" 等" : null)}");
    }
}

/// <summary>A locked module is opened again by head judge and supervisor together (R-D5).</summary>
public static class ReopenModule
{
    public static Decision Decide(CompetitionState state, TradeId trade, ModuleId module, Actor headJudge, Actor supervisor, string reason)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if (found.Module(module) is not { } definition)
        {
            return Asking.NoModule;
        }

        return Asking.Role(found, headJudge, Role.HeadJudge) ?? Asking.Role(found, supervisor, Role.Supervisor)
            ?? Asking.TwoPeople(headJudge.Id, supervisor.Id) ?? Asking.Reason(reason) ?? Asking.Between(found, Phase.Scoring, Phase.Review)
            ?? (definition.Signatures.Count > 0
                ? Decision.Of(new ModuleReopened(trade, module, headJudge.Id, supervisor.Id, reason.Trim()))
                : new Decision.Refuse(Refusal.NotSigned, $"这个模块没有签字，不用解锁"));
    }
}

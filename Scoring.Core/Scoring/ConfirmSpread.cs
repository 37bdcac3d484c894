using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Scoring;

/// <summary>The head judge lets a spread above the limit stand (R-B4), then a panel that has lost judges (R-L3, R-L4), with a reason each. A later sheet asks again.</summary>
public static class ConfirmSpread
{
    /// <param name="attempt">Which run or member, from 1; null: the first that asks.</param>
    public static Decision Decide(CompetitionState state, Actor by, EntrantId entrant, ModuleId module, string reason, int? attempt = null) =>
        Confirming.Of(state, by, entrant, module, reason, attempt, out var refused) is not { } asked ? refused!
        : asked.Spread ? Decision.Of(new SpreadConfirmed(entrant, module, reason.Trim(), Runs.Stored(asked.Attempt)))
        : asked.Panel ? ConfirmPanel.Decide(state, by, entrant, module, reason, asked.Attempt)
        : new Decision.Refuse(Refusal.NoSpread, $"极差没有超过限值，或已经处理，不用确认");
}

/// <summary>The head judge lets a panel stand that has lost judges, with a reason (R-L3, R-L4). A later sheet asks again.</summary>
public static class ConfirmPanel
{
    /// <inheritdoc cref="ConfirmSpread.Decide"/>
    public static Decision Decide(CompetitionState state, Actor by, EntrantId entrant, ModuleId module, string reason, int? attempt = null) =>
        Confirming.Of(state, by, entrant, module, reason, attempt, out var refused) is not { } asked ? refused!
        : asked.Panel ? Decision.Of(new PanelConfirmed(entrant, module, reason.Trim(), Runs.Stored(asked.Attempt)))
        : new Decision.Refuse(Refusal.NoPanel, $"裁判组没有要确认的变化，或已经确认");
}

/// <summary>What of an entrant's module the head judge is asked to confirm.</summary>
internal static class Confirming
{
    public sealed record Asked(bool Spread, bool Panel, int? Attempt);

    public static Asked? Of(CompetitionState state, Actor by, EntrantId entrant, ModuleId module, string reason, int? attempt, out Decision? refused)
    {
        var found = state.Entrant(entrant);
        var result = found?.Result.Module(module);
        refused = found?.Trade is not { } trade ? Asking.NoEntrant
            : result is null ? Asking.NoModule
            : Asking.Role(trade, by, Role.HeadJudge) ?? Asking.Reason(reason) ?? Asking.Between(trade, Phase.Scoring, Phase.Review);
        if (refused is not null)
        {
            return null;
        }

        if (result!.Attempts is not { } runs) // not null: refused otherwise
        {
            return new(result.SpreadOpen, result.PanelOpen is not null, null);
        }

        var run = runs.FirstOrDefault(r => attempt is { } one ? r.Number == one : r.SpreadOpen || r.PanelOpen is not null);
        return new(run?.SpreadOpen == true, run?.PanelOpen is not null, run?.Number);
    }
}

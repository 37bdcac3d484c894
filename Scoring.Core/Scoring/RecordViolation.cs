using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Scoring;

/// <summary>A violation with its outcome (R-B7).</summary>
public static class RecordViolation
{
    /// <param name="module">Needed by a deduction and by a module to zero; null where the whole entry is concerned.</param>
    /// <param name="person">Who saw it; <paramref name="personRole"/> in words.</param>
    public static Decision Decide(
        CompetitionState state, Actor by, EntrantId entrant, ModuleId? module, string person, string personRole, string what,
        ViolationOutcome outcome, decimal deduction = 0m, DateTimeOffset? occurredAt = null)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade })
        {
            return Asking.NoEntrant;
        }

        if (module is { } id && trade.Module(id) is null)
        {
            return Asking.NoModule;
        }

        return Asking.Role(trade, by, Role.FloorJudge, Role.HeadJudge) ?? Asking.Between(trade, Phase.Scoring, Phase.Publicity)
            ?? (string.IsNullOrWhiteSpace(person) || string.IsNullOrWhiteSpace(what) ? new Decision.Refuse("incomplete", "请写明谁发现、发生了什么") : null)
            ?? (what.Length > Asking.LongestReason ? new Decision.Refuse("long-reason", $"经过最多 {Asking.LongestReason} 字") : null)
            ?? Outcome(trade, module, outcome, deduction)
            ?? Decision.Of(new ViolationRecorded(
                state.LastViolation + 1, entrant, module, person.Trim(), personRole.Trim(), what.Trim(), outcome, deduction, occurredAt));
    }

    private static Decision.Refuse? Outcome(TradeState trade, ModuleId? module, ViolationOutcome outcome, decimal deduction)
    {
        if (outcome is ViolationOutcome.Deduction or ViolationOutcome.ModuleToZero && module is null)
        {
            return new("no-module", "扣分和模块记零须指明模块");
        }

        if (outcome != ViolationOutcome.Deduction)
        {
            return deduction == 0 ? null : new("bad-deduction", "只有“扣分”才填分值");
        }

        var full = trade.Module(module ?? default)?.Definition.FullMark ?? 0m;
        return deduction > 0 && deduction <= full && decimal.Round(deduction, 2) == deduction
            ? null
            : new("bad-deduction", $"扣分须大于 0，不超过模块满分 {Marking.Words.Plain(full)}，最多两位小数");
    }
}

/// <summary>A violation turns out not to be one.</summary>
public static class WithdrawViolation
{
    public static Decision Decide(CompetitionState state, Actor by, EntrantId entrant, int number, string reason)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        return Asking.Role(trade, by, Role.HeadJudge) ?? Asking.Reason(reason) ?? Asking.Between(trade, Phase.Scoring, Phase.Publicity)
            ?? (found.Violations.Any(v => v.Number == number)
                ? Decision.Of(new ViolationWithdrawn(number, entrant, reason.Trim()))
                : new Decision.Refuse("no-such-violation", $"没有第 {number} 号违规记录，或已经撤销"));
    }
}

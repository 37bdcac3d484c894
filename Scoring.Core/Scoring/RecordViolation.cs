using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Scoring;

/// <summary>A violation with its outcome (R-B7).</summary>
public static class RecordViolation
{
    /// <param name="module">Needed by a module to zero; a deduction without one comes off the total (R-K5).</param>
    /// <param name="percent">Of the total, in place of <paramref name="deduction"/>.</param>
    /// <param name="person">Who saw it.</param>
    public static Decision Decide(
        CompetitionState state, Actor by, EntrantId entrant, ModuleId? module, string person, string what,
        ViolationOutcome outcome, decimal deduction = 0m, DateTimeOffset? occurredAt = null, decimal? percent = null)
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
            ?? (string.IsNullOrWhiteSpace(person) || string.IsNullOrWhiteSpace(what) ? new Decision.Refuse(Refusal.Incomplete, $"请写明谁发现、发生了什么") : null)
            ?? (what.Length > Asking.LongestReason ? new Decision.Refuse(Refusal.LongReason, $"经过最多 {Asking.LongestReason} 字") : null)
            ?? Outcome(trade, module, outcome, deduction, percent)
            ?? Decision.Of(new ViolationRecorded(
                state.LastViolation + 1, entrant, module, person.Trim(), null, what.Trim(), outcome, deduction, occurredAt, percent, by.Role));
    }

    private static Decision.Refuse? Outcome(TradeState trade, ModuleId? module, ViolationOutcome outcome, decimal deduction, decimal? percent)
    {
        if (outcome == ViolationOutcome.ModuleToZero && module is null)
        {
            return new(Refusal.NoModule, $"模块记零须指明模块");
        }

        if (outcome != ViolationOutcome.Deduction)
        {
            return deduction == 0 && percent is null ? null : new(Refusal.BadDeduction, $"只有“扣分”才填分值");
        }

        if (percent is { } part)
        {
            return module is null && deduction == 0 && part is > 0 and <= 100 && decimal.Round(part, 2) == part
                ? null
                : new(Refusal.BadDeduction, $"按百分比扣总分时，百分比须大于 0、不超过 100，最多两位小数，不指明模块，也不另填分值");
        }

        var full = module is { } id ? trade.Module(id)?.Definition.FullMark ?? 0m : BoardRows.FullMark(trade.Definition);
        return deduction > 0 && deduction <= full && decimal.Round(deduction, 2) == deduction
            ? null
            : new(Refusal.BadDeduction, $"扣分须大于 0，不超过{(module is null ? (Saying)$"总分" : $"模块")}满分 {Marking.Words.Plain(full)}，最多两位小数");
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
                : new Decision.Refuse(Refusal.NoSuchViolation, $"没有第 {number} 号违规记录，或已经撤销"));
    }
}

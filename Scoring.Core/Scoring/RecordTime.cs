using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Scoring;

/// <summary>Time used in a module, with 补时 (R-B6). The first needs no reason; a change and any 补时 do.</summary>
public static class RecordTime
{
    public static Decision Decide(
        CompetitionState state, Actor by, EntrantId entrant, ModuleId module, decimal usedSeconds, decimal extensionSeconds = 0,
        DateTimeOffset? finishedAt = null, string? reason = null, int? attempt = null)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        if (trade.Module(module) is not { } definition)
        {
            return Asking.NoModule;
        }

        if (definition.Definition.Time is null)
        {
            return new Decision.Refuse(Refusal.NotTimed, $"{definition.Definition.Name}不计时");
        }

        if (Runs.Check(definition, found, attempt) is { } none)
        {
            return none;
        }

        var needsReason = extensionSeconds != 0 || found.Entries(module)?.Attempt(attempt ?? 1)?.Time is not null;
        return Asking.Role(trade, by, Role.FloorJudge, Role.HeadJudge, Role.Judge, Role.Clerk)
            ?? Closed.Why(trade, definition) ?? Closed.Why(found)
            ?? (usedSeconds is < 0 or > Limits.LongestSeconds ? new Decision.Refuse(Refusal.BadTime, $"用时须在 0 秒到 24 小时之间，请核对") : null)
            ?? (decimal.Round(usedSeconds, 2) != usedSeconds || decimal.Round(extensionSeconds, 2) != extensionSeconds
                ? new Decision.Refuse(Refusal.BadTime, $"时间最多到百分之一秒") : null)
            ?? (extensionSeconds < 0 || extensionSeconds > usedSeconds
                ? new Decision.Refuse(Refusal.BadExtension, $"补时不能小于 0，也不能超过用时") : null)
            ?? (needsReason ? Asking.Reason(reason) : null)
            ?? Decision.Of(new TimeRecorded(
                entrant, module, usedSeconds, extensionSeconds, finishedAt, reason?.Trim(), Runs.Stored(attempt)));
    }
}

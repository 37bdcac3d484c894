using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Scoring;

/// <summary>检录 by the floor: who is there. Changes no result.</summary>
public static class RecordArrival
{
    public static Decision Decide(CompetitionState state, Actor by, EntrantId entrant, bool present, DateTimeOffset at)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            return Asking.NoEntrant;
        }

        return Asking.Role(trade, by, Role.FloorJudge, Role.HeadJudge) ?? Asking.Between(trade, Phase.Drawn, Phase.Scoring)
            ?? (found.ArrivedAt is not null == present
                ? new Decision.Refuse(Refusal.NoChange, present ? (Saying)$"{found.Code} 已经检录" : $"{found.Code} 还没有检录")
                : Decision.Of(new ArrivalRecorded(entrant, present, at)));
    }
}

/// <summary>The clock of a timed module starts (R-B6), or goes on after a mistaken stop.</summary>
public static class StartClock
{
    /// <param name="at">When it started; going on keeps the first start.</param>
    /// <param name="reason">Needed to go on after a stop.</param>
    public static Decision Decide(CompetitionState state, Actor by, EntrantId entrant, ModuleId module, DateTimeOffset at, string? reason = null, int? attempt = null) =>
        Timing.Of(state, by, entrant, module, attempt, out var refused) is not { } clock ? refused!
        : clock.Entries?.Clock is not null ? new Decision.Refuse(Refusal.Running, $"{clock.Code} 已经在计时")
        : clock.Entries?.Time is not { } time ? Decision.Of(new ClockStarted(entrant, module, at, Attempt: Runs.Stored(attempt)))
        : Asking.Reason(reason) ?? Decision.Of(new ClockStarted(
            entrant, module, (time.FinishedAt ?? at).AddTicks(-(long)(time.UsedSeconds * TimeSpan.TicksPerSecond)), reason!.Trim(), Runs.Stored(attempt)));
}

/// <summary>The clock stops: the time used and the 补时 given become the recorded time (R-B6).</summary>
public static class StopClock
{
    public static Decision Decide(CompetitionState state, Actor by, EntrantId entrant, ModuleId module, DateTimeOffset at, int? attempt = null) =>
        Timing.Of(state, by, entrant, module, attempt, out var refused) is not { } clock ? refused!
        : clock.Entries?.Clock is not { } running ? new Decision.Refuse(Refusal.NotRunning, $"{clock.Code} 没有在计时，请先开始")
        : Seconds(running, at) is not ({ } used and >= 0) ? new Decision.Refuse(Refusal.BadTime, $"停表时间早于开始时间，请核对平板的时钟")
        : Decision.Of(new TimeRecorded(entrant, module, used, Math.Min(used, running.ExtensionSeconds), at, running.Reason, Runs.Stored(attempt)));

    private static int? Seconds(RunningClock clock, DateTimeOffset at) => (int)Math.Clamp(Math.Floor((at - clock.StartedAt).TotalSeconds), -1, Limits.LongestSeconds);
}

/// <summary>补时 (R-B6), with a reason: on a clock that runs, or on a time already recorded.</summary>
public static class ExtendClock
{
    public static Decision Decide(CompetitionState state, Actor by, EntrantId entrant, ModuleId module, int seconds, string? reason, int? attempt = null) =>
        Timing.Of(state, by, entrant, module, attempt, out var refused) is not { } clock ? refused!
        : seconds is <= 0 or > Limits.LongestSeconds ? new Decision.Refuse(Refusal.BadExtension, $"补时须大于 0，不超过 24 小时")
        : Asking.Reason(reason) ?? clock.Entries switch
        {
            { Clock: not null } => Decision.Of(new ClockExtended(entrant, module, seconds, reason!.Trim(), Runs.Stored(attempt))),
            { Time: { } time } => RecordTime.Decide(
                state, by, entrant, module, time.UsedSeconds, time.ExtensionSeconds + seconds, time.FinishedAt,
                time.Reason is null ? reason : $"{time.Reason}；{reason!.Trim()}", attempt),
            _ => new Decision.Refuse(Refusal.NotRunning, $"{clock.Code} 还没有开始计时，不用补时"),
        };
}

/// <summary>A clock started by mistake, of the wrong entrant for instance, is taken back with a reason.</summary>
public static class ResetClock
{
    public static Decision Decide(CompetitionState state, Actor by, EntrantId entrant, ModuleId module, string? reason, int? attempt = null) =>
        Timing.Of(state, by, entrant, module, attempt, out var refused) is not { } clock ? refused!
        : Asking.Reason(reason) ?? (clock.Entries?.Clock is null
            ? new Decision.Refuse(Refusal.NotRunning, $"{clock.Code} 没有在计时")
            : Decision.Of(new ClockReset(entrant, module, reason!.Trim(), Runs.Stored(attempt))));
}

/// <summary>What every use of a clock asks first.</summary>
internal static class Timing
{
    public sealed record Place(string Code, ModuleEntries? Entries);

    public static Place? Of(CompetitionState state, Actor by, EntrantId entrant, ModuleId module, int? attempt, out Decision? refused)
    {
        if (state.Entrant(entrant) is not { Trade: { } trade } found)
        {
            refused = Asking.NoEntrant;
            return null;
        }

        if (trade.Module(module) is not { } definition)
        {
            refused = Asking.NoModule;
            return null;
        }

        refused = definition.Definition.Time is null
            ? new Decision.Refuse(Refusal.NotTimed, $"{definition.Definition.Name}不计时")
            : Asking.Role(trade, by, Role.FloorJudge, Role.HeadJudge) ?? Closed.Why(trade, definition) ?? Closed.Why(found)
                ?? Runs.Check(definition, found, attempt);
        return refused is null ? new Place(found.Code ?? entrant.Value, found.Entries(module)?.Attempt(attempt ?? 1)) : null;
    }
}

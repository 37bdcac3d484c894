using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Panels;

/// <summary>Overtime (R-B6, R-J6, R-K6): on time net of 补时; one band applies, its lower edge exclusive, its upper inclusive; or so much a step.</summary>
public static class Overtime
{
    /// <summary>A rule without a recorded time leaves the module incomplete.</summary>
    public static bool MissingTime(TimeRule? rule, decimal? netSeconds) =>
        netSeconds is null && rule is ({ Overtime.Count: > 0 } or { PerStep: not null } or { Out: not null });

    /// <returns>Null: in time, or in a band that takes nothing off.</returns>
    public static Deduction? Of(TimeRule? rule, decimal? netSeconds)
    {
        if (rule is null || Over(rule, netSeconds) is not { } over)
        {
            return null;
        }

        var points = Points(rule, over);
        return points > 0 ? new Deduction($"超时 {Words.Time(over)}", points, ForTime: true) : null;
    }

    /// <summary>Above the limit of staying in; exactly at it is still in (R-M5).</summary>
    public static bool IsOut(TimeRule? rule, decimal? netSeconds) => rule?.Out is { } limit && Over(rule, netSeconds) > limit.AboveSeconds;

    /// <returns>Null: no limit, no time, or in time.</returns>
    public static decimal? Over(TimeRule? rule, decimal? netSeconds) =>
        rule?.LimitSeconds is { } limit && netSeconds is { } net && net > limit ? net - limit : null;

    private static decimal Points(TimeRule rule, decimal over)
    {
        if (rule.PerStep is { } steps)
        {
            var count = over / steps.EverySeconds;
            var points = (steps.Full ? decimal.Floor(count) : decimal.Ceiling(count)) * steps.Deduction;
            return Math.Min(points, steps.AtMost ?? points);
        }

        foreach (var band in rule.Overtime ?? [])
        {
            if (band.UpToSeconds is null || over <= band.UpToSeconds)
            {
                return band.Deduction;
            }
        }

        return 0m;
    }
}

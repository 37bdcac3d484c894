using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Panels;

/// <summary>Overtime bands (R-B6, R-J6): on time net of 补时; one band applies, its lower edge exclusive, its upper inclusive.</summary>
public static class Overtime
{
    /// <summary>Bands without a recorded time leave the module incomplete.</summary>
    public static bool MissingTime(TimeRule? rule, int? netSeconds) => rule?.Overtime is { Count: > 0 } && netSeconds is null;

    /// <returns>Null: in time, or in a band that takes nothing off.</returns>
    public static Deduction? Of(TimeRule? rule, int? netSeconds)
    {
        if (rule is not { LimitSeconds: { } limit, Overtime: { } bands } || netSeconds is not { } net || net <= limit)
        {
            return null;
        }

        var over = net - limit;
        foreach (var band in bands)
        {
            if (band.UpToSeconds is null || over <= band.UpToSeconds)
            {
                return band.Deduction == 0 ? null : new Deduction($"超时 {Words.Time(over)}", band.Deduction);
            }
        }

        return null;
    }
}

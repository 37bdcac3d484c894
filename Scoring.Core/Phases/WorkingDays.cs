using Scoring.Core.Definition;

namespace Scoring.Core.Phases;

/// <summary>工作日 (R-D3): Monday to Friday, Beijing time, but for the holidays and extra workdays of the year's decree, which the competition lists.</summary>
public static class WorkingDays
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Beijing).DateTime);

    /// <summary>The last of so many working days, counted from the day after.</summary>
    /// <param name="competition">Whose holidays and extra workdays hold; null: none are known.</param>
    public static DateOnly After(DateOnly day, int count, Competition? competition = null)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= IsOne(day, competition) ? 1 : 0;
        }

        return day;
    }

    private static bool IsOne(DateOnly day, Competition? competition) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        ? competition?.ExtraWorkdays?.Contains(day) == true
        : competition?.Holidays?.Contains(day) != true;
}

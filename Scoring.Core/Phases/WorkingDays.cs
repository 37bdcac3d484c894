namespace Scoring.Core.Phases;

/// <summary>工作日 (R-D3): Monday to Friday, Beijing time. Public holidays move by decree every year; an organizer who publishes over one sets more days.</summary>
public static class WorkingDays
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Beijing).DateTime);

    /// <summary>The last of so many working days, counted from the day after.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}

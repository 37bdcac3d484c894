namespace Scoring.Core.Panels;

/// <summary>极差 (R-B4, R-J4): max − min over all submitted sheets, dropped ones too, before deductions, per 100 of the sheet's full mark.</summary>
/// <param name="Points">max − min as marked.</param>
/// <param name="FullMark">Of the sheet.</param>
public readonly record struct Spread(decimal Points, decimal FullMark)
{
    public decimal Per100 => Points * 100m / FullMark;

    /// <summary>Exactly at the limit is fine. Compared without dividing.</summary>
    public bool IsAbove(decimal? limit) => limit is { } l && Points * 100m > l * FullMark;

    /// <returns>Null: fewer than two sheets, or a sheet without marks.</returns>
    public static Spread? Of(ReadOnlySpan<decimal> marks, decimal fullMark)
    {
        if (marks.Length < 2 || fullMark <= 0)
        {
            return null;
        }

        var (low, high) = (marks[0], marks[0]);
        foreach (var mark in marks)
        {
            low = Math.Min(low, mark);
            high = Math.Max(high, mark);
        }

        return new Spread(high - low, fullMark);
    }
}

namespace Scoring.Core.Marking;

/// <summary>What is too large to be meant (R-L5): refused with a message, so that no sum can overflow and no slip of a key becomes a result.</summary>
public static class Limits
{
    /// <summary>24 hours, in one module: time used, 补时, time allowed, an edge of a band.</summary>
    public const int LongestSeconds = 24 * 3600;

    /// <summary>Faults, pieces.</summary>
    public const int LargestCount = 10_000;

    /// <summary>Any figure, either side of 0.</summary>
    public const decimal LargestFigure = 1_000_000_000m;

    /// <summary>Of a figure that is entered.</summary>
    public const int MostDecimals = 6;
}

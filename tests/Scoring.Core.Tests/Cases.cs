using FsCheck;

namespace Scoring.Core.Tests;

/// <summary>
/// How many random cases a property is tried on. A mutation run repeats the tests thousands of times and asks for fewer, always the same ones:
/// <c>SCORING_CASES</c> is the percentage.
/// </summary>
public static class Cases
{
    private static readonly int Percent = int.TryParse(Environment.GetEnvironmentVariable("SCORING_CASES"), out var percent) ? percent : 100;

    /// <summary>Less than all: what measures rather than checks is left out.</summary>
    public static bool AreFew => Percent < 100;

    public static int Of(int all) => Math.Max(1, all * Percent / 100);

    /// <summary>A property's settings for so many cases.</summary>
    public static Config Config(int all = 100)
    {
        var config = FsCheck.Config.QuickThrowOnFailure.WithMaxTest(Of(all)).WithQuietOnSuccess(true);
        return AreFew ? config.WithReplay(20260423, 1) : config;
    }
}

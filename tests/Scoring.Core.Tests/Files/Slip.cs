using Scoring.Core.Files;

namespace Scoring.Core.Tests.Files;

/// <summary>One value of a small good file made just bad, and just good again.</summary>
internal static class Slip
{
    private static readonly byte[] CollegeBytes = Written("college");
    private static readonly byte[] UnionBytes = Written("union");
    private static readonly byte[] CompanyBytes = Written("company-kpi");

    /// <summary>Trade wl of entrants wl1 to wl4, three layers of codes; LL by two clerks, A, B and C by panels; all marked.</summary>
    public static BadFile College() => new(CollegeBytes);

    /// <summary>The same; of wl1 the two clerks differ.</summary>
    public static BadFile Differing() => College().Set("marks[0].modules[0].figures[1].mark", "81");

    /// <summary>Trade qg of entrants qg1 to qg4; LL by one clerk, A and B by a panel of three; all marked.</summary>
    public static BadFile Union() => new(UnionBytes);

    /// <summary>Trades kf and jn without codes; modules by one judge, a clerk and a panel; all marked.</summary>
    public static BadFile Company() => new(CompanyBytes);

    /// <summary>Yindubei, whose marks are not yet in.</summary>
    public static BadFile Unmarked() => new("yindubei.json");

    /// <param name="file">The good file, fresh each time.</param>
    /// <param name="path">What is set, and where the only error is.</param>
    /// <param name="bad">Just not allowed.</param>
    /// <param name="says">The error without its path.</param>
    /// <param name="good">Just allowed; null leaves it out.</param>
    public static void Is(Func<BadFile> file, string path, string bad, string says, string? good) => Is(file, path, bad, path, says, good);

    /// <param name="at">Where the error is, if it is not what was set.</param>
    public static void Is(Func<BadFile> file, string path, string bad, string at, string says, string? good)
    {
        Assert.Equal([$"$.{at}：现为 {says}"], file().Set(path, bad).Errors());
        Assert.Empty(file().Set(path, good).Errors());
    }

    private static byte[] Written(string name) => CompetitionFileWriter.Write(MarkedTemplate.Of(name));
}

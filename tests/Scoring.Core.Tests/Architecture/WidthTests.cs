using System.Runtime.CompilerServices;

namespace Scoring.Core.Tests.Architecture;

/// <summary>A line of source has 140 columns at most. Files that were wider when this was first held are on a list that only gets shorter.</summary>
public sealed class WidthTests
{
    private const int Columns = 140;

    /// <summary>So many files were on the list; who narrows the last wide line of one takes it off and lowers this.</summary>
    private const int MostWide = 1120;

    private static readonly string[] Kinds = [".cs", ".cshtml", ".ts", ".vue", ".js", ".css"];

    private static readonly string[] Roots = ["Scoring.Core", "Scoring.Api", "Scoring.Display", "Scoring.Judge", "web", "tests"];

    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "dist", "wwwroot", "StrykerOutput", "dev-dist"];

    [Fact]
    public void A_file_that_keeps_to_140_columns_stays_so()
    {
        List<string> widened = [.. Wide().Except(Listed(), StringComparer.Ordinal)];

        Assert.Empty(widened);
    }

    [Fact]
    public void The_list_of_wide_files_only_gets_shorter() => Assert.InRange(Listed().Length, 0, MostWide);

    private static IEnumerable<string> Wide() => Roots.SelectMany(r => Sources(new DirectoryInfo(Path.Combine(Repository(), r))))
        .Where(f => File.ReadLines(f).Any(l => l.Length > Columns))
        .Select(f => Path.GetRelativePath(Repository(), f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sources(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(f => Kinds.Contains(f.Extension)).Select(f => f.FullName)
            .Concat(folder.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name)).SelectMany(Sources));

    private static string[] Listed() => File.ReadAllLines(Path.Combine(Repository(), "tests/Scoring.Core.Tests/Architecture/wide.txt"));

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../.."));
}

using System.Text.RegularExpressions;
using Scoring.Core.People;

namespace Scoring.Core.Tests.People;

/// <summary>Lists for people stand by pinyin and by value, never by code points.</summary>
public sealed partial class ReadingOrderTests
{
    [Fact]
    public void Names_stand_by_pinyin_and_numbers_by_their_value()
    {
        Assert.Equal(["安阳", "丁工", "李四", "王五", "张三"], new[] { "张三", "王五", "李四", "丁工", "安阳" }.Order(ReadingOrder.Names));
        Assert.Equal(["2", "10", "QG9", "QG10", "QG100"], new[] { "QG100", "10", "QG10", "QG9", "2" }.Order(ReadingOrder.Names));
    }

    /// <summary>A list sorted by a name's code points is in nobody's order.</summary>
    [Fact]
    public void No_list_of_names_or_exam_numbers_is_sorted_by_code_points()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "scoring.sln")))
        {
            folder = Path.GetDirectoryName(folder)!; // the tests run inside the repository
        }

        var wrong = ((string[])["Scoring.Core", "Scoring.Api", "Scoring.Display"])
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(folder, project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => ByCodePoint().Matches(File.ReadAllText(file)).Select(m => $"{Path.GetFileName(file)}: {m.Value}"));
        Assert.Empty(wrong);
    }

    // A list of files on the disk is the program's own.
    [GeneratedRegex(
        @"(OrderBy|ThenBy|OrderByDescending)\(\w+ => (?!f\.)[^;()]*(\.Name|ExamNumber|Organization)( \?\? "")?, StringComparer\.Ordinal",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ByCodePoint();
}

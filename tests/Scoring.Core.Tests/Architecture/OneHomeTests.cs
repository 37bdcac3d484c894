using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Architecture;

/// <summary>Figures, times, roles, phases and statuses have one home each: nobody else writes a figure's format or one of their
/// words.</summary>
public sealed partial class OneHomeTests
{
    /// <summary>Words of figures and times, figures of a file as it was written, and coordinates on paper and screen.</summary>
    private static readonly string[] Figures =
        ["Marking/Words.cs", "Checking/Findings.cs", "Checking/Sums.cs", "/Painting/", "SvgPainter.cs", "Printing.cshtml",
            "/Running/Graph.cs", "XlsxWriter.cs"];

    private static readonly string[] Projects = ["Scoring.Core", "Scoring.Api", "Scoring.Display"];

    [Fact]
    public void A_figure_is_written_by_the_words_of_figures() => Assert.Empty(Sources()
        .Where(f => !Figures.Any(home => f.Contains(home, StringComparison.Ordinal)) && FigureFormat().IsMatch(File.ReadAllText(f)))
        .Select(f => Path.GetFileName(f)));

    [Fact]
    public void Words_of_a_value_are_listed_once()
    {
        string[][] words =
        [
            [.. Enum.GetValues<Role>().Select(RoleWords.Of)], [.. Enum.GetValues<Phase>().Select(PhaseWords.Of)],
            [.. Enum.GetValues<EntrantStatus>().Select(StatusWords.Of)],
        ];
        var twice = Sources().Where(f => !Path.GetFileNameWithoutExtension(f).EndsWith("Words", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f) is var text
                && words.Any(w => w.Count(x => text.Contains($"=> \"{x}\"", StringComparison.Ordinal)) > 2))
            .Select(f => Path.GetFileName(f));

        Assert.Empty(twice);
    }

    [Fact]
    public void The_home_writes_what_it_says()
    {
        Assert.Equal(("12.50", "12.5", "1:36:20", "0:01:01.25"), (Words.Mark(12.5m), 12.50m.Plain(), Words.Time(5780), Words.Time(61.25m)));
        Assert.Equal("Asia/Shanghai", Competition.ZoneOf(null).Id);
        Assert.Equal(TimeSpan.FromHours(8), Competition.ZoneOf("Nowhere/At-all").BaseUtcOffset);
    }

    private static IEnumerable<string> Sources([CallerFilePath] string here = "") => Projects
        .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../..", p), "*.cs*",
            SearchOption.AllDirectories))
        .Select(f => f.Replace('\\', '/'))
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && (f.EndsWith(".cs", StringComparison.Ordinal)
            || f.EndsWith(".cshtml", StringComparison.Ordinal)));

    [GeneratedRegex("[\":]0\\.(0?#+|00[0#]*)[\"}]|\"[FN]2\"|/ 3600", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FigureFormat();
}

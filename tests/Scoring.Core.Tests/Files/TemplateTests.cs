using Scoring.Core.Definition;
using Scoring.Core.Files;

namespace Scoring.Core.Tests.Files;

public class TemplateTests
{
    [Theory]
    [InlineData("union")]
    [InlineData("college")]
    [InlineData("worldskills")]
    [InlineData("tea-sensory")]
    [InlineData("company-kpi")]
    [InlineData("multi-task")]
    [InlineData("real-rules")]
    public void Every_template_reads_without_a_problem_and_is_written_as_the_writer_writes_it(string name)
    {
        var reading = CompetitionFileReader.Read(Examples.Bytes($"templates/{name}.json"));

        Assert.Equal("", string.Join('\n', reading.Problems));
        Examples.Holds($"templates/{name}.json", CompetitionFileWriter.Write(reading.File!));
    }

    [Fact]
    public void Templates_show_the_usual_kinds_of_aspects_and_steps_and_every_way_to_mark()
    {
        var trades = Directory.GetFiles(Path.Combine(Examples.Folder, "templates"), "*.json")
            .SelectMany(f => Examples.Read(Path.GetRelativePath(Examples.Folder, f)).Trades!).ToList();

        Assert.Equal(12, trades.SelectMany(t => t.Modules()).SelectMany(m => m.Aspects()).Select(a => a.GetType()).Distinct().Count());
        Assert.Equal(Enum.GetValues<MarkingMethod>(), trades.SelectMany(t => t.Modules()).Select(m => m.Marking).Distinct().Order());
        Assert.Equal(10, trades.SelectMany(t => t.TieChain ?? []).Select(s => s.Kind).Distinct().Count());
        Assert.Equal(3, trades.Max(t => t.CodeLayers));
    }
}

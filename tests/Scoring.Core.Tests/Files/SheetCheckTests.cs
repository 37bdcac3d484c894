namespace Scoring.Core.Tests.Files;

/// <summary>Criteria of a sheet: unique ids, two levels, aspects or parts (R-B5).</summary>
public class SheetCheckTests
{
    private const string Flat = "trades[0].components[1].modules[0].sheet";
    private const string Deep = "trades[0].components[0].modules[0].sheet";

    [Theory]
    [InlineData("union", Flat + "[1].id", "\"A1\"", "“A1”；评分项编号在一个模块里不能重复，$." + Flat + "[0].id 已经用了")]
    [InlineData("worldskills", Deep + "[0].parts[1].id", "\"A1\"", "“A1”；评分项编号在一个模块里不能重复，$." + Deep + "[0].id 已经用了")]
    [InlineData("union", Flat + "[1].aspects[0].id", "\"A1.1\"", "“A1.1”；评分点编号在一个模块里不能重复，$." + Flat + "[0].aspects[0].id 已经用了")]
    [InlineData("worldskills", Deep + "[1].aspects[0].id", "\"A1b.2\"", "“A1b.2”；评分点编号在一个模块里不能重复，$." + Deep + "[0].parts[1].aspects[1].id 已经用了")]
    [InlineData("union", Flat + "[0].parts", "[]", null)]
    [InlineData("worldskills", Deep + "[0].aspects", "[]", null)]
    public void Ids_and_levels(string template, string path, string json, string? error) => Expect.ErrorAtValue(template, path, json, error);

    [Theory]
    [InlineData("[]")]
    [InlineData(null)]
    public void An_empty_criterion_is_refused(string? aspects) => Expect.Errors(
        "union", "trades[0].components[1].modules[1].sheet[0].aspects", aspects,
        "$.trades[0].components[1].modules[1].sheet[0]：现为 空的评分项；要有评分点或下一级评分项");

    [Fact]
    public void So_is_an_empty_part_and_the_rest_is_still_added_up() => Expect.Errors(
        "worldskills", $"{Deep}[0].parts[0].aspects", "[]",
        $"$.{Deep}[0].parts[0]：现为 空的评分项；要有评分点或下一级评分项", $"$.{Deep}：现为 20；评分点满分合计应为模块满分 30，还差 10");

    [Fact]
    public void Aspects_and_parts_together_are_refused() => Expect.Errors(
        "union", $"{Flat}[0].parts", """[{"id":"A1x","name":"追加","aspects":[{"kind":"binary","id":"A1.9","text":"追加","fullMark":1}]}]""",
        $"$.{Flat}[0]：现为 评分点和下一级都有；一个评分项要么直接写评分点，要么写下一级评分项",
        $"$.{Flat}：现为 81；评分点满分合计应为模块满分 80，多了 1");

    [Fact]
    public void A_third_level_is_refused() => Expect.Errors(
        "worldskills", $"{Deep}[0].parts[0]",
        """{"id":"A1a","name":"原理图","parts":[{"id":"A1a1","name":"电源","aspects":[{"kind":"binary","id":"A1a.1","text":"电源部分正确","fullMark":10}]}]}""",
        $"$.{Deep}[0].parts[0].parts：现为 1 个；评分项最多两级，这里直接写评分点");
}

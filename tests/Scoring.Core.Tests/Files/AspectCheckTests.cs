namespace Scoring.Core.Tests.Files;

/// <summary>Aspects that type a number, count, measure or judge: the last value refused and the first allowed (R-B5, R-J5).</summary>
public class AspectCheckTests
{
    private const string Sheet = "trades[0].components[1].modules[0].sheet";
    private const string Tolerance = Sheet + "[0].aspects[0]";
    private const string Faults = Sheet + "[0].aspects[2]";
    private const string Points = Sheet + "[1].aspects[0]";
    private const string Count = "trades[0].components[2].modules[0].sheet[0].aspects[2]";
    private const string TimeBand = "trades[0].components[2].modules[0].sheet[1].aspects[0]";
    private const string Judgement = "trades[0].components[0].modules[0].sheet[0].parts[1].aspects[1]";

    [Theory]
    [InlineData("union", Points + ".step", "0", "0；步长应大于 0")]
    [InlineData("union", Points + ".step", "-0.5", "-0.5；步长应大于 0")]
    [InlineData("union", Points + ".step", "0.01", null)]
    [InlineData("union", Faults + ".deduction", "0", "0；每处扣分应大于 0")]
    [InlineData("union", Faults + ".deduction", "0.01", null)]
    [InlineData("multi-task", Count + ".pointsEach", "0", "0；每个得分应大于 0")]
    [InlineData("multi-task", Count + ".pointsEach", "0.01", null)]
    [InlineData("union", Tolerance + ".decimals", "-1", "-1；读数小数位应为 0 至 6")]
    [InlineData("union", Tolerance + ".decimals", "7", "7；读数小数位应为 0 至 6")]
    [InlineData("union", Tolerance + ".decimals", "0", null)]
    [InlineData("union", Tolerance + ".decimals", "6", null)]
    [InlineData("union", Tolerance + ".bands", "[]", "空列表；至少要有一档")]
    [InlineData("multi-task", TimeBand + ".bands", "[]", "空列表；至少要有一档")]
    public void Numbers_of_an_aspect(string template, string path, string json, string? error) => Expect.ErrorAtValue(template, path, json, error);

    [Theory]
    [InlineData("union", Tolerance + ".bands[0].within", "-0.01", "-0.01；应为 0 或以上")]
    [InlineData("union", Tolerance + ".bands[0].within", "0", null)]
    [InlineData("union", Tolerance + ".bands[2].within", "0.04", "0.04；各档应从小到大，应大于前一档的 0.04；现在两档重叠")]
    [InlineData("union", Tolerance + ".bands[2].within", "0.040001", null)]
    [InlineData("multi-task", TimeBand + ".bands[0].upToSeconds", "0", "0；应大于 0")]
    [InlineData("multi-task", TimeBand + ".bands[0].upToSeconds", "1", null)]
    [InlineData("multi-task", TimeBand + ".bands[2].upToSeconds", "75", "75；各档应从小到大，应大于前一档的 75；现在两档重叠")]
    [InlineData("multi-task", TimeBand + ".bands[2].upToSeconds", "76", null)]
    public void Edges_of_bands(string template, string path, string json, string? error) => Expect.ErrorAtValue(template, path, json, error);

    [Theory]
    [InlineData("union", Tolerance + ".bands[0].mark", "20.01", "20.01；得分应在 0 与满分 20 之间")]
    [InlineData("union", Tolerance + ".bands[2].mark", "-0.01", "-0.01；得分应在 0 与满分 20 之间")]
    [InlineData("union", Tolerance + ".bands[2].mark", "0", null)]
    [InlineData("multi-task", TimeBand + ".bands[0].mark", "21", "21；得分应在 0 与满分 20 之间")]
    [InlineData("multi-task", TimeBand + ".bands[2].mark", "0", null)]
    public void Marks_of_bands(string template, string path, string json, string? error) => Expect.ErrorAtValue(template, path, json, error);

    [Theory]
    [InlineData("14.01", "14.01；得分比前一档还高，请核对")]
    [InlineData("14", null)]
    public void A_worse_band_worth_more_is_a_warning(string json, string? warning) =>
        Expect.Warnings("union", $"{Tolerance}.bands[2].mark", json, warning is null ? [] : [$"$.{Tolerance}.bands[2].mark：现为 {warning}"]);

    [Fact]
    public void Bands_without_the_full_mark_are_a_warning()
    {
        Expect.Warnings("union", $"{Tolerance}.bands[0].mark", "19.99", $"$.{Tolerance}.bands：现为 19.99；没有哪一档能得满分 20，请核对");
        Expect.Warnings("multi-task", $"{TimeBand}.bands[0].mark", "19", $"$.{TimeBand}.bands：现为 19；没有哪一档能得满分 20，请核对");
        Expect.Warnings("union", $"{Tolerance}.bands[0].mark", "20");
    }

    [Fact]
    public void Without_a_usable_full_mark_a_bands_mark_is_only_not_negative()
    {
        var bad = new BadFile("templates/union.json").Set($"{Tolerance}.fullMark", "0").Set($"{Tolerance}.bands[2].mark", "-1").Read();

        Assert.Equal(
            [
                $"$.{Tolerance}.fullMark：现为 0；满分应大于 0，最多两位小数",
                $"$.{Tolerance}.bands[2].mark：现为 -1；得分应为 0 或以上",
                "$.trades[0].components[1].modules[0].sheet：现为 60；评分点满分合计应为模块满分 80，还差 20",
            ],
            bad.Problems.Select(p => p.ToString()));
        Assert.Equal(
            [$"$.{Tolerance}.fullMark"],
            new BadFile("templates/union.json").Set($"{Tolerance}.fullMark", "\"20\"").Set($"{Tolerance}.bands[2].mark", "0").Read().Problems.Select(p => p.Path));
    }

    [Fact]
    public void Five_benchmarks_are_one_too_many() => Expect.Errors(
        "worldskills", $"{Judgement}.benchmarks[4]", "\"更好\"", $"$.{Judgement}.benchmarks：现为 5 条；应为四条，依次说明 0、1、2、3 分的标准");
}

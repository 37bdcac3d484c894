namespace Scoring.Core.Tests.Files;

/// <summary>Results mapped by a line or by steps (R-B5, R-J5).</summary>
public class MetricCheckTests
{
    private const string Line = "trades[0].components[0].modules[0].sheet[0].aspects[0]";
    private const string Higher = "trades[0].components[0].modules[0].sheet[0].aspects[1]";
    private const string Lower = "trades[1].components[0].modules[0].sheet[0].aspects[0]";

    [Theory]
    [InlineData(Line + ".line", "[]", "0 个点；折线至少要有两个点")]
    [InlineData(Line + ".line", """[{"value":1,"mark":60}]""", "1 个点；折线至少要有两个点")]
    [InlineData(Line + ".line", """[{"value":1,"mark":60},{"value":2,"mark":0}]""", null)]
    [InlineData(Line + ".line[1].value", "200", "200；应从小到大，大于前一个 200")]
    [InlineData(Line + ".line[1].value", "200.01", null)]
    [InlineData(Line + ".line[1].mark", "60.01", "60.01；得分应在 0 与满分 60 之间")]
    [InlineData(Line + ".line[0].mark", "-0.01", "-0.01；得分应在 0 与满分 60 之间")]
    [InlineData(Higher + ".steps.edges", "[]", "空列表；至少要有一级")]
    [InlineData(Higher + ".steps.edges", """[{"value":1,"mark":40}]""", null)]
    [InlineData(Higher + ".steps.edges[1].value", "98", "98；应从大到小，小于前一个 98")]
    [InlineData(Higher + ".steps.edges[1].value", "97.99", null)]
    [InlineData(Higher + ".steps.edges[0].mark", "40.01", "40.01；得分应在 0 与满分 40 之间")]
    [InlineData(Higher + ".steps.edges[2].mark", "-0.01", "-0.01；得分应在 0 与满分 40 之间")]
    [InlineData(Lower + ".steps.edges[1].value", "38.5", "38.5；应从小到大，大于前一个 38.5")]
    [InlineData(Lower + ".steps.edges[1].value", "38.51", null)]
    public void Points_and_edges_run_in_order_and_stay_within_the_full_mark(string path, string json, string? error) => Expect.ErrorAtValue("company-kpi", path, json, error);

    [Fact]
    public void A_line_and_steps_together_are_one_too_many() => Expect.Errors(
        "company-kpi", $"{Line}.steps", """{"better":"higher","edges":[{"value":1,"mark":60}]}""", $"$.{Line}：现为 line 和 steps 都有；应在折线 line 与台阶 steps 中写一个");

    [Theory]
    [InlineData("edges[2].mark", "30.01", "edges[2].mark：现为 30.01；得分比前一级还高，请核对")]
    [InlineData("edges[2].mark", "30", null)]
    [InlineData("edges[0].mark", "39.99", "edges：现为 39.99；没有哪一级能得满分 40，请核对")]
    public void Odd_marks_of_steps_are_warnings(string path, string json, string? warning) =>
        Expect.Warnings("company-kpi", $"{Higher}.steps.{path}", json, warning is null ? [] : [$"$.{Higher}.steps.{warning}"]);
}

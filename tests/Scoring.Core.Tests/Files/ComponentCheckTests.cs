namespace Scoring.Core.Tests.Files;

/// <summary>Components, weights and full marks: 100 or the declared total (R-B1, R-J1, R-G1).</summary>
public class ComponentCheckTests
{
    private const string Theory = """{"id":"ll","name":"理论","kind":"theory","weight":30,"modules":[{"id":"LL","name":"理论","fullMark":100,"marking":"clerk","sheet":[]}]}""";

    [Theory]
    [InlineData("union", "trades[0].components", "[]", "空列表；至少要有一个部分，如理论、实操")]
    [InlineData("multi-task", "trades[0].components", "[]", "空列表；至少要有一个部分，如理论、实操")]
    [InlineData("worldskills", "trades[0].components", "[]", "空列表；至少要有一个部分，如理论、实操")]
    [InlineData("union", "trades[0].components[0].modules", "[]", "空列表；至少要有一个模块")]
    [InlineData("multi-task", "trades[0].components[0].modules", "[]", "空列表；至少要有一个模块")]
    [InlineData("union", "trades[0].components[1].id", "\"ll\"", "“ll”；部分编号不能重复，$.trades[0].components[0].id 已经用了")]
    [InlineData("union", "trades[0].rawTotal", "100", "100；按权重计分时不写总分；各部分分数相加请用 \"scoring\": \"rawSum\"")]
    [InlineData("union", "trades[0].components[0].passMark", "-0.01", "-0.01；合格线按百分制，应为 0 至 100")]
    [InlineData("union", "trades[0].components[0].passMark", "100.01", "100.01；合格线按百分制，应为 0 至 100")]
    [InlineData("union", "trades[0].components[0].passMark", "0", null)]
    [InlineData("union", "trades[0].components[0].passMark", "100", null)]
    public void Components(string template, string path, string json, string? error) => Expect.ErrorAtValue(template, path, json, error);

    [Theory]
    [InlineData("30.5", "30.5 + 70 = 100.5；各部分权重合计应为 100，多了 0.5")]
    [InlineData("29.9", "29.9 + 70 = 99.9；各部分权重合计应为 100，还差 0.1")]
    public void Weights_that_do_not_make_100_say_by_how_much(string weight, string error) =>
        Expect.Errors("union", "trades[0].components[0].weight", weight, $"$.trades[0].components：现为 {error}");

    [Fact]
    public void No_weight_is_zero_negative_or_above_100()
    {
        static IReadOnlyList<string> Of(string first, string second) =>
            new BadFile("templates/union.json").Set("trades[0].components[0].weight", first).Set("trades[0].components[1].weight", second).Errors();

        Assert.Equal(["$.trades[0].components[0].weight：现为 0；权重应大于 0、不超过 100"], Of("0", "100"));
        Assert.Equal(
            ["$.trades[0].components[0].weight：现为 -0.01；权重应大于 0、不超过 100", "$.trades[0].components[1].weight：现为 100.01；权重应大于 0、不超过 100"],
            Of("-0.01", "100.01"));
        Assert.Empty(Of("0.01", "99.99"));
    }

    [Theory]
    [InlineData("100.01", "100.01；各模块满分合计应为 100，多了 0.01；按比例折算成 100 请写 \"scaled\": true")]
    [InlineData("99.99", "99.99；各模块满分合计应为 100，还差 0.01；按比例折算成 100 请写 \"scaled\": true")]
    public void One_module_that_is_not_100_says_by_how_much(string mark, string error) =>
        Expect.Errors("union", "trades[0].components[0].modules[0].fullMark", mark, $"$.trades[0].components[0].modules：现为 {error}");

    [Fact]
    public void Up_to_twelve_full_marks_are_written_out()
    {
        static string Modules(int count) =>
            $"[{string.Join(',', Enumerable.Range(1, count).Select(i => $$"""{"id":"L{{i}}","name":"卷{{i}}","fullMark":8,"marking":"clerk","sheet":[]}"""))}]";

        Expect.Errors(
            "union", "trades[0].components[0].modules", Modules(12),
            "$.trades[0].components[0].modules：现为 8 + 8 + 8 + 8 + 8 + 8 + 8 + 8 + 8 + 8 + 8 + 8 = 96；各模块满分合计应为 100，还差 4；按比例折算成 100 请写 \"scaled\": true");
        Expect.Errors("union", "trades[0].components[0].modules", Modules(13), "$.trades[0].components[0].modules：现为 104；各模块满分合计应为 100，多了 4；按比例折算成 100 请写 \"scaled\": true");
    }

    [Fact]
    public void A_weighted_worldskills_trade_has_one_component()
    {
        Assert.Equal(
            ["$.trades[0].components：现为 200；世赛式工种的全部模块合计应正好 100 分；分几个部分时请用 \"scoring\": \"rawSum\""],
            new BadFile("templates/worldskills.json").Set("trades[0].components[0].weight", "70").Set("trades[0].components[1]", Theory).Errors());
        Expect.Errors("multi-task", "trades[0].worldSkills", "true", "$.trades[0].components：现为 200；世赛式工种的全部模块合计应正好 100 分");
    }
}

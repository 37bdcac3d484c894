namespace Scoring.Core.Tests.Files;

/// <summary>Modules: spread, sheet, panel and clock (R-B2 to R-B6, R-J1, R-J3).</summary>
public class ModuleCheckTests
{
    private const string Theory = "trades[0].components[0].modules[0]";
    private const string Practical = "trades[0].components[1].modules[0]";
    private const string Trimmed = "trades[0].components[1].modules[2]";
    private const string Sum = "trades[1].components[0].modules[1]";

    private static string Paper(string fullMark) => $$"""[{"id":"T","name":"卷","aspects":[{"kind":"points","id":"T1","text":"卷面","fullMark":{{fullMark}}}]}]""";

    [Theory]
    [InlineData("union", Practical + ".spreadLimit", "-0.01", "-0.01；极差上限按百分制，应为 0 至 100；不检查写 null")]
    [InlineData("union", Practical + ".spreadLimit", "100.01", "100.01；极差上限按百分制，应为 0 至 100；不检查写 null")]
    [InlineData("union", Practical + ".spreadLimit", "0", null)]
    [InlineData("union", Practical + ".spreadLimit", "100", null)]
    [InlineData("union", Practical + ".spreadLimit", "null", null)]
    [InlineData("union", "trades[0].components[1].modules[1].sheet", "[]", "空列表；裁判打分的模块要有评分表，至少一个评分点")]
    [InlineData("tea-sensory", "trades[0].components[1].modules[1].sheet", "[]", "空列表；裁判打分的模块要有评分表，至少一个评分点")]
    [InlineData("tea-sensory", "trades[0].components[1].modules[1].panel", "{\"smallest\":0}", "有；只有裁判组（\"marking\": \"panel\"）才写合成办法")]
    [InlineData("college", Trimmed + ".panel.dropEachSide", "-1", "-1；每边去掉的人数应为 0 至 100")]
    [InlineData("college", Trimmed + ".panel.dropEachSide", "101", "101；每边去掉的人数应为 0 至 100")]
    [InlineData("college", Trimmed + ".panel.dropEachSide", "0", null)]
    [InlineData("college", Trimmed + ".panel.dropEachSide", "100", null)]
    [InlineData("college", Trimmed + ".panel.smallest", "0", "0；裁判组最少人数应为 1 至 100")]
    [InlineData("college", Trimmed + ".panel.smallest", "101", "101；裁判组最少人数应为 1 至 100")]
    [InlineData("college", Trimmed + ".panel.smallest", "1", null)]
    [InlineData("college", Trimmed + ".panel.smallest", "100", null)]
    public void Spread_sheet_and_panel(string template, string path, string json, string? error) => Expect.ErrorAtValue(template, path, json, error);

    [Fact]
    public void Double_entry_has_no_sheet() =>
        Expect.Errors("multi-task", $"{Theory}.sheet", Paper("29"), $"$.{Theory}.sheet：现为 1 个评分项；双录只录模块总分，评分表应为空 []");

    [Theory]
    [InlineData("100", null)]
    [InlineData("100.5", "100.5；评分点满分合计应为模块满分 100，多了 0.5")]
    [InlineData("99.5", "99.5；评分点满分合计应为模块满分 100，还差 0.5")]
    public void A_clerk_may_have_a_sheet_that_makes_the_full_mark(string fullMark, string? error) =>
        Expect.ErrorAtValue("union", $"{Theory}.sheet", Paper(fullMark), error);

    [Theory]
    [InlineData("9", "21")]
    [InlineData("68", "80")]
    [InlineData("7.5", "19.5")]
    public void Where_judges_are_added_up_the_sheet_times_the_judges_makes_the_module(string fullMark, string sum) => Expect.Errors(
        "company-kpi", $"{Sum}.sheet[0].aspects[0].fullMark", fullMark, $"$.{Sum}.sheet：现为 {sum}；各裁判相加时，评分表合计 × 裁判人数应为模块满分 40");

    [Theory]
    [InlineData("3", "3；各裁判相加时，评分表合计 20、模块满分 40，只能有 2 名裁判")]
    [InlineData("2", null)]
    [InlineData("1", null)]
    public void And_no_more_judges_are_asked_for_than_that(string smallest, string? error) => Expect.ErrorAtValue("company-kpi", $"{Sum}.panel.smallest", smallest, error);

    [Fact]
    public void A_sheet_worth_nothing_makes_no_module() => Expect.Errors(
        "company-kpi", $"{Sum}.sheet[0].aspects", """[{"kind":"points","id":"B1.1","text":"问题分析","fullMark":0}]""",
        $"$.{Sum}.sheet[0].aspects[0].fullMark：现为 0；满分应大于 0，最多两位小数", $"$.{Sum}.sheet：现为 0；各裁判相加时，评分表合计 × 裁判人数应为模块满分 40");

    [Theory]
    [InlineData("college", Trimmed + ".panel.smallest", "2", "2；每边去掉 1 人，裁判组不到 3 人就没有成绩，请核对")]
    [InlineData("college", Trimmed + ".panel.smallest", "3", null)]
    [InlineData("college", Trimmed + ".panel.dropEachSide", "2", null)]
    [InlineData("tea-sensory", "trades[0].components[2].modules[0].panel.smallest", "1", null)]
    public void A_panel_too_small_for_what_is_dropped_is_a_warning(string template, string path, string json, string? warning) =>
        Expect.Warnings(template, path, json, warning is null ? [] : [$"$.{path}：现为 {warning}"]);

    [Fact]
    public void So_is_dropping_too_many() => Expect.Warnings(
        "college", $"{Trimmed}.panel.dropEachSide", "3", $"$.{Trimmed}.panel.smallest：现为 5；每边去掉 3 人，裁判组不到 7 人就没有成绩，请核对");

    [Theory]
    [InlineData("limitSeconds", "0", "0；限时应大于 0 秒、不超过 24 小时；不限时就不写")]
    [InlineData("limitSeconds", "-1", "-1；限时应大于 0 秒、不超过 24 小时；不限时就不写")]
    [InlineData("limitSeconds", "1", null)]
    [InlineData("overtime[0].upToSeconds", "0", "0；上限应大于 0 秒")]
    [InlineData("overtime[0].upToSeconds", "1", null)]
    [InlineData("overtime[1].upToSeconds", "60", "60；各段上限应从小到大，且大于 60；现在与前一段重叠")]
    [InlineData("overtime[1].upToSeconds", "61", null)]
    [InlineData("overtime[4].deduction", "-0.01", "-0.01；扣分应为 0 或以上")]
    [InlineData("overtime[4].deduction", "0", null)]
    [InlineData("overtime", "[]", null)]
    [InlineData("overtime", null, null)]
    public void The_clock(string path, string? json, string? error) => Expect.ErrorAtValue("tea-sensory", $"{Practical}.time.{path}", json, error);

    [Fact]
    public void Time_may_be_recorded_without_a_limit() => Expect.Errors("union", $"{Practical}.time", "{}");
}

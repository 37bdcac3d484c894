namespace Scoring.Core.Tests.Files;

/// <summary>Violations as a file has them (R-B7).</summary>
public class ViolationCheckTests
{
    private const string Blank = "“”；不能空着";

    [Theory]
    [InlineData("number", "0", "0；违规编号从 1 起", "1")]
    [InlineData("person", "\"\"", Blank, "\"乙\"")]
    [InlineData("personRole", "\"\"", Blank, "\"裁判长\"")]
    [InlineData("what", "\"\"", Blank, "\"离位\"")]
    [InlineData("withdrawn", "\"\"", Blank, "\"记错人\"")]
    [InlineData("deduction", "0", "0；扣分应大于 0，最多两位小数", "0.01")]
    [InlineData("deduction", "-1", "-1；扣分应大于 0，最多两位小数", "1")]
    [InlineData("deduction", "1.005", "1.005；扣分应大于 0，最多两位小数", "1.25")]
    [InlineData("deduction", "50.01", "50.01；扣分不能超过模块满分 50", "50")]
    [InlineData("module", "\"D\"", "“D”；没有这个模块，应为 LL、A、B、C", "\"B\"")]
    [InlineData("outcome", "\"fine\"", "“fine”；应为 warning、deduction、moduleToZero、disqualified", "\"deduction\"")]
    public void A_deduction_has_its_limits(string field, string bad, string says, string good) => Slip.Is(
        () => With("""{"number":1,"person":"甲","personRole":"现场裁判","what":"离位","outcome":"deduction","module":"A","deduction":2}"""),
        $"marks[0].violations[0].{field}", bad, says, good);

    [Theory]
    [InlineData("warning", 1)]
    [InlineData("warning", -1)]
    [InlineData("moduleToZero", 51)]
    [InlineData("disqualified", 1)]
    public void Only_a_deduction_deducts(string outcome, int deduction) => Slip.Is(
        () => With($$"""{"number":1,"person":"甲","personRole":"现场裁判","what":"离位","outcome":"{{outcome}}","module":"A"}"""),
        "marks[0].violations[0].deduction", $"{deduction}", $"{deduction}；outcome 为 deduction 时才写扣分", "0");

    [Theory]
    [InlineData("warning", true)]
    [InlineData("disqualified", true)]
    [InlineData("moduleToZero", false)]
    public void A_module_is_named_where_one_is_meant(string outcome, bool mayLack)
    {
        var errors = With($$"""{"number":1,"person":"甲","personRole":"现场裁判","what":"离位","outcome":"{{outcome}}"}""").Errors();

        Assert.Equal(mayLack ? [] : ["$.marks[0].violations[0].module：现为 缺少；模块记零要写明是哪个模块"], errors);
    }

    [Fact]
    public void A_number_is_given_once_in_the_whole_competition()
    {
        const string Violation = """{"number":7,"person":"甲","personRole":"现场裁判","what":"离位","outcome":"warning"}""";
        var file = () => Slip.College().Set("marks[0].violations", $"[{Violation}]").Set("marks[2].violations", $"[{Violation}]").Set("marks[2].violations[0].number", "8");

        Slip.Is(file, "marks[2].violations[0].number", "7", "“7”；违规编号不能重复，$.marks[0].violations[0].number 已经用了", "9");
    }

    private static BadFile With(string violation) => Slip.College().Set("marks[0].violations", $"[{violation}]");
}

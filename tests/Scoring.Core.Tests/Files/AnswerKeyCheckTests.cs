namespace Scoring.Core.Tests.Files;

/// <summary>Answer keys: the points of the fields make the full mark, the answers can be chosen (R-J5).</summary>
public class AnswerKeyCheckTests
{
    private const string Key = "trades[0].components[1].modules[1].sheet[0].aspects[0]";

    [Theory]
    [InlineData("fields", "[]", "空列表；至少要有一个答题栏，如品种、产地、等级")]
    [InlineData("fields", """[{"name":"茶","points":20,"accepted":["龙井"]}]""", null)]
    [InlineData("fields[1].name", "\"品种\"", "“品种”；答题栏名称不能重复，$." + Key + ".fields[0].name 已经用了")]
    [InlineData("fields[0].accepted", "[]", "空列表；至少要有一个正确答案")]
    [InlineData("fields[0].accepted", "[\"龙井\"]", null)]
    [InlineData("fields[2].choices", "[]", "空列表；至少要有一个选项；自由填写就不写 choices")]
    [InlineData("fields[2].choices", "[\"特级\"]", null)]
    [InlineData("fields[2].choices[1]", "\"特级\"", "“特级”；选项不能重复，$." + Key + ".fields[2].choices[0] 已经用了")]
    public void Fields_answers_and_choices(string path, string json, string? error) => Expect.ErrorAtValue("tea-sensory", $"{Key}.{path}", json, error);

    [Theory]
    [InlineData("9", "9 + 6 + 6 = 21；各栏得分合计应为满分 20，多了 1")]
    [InlineData("7.5", "7.5 + 6 + 6 = 19.5；各栏得分合计应为满分 20，还差 0.5")]
    public void Points_that_do_not_make_the_full_mark_show_the_sum(string points, string error) =>
        Expect.Errors("tea-sensory", $"{Key}.fields[0].points", points, $"$.{Key}.fields：现为 {error}");

    [Theory]
    [InlineData("0", "14", "0；得分应大于 0")]
    [InlineData("-1", "15", "-1；得分应大于 0")]
    [InlineData("0.01", "13.99", null)]
    public void Every_field_is_worth_something(string first, string second, string? error) => Assert.Equal(
        error is null ? [] : [$"$.{Key}.fields[0].points：现为 {error}"],
        new BadFile("templates/tea-sensory.json").Set($"{Key}.fields[0].points", first).Set($"{Key}.fields[1].points", second).Errors());

    [Theory]
    [InlineData("""["a ","B"]""", null)]
    [InlineData("""["a","c"]""", "accepted[1]：现为 “c”；正确答案不在选项里，选项有 Ａ、b")]
    public void An_answer_is_a_choice_whatever_its_width_and_case(string accepted, string? error) => Assert.Equal(
        error is null ? [] : [$"$.{Key}.fields[2].{error}"],
        new BadFile("templates/tea-sensory.json").Set($"{Key}.fields[2].choices", """["Ａ","b"]""").Set($"{Key}.fields[2].accepted", accepted).Errors());
}

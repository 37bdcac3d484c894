namespace Scoring.Core.Tests.Files;

/// <summary>Clerks' figures and times, and whose they are (R-B2, R-B6, R-J13).</summary>
public class MarksCheckTests
{
    private const string Blank = "“”；不能空着";
    private const string NoResolution = "有；只有双录的两个分都在，才由第三人裁定；更正请写 \"correction\": true";

    [Theory]
    [InlineData("time", """{"usedSeconds":-1}""", ".usedSeconds", "-1；用时应为 0 至 86400 秒（24 小时），最多两位小数", """{"usedSeconds":0}""")]
    [InlineData("time", """{"usedSeconds":9,"extensionSeconds":-1}""", ".extensionSeconds", "-1；补时应为 0 至 86400 秒（24 小时），最多两位小数", """{"usedSeconds":9,"extensionSeconds":0}""")]
    [InlineData("time", """{"usedSeconds":1.555}""", ".usedSeconds", "1.555；用时应为 0 至 86400 秒（24 小时），最多两位小数", null)]
    [InlineData("spreadConfirmed", "\"\"", "", Blank, "\"核对无误\"")]
    [InlineData("figures", """[{"clerk":"L1","mark":5}]""", "", "1 个；这个模块由裁判逐项打分，请写 sheets", "[]")]
    [InlineData("resolved", """{"by":"Z1","mark":5,"reason":"误","correction":true}""", "", NoResolution, null)]
    [InlineData("resolved", """{"by":"Z1","mark":5,"reason":"误"}""", "", NoResolution, null)]
    public void What_stands_beside_judges_sheets_has_its_limits(string field, string bad, string at, string says, string? good) =>
        Slip.Is(Slip.College, $"marks[0].modules[1].{field}", bad, $"marks[0].modules[1].{field}{at}", says, good);

    [Theory]
    [InlineData("sheets", """[{"judge":"J1","marks":{}}]""", "", "1 张；这个模块由录入员录总分，请写 figures", "[]")]
    [InlineData("spreadConfirmed", "\"核对无误\"", "", "有；只有裁判组打分才有极差", null)]
    [InlineData("time", """{"usedSeconds":10}""", "", "有；这个模块不记用时；要记，请在模块里写 time", null)]
    [InlineData("figures[0].mark", "-0.01", "", "-0.01；应为 0 至 100", "0")]
    [InlineData("figures[1].mark", "100.01", "", "100.01；应为 0 至 100", "100")]
    [InlineData("figures[1].mark", "0.1234567", "", "0.1234567；应为数字，最多 6 位小数，绝对值不超过 1000000000", "0.123456")]
    [InlineData("figures[1].clerk", "\"\"", "", Blank, "\"L3\"")]
    [InlineData("figures[1].clerk", "\"L1\"", "", "“L1”；双录的录入员不能重复，$.marks[0].modules[0].figures[0].clerk 已经用了", "\"L3\"")]
    [InlineData("resolved", """{"by":"","mark":80,"reason":"看卷"}""", ".by", Blank, """{"by":"Z1","mark":80,"reason":"看卷"}""")]
    [InlineData("resolved", """{"by":"Z1","mark":80,"reason":""}""", ".reason", Blank, """{"by":"L1","mark":80,"reason":"漏加一题","correction":true}""")]
    [InlineData("resolved", """{"by":"Z1","mark":100.5,"reason":"看卷"}""", ".mark", "100.5；应为 0 至 100", """{"by":"Z1","mark":100,"reason":"看卷"}""")]
    [InlineData("resolved", """{"by":"Z1","mark":-1,"reason":"看卷"}""", ".mark", "-1；应为 0 至 100", """{"by":"Z1","mark":0,"reason":"看卷"}""")]
    [InlineData("resolved", """{"by":"L2","mark":80,"reason":"看卷"}""", ".by", "“L2”；应由两名录入员以外的人裁定（R-J13）", null)]
    public void Double_entry_has_its_limits(string field, string bad, string at, string says, string? good) =>
        Slip.Is(
            field == "resolved" ? Slip.Differing : Slip.College, $"marks[0].modules[0].{field}", bad, $"marks[0].modules[0].{field}{at}", says, good);

    [Fact]
    public void A_third_clerk_enters_nothing() => Slip.Is(
        Slip.College, "marks[0].modules[0].figures", """[{"clerk":"L1","mark":5},{"clerk":"L2","mark":6},{"clerk":"L3","mark":5}]""",
        "3 个；双录由两名录入员各录一个；不一致时由第三人裁定，写 resolved", """[{"clerk":"L1","mark":5}]""");

    [Fact]
    public void A_third_person_settles_only_what_two_clerks_entered()
    {
        var one = () => Slip.College().Set("marks[0].modules[0].figures", """[{"clerk":"L1","mark":5}]""");

        Slip.Is(one, "marks[0].modules[0].resolved", """{"by":"Z1","mark":80,"reason":"看卷"}""", NoResolution, """{"by":"Z1","mark":80,"reason":"误","correction":true}""");
    }

    [Theory]
    [InlineData("figures", """[{"clerk":"L1","mark":5},{"clerk":"L2","mark":5}]""", "2 个；录入员录入只有一个；两人分别录入请用 doubleEntry", """[{"clerk":"L1","mark":5}]""")]
    [InlineData("resolved", """{"by":"Z1","mark":80,"reason":"误"}""", NoResolution, """{"by":"Z1","mark":80,"reason":"误","correction":true}""")]
    public void One_clerk_enters_one_figure_that_may_be_corrected(string field, string bad, string says, string good) =>
        Slip.Is(Slip.Union, $"marks[0].modules[0].{field}", bad, says, good);

    [Fact]
    public void An_entrants_marks_stand_in_one_place() => Assert.Equal(
        ["$.marks[1].entrant：现为 “wl1”；一名选手的成绩不能重复，$.marks[0].entrant 已经用了"], Slip.College().Set("marks[1].entrant", "\"wl1\"").Errors());

    [Fact]
    public void A_module_stands_in_an_entrants_marks_once_and_is_one_of_the_trade()
    {
        Assert.Equal(
            ["$.marks[0].modules[4].module：现为 “A”；一名选手的模块不能重复，$.marks[0].modules[1].module 已经用了"],
            Slip.College().Set("marks[0].modules[4]", """{"module":"A","time":{"usedSeconds":10}}""").Errors());
        Slip.Is(Slip.College, "marks[0].modules[0].module", "\"D\"", "“D”；没有这个模块，应为 LL、A、B、C", "\"LL\"");
    }

    [Theory]
    [InlineData("marks[0].modules")]
    [InlineData("marks[0].modules[1].sheets")]
    [InlineData("marks[0].modules[0].figures")]
    [InlineData("marks[0].modules[1].time")]
    [InlineData("marks")]
    public void What_is_not_yet_marked_may_be_left_out(string path) => Assert.Empty(Slip.College().Set(path, null).Errors());
}

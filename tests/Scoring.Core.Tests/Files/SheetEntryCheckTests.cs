namespace Scoring.Core.Tests.Files;

/// <summary>Judges' sheets as a file has them (R-B5, R-J3, R-J5).</summary>
public class SheetEntryCheckTests
{
    private const string Sheet = "marks[0].modules[1].sheets[0]";

    [Fact]
    public void A_sheet_sent_back_says_why() => Slip.Is(Slip.College, $"{Sheet}.returned", "\"\"", "“”；不能空着", "\"漏签\"");

    [Fact]
    public void Remarks_stand_beside_aspects_that_exist() => Slip.Is(
        Slip.College, $"{Sheet}.notes", """{"A1.1":"好","A9":"无此项"}""", $"{Sheet}.notes.A9",
        "“A9”；没有这个评分点，应为 A1.1、A1.2、A1.3、A2.1、A2.2", """{"A1.1":"好","A2.2":""}""");

    [Fact]
    public void A_judge_hands_in_one_sheet() => Slip.Is(
        Slip.College, "marks[0].modules[1].sheets[1].judge", "\"J1\"", "“J1”；一名裁判的评分表不能重复，$.marks[0].modules[1].sheets[0].judge 已经用了", "\"J2\"");

    [Fact]
    public void A_judge_is_in_the_file_and_sits_in_the_module()
    {
        Slip.Is(Slip.College, $"{Sheet}.judge", "\"J4\"", "“J4”；这名裁判在模块 A 没有席位", "\"J1\"");
        Slip.Is(Slip.College, $"{Sheet}.judge", "\"X\"", "“X”；没有这个裁判，应为 J1、J2、J3、J4、J5", "\"J1\"");
    }

    [Fact]
    public void A_judge_who_left_keeps_the_sheets_of_the_seat_that_was() => Slip.Is(
        () => Slip.College().Set($"{Sheet}.judge", "\"J9\""), "formerSeats", """[{"judge":"J9","trade":"wl","module":"B","number":1}]""", $"{Sheet}.judge",
        "“J9”；没有这个裁判，应为 J1、J2、J3、J4、J5，是否为 J1？", """[{"judge":"J9","trade":"wl","module":"A","number":1}]""");

    [Fact]
    public void A_clerk_with_a_seat_enters_the_sheets_of_a_clerks_module()
    {
        var file = Slip.Union().Set("trades[0].components[1].modules[1].marking", "\"clerk\"");
        foreach (var judge in Enumerable.Range(0, 3))
        {
            file.Set($"judges[{judge}].seats[1].role", "\"clerk\"");
        }

        Assert.Empty(file.Errors());
        Assert.Equal(
            Enumerable.Range(0, 4).Select(i => $"$.marks[{i}].modules[2].sheets[0].judge：现为 “J1”；这名裁判在模块 B 没有席位"),
            file.Set("judges[0].seats[1].role", "\"floorJudge\"").Errors());
    }

    [Theory]
    [InlineData("recusedFrom", "[\"wl1\"]", 3)]
    [InlineData("recusedFrom", "[]", 0)]
    [InlineData("recusedOrganizations", "[\"u2\"]", 6)]
    public void Sheets_of_a_recused_judge_are_warned_of(string field, string json, int warnings)
    {
        var read = Slip.College().Set($"judges[0].{field}", json).Read();

        Assert.Empty(read.Errors);
        Assert.Equal(warnings, read.Warnings.Count(w => w.ToString().EndsWith("sheets[0].judge：现为 “J1”；这名裁判应回避该选手，他的分不计入（R-J3）", StringComparison.Ordinal)));
    }
}

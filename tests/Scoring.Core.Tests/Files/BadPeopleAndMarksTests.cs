
namespace Scoring.Core.Tests.Files;

/// <summary>People and marks that do not fit the definition.</summary>
public class BadPeopleAndMarksTests
{
    private static void Gives(string path, string? json, params string[] errors) => Assert.Equal(errors, new BadFile("yindubei-marked.json").Set(path, json).Errors());

    [Fact]
    public void Unknown_trades_organizations_and_entrants_name_the_nearest()
    {
        Assert.Contains("$.entrants[0].trade：现为 “hyy”；没有这个工种，应为 hy、dg、qg、hg、cc，是否为 hy？", new BadFile("yindubei-marked.json")
            .Set("entrants[0].trade", "\"hyy\"").Errors());
        Gives("marks[3].entrant", "\"hy99\"", $"$.marks[3].entrant：现为 “hy99”；没有这个选手，应为 {string.Join("、", Enumerable.Range(1, 18).Select(i => $"hy{i:00}").Concat(Enumerable.Range(1, 22).Select(i => $"dg{i:00}")))} 等 108 个，是否为 hy09？");
        Assert.Contains(new BadFile("yindubei-marked.json").Set("entrants[0].organization", "\"u77\"").Errors(), e => e.StartsWith("$.entrants[0].organization：现为 “u77”；没有这个单位", StringComparison.Ordinal));
    }

    [Fact]
    public void A_code_drawn_twice_is_refused() => Gives(
        "entrants[1].codes[0]", "\"B05\"", "$.entrants[7].codes[0]：现为 “hy B05”；同一工种的代号不能重复，$.entrants[1].codes[0] 已经用了");

    [Fact]
    public void An_identity_number_is_checked_and_never_shown()
    {
        var errors = new BadFile("yindubei-marked.json").Set("entrants[0].personal.idNumber", "\"990099197001010010\"").Errors();

        Assert.Equal("$.entrants[0].personal.idNumber：现为 18 位，校验不符；应为 18 位身份证号，校验码与出生日期都要对", Assert.Single(errors));
    }

    [Fact]
    public void One_number_with_two_names_is_an_error_and_one_person_in_two_trades_a_warning()
    {
        var number = Examples.Read("yindubei-marked.json").Entrants![0].Personal!.IdNumber;

        Gives("entrants[50].personal.idNumber", $"\"{number}\"", "$.entrants[50].personal.idNumber：现为 证件号码相同、姓名不同；与 $.entrants[0] 的迪丽娜尔·阿不都热合曼用了同一个证件号码，请核对");
        var twice = new BadFile("yindubei-marked.json").Set("entrants[50].personal.idNumber", $"\"{number}\"").Set("entrants[50].name", "\"迪丽娜尔·阿不都热合曼\"").Read();
        Assert.Equal("$.entrants[50].personal.idNumber：现为 同一个人；与 $.entrants[0] 是同一个人，报了两个工种", Assert.Single(twice.Warnings).ToString());
        Assert.NotNull(twice.File);
    }

    [Fact]
    public void Absence_needs_a_reason() => Gives("entrants[0].status", "\"withdrawn\"", "$.entrants[0].statusReason：现为 缺少；缺考、弃赛、取消资格要写明原因");

    [Fact]
    public void A_sheet_lacks_no_aspect_and_has_no_other()
    {
        var read = new BadFile("yindubei-marked.json");
        var errors = read.Set("marks[0].modules[1].sheets[0].marks", """{"A1.1":4,"A1.2":0,"A1.3":1,"A2.1":8.2,"A2.2":1,"A3.1":-1,"A9.9":1}""").Errors();

        Assert.Equal(
            [
                "$.marks[0].modules[1].sheets[0].marks[\"A2.1\"]：现为 8.2；须在 0 到 8 之间",
                "$.marks[0].modules[1].sheets[0].marks[\"A3.1\"]：现为 -1；须在 0 到 4 之间",
                "$.marks[0].modules[1].sheets[0].marks[\"A9.9\"]：现为 “A9.9”；没有这个评分点，应为 A1.1、A1.2、A1.3、A2.1、A2.2、A3.1、A3.2，是否为 A1.1？",
                "$.marks[0].modules[1].sheets[0].marks：现为 缺少 A3.2；交来的评分表要每个评分点都有分",
            ],
            errors);
    }

    [Fact]
    public void A_judge_without_a_seat_or_unknown_is_refused()
    {
        Gives("marks[0].modules[1].sheets[0].judge", "\"J04\"", "$.marks[0].modules[1].sheets[0].judge：现为 “J04”；这名裁判在模块 A 没有席位");
        Assert.Contains(new BadFile("yindubei-marked.json").Set("marks[0].modules[1].sheets[0].judge", "\"J99\"").Errors(), e => e.StartsWith("$.marks[0].modules[1].sheets[0].judge：现为 “J99”；没有这个裁判", StringComparison.Ordinal));
    }

    [Fact]
    public void A_figure_outside_the_full_mark_is_refused()
    {
        Gives("marks[0].modules[0].figures[0].mark", "100.5", "$.marks[0].modules[0].figures[0].mark：现为 100.5；应为 0 至 100");
        Gives("marks[0].modules[0].figures[0].mark", "-1", "$.marks[0].modules[0].figures[0].mark：现为 -1；应为 0 至 100");
        Gives("marks[0].modules[0].figures[0].mark", "null", "$.marks[0].modules[0].figures[0].mark：现为 null；应为数字，最多 6 位小数，绝对值不超过 1000000000");
    }

    [Fact]
    public void Sheets_where_a_clerk_enters_and_figures_where_judges_mark_are_refused()
    {
        Gives("marks[0].modules[0].sheets", """[{"judge":"J01","marks":{}}]""", "$.marks[0].modules[0].sheets：现为 1 张；这个模块由录入员录总分，请写 figures");
        Gives("marks[0].modules[1].figures", """[{"clerk":"L1","mark":1}]""", "$.marks[0].modules[1].figures：现为 1 个；这个模块由裁判逐项打分，请写 sheets");
    }

    [Fact]
    public void A_panel_without_the_seats_it_needs_is_an_error_once_scoring_began()
    {
        var errors = new BadFile("templates/tea-sensory.json")
            .Set("judges", """[{"id":"J1","name":"甲","seats":[{"role":"judge","trade":"pc","module":"A","number":1}]}]""").Errors();

        Assert.Equal(
            [
                "$.trades[0].components[1].modules[0]：现为 1 个席位；裁判组至少要有 9 个席位（judges 里 role 为 judge）",
                "$.trades[0].components[1].modules[1]：现为 0 个席位；由一名裁判评分，至少要有 1 个席位（judges 里 role 为 judge）",
                "$.trades[0].components[2].modules[0]：现为 0 个席位；裁判组至少要有 5 个席位（judges 里 role 为 judge）",
            ],
            errors);
    }

    [Fact]
    public void Two_judges_on_one_seat_are_refused() => Assert.Contains(
        "$.judges[1].seats[0].number：现为 “hy A 1 号”；席位不能重复，$.judges[0].seats[0].number 已经用了",
        new BadFile("yindubei-marked.json").Set("judges[1].seats[0].number", "1").Errors());

    [Fact]
    public void Marks_before_scoring_are_refused() => Gives("progress[0].phase", "\"drawn\"", "$.progress[0].phase：现为 drawn；已经有成绩，应为 scoring 或以后的阶段");

    [Fact]
    public void Two_people_must_be_two() => Gives(
        "progress[0].decoded", """[{"layer":1,"headJudge":"Z1","supervisor":"Z1"}]""", "$.progress[0].decoded[0].supervisor：现为 “Z1”；裁判长和监督应是两个人");

    [Fact]
    public void A_recused_judges_sheet_is_a_warning() => Assert.Contains(
        new BadFile("yindubei-marked.json").Set("judges[0].recusedFrom", "[\"hy01\"]").Read().Warnings.Select(w => w.ToString()),
        w => w == "$.marks[0].modules[1].sheets[0].judge：现为 “J01”；这名裁判应回避该选手，他的分不计入（R-J3）");
}

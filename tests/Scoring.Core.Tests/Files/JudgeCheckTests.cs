namespace Scoring.Core.Tests.Files;

/// <summary>Judges, their seats, recusals, and modules that lack seats (R-A4, R-B3, R-G2).</summary>
public class JudgeCheckTests
{
    [Theory]
    [InlineData("judges[0].name", "\"\"", "“”；不能空着", "\"甲\"")]
    [InlineData("judges[0].organization", "\"u9\"", "“u9”；没有这个单位，应为 u1、u2，是否为 u1？", "\"u2\"")]
    [InlineData("judges[3].seats[1]", """{"role":"headJudge","trade":"wx"}""", "“wx”；没有这个工种，应为 wl，是否为 wl？", """{"role":"headJudge","trade":"wl"}""", ".trade")]
    [InlineData("judges[3].seats[1]", """{"role":"floorJudge","trade":"wl","module":"D"}""", "“D”；没有这个模块，应为 LL、A、B、C", """{"role":"floorJudge","trade":"wl","module":"A"}""", ".module")]
    [InlineData("judges[3].seats[1]", """{"role":"judge","trade":"wl","number":4}""", "缺少；评分裁判要写明评哪个模块", """{"role":"judge","trade":"wl","module":"A","number":4}""", ".module")]
    [InlineData("judges[3].seats[1]", """{"role":"judge","trade":"wl","module":"A"}""", "0；评分裁判的席位号从 1 起", """{"role":"judge","trade":"wl","module":"A","number":4}""", ".number")]
    [InlineData("judges[3].seats[1]", """{"role":"judge","trade":"wl","module":"A","number":-1}""", "-1；评分裁判的席位号从 1 起", """{"role":"clerk","trade":"wl","module":"LL"}""", ".number")]
    [InlineData("judges[3].seats[1]", """{"role":"judge","trade":"wl","module":"LL","number":1}""", "“LL”；这个模块由录入员录入，不设评分裁判", """{"role":"clerk","trade":"wl","module":"LL","number":1}""", ".module")]
    [InlineData("judges[3].seats[1]", """{"role":"judge","trade":"wl","module":"C","number":6}""", "“wl C”；一名裁判在一个模块里的席位不能重复，$.judges[3].seats[0].module 已经用了", """{"role":"floorJudge","trade":"wl","module":"C"}""", ".module")]
    [InlineData("judges[3].recusedFrom", """["wl2","wl9"]""", "“wl9”；没有这个选手，应为 wl1、wl2、wl3、wl4，是否为 wl1？", """["wl2","wl1"]""", "[1]")]
    [InlineData("judges[3].recusedOrganizations", """["u1","u7"]""", "“u7”；没有这个单位，应为 u1、u2，是否为 u1？", """["u1","u2"]""", "[1]")]
    [InlineData("formerSeats", """[{"judge":"J 9","trade":"wl","module":"A","number":4}]""", "“J 9”；编号应为 1 至 40 个字母、汉字、数字或 - _ .，不带空格", """[{"judge":"J9","trade":"wl","module":"A","number":4}]""", "[0].judge")]
    [InlineData("formerSeats", """[{"judge":"J9","trade":"wx","module":"A","number":4}]""", "“wx”；没有这个工种，应为 wl，是否为 wl？", null, "[0].trade")]
    [InlineData("formerSeats", """[{"judge":"J9","trade":"wl","module":"D","number":4}]""", "“D”；没有这个模块，应为 LL、A、B、C", null, "[0].module")]
    [InlineData("formerSeats", """[{"judge":"J9","trade":"wl","module":"A","number":0}]""", "0；评分裁判的席位号从 1 起", """[{"judge":"J9","trade":"wl","module":"LL","number":0,"role":"clerk"}]""", "[0].number")]
    [InlineData("formerSeats", """[{"judge":"J9","trade":"wl","module":"A","number":4,"name":""}]""", "“”；不能空着", """[{"judge":"J9","trade":"wl","module":"A","number":4,"name":"乙"}]""", "[0].name")]
    public void What_is_written_of_a_judge_has_its_limits(string path, string bad, string says, string? good, string at = "") =>
        Slip.Is(Slip.College, path, bad, path + at, says, good);

    [Theory]
    [InlineData("judges[0].id", "\"J 01\"", "“J 01”；编号应为 1 至 40 个字母、汉字、数字或 - _ .，不带空格", "\"裁判1\"")]
    [InlineData("judges[1].id", "\"J01\"", "“J01”；裁判编号不能重复，$.judges[0].id 已经用了", "\"J01b\"")]
    public void Judges_are_told_apart_by_their_ids(string path, string bad, string says, string good) => Slip.Is(Slip.Unmarked, path, bad, says, good);

    [Fact]
    public void Two_judge_seats_without_a_module_lack_it_and_are_no_duplicates()
    {
        var errors = Slip.College()
            .Set("judges[3].seats[1]", """{"role":"judge","trade":"wl","number":4}""").Set("judges[3].seats[2]", """{"role":"judge","trade":"wl","number":5}""").Errors();

        Assert.Equal(["$.judges[3].seats[1].module：现为 缺少；评分裁判要写明评哪个模块", "$.judges[3].seats[2].module：现为 缺少；评分裁判要写明评哪个模块"], errors);
    }

    [Fact]
    public void A_seat_is_taken_once_but_by_no_one_who_does_not_mark() => Slip.Is(
        Slip.College, "judges[3].seats[1]", """{"role":"judge","trade":"wl","module":"A","number":1}""", "judges[3].seats[1].number",
        "“wl A 1 号”；席位不能重复，$.judges[0].seats[0].number 已经用了", """{"role":"floorJudge","trade":"wl","module":"A","number":1}""");

    [Fact]
    public void Judges_of_another_trade_sit_in_no_module_of_this_one()
    {
        var read = new BadFile("templates/company-kpi.json")
            .Set("judges", """[{"id":"J1","name":"甲","seats":[{"role":"judge","trade":"kf","module":"A","number":1},{"role":"headJudge","trade":"jn","module":"A"}]}]""").Read();

        Assert.Empty(read.Errors);
        Assert.Equal(
            [
                "$.trades[1].components[0].modules[0]：现为 没有席位；评分之前要安排裁判：由一名裁判评分，至少要有 1 个席位（judges 里 role 为 judge）",
                "$.trades[1].components[0].modules[1]：现为 没有席位；评分之前要安排裁判：裁判组至少要有 2 个席位（judges 里 role 为 judge）",
            ],
            read.Warnings.Select(w => w.ToString()));
    }

    [Fact]
    public void Without_any_judge_nobody_is_missed_until_scoring_begins()
    {
        Assert.Empty(new BadFile("templates/company-kpi.json").Read().Problems);
        Assert.Equal(
            [
                "$.trades[1].components[0].modules[0]：现为 0 个席位；由一名裁判评分，至少要有 1 个席位（judges 里 role 为 judge）",
                "$.trades[1].components[0].modules[1]：现为 0 个席位；裁判组至少要有 2 个席位（judges 里 role 为 judge）",
            ],
            new BadFile("templates/company-kpi.json").Set("progress", """[{"trade":"jn","phase":"scoring"}]""").Errors());
    }

    [Theory]
    [InlineData(2, "2 个席位；0 至 3 评判应正好有 3 个席位（R-G2）")]
    [InlineData(3, null)]
    [InlineData(4, "4 个席位；0 至 3 评判应正好有 3 个席位（R-G2）")]
    public void Judgement_needs_three_seats_also_beside_other_aspects(int seats, string? says) =>
        Panel("templates/worldskills.json", "dz", "trades[0].components[0].modules[0]", "A", seats, says);

    [Theory]
    [InlineData(2, "2 个席位；裁判组至少要有 3 个席位（judges 里 role 为 judge）")]
    [InlineData(4, "4 个席位；每边去掉 2 个后没有剩下的分，至少要有 5 个席位")]
    [InlineData(5, null)]
    public void Trimming_leaves_at_least_one(int seats, string? says) => Panel(
        "templates/union.json", "qg", "trades[0].components[1].modules[0]", "A", seats, says, """{"method":"trimmed","dropEachSide":2,"smallest":3}""");

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, "3 个席位；各裁判相加：评分表 20 × 3 人应等于模块满分 40")]
    public void Sums_of_judges_make_up_the_full_mark(int seats, string? says) =>
        Panel("templates/company-kpi.json", "jn", "trades[1].components[0].modules[1]", "B", seats, says);

    private static void Panel(string file, string trade, string at, string module, int seats, string? says, string? panel = null)
    {
        var judges = Enumerable.Range(1, seats).Select(n => $$"""{"id":"J{{n}}","name":"裁判{{n}}","seats":[{"role":"judge","trade":"{{trade}}","module":"{{module}}","number":{{n}}}]}""");
        var set = new BadFile(file).Set("judges", $"[{string.Join(',', judges)}]");
        var errors = (panel is null ? set : set.Set($"{at}.panel", panel)).Errors();

        Assert.Equal(says is null ? [] : [$"$.{at}：现为 {says}"], errors.Where(e => e.StartsWith($"$.{at}", StringComparison.Ordinal)));
    }
}

namespace Scoring.Core.Tests.Files;

/// <summary>The competition itself, its organizations and the list of its trades.</summary>
public class CompetitionCheckTests
{
    private const string Blank = "“”；不能空着";
    private const string NoFileName = "竞赛编号也是文件名，应为 1 至 64 个小写英文字母、数字或 -，以字母或数字开头，且不是 con、nul 等系统保留名";
    private const string NoPrefix = "应为 1 至 20 个英文字母、数字或 -，以字母或数字开头，如 YDB2026";
    private const string Sixty = "123456789012345678901234567890123456789012345678901234567890";

    [Theory]
    [InlineData("id", "\"con\"", "“con”；" + NoFileName, "\"con-1\"")]
    [InlineData("id", "\"lpt1\"", "“lpt1”；" + NoFileName, "\"lpt\"")]
    [InlineData("id", "\"Ydb\"", "“Ydb”；" + NoFileName, "\"ydb\"")]
    [InlineData("id", "\"-a\"", "“-a”；" + NoFileName, "\"a-\"")]
    [InlineData("id", "\"" + Sixty + "12345\"", "“123456789012345678901234567890123456789…”；" + NoFileName, "\"" + Sixty + "1234\"")]
    [InlineData("id", "\"ydb\\n\"", "“ydb\\n”；" + NoFileName, "\"ydb\"")]
    [InlineData("certificatePrefix", "\"YDB\\n\"", "“YDB\\n”；" + NoPrefix, "\"YDB\"")]
    [InlineData("name", "\"\"", Blank, "\"甲\"")]
    [InlineData("series", "\"\"", Blank, null)]
    [InlineData("venue", "\"\"", Blank, null)]
    [InlineData("edition", "0", "0；届次从 1 起", "1")]
    [InlineData("edition", "-1", "-1；届次从 1 起", null)]
    [InlineData("certificatePrefix", "\"\"", "“”；" + NoPrefix, null)]
    [InlineData("certificatePrefix", "\"YDB_2026\"", "“YDB_2026”；" + NoPrefix, "\"y-1\"")]
    [InlineData("certificatePrefix", "\"-YDB\"", "“-YDB”；" + NoPrefix, "\"1\"")]
    [InlineData("certificatePrefix", "\"123456789012345678901\"", "“123456789012345678901”；" + NoPrefix, "\"12345678901234567890\"")]
    public void A_field_of_the_competition_has_its_limits(string field, string bad, string says, string? good) =>
        Slip.Is(Slip.Union, $"competition.{field}", bad, says, good);

    [Theory]
    [InlineData("nameLines")]
    [InlineData("hosts")]
    [InlineData("organizers")]
    [InlineData("issuers")]
    public void A_blank_line_of_a_list_is_named_by_its_place(string field) =>
        Slip.Is(Slip.Union, $"competition.{field}", """["市总工会",""]""", $"competition.{field}[1]", Blank, """["市总工会","市人社局"]""");

    [Theory]
    [InlineData("holidays[0]", "2026-05-02", "2026-05-02；是周末，本来就不是工作日；只写放假的周一至周五", "2026-05-01")]
    [InlineData("extraWorkdays[0]", "2026-05-08", "2026-05-08；不是周末，本来就是工作日；只写调休上班的周六、周日", "2026-05-09")]
    [InlineData("extraWorkdays[0]", "2026-05-11", "2026-05-11；不是周末，本来就是工作日；只写调休上班的周六、周日", "2026-05-10")]
    public void Holidays_are_weekdays_and_extra_workdays_weekends(string path, string bad, string says, string good) => Slip.Is(
        () => Slip.Union().Set("competition.holidays", "[]").Set("competition.extraWorkdays", "[]"), $"competition.{path}", $"\"{bad}\"", says, $"\"{good}\"");

    [Fact]
    public void Two_team_rankings_have_two_names() => Slip.Is(
        Slip.Company, "competition.teamRankings[1].name", "\"车间团体总分\"", "“车间团体总分”；团体排名名称不能重复，$.competition.teamRankings[0].name 已经用了", "\"车间名次\"");

    [Theory]
    [InlineData("organizations[0].id", "\"a b\"", "“a b”；编号应为 1 至 40 个字母、汉字、数字或 - _ .，不带空格", "\"一车间\"")]
    [InlineData("organizations[1].id", "\"u3\"", "“u3”；单位编号不能重复，$.organizations[0].id 已经用了", "\"u4\"")]
    [InlineData("organizations[0].name", "\"\"", Blank, "\"三车间\"")]
    [InlineData("organizations[1].name", "\"第三车间\"", "“第三车间”；单位名称不能重复，$.organizations[0].name 已经用了", "\"第三车间二组\"")]
    [InlineData("organizations[0].shortName", "\"\"", Blank, null)]
    public void Organizations_are_told_apart_by_id_and_name(string path, string bad, string says, string? good) => Slip.Is(
        () => new BadFile("templates/union.json").Set("organizations", """[{"id":"u3","name":"第三车间"},{"id":"u5","name":"第五车间"}]"""), path, bad, says, good);

    [Theory]
    [InlineData("trades[1].id", "\"kf\"", "“kf”；工种编号不能重复，$.trades[0].id 已经用了", "\"kf2\"")]
    [InlineData("trades[1].name", "\"客户服务\"", "“客户服务”；工种名称不能重复，$.trades[0].name 已经用了", "\"客户服务（双人）\"")]
    [InlineData("trades[1].code", "\"KF\"", "“KF”；工种代码不能重复，$.trades[0].code 已经用了", "\"KF2\"")]
    public void Trades_are_told_apart_by_id_name_and_code(string path, string bad, string says, string good) =>
        Slip.Is(() => new BadFile("templates/company-kpi.json"), path, bad, says, good);

    [Theory]
    [InlineData("trades", "5", "5；应为列表 [ … ]")]
    [InlineData("trades[0].components", "\"LL\"", "“LL”；应为列表 [ … ]")]
    [InlineData("trades[0].id", "7", "7；应为文字")]
    [InlineData("trades[0].components[0].modules[0].id", "7", "7；应为文字")]
    [InlineData("organizations", "null", null)]
    [InlineData("organizations[0].id", "1", "1；应为文字")]
    [InlineData("organizations", "{}", "对象 { … }；应为列表 [ … ]")]
    [InlineData("entrants", "{}", "对象 { … }；应为列表 [ … ]")]
    [InlineData("entrants[0].id", "1", "1；应为文字")]
    [InlineData("entrants[0].trade", "1", "1；应为文字")]
    [InlineData("judges", "\"J1\"", "“J1”；应为列表 [ … ]")]
    [InlineData("judges[0].id", "1", "1；应为文字")]
    [InlineData("judges[0].seats[0].role", "\"head\"", "“head”；应为 admin、headJudge、judge、floorJudge、codingOfficer、clerk、supervisor、arbitrator")]
    [InlineData("marks[0].entrant", "1", "1；应为文字")]
    [InlineData("marks[0].modules[0].module", "1", "1；应为文字")]
    public void One_slip_of_shape_is_told_once_and_nothing_that_follows_from_it(string path, string json, string? says)
    {
        var errors = Slip.College().Set(path, json).Errors();

        if (says is null)
        {
            Assert.Equal("$.entrants[0].organization：现为 “u1”；文件里没有任何单位", errors[0]);
            Assert.Equal(4, errors.Count);
            return;
        }

        Assert.Equal([$"$.{path}：现为 {says}"], errors);
    }
}

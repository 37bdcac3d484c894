using Scoring.Api.Lists;
using static Scoring.Api.Tests.Lists.Sent.SentContest;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>Single cells that were once taken without a word: births, signs for nothing, lost characters, phones, cards.</summary>
public sealed class WrongCellsTests
{
    [Theory] // R-I1b: born after the contest, under 16, and a number that is not there or says another sex
    [InlineData("20310615", true)]
    [InlineData("20120101", true)]
    [InlineData("20100424", true)]
    [InlineData("20100423", false)]
    [InlineData("19000101", false)]
    public void A_birth_that_cannot_be_is_an_error(string birth, bool error)
    {
        var digits = $"410502{birth}853";
        var import = new SentContest().People(
            SentFile.Xlsx(SentSheet.Of(Head, Person(1, "未来客", id: digits + Scoring.Core.People.ResidentId.CheckDigit(digits)))));
        Assert.Equal(error ? ["E2"] : [], Errors(import));
    }

    [Fact]
    public void A_missing_number_and_another_sex_are_said_at_their_cells()
    {
        var import = new SentContest().People(
            SentFile.Xls(SentSheet.Of(Head, Person(1, "无号人", id: ""), Person(3, "性不符", gender: "女"), Person(5, "性不明", gender: "南"))),
            "a.xls");
        Assert.Equal(["E2", "C3", "C4"], Warnings(import));
        Assert.Equal(0, import.Errors);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("无")]
    [InlineData("—")]
    [InlineData(" ／ ")]
    [InlineData("N/A")]
    [InlineData("暂无")]
    public void A_sign_for_nothing_is_no_organization(string sign)
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of(Head, Person(1, "路一"), Person(3, "路二", sign))));
        Assert.Equal(["G3"], Errors(import));
        Assert.Contains("没有写单位", Words(import), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("同上")]
    [InlineData("〃")]
    [InlineData("″")]
    public void Ditto_is_an_organization_only_if_the_organizer_says_so(string ditto)
    {
        var contest = new SentContest();
        var file = SentFile.Xlsx(SentSheet.Of(Head, Person(1, "路一"), Person(3, "路二", ditto), Person(5, "路三", ditto)));
        var import = contest.People(file);
        Assert.Equal(["G3", "G4"], Errors(import));
        Assert.Equal(1, import.Found.Groups.Count(g => g.Error));
        var key = import.Rows[1].Findings[0].Choice!.Key;
        Assert.Equal(
            ["洹水机电有限公司"], contest.People(file, answers: (key, ReadPlaces.FromAbove)).Rows.Select(r => r.Entrant!.Organization).Distinct());
    }

    [Fact]
    public void In_other_columns_a_sign_for_nothing_is_blank()
    {
        var import = new SentContest().People(
            SentFile.Csv(SentSheet.Of([.. Head, "领队", "民族"], [.. Person(1, "路一", phone: "/"), "无", "—"])), "a.csv");
        Assert.Equal(
            (null, null, null),
            (import.Rows[0].Entrant!.Personal.Phone, import.Rows[0].Entrant!.Personal.Leader, import.Rows[0].Entrant!.Personal.Nation));
    }

    [Fact] // R-I1f: no-break, em space, direction marks; a row of blanks only
    public void What_cannot_be_seen_makes_no_second_organization()
    {
        var sheet = SentSheet.Of(
            Head, Person(1, "温酒"), Person(3, "煮茶", "洹水机电有限公司\u00A0"), ["\u00A0", "\u3000", " ", "\u00A0", "\u200B"], Person(
                5, "听雨", "洹水机电有限公司\u2003"),
            Person(7, "看山", "\u202D洹水机电有限公司\u202C"), Person(9, "问石", "洹水\u200E机电\u2060有限公司", gender: "男\u200B"));
        foreach (var import in new[] { new SentContest().People(SentFile.Xlsx(sheet)),
            new SentContest().People(SentFile.Csv(sheet, "utf-8"), "a.csv"), new SentContest().People(SentFile.Xls(sheet), "a.xls") })
        {
            Assert.Equal((0, 5), (import.Found.Groups.Count(g => g.Error), import.Rows.Count));
            Assert.Equal([("洹水机电有限公司", "男")], import.Rows.Select(r => (r.Entrant!.Organization, r.Entrant.Gender!)).Distinct());
        }
    }

    [Theory] // R-I1c, R-H2
    [InlineData("刘□华", true)]
    [InlineData("马■", true)]
    [InlineData("马〓骏", true)]
    [InlineData("刘○华", true)]
    [InlineData("张*明", true)]
    [InlineData("张三、李四", true)]
    [InlineData("同上", true)]
    [InlineData("123", true)]
    [InlineData("张三★", false)]
    [InlineData("张三（队长）", false)]
    public void A_lost_character_is_no_character(string name, bool error)
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of(Head, Person(1, name))));
        Assert.Equal(["B2"], error ? Errors(import) : Warnings(import));
    }

    [Theory]
    [InlineData("帕提古丽··肉孜")]
    [InlineData("帕提古丽 · ·肉孜")]
    [InlineData("帕提古丽．•肉孜")]
    public void A_dot_typed_twice_is_one(string name) =>
        Assert.Equal("帕提古丽·肉孜", new SentContest().People(SentFile.Xlsx(SentSheet.Of(Head, Person(1, name)))).Rows[0].Entrant!.Name);

    [Theory] // R-I1b
    [InlineData("1.39E+10", true, null)]
    [InlineData("1.39000088E+10", true, null)]
    [InlineData("+86 139-0000-8803", false, "13900008803")]
    [InlineData("\u202D13900008804\u202C", false, "13900008804")]
    [InlineData("手机：13900008805", false, "13900008805")]
    [InlineData("8613900008805", false, "13900008805")]
    [InlineData("(0372)2900000", false, "(0372)2900000")]
    [InlineData("13900008803.0", false, "13900008803")]
    public void A_phone_is_its_digits(string written, bool error, string? phone)
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of(Head, Person(1, "电一", phone: written))));
        Assert.Equal(error ? ["F2"] : [], Errors(import));
        Assert.Empty(Warnings(import));
        Assert.Equal(phone, import.Rows[0].Entrant?.Personal.Phone);
    }

    [Theory]
    [InlineData("1390000880")]
    [InlineData("13900008806/0372-2900000")]
    [InlineData("139000088061")]
    public void A_phone_that_may_be_wrong_is_shown_as_it_stands(string written)
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of(Head, Person(1, "电一", phone: written))));
        Assert.Equal(["F2"], Warnings(import));
    }

    [Theory] // 准考证号 and its kin as a number may have lost a zero
    [InlineData("准考证号")]
    [InlineData("原证书号")]
    public void A_number_kept_as_one_is_an_error_at_its_cell(string header)
    {
        foreach (var value in new object[] { 126049199d, "1.26049E+17" })
        {
            Assert.Equal(
                ["I2"], Errors(new SentContest().People(SentFile.Xlsx(SentSheet.Of([.. Head, header], [.. Person(1, "改学历"), value])))));
        }

        Assert.Empty(Errors(new SentContest().People(SentFile.Xlsx(SentSheet.Of([.. Head, header], [.. Person(1, "改学历"), "0126049199"])))));
    }

    [Theory]
    [InlineData("示例")]
    [InlineData("例：")]
    [InlineData("（样例）")]
    [InlineData("填写示例1")]
    public void The_row_that_shows_how_is_nobody(string first)
    {
        object?[] example = Person(1, "张三", "××有限公司");
        example[0] = first;
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of(Head, example, Person(3, "高远"), Person(5, "高阳", trade: "钳工"))));
        Assert.Equal(["高远", "高阳"], import.Rows.Select(r => r.Entrant!.Name));
        Assert.Contains("跳过示例行 2", import.Table.Notes);
    }

    [Fact] // R-I1b
    public void Both_forms_of_a_permanent_residence_card_are_kept_as_they_are()
    {
        const string Type = "外国人永久居留身份证";
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of(
            Head, Person(2, "ANNA WEISS", type: Type, id: "911276198806118447"), Person(1, "PAUL GRAY", type: Type, id: "DEU410085010198"),
            Person(3, "LI WEI", type: null, id: "USA110285010198"), Person(5, "JO LEE", type: Type, id: "911276198806118448"),
                Person(7, "MIN", type: Type, id: "DE410085010198"))));
        Assert.Equal(["E5", "E6"], Errors(import));
        Assert.Equal([Type, Type, Type], import.Rows.Take(3).Select(r => r.Entrant!.Personal.IdType));
        Assert.Equal("DEU410085010198", import.Rows[1].Entrant!.Personal.IdNumber);
    }
}

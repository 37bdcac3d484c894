namespace Scoring.Core.Tests.Files;

/// <summary>Entrants as an organizer may mistype them (R-A1, R-B8, R-I1b).</summary>
public class EntrantCheckTests
{
    private const string Blank = "“”；不能空着";
    private const string NoId = "编号应为 1 至 40 个字母、汉字、数字或 - _ .，不带空格";

    [Theory]
    [InlineData("id", "\"\"", "“”；" + NoId, "\"选手-1_a.b\"")]
    [InlineData("id", "\"a b\"", "“a b”；" + NoId, "\"1234567890123456789012345678901234567890\"")]
    [InlineData("id", "\"12345678901234567890123456789012345678901\"", "“123456789012345678901234567890123456789…”；" + NoId, "\"x\"")]
    [InlineData("name", "\"\"", Blank, "\"甲\"")]
    [InlineData("team", "\"\"", Blank, null)]
    [InlineData("gender", "\"\"", Blank, null)]
    [InlineData("grade", "\"\"", Blank, null)]
    [InlineData("station", "\"\"", Blank, null)]
    [InlineData("work", "\" \"", "“ ”；不能空着", "\"小车\"")]
    [InlineData("personal", "{\"idNumber\":5}", "", "{\"idNumber\":\"E12345678\"}")]
    public void A_field_of_an_entrant_has_its_limits(string field, string bad, string says, string? good)
    {
        if (says.Length > 0)
        {
            Slip.Is(Slip.Unmarked, $"entrants[0].{field}", bad, says, good);
            return;
        }

        Slip.Is(Slip.Unmarked, $"entrants[0].{field}", bad, $"entrants[0].{field}.idNumber", "5；应为文字", good);
    }

    [Fact]
    public void A_blank_member_is_named_by_its_place() =>
        Slip.Is(Slip.College, "entrants[0].members", """["甲"," "]""", "entrants[0].members[1]", "“ ”；不能空着", """["甲","乙"]""");

    [Fact] // R-K14
    public void Roles_of_members_are_as_many_as_they() => Slip.Is(
        () => Slip.College().Set("entrants[0].members", """["甲","乙"]"""), "entrants[0].memberRoles", """["队长"]""",
            "1 个角色；与 members 一样多，没有角色的写空文字", """["队长",""]""");

    [Fact] // R-K15
    public void A_tag_has_a_value() => Slip.Is(
        Slip.College, "entrants[0].tags", """{"组别":""}""", "entrants[0].tags.组别", "“”；不能空着", """{"组别":"学生组"}""");

    [Fact] // R-K11
    public void An_earlier_rank_is_from_1() => Slip.Is(
        Slip.College, "entrants[0].from", """{"rank":0}""", "entrants[0].from.rank", "0；名次从 1 起",
            """{"contest":"市赛","rank":1,"total":92.35}""");

    [Fact]
    public void A_blank_code_is_named_by_its_layer_and_an_empty_one_is_a_layer_not_drawn() =>
        Slip.Is(Slip.College, "entrants[0].codes", """[""," ","P7"]""", "entrants[0].codes[1]", "“ ”；不能空着", """["","","P7"]""");

    [Fact]
    public void No_more_codes_than_layers() =>
        Slip.Is(Slip.College, "entrants[0].codes", """["101","102","103","104"]""", "4 个代号；这个工种只抽 3 层代号", """["101","102","103"]""");

    [Fact]
    public void A_trade_that_draws_none_has_no_codes() =>
        Slip.Is(Slip.Company, "entrants[0].codes", """["101"]""", "1 个代号；这个工种不抽代号", null);

    [Fact]
    public void Two_entrants_with_one_id_are_refused() =>
        Slip.Is(Slip.Unmarked, "entrants[1].id", "\"hy01\"", "“hy01”；选手编号不能重复，$.entrants[0].id 已经用了", "\"hy01a\"");

    [Theory]
    [InlineData(0, "WL11", "WL21")]
    [InlineData(1, "WL21", "WL11")]
    [InlineData(2, "WL31", "WL21")]
    public void A_code_is_drawn_once_in_its_layer_and_may_come_again_in_another(int layer, string taken, string free) => Slip.Is(
        Slip.College, $"entrants[1].codes[{layer}]", $"\"{taken}\"", $"“wl {taken}”；同一工种的代号不能重复，$.entrants[0].codes[{layer}] 已经用了",
            $"\"{free}\"");

    [Theory]
    [InlineData("absent")]
    [InlineData("withdrawn")]
    [InlineData("disqualified")]
    public void Whoever_did_not_compete_normally_needs_a_reason(string status)
    {
        var file = () => Slip.Unmarked().Set("entrants[0].status", $"\"{status}\"");

        Slip.Is(file, "entrants[0].statusReason", "\" \"", "缺少；缺考、弃赛、取消资格要写明原因", "\"未到场\"");
    }

    [Theory]
    [InlineData("居民身份证", "99009919800418002A", "18 位，校验不符；应为 18 位身份证号，校验码与出生日期都要对")]
    [InlineData("居民身份证", "99009980041800A", "15 位，校验不符；应为 18 位身份证号，校验码与出生日期都要对")]
    [InlineData("港澳台居民居住证", "990099198004180028", "18 位，校验不符；应为 18 位身份证号，校验码与出生日期都要对")]
    [InlineData("居民身份证", " ", "空白；没有就不写这一项")]
    [InlineData("护照", "", "空白；没有就不写这一项")]
    public void An_identity_number_must_be_right_where_it_is_one(string type, string number, string says) => Slip.Is(
        () => Slip.Unmarked().Set("entrants[0].personal.idType", $"\"{type}\""), "entrants[0].personal.idNumber", $"\"{number}\"", says, "\"990099198004180027\"");

    [Theory]
    [InlineData("护照", "990099198004180028")]
    [InlineData("护照", "E12345678")]
    [InlineData(null, "E12345678")]
    [InlineData("外国人永久居留身份证", "DEU410085010198")]
    [InlineData("身份证", "DEU410085010198")]
    [InlineData("外国人永久居留身份证", "911276198806118447")]
    public void Another_document_has_any_number(string? type, string number)
    {
        var read = Slip.Unmarked().Set("entrants[0].personal.idType", type is null ? null : $"\"{type}\"").Set("entrants[0].personal.idNumber", $"\"{number}\"").Read();

        Assert.DoesNotContain(read.Problems, p => p.Path.Contains("idNumber", StringComparison.Ordinal));
    }

    [Theory] // R-I1c
    [InlineData("张\u202E三", "U+202E")]
    [InlineData("李四\u200B", "U+200B")]
    [InlineData("王五\u200F", "U+200F")]
    public void A_character_nobody_sees_is_refused_by_its_number(string name, string code) => Slip.Is(
        Slip.Unmarked, "entrants[0].name", $"\"{name}\"", $"看不见的字符 {code}；请删去这个字符，按身份证重写姓名", "\"张三\"");

    [Fact]
    public void A_number_shaped_like_an_identity_number_is_checked_as_one() => Slip.Is(
        () => Slip.Unmarked().Set("entrants[0].personal.idType", null), "entrants[0].personal.idNumber", "\"990099198004180028\"",
        "18 位，校验不符；应为 18 位身份证号，校验码与出生日期都要对", "\"990099198004180027\"");

    [Fact]
    public void An_identity_number_of_15_figures_is_a_warning()
    {
        var read = Slip.Unmarked().Set("entrants[0].personal.idNumber", "\"990099800418002\"").Read();

        Assert.Empty(read.Errors);
        Assert.Equal(
            "$.entrants[0].personal.idNumber：现为 15 位；旧式身份证号无法校验，请核对",
            Assert.Single(read.Warnings, w => w.Path.EndsWith("idNumber", StringComparison.Ordinal)).ToString());
    }

    [Fact]
    public void One_person_enters_a_trade_once() => Slip.Is(
        () => Slip.Unmarked().Set("entrants[1].name", "\"迪丽娜尔·阿不都热合曼\""), "entrants[1].personal.idNumber", "\"990099198004180027\"",
        "同一个人；与 $.entrants[0] 是同一个人，一个工种只能报一次，或者每次写明不同的作品 work", null);

    [Fact]
    public void An_author_enters_several_works_and_none_of_them_twice()
    {
        BadFile Works(string first, string second, string third) => Slip.Unmarked()
            .Set("entrants[1].name", "\"迪丽娜尔·阿不都热合曼\"").Set("entrants[1].personal.idNumber", "\"990099198004180027\"")
            .Set("entrants[2].name", "\"迪丽娜尔·阿不都热合曼\"").Set("entrants[2].personal.idNumber", "\"990099198004180027\"")
            .Set("entrants[0].work", first).Set("entrants[1].work", second).Set("entrants[2].work", third);

        Assert.Empty(Works("\"清晨\"", "\"正午\"", "\"夜班\"").Read().Errors);
        Assert.Single(Works("\"清晨\"", "\"正午\"", "\"正午\"").Read().Errors, e => e.Path == "$.entrants[2].personal.idNumber");
        Assert.Single(Works("\"清晨\"", "\"正午\"", "null").Read().Errors, e => e.Path == "$.entrants[2].personal.idNumber");
    }
}

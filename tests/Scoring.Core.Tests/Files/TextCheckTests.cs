using System.Text.Json;

namespace Scoring.Core.Tests.Files;

/// <summary>Names people read, lists of them, and ids that nothing carries.</summary>
public class TextCheckTests
{
    [Fact]
    public void A_name_has_at_most_200_characters() =>
        Slip.Is(Slip.Union, "judges[0].name", Json(new('字', 201)), "201 个字；最多 200 个字", Json(new('字', 200)));

    [Theory]
    [InlineData("  ", "“  ”；不能空着")]
    [InlineData("张\n三", "“张\n三”；有打不出来的字符，请重新录入")]
    [InlineData("张\uFFFD三", "“张\uFFFD三”；有打不出来的字符，请重新录入")]
    [InlineData("\u0007张三", "“\u0007张三”；有打不出来的字符，请重新录入")]
    public void A_name_is_one_line_that_can_be_printed(string name, string says) => Slip.Is(Slip.Union, "judges[0].name", Json(name), says, Json("张 三·𬭸"));

    [Fact]
    public void A_long_wrong_value_is_shortened_where_no_character_breaks() => Slip.Is(
        Slip.Unmarked, "entrants[0].id", Json(new string('长', 38) + "𬭸 很长"), $"“{new string('长', 38)}…”；编号应为 1 至 40 个字母、汉字、数字或 - _ .，不带空格", Json("长"));

    [Fact]
    public void Where_there_is_nothing_to_choose_from_that_is_said() => Slip.Is(
        () => new BadFile("templates/union.json"), "judges", """[{"id":"J1","name":"甲","organization":"u1","seats":[]}]""", "judges[0].organization",
        "“u1”；文件里没有任何单位", """[{"id":"J1","name":"甲","seats":[]}]""");

    private static string Json(string text) => JsonSerializer.Serialize(text);
}

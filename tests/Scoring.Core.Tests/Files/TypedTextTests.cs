using System.Text.Json;

namespace Scoring.Core.Tests.Files;

/// <summary>Names, reasons and ids of a file, each checked where it stands.</summary>
public class TypedTextTests
{
    [Fact]
    public void A_name_has_at_most_200_characters() =>
        Slip.Is(Slip.Union, "judges[0].name", Json(new('字', 201)), "201 个字；最多 200 个字", Json(new('字', 200)));

    [Theory]
    [InlineData("  ", "“  ”；不能空着")]
    [InlineData("张\n三", "“张\\n三”；有打不出来的字符，请重新录入")]
    [InlineData("张\uFFFD三", "“张\uFFFD三”；有打不出来的字符，请重新录入")]
    [InlineData("\u0007张三", "“\\u0007张三”；有打不出来的字符，请重新录入")]
    public void A_name_is_one_line_that_can_be_printed(string name, string says) =>
        Slip.Is(Slip.Union, "judges[0].name", Json(name), says, Json("张 三·𬭸"));

    [Fact]
    public void A_long_wrong_value_is_shortened_where_no_character_breaks() => Slip.Is(
        Slip.Unmarked, "entrants[0].id", Json(new string('长', 38) + "𬭸 很长"),
        $"“{new string('长', 38)}…”；编号应为 1 至 40 个字母、汉字、数字或 - _ .，不带空格", Json("长"));

    [Fact]
    public void Where_there_is_nothing_to_choose_from_that_is_said() => Slip.Is(
        () => new BadFile("templates/union.json"), "judges", """[{"id":"J1","name":"甲","organization":"u1","seats":[]}]""",
        "judges[0].organization", "“u1”；文件里没有任何单位", """[{"id":"J1","name":"甲","seats":[]}]""");

    [Theory]
    [InlineData("marks[0].modules[1].spreadConfirmed")]
    [InlineData("marks[0].modules[1].sheets[0].returned")]
    [InlineData("marks[0].modules[0].resolved.reason")]
    [InlineData("marks[0].violations[0].what")]
    [InlineData("marks[0].violations[0].withdrawn")]
    [InlineData("progress[0].ties[0].reason")]
    [InlineData("progress[0].boundaries[0].reason")]
    public void A_reason_comes_back_as_it_was_typed_in_any_length_and_lines(string path)
    {
        var file = () => Slip.Differing()
            .Set("marks[0].modules[0].resolved", """{"by":"Z1","mark":80,"reason":"看卷"}""")
            .Set("marks[0].violations", """[{"number":1,"person":"甲","personRole":"现场裁判","what":"离位","outcome":"warning"}]""")
            .Set("progress", """
                [{"trade":"wl","ties":[{"order":["wl1","wl2"],"reason":"加试"}],
                  "boundaries":[{"tier":"二等奖","chosen":["wl1"],"reason":"议定"}]}]
                """);

        var typed = string.Join('\n', Enumerable.Repeat("复核时发现第二题漏加，三人共同看卷后一致同意更正。", 20));
        Slip.Is(file, path, Json(" \n"), "“ \\n”；不能空着", Json(typed));
    }

    [Fact]
    public void An_unknown_id_is_still_told_where_something_else_cannot_be_read() => Assert.Equal(
        ["$.judges[0].name：现为 5；应为文字", "$.entrants[0].organization：现为 “u9”；没有这个单位，应为 u1、u2，是否为 u1？"],
        Slip.College().Set("judges[0].name", "5").Set("entrants[0].organization", "\"u9\"").Errors());

    private static string Json(string text) => JsonSerializer.Serialize(text);
}

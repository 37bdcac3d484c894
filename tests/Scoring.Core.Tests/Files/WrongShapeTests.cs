using System.Text;
using Scoring.Core.Files;

namespace Scoring.Core.Tests.Files;

/// <summary>Values of the wrong kind: each says what it is and what is allowed, and the rest is still checked.</summary>
public class WrongShapeTests
{
    private const string Points = "trades[0].components[1].modules[0].sheet[0].aspects[0]";

    [Theory]
    [InlineData("name", null, "缺少；必须写出，应为文字")]
    [InlineData("name", "null", "null；应为文字")]
    [InlineData("components", null, "缺少；必须写出，应为列表 [ … ]")]
    [InlineData("components", "{}", "对象 { … }；应为列表 [ … ]")]
    [InlineData("components", "null", "null；应为列表 [ … ]")]
    [InlineData("awards", null, "缺少；必须写出，应为对象 { … }")]
    [InlineData("awards", "[]", "列表 [ … ]；应为对象 { … }")]
    [InlineData("worldSkills", "1", "1；应为 true 或 false")]
    [InlineData("worldSkills", "\"true\"", "“true”；应为 true 或 false")]
    [InlineData("codeLayers", "1.5", "1.5；应为整数")]
    [InlineData("codeLayers", "\"1\"", "“1”；应为整数")]
    [InlineData("publicView", "\"code\"", "“code”；应为 hidden、codes、frozen、named，是否为 codes？")]
    [InlineData("publicView", "2", "2；应为 hidden、codes、frozen、named")]
    [InlineData("startsAt", "\"9:00\"", "“9:00”；应为时刻，如 \"09:00\"")]
    [InlineData("startsAt", "\"09:00:30\"", null)]
    public void In_a_trade(string field, string? json, string? error) => Expect.ErrorAtValue("union", $"trades[0].{field}", json, error);

    [Theory]
    [InlineData("date", "\"2026-4-23\"", "“2026-4-23”；应为日期，如 \"2026-04-23\"")]
    [InlineData("date", "20260423", "20260423；应为日期，如 \"2026-04-23\"")]
    [InlineData("date", "\"2026-04-23\"", null)]
    [InlineData("demo", "\"yes\"", "“yes”；应为 true 或 false")]
    [InlineData("demo", "false", null)]
    [InlineData("demo", "true", null)]
    public void In_the_competition(string field, string json, string? error) => Expect.ErrorAtValue("union", $"competition.{field}", json, error);

    [Fact]
    public void No_and_yes_are_told_apart()
    {
        Assert.False(new BadFile("templates/union.json").Set("competition.demo", "false").Read().File!.Competition.Demo);
        Assert.True(new BadFile("templates/union.json").Set("competition.demo", "true").Read().File!.Competition.Demo);
    }

    [Fact]
    public void A_name_that_is_not_known_is_named_with_what_may_stand_there()
    {
        Assert.StartsWith(
            "$.competition.naem：现为 没有这一项；此处可以写 id、name", Assert.Single(new BadFile("templates/union.json").Set("competition.naem", "1").Errors()), StringComparison.Ordinal);
        Assert.EndsWith("，是否为 fullMark？", Assert.Single(new BadFile("templates/union.json").Set($"{Points}.fulMark", "1").Errors()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"points2\"", "“points2”", "，是否为 points？")]
    [InlineData("3", "3", "")]
    [InlineData(null, "缺少", "")]
    public void A_kind_of_aspect_that_is_not_known_is_named_with_all_that_are(string? kind, string found, string hint)
    {
        var error = Assert.Single(new BadFile("templates/union.json").Set($"{Points}.kind", kind).Errors());

        Assert.Equal($"$.{Points}.kind：现为 {found}；应为 {Expect.Kinds}{hint}", error);
    }

    [Theory]
    [InlineData("marks", "[]", "列表 [ … ]；应为对象 { … }")]
    [InlineData("marks[\"A1.1\"]", "true", "true；应为数字，答案类评分点为文字列表 [ … ]")]
    [InlineData("marks[\"A1.1\"]", "\"六十\"", "“六十”；应为数字（没打分就不要写这一项），答案类评分点为文字列表 [ … ]")]
    [InlineData("marks[\"A1.1\"]", "\"60.0000001\"", "“60.0000001”；应为数字（没打分就不要写这一项），答案类评分点为文字列表 [ … ]")]
    [InlineData("marks[\"A1.1\"]", "1e30", "1e30；应为数字（没打分就不要写这一项），答案类评分点为文字列表 [ … ]")]
    public void In_a_sheet(string at, string json, string error)
    {
        var name = at.EndsWith(']') ? "marks" : at;
        var value = at.EndsWith(']') ? $"{{\"A1.1\":{json}}}" : json;
        var errors = Slip.Union().Set($"marks[0].modules[1].sheets[0].{name}", value).Errors();

        Assert.Contains($"$.marks[0].modules[1].sheets[0].{at}：现为 {error}", errors);
    }

    [Theory]
    [InlineData("60.02")]
    [InlineData("\"60.02\"")]
    [InlineData("\"-0.5\"")]
    public void A_mark_may_be_a_number_or_the_same_as_text(string json)
    {
        var file = Slip.Union().Set("marks[0].modules[1].sheets[0].marks", $"{{\"A1.1\":{json}}}").Read();

        Assert.DoesNotContain(file.Problems, p => p.Path.Contains("A1.1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_has_at_most_sixty_characters_six_decimals_and_a_billion()
    {
        const string says = "应为数字，最多 6 位小数，绝对值不超过 1000000000";
        var sixty = "1." + new string('0', 58);

        Assert.DoesNotContain(Raw(sixty), e => e.Contains(says, StringComparison.Ordinal));
        Assert.Contains(Raw(sixty + "0"), e => e.Contains(says, StringComparison.Ordinal));
        Assert.Contains(Raw("0.1234567"), e => e.Contains(says, StringComparison.Ordinal));
        Assert.DoesNotContain(Raw("0.123456"), e => e.Contains(says, StringComparison.Ordinal));
        Assert.Contains(Raw("1000000000.000001"), e => e.Contains(says, StringComparison.Ordinal));
        Assert.DoesNotContain(Raw("-1000000000"), e => e.Contains(says, StringComparison.Ordinal));

        static IEnumerable<string> Raw(string number) => CompetitionFileReader.Read(Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(Examples.Bytes("templates/union.json")).Replace("\"nominal\": 60.0", $"\"nominal\": {number}", StringComparison.Ordinal))).Errors.Select(e => e.ToString());
    }

    [Fact]
    public void A_text_of_more_than_a_hundred_thousand_characters_is_not_read()
    {
        Assert.Equal("$.competition.venue：现为 100000 个字；最多 200 个字", Assert.Single(Named(100_000)));
        Assert.Equal($"$.competition.venue：现为 “{new string('x', 39)}…”；应为文字", Assert.Single(Named(100_001)));

        static IReadOnlyList<string> Named(int length) => new BadFile("templates/union.json").Set("competition.venue", $"\"{new string('x', length)}\"").Errors();
    }

    [Theory]
    [InlineData("2026-04-23T09:00:00+08:00", true)]
    [InlineData("2026-04-23T01:00:00Z", true)]
    [InlineData("2026-04-23T09:00:00", false)]
    [InlineData("2026-04-23 09:00", false)]
    public void A_moment_names_its_zone(string text, bool read)
    {
        var errors = Slip.Union().Set("marks[0].modules[1].time", $"{{\"usedSeconds\":60,\"finishedAt\":\"{text}\"}}").Errors();

        Assert.Equal(
            read ? [] : [$"$.marks[0].modules[1].time.finishedAt：现为 “{text}”；应为带时区的时间，如 \"2026-04-23T09:00:00+08:00\""], errors);
    }

    [Fact]
    public void One_wrong_value_or_two_give_no_file()
    {
        Assert.Null(new BadFile("templates/union.json").Set("trades[0].name", "1").Read().File);
        Assert.Null(new BadFile("templates/union.json").Set("trades[0].name", "1").Set("trades[0].code", "1").Read().File);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Sixty_four_levels_are_read_and_the_next_is_not(int levels, bool read)
    {
        var text = string.Concat(Enumerable.Repeat('[', levels)) + string.Concat(Enumerable.Repeat(']', levels));
        var problem = Assert.Single(CompetitionFileReader.Read(Encoding.UTF8.GetBytes(text)).Problems).ToString();

        Assert.Equal(read ? "$：现为 列表 [ … ]；应为对象 { … }" : "第 1 行第 65 列：嵌套超过 64 层，这不是竞赛文件", problem);
    }

    [Theory]
    [InlineData("{\"a\": \"x\n\"}", "第 1 行第 9 列：现为 行末")]
    [InlineData("{\"a\" 一二三四五六七八九十一二三四五六七八九十}", "第 1 行第 6 列：现为 “一二三四五六七八九十一二三四五六七八九十”")]
    [InlineData("{\"a\" 一二三四五六七八九十一二三四五六七八九十廿", "第 1 行第 6 列：现为 “一二三四五六七八九十一二三四五六七八九十”")]
    [InlineData("{\"a\" 一二三四五六七八九十一二三四五六七八九𬭸尾", "第 1 行第 6 列：现为 “一二三四五六七八九十一二三四五六七八九”")]
    public void Where_the_text_breaks_twenty_characters_of_it_are_shown(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Single(CompetitionFileReader.Read(Encoding.UTF8.GetBytes(text)).Problems).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Sixty_four_megabytes_are_read_and_one_byte_more_is_not()
    {
        var bytes = new byte[CompetitionFileReader.LargestFile + 1];
        bytes.AsSpan().Fill((byte)' ');

        Assert.Equal("$：现为 64 MB；文件不能超过 64 MB", Problem(bytes));
        Assert.DoesNotContain("MB", Problem(bytes.AsMemory(1)), StringComparison.Ordinal);

        static string Problem(ReadOnlyMemory<byte> text) => Assert.Single(CompetitionFileReader.Read(text).Problems).ToString();
    }
}

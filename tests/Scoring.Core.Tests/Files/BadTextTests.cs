using System.Text;
using Scoring.Core.Files;

namespace Scoring.Core.Tests.Files;

/// <summary>Bytes that are no competition file at all.</summary>
public class BadTextTests
{
    private static string Only(byte[] bytes) => Assert.Single(CompetitionFileReader.Read(bytes).Problems).ToString();

    private static string Only(string text) => Only(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void An_empty_file_says_so() => Assert.Equal("$：现为 空文件；应为竞赛文件（JSON）", Only(""));

    [Fact]
    public void Broken_JSON_names_line_and_column_in_characters() =>
        Assert.Equal(
            "第 3 行第 12 列：现为 “\"乙\"”；这里不是 JSON：看看是否少了引号、逗号或括号，或多了逗号",
            Only("{\n\"format\": 1,\n\"名\": \"一二三\" \"乙\"\n}"));

    [Fact]
    public void A_file_cut_short_names_its_end() => Assert.StartsWith("第 2 行第 12 列：现为 文件到此为止", Only("{\n\"format\": 1"), StringComparison.Ordinal);

    [Fact]
    public void Another_encoding_says_how_to_save() =>
        Assert.Contains("UTF-8", Only([.. Encoding.Unicode.GetBytes("{\"format\":1}"), 0xD8, 0x00, 0xFF]), StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_is_no_error() =>
        Assert.NotNull(CompetitionFileReader.Read((byte[])[0xEF, 0xBB, 0xBF, .. Examples.Bytes("templates/union.json")]).File);

    [Fact]
    public void Half_a_character_is_refused_with_its_place() => Assert.StartsWith("第 1 行第 11 列", Only("""{"format":"\ud800"}"""), StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "列表 [ … ]")]
    [InlineData("null", "null")]
    [InlineData("\"x\"", "“x”")]
    public void Something_else_than_an_object_says_what_it_is(string text, string found) => Assert.Equal($"$：现为 {found}；应为对象 {{ … }}", Only(text));

    [Fact]
    public void A_newer_format_is_told_apart_from_a_broken_file() =>
        Assert.StartsWith("$.format：现为 2；本程序读得懂的格式是 1", Only("""{"format":2,"contest":{}}"""), StringComparison.Ordinal);

    [Fact]
    public void Five_megabytes_of_nesting_are_refused_at_once()
    {
        Assert.Contains("嵌套超过 64 层", Only(new string('[', 5 * 1024 * 1024)), StringComparison.Ordinal);
        Assert.Contains("嵌套超过 64 层", Only(string.Concat(Enumerable.Repeat("{\"trades\":", 500_000))), StringComparison.Ordinal);
    }

    [Fact]
    public void Five_megabytes_of_wrong_values_give_a_thousand_problems_and_say_that_there_are_more()
    {
        var text = $$"""{"format":1,"competition":{"id":"a","name":"b"},"trades":[{{string.Join(',', Enumerable.Repeat("{\"x\":[{}]}", Cases.AreFew ? 2_000 : 400_000))}}]}""";

        var problems = CompetitionFileReader.Read(Encoding.UTF8.GetBytes(text)).Problems;

        Assert.Equal(1001, problems.Count);
        Assert.Equal("问题超过 1000 处", problems[^1].Found.ToString());
    }

    [Fact]
    public void A_file_of_more_than_64_MB_is_refused_unread() => Assert.Contains("不能超过 64 MB", Only(new byte[65 * 1024 * 1024]), StringComparison.Ordinal);
}

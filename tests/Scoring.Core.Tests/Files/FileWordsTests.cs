using Scoring.Core.Checking;
using System.Reflection;
using System.Text.Json;
using Scoring.Core.Definition;
using Scoring.Core.Files;

namespace Scoring.Core.Tests.Files;

/// <summary>How a problem is put in words: the place, what was found, what may have been meant.</summary>
public class FileWordsTests
{
    private enum Colour
    {
        Red,
        Green,
    }

    [Theory]
    [InlineData("name", "$.name")]
    [InlineData("a_1", "$.a_1")]
    [InlineData("A1.2", "$[\"A1.2\"]")]
    [InlineData("姓名", "$[\"姓名\"]")]
    [InlineData("", "$[\"\"]")]
    public void A_path_quotes_what_is_no_plain_word(string name, string path) => Assert.Equal(path, RecordReader.At("$", name));

    [Fact]
    public void A_path_cuts_a_name_beyond_sixty_characters()
    {
        var sixty = new string('a', 60);

        Assert.Equal($"$.{sixty}", RecordReader.At("$", sixty));
        Assert.Equal($"$[\"{sixty}…\"]", RecordReader.At("$", sixty + "b"));
        Assert.Equal($"$[\"{new string('字', 60)}\"]", RecordReader.At("$", new string('字', 60)));
    }

    [Fact]
    public void A_text_is_quoted_up_to_forty_characters_and_never_cut_inside_one()
    {
        Assert.Equal($"“{new string('字', 40)}”", Findings.Quote(new string('字', 40)).ToString());
        Assert.Equal($"“{new string('字', 39)}…”", Findings.Quote(new string('字', 41)).ToString());
        Assert.Equal($"“{new string('字', 38)}…”", Findings.Quote(new string('字', 38) + "𬭸字字").ToString());
    }

    [Theory]
    [InlineData("true", "true")]
    [InlineData("{}", "对象 { … }")]
    [InlineData("[1]", "列表 [ … ]")]
    [InlineData("\"x\"", "“x”")]
    [InlineData("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890")]
    [InlineData("12345678901234567890123456789012345678901", "123456789012345678901234567890123456789…")]
    public void A_value_shows_as_it_stands_shortened(string json, string shown) => Assert.Equal(shown, RecordReader.Show(JsonDocument.Parse(json).RootElement).ToString());

    [Theory]
    [InlineData("trads", "trades", "，是否为 trades？")]
    [InlineData("TRADES", "trades", "，是否为 trades？")]
    [InlineData("ab", "abcd", "")]
    [InlineData("abc", "abcd", "，是否为 abcd？")]
    [InlineData("xyz", "abcd", "")]
    [InlineData("", "a", "")]
    public void A_near_name_is_asked_for(string found, string allowed, string hint) => Assert.Equal(hint, Nearest.Hint(found, [allowed]).ToString());

    [Fact]
    public void Of_two_equally_near_the_first_in_order_is_asked_for() => Assert.Equal("，是否为 aa1？", Nearest.Hint("aa", ["aa2", "aa1"]).ToString());

    [Fact]
    public void A_name_beyond_sixty_characters_is_not_compared()
    {
        var sixty = new string('a', 60);

        Assert.Equal($"，是否为 {sixty}？", Nearest.Hint(sixty, [sixty]).ToString());
        Assert.Equal("", Nearest.Hint(sixty + "a", [sixty]).ToString());
    }

    [Fact]
    public void A_list_ends_after_forty_names_and_says_how_many_there_are()
    {
        var forty = Enumerable.Range(1, 40).Select(i => $"n{i}").ToList();

        Assert.Equal(string.Join('、', forty), Nearest.List(forty).ToString());
        Assert.Equal($"{string.Join('、', forty)} 等 41 个", Nearest.List([.. forty, "n41"]).ToString());
    }

    [Fact]
    public void A_warning_is_found_but_fails_nothing_and_two_errors_fail_as_one_does()
    {
        var findings = new Findings();
        findings.Warn("$.a", $"1", $"偏小");

        Assert.False(findings.Failed);
        Assert.Equal("$.a：现为 1；偏小", Assert.Single(findings.All()).ToString());
        findings.Error("$.b", $"2", $"太大");
        findings.Error("$.c", $"3", $"太大");
        Assert.True(findings.Failed);
    }

    [Fact]
    public void Nothing_is_said_of_what_stands_in_or_around_what_could_not_be_read()
    {
        var findings = new Findings();
        Assert.True(findings.Whole("$"));
        findings.Unreadable("$.a[1]", $"x", $"应为数字");

        Assert.False(findings.Readable("$.a[1].b"));
        Assert.True(findings.Readable("$.a[10]"));
        Assert.True(findings.Readable("$.a"));
        Assert.False(findings.Whole("$.a"));
        Assert.True(findings.Whole("$.b"));
        findings.Warn("$.a[1].b", $"y", $"偏小");
        findings.Error("$.a[1]", $"y", $"太大");
        Assert.Single(findings.All());
    }

    [Fact]
    public void What_a_records_parameters_say_is_what_the_file_must_hold()
    {
        var properties = typeof(Sample).GetConstructors()[0].GetParameters().Select(p => new Property(p, new NullabilityInfoContext())).ToList();

        Assert.Equal(["plain", "maybe", "colour", "count", "date", "list"], properties.Select(p => p.Name));
        Assert.Equal([typeof(string), typeof(string), typeof(Colour), typeof(int), typeof(DateOnly), typeof(IReadOnlyList<string>)], properties.Select(p => p.Type));
        Assert.Equal([true, false, false, false, false, false], properties.Select(p => p.Required));
        Assert.Equal([false, true, false, false, true, true], properties.Select(p => p.MayBeNull));
        Assert.Equal([null, null, Colour.Green, 3, null, null], properties.Select(p => p.Default));
    }

    [Fact]
    public void Names_of_things_are_read_as_text_and_nothing_else_of_value_is()
    {
        Assert.True(ScalarReader.Reads(typeof(TradeId)));
        Assert.False(ScalarReader.Reads(typeof(Trade)));
        Assert.False(ScalarReader.Reads(typeof(Guid)));
    }

    private sealed record Sample(
        string Plain, string? Maybe, Colour Colour = Colour.Green, int Count = 3, DateOnly? Date = null, IReadOnlyList<string>? List = null);
}

using System.Reflection;
using System.Text.Json;
using Scoring.Core.Definition;
using Scoring.Core.Files;

namespace Scoring.Core.Tests.Files;

/// <summary>How a problem of a file is put in words: the place and what was found.</summary>
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

    [Theory]
    [InlineData("true", "true")]
    [InlineData("{}", "对象 { … }")]
    [InlineData("[1]", "列表 [ … ]")]
    [InlineData("\"x\"", "“x”")]
    [InlineData("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890")]
    [InlineData("12345678901234567890123456789012345678901", "123456789012345678901234567890123456789…")]
    public void A_value_shows_as_it_stands_shortened(string json, string shown) =>
        Assert.Equal(shown, RecordReader.Show(JsonDocument.Parse(json).RootElement).ToString());

    [Fact]
    public void What_a_records_parameters_say_is_what_the_file_must_hold()
    {
        var properties = typeof(Sample).GetConstructors()[0].GetParameters()
            .Select(p => new Property(p, new NullabilityInfoContext())).ToList();

        Assert.Equal(["plain", "maybe", "colour", "count", "date", "list"], properties.Select(p => p.Name));
        Assert.Equal(
            [typeof(string), typeof(string), typeof(Colour), typeof(int), typeof(DateOnly), typeof(IReadOnlyList<string>)],
            properties.Select(p => p.Type));
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
        string Plain, string? Maybe, Colour Colour = Colour.Green, int Count = 3, DateOnly? Date = null,
        IReadOnlyList<string>? List = null);
}

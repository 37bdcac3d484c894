using System.Text.Json;
using Scoring.Core.Json;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Marking;

/// <summary>What was typed, on the wire and in comparisons (R-J5, R-J13).</summary>
public sealed class EntryTests
{
    private static Entry Read(string json) => JsonSerializer.Deserialize<Entry>(json, ScoringJson.Options);

    private static string Write(Entry entry) => JsonSerializer.Serialize(entry, ScoringJson.Options);

    [Theory]
    [InlineData("87.5", "87.5")]
    [InlineData("\"87.50\"", "87.50")] // as typed on a tablet
    [InlineData("\"-0.5\"", "-0.5")]
    [InlineData("[\"龙井\",\"\"]", "[\"龙井\",\"\"]")]
    [InlineData("[]", "[]")]
    public void A_figure_its_text_or_a_list_of_texts_reads_and_is_written_plainly(string json, string written) => Assert.Equal(written, Write(Read(json)));

    [Theory]
    [InlineData("\"1e2\"")]
    [InlineData("\"1,000\"")]
    [InlineData("\" 5\"")]
    [InlineData("\"\"")]
    [InlineData("1e99")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[5]")]
    [InlineData("[null]")]
    public void Anything_else_is_no_entry(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void Equal_is_numeric_for_figures_and_by_text_for_answers()
    {
        Assert.Equal(Entry.Of(87.5m), Entry.Of(87.50m));
        Assert.Equal(Entry.Of(87.5m).GetHashCode(), Entry.Of(87.50m).GetHashCode());
        Assert.NotEqual(Entry.Of(87.5m), Entry.Of(87.4m));
        Assert.Equal(Entry.Of(["a", "b"]), Entry.Of(["a", "b"]));
        Assert.NotEqual(Entry.Of(["a", "b"]), Entry.Of(["a", "B"]));
        Assert.NotEqual(Entry.Of(["a"]), Entry.Of(["a", "b"]));
        Assert.NotEqual(Entry.Of(["a"]), default);
        Assert.NotEqual(default, Entry.Of(["a"]));
        Assert.NotEqual(Entry.Of(["a", "b"]).GetHashCode(), Entry.Of(["a"]).GetHashCode());
    }

    [Fact]
    public void It_is_shown_as_typed()
    {
        Assert.Equal("87.50", Entry.Of(87.50m).ToString());
        Assert.Equal("龙井 / 杭州", Entry.Of(["龙井", "杭州"]).ToString());
        Assert.Equal("", default(Entry).ToString());
        Assert.Equal("[]", Write(default));
    }
}

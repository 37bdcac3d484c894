using System.Text.Json;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Marking;

public sealed class SheetMarksTests
{
    private static IReadOnlyDictionary<AspectId, Entry> Read(string json) => JsonSerializer.Deserialize<IReadOnlyDictionary<AspectId, Entry>>(json, ScoringJson.Options)!;

    private static string Write(IReadOnlyDictionary<AspectId, Entry> marks) => JsonSerializer.Serialize(marks, ScoringJson.Options);

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"a1":0.5}""")]
    [InlineData("""{"a1":0,"a2":87.50,"A":["甲","乙"],"a3":-1}""")]
    [InlineData("""{"a2":1,"a1":2}""")]
    [InlineData("""{"评分点":1}""")]
    public void What_was_read_is_written_back_in_its_order(string json) => Assert.Equal(json, Write(Read(json)));

    [Fact]
    public void Sheets_that_name_the_same_aspects_keep_their_own_figures()
    {
        var (one, other) = (Read("""{"a1":1,"a2":2}"""), Read("""{"a1":3,"a2":["x"]}"""));
        Assert.Equal([Entry.Of(1), Entry.Of(2)], one.Values);
        Assert.Equal([Entry.Of(3), Entry.Of(["x"])], other.Values);
        Assert.Same(one.Keys, other.Keys);
        Assert.True(other.ContainsKey(new("a2")));
        Assert.False(other.ContainsKey(new("a3")));
        Assert.Throws<KeyNotFoundException>(() => other[new("a3")]);
    }

    [Fact]
    public void An_order_that_begins_as_another_is_another()
    {
        var (two, one, swapped) = (Read("""{"b1":1,"b2":2}"""), Read("""{"b1":5}"""), Read("""{"b2":7,"b1":8}"""));
        Assert.Equal((2, 1, 2), (two.Count, one.Count, swapped.Count));
        Assert.False(one.TryGetValue(new("b2"), out _));
        Assert.Equal((Entry.Of(8), Entry.Of(7)), (swapped[new("b1")], swapped[new("b2")]));
    }

    [Fact]
    public void Of_a_name_that_comes_twice_the_last_counts()
    {
        var marks = Read("""{"a1":1,"a2":2,"a1":3}""");
        Assert.Equal("""{"a1":3,"a2":2}""", Write(marks));
        Assert.Equal(2, marks.Count);
    }

    [Fact]
    public void More_aspects_than_any_sheet_before()
    {
        var json = $"{{{string.Join(',', Enumerable.Range(1, 300).Select(n => $"\"x{n}\":{n}"))}}}";
        var marks = Read(json);
        Assert.Equal(json, Write(marks));
        Assert.Equal(Entry.Of(300), marks[new("x300")]);
    }

    [Fact]
    public void A_sheet_of_made_up_names_without_end_costs_what_it_holds()
    {
        var json = $"{{{string.Join(',', Enumerable.Range(1, 50_000).Select(n => $"\"x{n}\":{n}"))}}}";
        var marks = Read(json);

        Assert.Equal((50_000, Entry.Of(49_999)), (marks.Count, marks[new("x49999")]));
        Assert.Equal(50_000, Read(json.Replace("\"x50000\"", "\"x1\"", StringComparison.Ordinal))[new("x1")].Number);
    }

    [Fact]
    public void Sheets_that_each_begin_with_another_name_are_read_all_the_same()
    {
        var options = new JsonSerializerOptions(ScoringJson.Options); // a reader of its own
        foreach (var n in Enumerable.Range(1, 1_200).Concat([1, 1_100]))
        {
            var marks = JsonSerializer.Deserialize<IReadOnlyDictionary<AspectId, Entry>>($$"""{"y{{n}}":{{n}},"z":1}""", options)!;
            Assert.Equal((n, 1m, 2), ((int)marks[new($"y{n}")].Number!, marks[new("z")].Number, marks.Count));
        }
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{"a1":null}""")]
    [InlineData("""{"a1":{}}""")]
    [InlineData("""{"a1":"x"}""")]
    [InlineData("""{"a1":[1]}""")]
    public void What_are_no_marks_is_refused(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void What_was_typed_as_text_is_a_figure() => Assert.Equal(Entry.Of(87.5m), Read("""{"a1":"87.50"}""")[new("a1")]);
}

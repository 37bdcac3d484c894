using Scoring.Core.Checking;

namespace Scoring.Core.Tests.Checking;

/// <summary>What was probably meant: a name that differs in at most half the characters of the shorter of both.</summary>
public sealed class NearestTests
{
    [Theory]
    [InlineData("trads", "trades", "trades")] // one is missing
    [InlineData("tradess", "trades", "trades")] // one too many
    [InlineData("trodes", "trades", "trades")] // one is another
    [InlineData("trdaes", "trades", "trades")] // two changed places: two of six
    [InlineData("TRADES", "trades", "trades")]
    [InlineData("trades", "TRADES", "TRADES")]
    [InlineData("abxy", "abcd", "abcd")] // two of four
    [InlineData("axyz", "abcd", null)] // three of four
    [InlineData("abc", "abcd", "abcd")] // one of three
    [InlineData("ab", "abcd", null)] // two of two
    [InlineData("abcd", "ab", null)]
    [InlineData("abcdef", "abcd", "abcd")]
    [InlineData("xyz", "abcd", null)]
    [InlineData("bcda", "abcd", "abcd")] // the first at the end: one out, one in
    [InlineData("dcba", "abcd", null)]
    [InlineData("a", "a", "a")]
    [InlineData("a", "b", null)]
    [InlineData("", "a", null)]
    [InlineData("焊工", "焊接", "焊接")]
    [InlineData("钳工", "焊接", null)]
    public void A_near_name_is_asked_for(string found, string allowed, string? asked) =>
        Assert.Equal(asked is null ? "" : $"，是否为 {asked}？", Nearest.Hint(found, [allowed]).ToString());

    [Fact]
    public void Of_several_the_nearest_is_asked_for_and_of_equally_near_ones_the_first_in_order()
    {
        Assert.Equal("，是否为 abcx？", Nearest.Hint("abcd", ["abxx", "abcx", "axxx"]).ToString());
        Assert.Equal("，是否为 aa1？", Nearest.Hint("aa", ["aa2", "aa1"]).ToString());
        Assert.Equal("，是否为 abB？", Nearest.Hint("abc", ["aba", "abB"]).ToString()); // B stands before a
        Assert.Equal("", Nearest.Hint("abc", []).ToString());
    }

    [Fact]
    public void A_name_beyond_sixty_characters_is_not_compared()
    {
        var sixty = new string('a', 60);

        Assert.Equal($"，是否为 {sixty}？", Nearest.Hint(sixty, [sixty]).ToString());
        Assert.Equal("", Nearest.Hint(sixty + "a", [sixty]).ToString());
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "n1")]
    [InlineData(3, "n1、n2、n3")]
    public void A_list_is_written_whole(int names, string written) => Assert.Equal(written, Nearest.List(Names(names)).ToString());

    [Fact]
    public void A_list_ends_after_forty_names_and_says_how_many_there_are()
    {
        var forty = string.Join('、', Names(40));

        Assert.Equal(forty, Nearest.List(Names(40)).ToString());
        Assert.Equal($"{forty} 等 41 个", Nearest.List(Names(41)).ToString());
        Assert.Equal($"{forty} 等 100 个", Nearest.List(Names(100)).ToString());
    }

    private static List<string> Names(int count) => [.. Enumerable.Range(1, count).Select(i => $"n{i}")];
}

using Scoring.Core.People;

namespace Scoring.Core.Tests.People;

public sealed class EntrantTests
{
    private static readonly Entrant One = new(new("E1"), "张三", new("a"), new("dg"));

    [Fact] // R-F4
    public void Whoever_stands_behind_an_entrant_is_named()
    {
        Assert.Equal(["张三"], One.Names);
        Assert.Equal(["张三"], (One with { Members = [] }).Names);
        Assert.Equal(["石小川", "于洋"], (One with { Members = ["石小川", "于洋"] }).Names);
    }

    [Fact]
    public void Members_are_written_with_what_they_are()
    {
        var pair = One with { Members = ["石小川", "于洋"] };

        Assert.Empty(One.MembersInWords);
        Assert.Equal(["石小川", "于洋"], pair.MembersInWords);
        Assert.Equal(["石小川（队长）", "于洋"], (pair with { MemberRoles = ["队长", ""] }).MembersInWords);
        Assert.Equal(["石小川", "于洋（主厨）"], (pair with { MemberRoles = ["", "主厨"] }).MembersInWords);
        Assert.Equal(["石小川（队长）", "于洋"], (pair with { MemberRoles = ["队长"] }).MembersInWords);
    }

    [Fact] // R-K15
    public void Tags_are_the_same_if_every_kind_has_the_same_value()
    {
        Dictionary<string, string> tags = new() { ["组别"] = "学生组", ["区县"] = "文峰区" };

        Assert.True(Tags.Same(tags, new Dictionary<string, string> { ["区县"] = "文峰区", ["组别"] = "学生组" }));
        Assert.False(Tags.Same(tags, new Dictionary<string, string> { ["组别"] = "学生组", ["区县"] = "北关区" }));
        Assert.False(Tags.Same(tags, new Dictionary<string, string> { ["组别"] = "学生组", ["片区"] = "文峰区" }));
        Assert.False(Tags.Same(tags, new Dictionary<string, string> { ["组别"] = "学生组" }));
        Assert.False(Tags.Same(tags, null));
        Assert.False(Tags.Same(null, tags));
        Assert.True(Tags.Same(null, new Dictionary<string, string>()));
        Assert.True(Tags.Same(new Dictionary<string, string>(), null));
    }
}

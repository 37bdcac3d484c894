using Scoring.Core.Lists;

namespace Scoring.Core.Tests.Lists;

/// <summary>R-K14, R-I2: what is known of a member follows the person, then the place.</summary>
public sealed class PersonalDataTests
{
    private static readonly PersonalData Pair = new PersonalData().With([new("王五", IdNumber: "2"), new("赵六", IdNumber: "3")]);

    [Theory]
    [InlineData("王五", null, "王五 赵六", "2")]
    [InlineData("王五", "赵六", "王五", "2")] // moved to another's place: their own
    [InlineData("王武", "王五", "王武 赵六", "2")] // written anew in the same place
    [InlineData("赵七", "赵六", "王五 赵七", "3")]
    [InlineData("新人", "王五", "新人 王五", null)] // who stood there only moved
    [InlineData("新人", null, "王五 赵六 新人", null)]
    [InlineData("新人", "外人", "新人 赵六", null)]
    public void A_member_of_another_name_keeps_what_was_known_in_that_place(string member, string? before, string now, string? number) =>
        Assert.Equal(number, Pair.Of(member, before, now.Split(' '))?.IdNumber);

    [Fact]
    public void Where_nothing_is_known_of_anybody_nothing_is_known() => Assert.Null(new PersonalData().Of("王五", "王五", []));
}

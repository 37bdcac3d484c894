using Scoring.Core.Lists;

namespace Scoring.Core.Tests.Lists;

/// <summary>Which member a column is about, and what of theirs it holds (R-K14).</summary>
public sealed class MemberColumnTests
{
    [Theory]
    [InlineData("成员1", "1", ListField.Members)]
    [InlineData("队员二姓名", "2", ListField.Members)]
    [InlineData("成员1身份证号", "1", ListField.MemberIdNumber)]
    [InlineData("队员 3 证件号码", "3", ListField.MemberIdNumber)]
    [InlineData("选手2手机号", "2", ListField.MemberPhone)]
    [InlineData("队长", "队长", ListField.Members)]
    [InlineData("队长姓名", "队长", ListField.Members)]
    [InlineData("队长身份证号", "队长", ListField.MemberIdNumber)]
    [InlineData("组长联系电话", "组长", ListField.MemberPhone)]
    [InlineData("Member 1 ID number", "1", ListField.MemberIdNumber)]
    [InlineData("Captain phone", "队长", ListField.MemberPhone)]
    public void A_column_of_one_member(string header, string key, ListField field) =>
        Assert.Equal((key, field), ListHeaders.MemberColumn(header));

    [Theory]
    [InlineData("成员")]
    [InlineData("成员证件号码")]
    [InlineData("队员照片1")]
    [InlineData("成员1单位")]
    [InlineData("成员A姓名")]
    [InlineData("队长签字")]
    [InlineData("身份证号")]
    public void A_column_of_no_member_alone(string header) => Assert.Null(ListHeaders.MemberColumn(header));

    [Theory]
    [InlineData("成员证件号码", ListField.MemberIdNumber)]
    [InlineData("队员身份证号（按顺序）", ListField.MemberIdNumber)]
    [InlineData("成员手机", ListField.MemberPhone)]
    [InlineData("队员联系电话", ListField.MemberPhone)]
    [InlineData("证件号码", ListField.IdNumber)]
    public void A_column_of_all_of_them(string header, ListField field) => Assert.Equal(field, ListHeaders.Recognize(header));

    [Fact]
    public void What_is_locked_away_is_compared_member_by_member()
    {
        var one = new PersonalData(IdNumber: "1").With([new("王五", null, "2"), new("赵六")]);

        Assert.Equal(one, new PersonalData(IdNumber: "1").With([new("王五", null, "2")]));
        Assert.NotEqual(one, new PersonalData(IdNumber: "1").With([new("王五", null, "3")]));
        Assert.NotEqual(one, new PersonalData(IdNumber: "1"));
        Assert.NotEqual(one, new PersonalData(IdNumber: "9").With([new("王五", null, "2")]));
        Assert.Null(new PersonalData().With([new("赵六", "居民身份证")]).Members);
        Assert.NotNull(new PersonalData().With([new("赵六", Phone: "139")]).Members);
        Assert.Equal(one, PersonalData.FromJson(one.ToJson()));
        Assert.Equal(new PersonalData(IdNumber: "1"), PersonalData.FromJson("""{"idNumber":"1"}""")); // as it was before members had any
    }

    [Fact]
    public void A_name_has_its_own_number_and_the_entrants_only_if_it_is_the_entrants()
    {
        var person = new PersonalData(IdNumber: "1").With([new("王五", null, "2"), new("赵六", Phone: "139")]);

        Assert.Equal(["2", null, "1", null], new[] { "王五", "赵六", "队名", "外人" }.Select(n => person.NumberOf("队名", n)));
        Assert.Null(person.NumberOf("赵六", "赵六")); // a member first, whose number is not known
    }
}

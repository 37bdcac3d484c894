using Scoring.Core.Lists;

namespace Scoring.Core.Tests.Lists;

/// <summary>R-I1a, R-K14, R-K15: what the words of a header say of its column, and what they do not.</summary>
public sealed class HeaderWordsTests
{
    [Theory]
    [InlineData("姓名 Surname", ListField.Name)] // the English is not known
    [InlineData("姓名 Name", ListField.Name)]
    [InlineData("姓名 Company", null)] // the two say different things
    [InlineData("照片 Photo", null)]
    [InlineData("姓名A", null)] // a letter alone is no translation
    public void A_header_in_two_languages_must_not_contradict_itself(string header, ListField? field) =>
        Assert.Equal(field, ListHeaders.Recognize(header));

    [Theory]
    [InlineData("参赛者单位", ListField.Organization)]
    [InlineData("学校全称", ListField.Organization)]
    [InlineData("性别必填", ListField.Gender)]
    [InlineData("参赛照片", null)]
    [InlineData("户主姓名", null)] // whose name it is, is said
    [InlineData("照片全称", null)]
    [InlineData("参赛", null)]
    [InlineData("必填", null)]
    [InlineData("选手/领队", null)] // of one or of the other
    [InlineData("选手或领队手机", null)]
    [InlineData("考生、领队手机", null)]
    public void Words_before_and_after_count_only_where_they_are_known(string header, ListField? field) =>
        Assert.Equal(field, ListHeaders.Recognize(header));

    [Theory]
    [InlineData("应回避的参赛人员", ListField.Recusal)]
    [InlineData("与本人有利害关系需要回避的选手名", ListField.Recusal)] // 16
    [InlineData("与本人有利害关系需要回避的选手姓名", null)] // 17: a sentence
    [InlineData("是否需要回避", null)] // yes or no
    public void Recusal_is_known_by_its_word_in_any_short_header(string header, ListField? field) =>
        Assert.Equal(field, ListHeaders.Recognize(header));

    [Fact]
    public void A_whole_paragraph_is_no_header()
    {
        Assert.Equal(ListField.Name, ListHeaders.Recognize($"姓名（{new string('填', 56)}）")); // 60
        Assert.Null(ListHeaders.Recognize($"姓名（{new string('填', 57)}）"));
    }

    [Fact]
    public void A_trade_is_called_as_the_contest_calls_it()
    {
        Assert.Equal("赛项", ListHeaders.Name(ListField.Trade, "赛项"));
        Assert.Equal("工种", ListHeaders.Name(ListField.Trade));
        Assert.Equal("证件号码", ListHeaders.Name(ListField.IdNumber, "赛项"));
    }

    [Theory]
    [InlineData("组别", "组别")]
    [InlineData("组别名称", "组别")]
    [InlineData("类别", "组别")]
    [InlineData("Category", "组别")]
    [InlineData("Division", "组别")]
    [InlineData("Age group", "组别")]
    [InlineData("参赛组别", "组别")]
    [InlineData("县区", "区县")]
    [InlineData("Region", "赛区")]
    [InlineData("Industry", "行业")]
    [InlineData("称谓", "称呼")]
    [InlineData("尊称", "称呼")]
    [InlineData("Salutation", "称呼")]
    [InlineData("外文姓名", "外文名")]
    [InlineData("英文名", "外文名")]
    [InlineData("英文姓名", "外文名")]
    [InlineData("产业链", "产业链")]
    [InlineData("参赛产业链", "产业链")]
    [InlineData("片区 District", "片区")]
    [InlineData("学生（类）", "学生")] // nothing would be left without it
    [InlineData(" *** ", "***")]
    public void A_tag_has_the_kind_of_its_column(string header, string kind) => Assert.Equal(kind, ListHeaders.TagKind(header));

    [Theory]
    [InlineData("队长", "队长")]
    [InlineData("*队长姓名", "队长")]
    [InlineData("Captain", "队长")]
    [InlineData("组长姓名", "组长")]
    [InlineData("Captains", null)]
    [InlineData("成员1", null)]
    public void A_column_may_say_what_its_members_are(string header, string? role) => Assert.Equal(role, ListHeaders.MemberRole(header));

    [Theory]
    [InlineData("领队信息", HeaderGroup.Leader)]
    [InlineData("带队人", HeaderGroup.Leader)]
    [InlineData("Team leader", HeaderGroup.Leader)]
    [InlineData("领队或教练", HeaderGroup.Leader)]
    [InlineData("指导教师", HeaderGroup.Other)]
    [InlineData("紧急联系人", HeaderGroup.Other)]
    [InlineData("Coach", HeaderGroup.Other)]
    [InlineData("选手信息", HeaderGroup.Entrant)]
    [InlineData("基本情况", HeaderGroup.Entrant)]
    public void Words_over_several_columns_say_whose_they_are(string header, HeaderGroup group) =>
        Assert.Equal(group, ListHeaders.GroupOf(header));

    [Theory]
    [InlineData("成员3", 3)]
    [InlineData("队员九姓名", 9)]
    [InlineData("成员3电话", 0)] // theirs, not their name
    [InlineData("队长", 0)] // no number
    [InlineData("成员A", 0)]
    [InlineData("成员A姓名", 0)]
    [InlineData("成员", 0)]
    public void Members_in_columns_of_their_own_are_counted(string header, int number) =>
        Assert.Equal(number, ListHeaders.MemberNumber(header));
}

using Scoring.Core.Lists;

namespace Scoring.Core.Tests.Lists;

/// <summary>R-I1a, R-I1c, R-I1f: headers, names and organizations at their edges.</summary>
public sealed class SpellingTests
{
    [Fact]
    public void Every_field_is_known_by_its_own_name() =>
        Assert.All(Enum.GetValues<ListField>(), field => Assert.Equal(field, ListHeaders.Recognize(ListHeaders.Name(field))));

    [Theory]
    [InlineData("手机）号", ListField.Phone)] // a bracket too many
    [InlineData("单位（章【公】章）", ListField.Organization)]
    [InlineData("[必填]姓名", ListField.Name)]
    [InlineData("【注】 性 别 ：", ListField.Gender)]
    [InlineData("(a)b)民族", null)]
    [InlineData("", null)]
    [InlineData("（姓名）", null)]
    public void What_stands_in_brackets_does_not_count(string header, ListField? field) => Assert.Equal(field, ListHeaders.Recognize(header));

    [Theory]
    [InlineData("·伟", "·伟")] // nothing before it: stays as typed
    [InlineData(".伟", ".伟")]
    [InlineData("J.伟", "J.伟")]
    [InlineData("伟.J", "伟.J")]
    [InlineData("〇・一", "〇·一")]
    [InlineData("﨎.一", "﨎·一")]
    [InlineData("𠀀.𬭸", "𠀀·𬭸")]
    [InlineData("㐀.鿿", "㐀·鿿")]
    [InlineData("\uF900.\uFAFF", "\uF900·\uFAFF")]
    [InlineData("\U00020000.\U0003FFFF", "\U00020000·\U0003FFFF")]
    [InlineData("\u33FF.\u4DFF", "\u33FF.\u4DFF")]
    [InlineData("Ann  Lee", "Ann Lee")]
    [InlineData("Ann 李", "Ann李")]
    [InlineData("李 Ann", "李Ann")]
    [InlineData(" Ann ", "Ann")]
    [InlineData("马\uE815\uE864", "马⺁龻")]
    [InlineData("", "")]
    public void Dots_and_spaces_depend_on_what_stands_beside_them(string raw, string clean) => Assert.Equal(new NameText.Cleaned(clean, null), NameText.Clean(raw));

    [Fact]
    public void What_was_lost_is_said_and_left_as_it_was()
    {
        Assert.Equal(new NameText.Cleaned("马 ?骏", "姓名含“?”：有字没有存下来，请按身份证填写。"), NameText.Clean(" 马 ?骏 "));
        Assert.Equal(new NameText.Cleaned("马\uE000", "姓名里有一个造字，别的电脑认不出，请按身份证换成规范字。"), NameText.Clean("马\uE000 "));
        Assert.NotNull(NameText.Clean("马\uE814").Fault);
        Assert.NotNull(NameText.Clean("马\uE865").Fault);
    }

    [Theory]
    [InlineData(" 利源 集团 (河南) 有限公司 ", "利源集团（河南）有限公司")]
    [InlineData("ＡＢＣ　电气\u200B\uFEFF", "ABC电气")]
    [InlineData("甲，乙：丙", "甲，乙：丙")]
    [InlineData("甲！～乙", "甲!~乙")]
    [InlineData("ABC Electric Co", "ABC Electric Co")] // between Latin words one stays
    [InlineData("ABC   Electric", "ABC Electric")]
    [InlineData("ABC\tElectric", "ABC Electric")]
    [InlineData("ABC 电气", "ABC电气")]
    [InlineData("电气 ABC", "电气ABC")]
    [InlineData("电气  ABC", "电气ABC")]
    [InlineData("利\u200B源A\u200BB", "利源AB")]
    public void An_organization_is_printed_without_spaces_and_in_one_width(string raw, string clean) => Assert.Equal(clean, OrganizationNames.Clean(raw));

    [Theory]
    [InlineData("安阳恒泰股份有限公司", "安阳恒泰")]
    [InlineData("安阳恒泰有限责任公司", "安阳恒泰")]
    [InlineData("安阳恒泰集团有限公司", "安阳恒泰")]
    [InlineData("安阳恒泰公司", "安阳恒泰")]
    [InlineData("公司", "公司")]
    [InlineData("（安阳）恒泰", "安阳恒泰")]
    public void The_form_of_a_company_does_not_tell_it_from_another(string name, string key) => Assert.Equal(key, OrganizationNames.Key(name));
}

using Scoring.Core.Lists;

namespace Scoring.Core.Tests.Lists;

public sealed class ListFieldTests
{
    [Theory] // R-I1a
    [InlineData("选手姓名", ListField.Name)]
    [InlineData("姓 名", ListField.Name)]
    [InlineData("*工作单位（盖章）", ListField.Organization)]
    [InlineData("身份证号码\n（18位）", ListField.IdNumber)]
    [InlineData("参赛项目", ListField.Trade)]
    [InlineData("联系电话：", ListField.Phone)]
    [InlineData("领队手机", ListField.LeaderPhone)]
    public void A_header_is_known_by_its_words(string header, ListField field) => Assert.Equal(field, ListHeaders.Recognize(header));

    [Fact]
    public void Other_words_are_no_header() => Assert.Null(ListHeaders.Recognize("开户行及银行卡号"));
}

public sealed class DocumentNumberTests
{
    [Theory] // R-I1b; 11010519491231002X is the example of GB 11643 itself
    [InlineData("11010519491231002X")]
    [InlineData("11010519491231002x")]
    [InlineData("１１０１０５１９４９１２３１００２ｘ")]
    [InlineData(" 110105 19491231 002X ")]
    public void A_resident_number_is_read_in_any_width(string raw)
    {
        var read = DocumentNumber.Read(null, raw);
        Assert.Equal(new DocumentNumber(DocumentNumber.Resident, "11010519491231002X"), read);
    }

    [Theory]
    [InlineData("110105194912310021")]
    [InlineData("11010519491331002X")]
    [InlineData("1101051949123100")]
    public void A_wrong_one_is_a_fault(string raw) => Assert.NotNull(DocumentNumber.Read(null, raw).Fault);

    [Fact]
    public void Fifteen_digits_are_doubted_and_passports_have_no_check_digit()
    {
        Assert.NotNull(DocumentNumber.Read(null, "110105491231002").Doubt);
        Assert.Equal(new DocumentNumber(DocumentNumber.Passport, "E12345678"), DocumentNumber.Read(null, "E12345678"));
    }
}

public sealed class OrganizationNamesTests
{
    [Theory] // R-I1f
    [InlineData("安阳恒泰电气有限公司", "安阳恒泰电气公司")]
    [InlineData("安阳恒泰电气有限责任公司", "安阳 恒泰电气有限公司")]
    [InlineData("利源集团（河南）有限公司", "利源集团(河南)有限公司")]
    public void Spellings_of_one_house_share_a_key(string one, string other) => Assert.Equal(OrganizationNames.Key(one), OrganizationNames.Key(other));

    [Fact]
    public void Different_houses_do_not() => Assert.NotEqual(OrganizationNames.Key("殷都钢铁集团"), OrganizationNames.Key("殷都钢铁集团动力厂"));
}

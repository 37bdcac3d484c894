using Scoring.Core.Lists;

namespace Scoring.Core.Tests.Lists;

/// <summary>R-I1b: the type as given or inferred, and what is wrong with the number, to the word.</summary>
public sealed class DocumentTypeTests
{
    private const string Wrong = "证件号码的校验位不对，请按证件核对。";

    [Theory]
    [InlineData("11010519491231002X", DocumentNumber.Resident, null)]
    [InlineData("110105194912310021", DocumentNumber.Resident, Wrong)]
    [InlineData("810000199408230021", DocumentNumber.ResidencePermit, null)]
    [InlineData("810000199408230020", DocumentNumber.ResidencePermit, Wrong)]
    [InlineData("1101051949123100X", DocumentNumber.Resident, "证件号码有 17 位，应为 18 位，请按证件核对。")]
    [InlineData("1101051949123100210", DocumentNumber.Resident, "证件号码有 19 位，应为 18 位，请按证件核对。")]
    [InlineData("1101051949", DocumentNumber.Resident, "证件号码有 10 位，应为 18 位，请按证件核对。")]
    [InlineData("110105491231002", DocumentNumber.Resident, null)]
    [InlineData("E12345678", DocumentNumber.Passport, null)]
    [InlineData("EA1234567", DocumentNumber.Passport, null)]
    [InlineData("EAB123456", DocumentNumber.Other, null)] // six digits only
    [InlineData("H12345678", DocumentNumber.Travel, null)]
    [InlineData("M12345678", DocumentNumber.Travel, null)]
    [InlineData("C12345678", DocumentNumber.Travel, null)]
    [InlineData("912345678", DocumentNumber.Other, null)]
    [InlineData("12345678", DocumentNumber.Travel, null)]
    [InlineData("H1234567890", DocumentNumber.Travel, null)]
    [InlineData("X1234567", DocumentNumber.Other, null)]
    [InlineData("ABCDE", DocumentNumber.Other, null)]
    [InlineData("ABCD", DocumentNumber.Other, "证件号码的位数不对，请按证件核对。")]
    [InlineData("A12345678901234567890", DocumentNumber.Other, "证件号码的位数不对，请按证件核对。")]
    [InlineData("A1234567890123456789", DocumentNumber.Other, null)]
    [InlineData("11010519491231A", DocumentNumber.Other, null)]
    public void Without_a_type_the_number_tells_it(string number, string type, string? fault)
    {
        var read = DocumentNumber.Read(" ", number);
        Assert.Equal((type, fault), (read.Type, read.Fault));
    }

    [Theory]
    [InlineData("护照", "E12345678", DocumentNumber.Passport)]
    [InlineData("中国护照 ", "E12345678", DocumentNumber.Passport)]
    [InlineData("港澳居民来往内地通行证", "H12345678", DocumentNumber.Travel)]
    [InlineData("回乡证", "H12345678", DocumentNumber.Travel)]
    [InlineData("台胞证", "12345678", DocumentNumber.Travel)]
    [InlineData("港澳台居民居住证", "810000199408230021", DocumentNumber.ResidencePermit)]
    [InlineData("身份证", "11010519491231002X", DocumentNumber.Resident)]
    [InlineData("居民身份证", "810000199408230021", DocumentNumber.ResidencePermit)]
    [InlineData(" 军官证 ", "北字第123456号", "军官证")]
    public void A_type_as_written_means_one_of_these(string written, string number, string type) =>
        Assert.Equal(type, DocumentNumber.Read(written, number).Type);

    [Theory]
    [InlineData(null, "***", DocumentNumber.Other, "“***”不是证件号码，请按证件填写。", true)]
    [InlineData("护照", "***", DocumentNumber.Passport, "“***”不是证件号码，请按证件填写。", true)]
    [InlineData(null, "", DocumentNumber.Other, "证件号码的位数不对，请按证件核对。", false)]
    [InlineData(null, "12345！678", DocumentNumber.Other, "号码里有“!”，请按证件填写完整的号码。", true)] // in one width
    [InlineData(null, "12345～678", DocumentNumber.Other, "号码里有“~”，请按证件填写完整的号码。", true)]
    [InlineData("身份证", "1101O519491231002X", DocumentNumber.Resident, "第 5 位是字母 O，应为数字，请按证件核对。", true)]
    [InlineData(null, "11010519491231ABCD", DocumentNumber.Resident, "第 15 位是字母 A，应为数字，请按证件核对。", true)]
    [InlineData(null, "1101051949123ABCDE", DocumentNumber.Other, null, false)] // thirteen digits are not a resident's
    [InlineData("身份证", "USA123456789012", DocumentNumber.PermanentResidence, null, false)]
    [InlineData(null, "A-1234567", DocumentNumber.Passport, null, false)]
    [InlineData(null, "A123456(7)", DocumentNumber.Other, null, false)]
    public void What_is_no_number_is_said_by_its_sign(string? type, string number, string kind, string? fault, bool foreign)
    {
        var read = DocumentNumber.Read(type, number);
        Assert.Equal((kind, fault, foreign), (read.Type, read.Fault, read.Foreign));
    }

    [Theory]
    [InlineData("北字第123456号", null)]
    [InlineData("\u4E00字第123456号", null)] // the first and the last of Unicode's common characters
    [InlineData("\u9FFF字第123456号", null)]
    [InlineData("\u4DFF字第123456号", '\u4DFF')]
    [InlineData("\uA000字第123456号", '\uA000')]
    [InlineData("北京字第12345号", '北')] // five words
    [InlineData("北字ABC", '北')] // no digit
    [InlineData("北字第12-3号", '北')]
    [InlineData("110105(身份证)", '身')]
    public void An_officers_card_has_up_to_four_words_and_digits(string number, char? strange)
    {
        var read = DocumentNumber.Read("军官证", number);
        Assert.Equal((strange is null ? null : $"号码里有“{strange}”，请按证件填写完整的号码。", strange is not null), (read.Fault, read.Foreign));
    }

    [Fact]
    public void Fifteen_digits_are_doubted_and_only_of_a_resident()
    {
        Assert.Equal("是 15 位的旧身份证号码，请尽量换成 18 位。", DocumentNumber.Read("身份证", "110105491231002").Doubt);
        Assert.Null(DocumentNumber.Read("护照", "110105491231002").Doubt);
        Assert.Equal("证件号码有 15 位，应为 18 位，请按证件核对。", DocumentNumber.Read("身份证", "11010549123100X").Fault);
        Assert.Equal("证件号码有 15 位，应为 18 位，请按证件核对。", DocumentNumber.Read("居住证", "110105491231002").Fault);
        Assert.Null(DocumentNumber.Read("身份证", "11010519491231002X").Doubt);
    }

    [Fact]
    public void What_cannot_be_seen_and_what_Excel_puts_before_text_goes() => Assert.Equal(
        "11010519491231002X", DocumentNumber.Read(null, "'\u200B\uFEFF\u200E\u202D110105 1949\t1231\u3000００２ｘ\u202C’").Number);
}

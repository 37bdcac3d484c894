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
    public void A_type_as_written_means_one_of_these(string written, string number, string type) => Assert.Equal(type, DocumentNumber.Read(written, number).Type);

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

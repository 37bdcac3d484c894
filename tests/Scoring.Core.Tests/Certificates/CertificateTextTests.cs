using Scoring.Core.Certificates;

namespace Scoring.Core.Tests.Certificates;

public class CertificateTextTests
{
    [Theory]
    [InlineData(2026, 4, 23, "二〇二六年四月二十三日")]
    [InlineData(2000, 10, 10, "二〇〇〇年十月十日")]
    [InlineData(2019, 12, 31, "二〇一九年十二月三十一日")]
    [InlineData(2030, 1, 1, "二〇三〇年一月一日")]
    [InlineData(2026, 11, 20, "二〇二六年十一月二十日")]
    public void Dates_are_written_in_Chinese_numerals_with_a_round_zero(int year, int month, int day, string written) =>
        Assert.Equal(written, ChineseDate.Write(new DateOnly(year, month, day)));

    [Fact]
    public void Numbers_hold_prefix_trade_and_a_running_number_of_at_least_three_digits()
    {
        Assert.Equal("YDB2026-DG-001", CertificateNumber.Write("YDB2026", "DG", 1));
        Assert.Equal("YDB2026-DG-1042", CertificateNumber.Write("YDB2026", "DG", 1042));
        Assert.Equal("YDB2026-017", CertificateNumber.Write("YDB2026", null, 17));
        Assert.Throws<ArgumentOutOfRangeException>(() => CertificateNumber.Write("YDB2026", "DG", 0));
    }

    [Theory]
    [InlineData("韩东升", "韩*升")]
    [InlineData("张伟", "张*")]
    [InlineData("𠅤𬍛𣸣", "𠅤*𣸣")]
    [InlineData("阿卜杜热合曼·麦麦提", "阿*提")]
    [InlineData("李", "*")]
    [InlineData("", "")]
    public void Masked_names_show_the_first_and_last_character_only(string name, string masked) => Assert.Equal(masked, MaskedName.Of(name));
}

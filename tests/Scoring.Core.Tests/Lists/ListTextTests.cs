using Scoring.Core.Lists;

namespace Scoring.Core.Tests.Lists;

/// <summary>R-I1a, R-I1b: phones, blank cells, what repeats the row above, examples, and numbers no document has.</summary>
public sealed class ListTextTests
{
    private const string Lost = "手机号被 Excel 存成了数字，后几位已丢失，把这一列设为文本后重填。";
    private const string Two = "一格里有两个号码，请只留一个。";
    private const string NoPhone = "不像一个电话号码，请核对。";

    [Theory]
    [InlineData("13900008803", "13900008803", null, null)]
    [InlineData(" 139-0000-8803 ", "13900008803", null, null)]
    [InlineData("１３９００００８８０３", "13900008803", null, null)]
    [InlineData("+86 139 0000 8803", "13900008803", null, null)]
    [InlineData("008613900008803", "13900008803", null, null)]
    [InlineData("8613900008803", "13900008803", null, null)]
    [InlineData("手机：13900008803", "13900008803", null, null)]
    [InlineData("电话2：13900008803", "13900008803", null, null)] // a figure before the colon is not the phone's
    [InlineData("：13900008803.0", "13900008803", null, null)]
    [InlineData("'13900008803", "13900008803", null, null)]
    [InlineData("13900008803.0", "13900008803", null, null)]
    [InlineData("19900008803", "19900008803", null, null)]
    [InlineData("12900008803", "12900008803", null, "手机号有 11 位，请核对。")]
    [InlineData("1390000880", "1390000880", null, "手机号有 10 位，请核对。")]
    [InlineData("13900008803.5", "139000088035", null, "手机号有 12 位，请核对。")]
    [InlineData("13900008803.50", "1390000880350", null, "手机号有 13 位，请核对。")]
    [InlineData("0372-5900001", "0372-5900001", null, null)]
    [InlineData("037259000", "037259000", null, "手机号有 9 位，请核对。")]
    [InlineData("0372590001", "0372590001", null, null)]
    [InlineData("037159000012", "037159000012", null, null)]
    [InlineData("0371590000123", "0371590000123", null, "手机号有 13 位，请核对。")]
    [InlineData("0372x900001", "0372x900001", null, NoPhone)]
    [InlineData("+123456", "+123456", null, NoPhone)]
    [InlineData("+1234567", "+1234567", null, null)]
    [InlineData("+123456789012345", "+123456789012345", null, null)]
    [InlineData("+1234567890123456", "+1234567890123456", null, NoPhone)]
    [InlineData("+852 x1234567", "+852x1234567", null, NoPhone)]
    [InlineData("(0372)5900001", "(0372)5900001", null, null)]
    [InlineData("+852 9123 4567", "+85291234567", null, null)]
    [InlineData("1.39E+10", "1.39E+10", Lost, null)]
    [InlineData("13900008803/13900008804", "13900008803/13900008804", null, Two)]
    [InlineData("13900008803或13900008804", "13900008803或13900008804", null, Two)]
    [InlineData("本人", "本人", null, NoPhone)]
    [InlineData("139x0008803", "139x0008803", null, NoPhone)]
    public void A_phone_is_brought_to_its_digits_or_looked_at(string raw, string number, string? fault, string? doubt) =>
        Assert.Equal(new PhoneText(number, fault, doubt), PhoneText.Read(raw));

    [Fact]
    public void Some_signs_stand_for_nothing_or_for_the_row_above_or_show_how_it_is_done()
    {
        Assert.All(["", " \u200B", "/", "－", "——", "无", "n/a", "NULL", "…", "……"], t => Assert.True(CellText.IsBlank(t), t));
        Assert.All(["0", "无锡", "缺考", "--------"], t => Assert.False(CellText.IsBlank(t), t));
        Assert.All(["同上", " 〃 ", "″", "仝上", "同上一行"], t => Assert.True(CellText.IsDitto(t), t));
        Assert.All(["", "同上街道厂", "上"], t => Assert.False(CellText.IsDitto(t), t));
        Assert.All(["示例", "例1", "（样例）", "Example 2", "填写示例：", "（填写说明示例 123）"], t => Assert.True(CellText.IsExample(t), t));
        Assert.All(["", "例会", "示例工程有限公司分公司部", "1", "（填写说明示例 1234）"], t => Assert.False(CellText.IsExample(t), t));
        Assert.Equal("甲 乙", CellText.Trim("\u3000\u200B甲 乙\t\u3164"));
        Assert.Equal("甲 乙", CellText.Trim("甲 乙"));
        Assert.Equal("", CellText.Trim(" \u200B "));
    }

    [Theory]
    [InlineData("1.10105E+17", "证件号码被 Excel 存成了数字，末几位已丢失，设为文本后重填。")]
    [InlineData("***", "“***”不是证件号码，请按证件填写。")]
    [InlineData("11010519491231002×", "第 18 位是“×”，应为字母 X，请重新输入。")]
    [InlineData("110105********0021", "号码里有“*”，请按证件填写完整的号码。")]
    public void What_no_document_has_is_said_and_never_shown_as_a_number(string number, string fault)
    {
        var read = DocumentNumber.Read(null, number);

        Assert.Equal((fault, true), (read.Fault, read.Foreign));
    }

    /// <param name="born">Of a resident's number with its check digit.</param>
    [Theory]
    [InlineData("20100423", "2026-04-23", null, null)] // sixteen today
    [InlineData("20100424", "2026-04-23", "按证件号码比赛时不满 16 周岁，请按证件核对。", null)]
    [InlineData("20260423", "2026-04-23", "按证件号码比赛时不满 16 周岁，请按证件核对。", null)] // born today
    [InlineData("20260424", "2026-04-23", "证件号码里的出生日期 2026-04-24 还没有到，请按证件核对。", null)]
    [InlineData("19260423", "2026-04-23", null, null)]
    [InlineData("19260422", "2026-04-23", null, "按证件号码已经 100 岁以上，请核对。")]
    [InlineData("20300101", null, null, null)] // the day is not known
    public void Whoever_is_too_young_or_old_on_the_day_is_looked_at(string born, string? day, string? fault, string? doubt)
    {
        var number = $"110105{born}002";
        var read = DocumentNumber.Read(
            "身份证", number + Core.People.ResidentId.CheckDigit(number + "0"),
            day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((fault, doubt), (read.Fault, read.Doubt));
    }
}

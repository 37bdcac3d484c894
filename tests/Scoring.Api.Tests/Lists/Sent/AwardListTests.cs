using Scoring.Api.Lists;
using Scoring.Api.Storage;
using Scoring.Testing;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>Registers of awards won elsewhere or before, as offices keep them (R-E5).</summary>
public sealed class AwardListTests
{
    private static readonly object?[][] Rows =
    [
        ["2016—2024年技术能手登记表"],
        ["序号", "姓名", "工作单位", "荣誉称号", "级别", "授予单位", "竞赛名称", "获奖时间", "证书编号"],
        [1, "石小川", "洹水机电有限公司", "技术能手", "市级", "安阳市总工会", "殷都杯", "2019年5月", "AY2019-001"],
        [2, "帕提古丽··肉孜", "豫北锻造有限公司", "五一劳动奖章", "省级", "河南省总工会", null, "2021.4.28", null],
        [3, "刘□华", "豫北锻造有限公司", "技术能手", "市级", null, null, 2022, "0022"],
        [4, "云水谣", "/", "技术能手", "市级", null, null, "前年", null],
        ["合计", "4人"],
    ];

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    [InlineData("csv")]
    public void A_register_is_read_with_the_care_of_every_list(string kind)
    {
        var import = Read(SentFile.In(kind, new SentSheet("登记", Rows)), "登记." + kind);
        Assert.Equal(["B5", "C6", "H6"], SentContest.Errors(import));
        Assert.Equal(
            [
                new RegisteredAward("石小川", "洹水机电有限公司", "技术能手", "市级", "安阳市总工会", "殷都杯", "2019-05", "AY2019-001"),
                new RegisteredAward("帕提古丽·肉孜", "豫北锻造有限公司", "五一劳动奖章", "省级", "河南省总工会", null, "2021-04-28"),
            ], import.Awards);
    }

    [Theory]
    [InlineData("2019", "2019")]
    [InlineData("2019年", "2019")]
    [InlineData("2019/5", "2019-05")]
    [InlineData("２０１９．５．１", "2019-05-01")]
    [InlineData("2019-05-01 00:00:00", "2019-05-01")]
    [InlineData("2019年13月", null)]
    [InlineData("2019年2月30日", null)]
    [InlineData("1905年", null)]
    [InlineData("2031年", null)]
    [InlineData("19年5月", null)]
    public void A_date_is_as_exact_as_it_is_written(string written, string? read)
    {
        var import = Read(SentFile.Xlsx(SentSheet.Of(["姓名", "奖项", "日期", "获奖日期"], ["石小川", "一等奖", "x", written])));
        Assert.Equal(read is null ? ["D2"] : [], SentContest.Errors(import));
        Assert.Equal(read, import.Awards.SingleOrDefault()?.Awarded);
    }

    [Fact]
    public void Twice_in_a_list_is_an_error_and_what_is_registered_is_the_same()
    {
        RegisteredAward[] known = [new("石小川", "甲公司", "技术能手", Awarded: "2019")];
        var import = Read(SentFile.Csv(SentSheet.Of(
            ["Name", "Company", "Award", "Year"], ["石小川", "甲公司", "技术能手", "2019"], ["云水谣", "甲公司", "技术能手", "2020"],
                ["云水谣", "甲公司", "技术能手", "2020"]), "utf-8"), "a.csv", known);
        Assert.Equal([RowVerdict.Same, RowVerdict.New, RowVerdict.Error], import.Rows.Select(r => r.Verdict));
    }

    [Fact]
    public void Document_numbers_are_not_kept_and_that_is_said() => Assert.Contains(
        "没有用的列：C 身份证号", SentContest.Words(Read(SentFile.Xlsx(SentSheet.Of(["姓名", "奖项", "身份证号"], ["石小川", "一等奖", MessyWorkbook.Id(1)])))),
            StringComparison.Ordinal);

    [Fact]
    public void A_list_without_awards_is_refused_with_what_is_missing() => Assert.Contains(
        "奖项", Assert.Throws<UnreadableFileException>(() => Read(SentFile.Xlsx(SentSheet.Of(["姓名", "单位"], ["石小川", "甲公司"])))).Message,
            StringComparison.Ordinal);

    private static AwardImport Read(byte[] file, string name = "登记.xlsx", params RegisteredAward[] known) =>
        AwardImport.Preview(SpreadsheetReader.Read(file, name), name, new Dictionary<string, string>(), known, SentContest.Day);
}

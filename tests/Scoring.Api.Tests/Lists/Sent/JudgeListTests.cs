using Scoring.Core.People;
using Scoring.Testing;
using static Scoring.Api.Tests.Lists.Sent.SentContest;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>What stands in a 裁判名册: two hats, words for all trades, recusals under other words.</summary>
public sealed class JudgeListTests
{
    private static readonly object?[] JudgeHead = ["姓名", "工作单位", "角色", "赛项", "身份证号"];

    [Theory] // R-A2, R-A4: one number is one person, whatever firm stands beside it
    [InlineData("裁判长", "监督", "豫北锻造有限公司", "C3")]
    [InlineData("加密裁判", "评分裁判", "洹水机电有限公司", "C3")]
    [InlineData("监督员", "裁判长", "洹水机电有限公司", "C3")]
    public void Nobody_holds_two_offices_that_exclude_each_other(string first, string second, string firm, string cell)
    {
        var import = new SentContest().Judges(SentFile.Xlsx(SentSheet.Of(
            JudgeHead, ["钟鼎", "洹水机电有限公司", first, "电工", MessyWorkbook.Id(1)], ["钟鼎", firm, second, "电工", MessyWorkbook.Id(1)])));
        Assert.Equal([cell], Errors(import));
        Assert.Contains("第 2 行", Words(import), StringComparison.Ordinal);
    }

    [Fact]
    public void The_case_whole()
    {
        var import = new SentContest().Judges(SentFile.Xls(SentSheet.Of(
            JudgeHead, ["钟鼎", "洹水机电有限公司", "裁判长", "电工", MessyWorkbook.Id(1)], ["钟鼎", "豫北锻造有限公司", "监督", "电工", MessyWorkbook.Id(1)],
            ["简书", "洹水机电有限公司", "加密裁判", "电工", MessyWorkbook.Id(2)], ["简书", "洹水机电有限公司", "评分裁判", "电工", MessyWorkbook.Id(2)],
            ["卷宗", "豫北锻造有限公司", null, "电工", MessyWorkbook.Id(3)], ["册页", "洹水机电有限公司", "裁判长", "电工", MessyWorkbook.Id(4)])), "a.xls");
        Assert.Equal(["C3", "C5", "C6"], Errors(import));
        Assert.Contains("C7", Warnings(import));
    }

    [Fact]
    public void Two_hats_in_one_cell_and_one_already_worn()
    {
        var contest = new SentContest();
        Assert.Equal(["C2"], Errors(contest.Judges(SentFile.Xlsx(SentSheet.Of(JudgeHead, ["钟鼎", "甲公司", "裁判长兼监督", "电工", null])))));
        contest.Take(contest.Judges(SentFile.Xlsx(SentSheet.Of(JudgeHead, ["钟鼎", "甲公司", "裁判长", "电工", null]))));
        Assert.Equal(["C2"], Errors(contest.Judges(SentFile.Xlsx(SentSheet.Of(JudgeHead, ["钟鼎", "甲公司", "监督", "电工", null])))));
        Assert.Empty(Errors(contest.Judges(SentFile.Xlsx(SentSheet.Of(JudgeHead, ["钟鼎", "甲公司", "监督", "钳工", null])))));
    }

    [Theory]
    [InlineData("需回避的单位或选手")]
    [InlineData("应回避")]
    [InlineData("申请回避的参赛单位")]
    [InlineData("回避 Recusal")]
    public void Recusals_are_found_under_other_words(string header)
    {
        var contest = WithPeople();
        var import = contest.Judges(
            SentFile.Csv(SentSheet.Of(["姓名", "角色", "赛项", header], ["秋毫", "裁判", "电工", "洹水机电有限公司"], ["冬至", "裁判长", "电工", null])), "a.csv");
        Assert.Empty(Errors(import));
        Assert.Equal("洹水机电有限公司", contest.State.Organizations[import.Judges.First(j => j.Name == "秋毫").RecusedOrganizations![0]].Name);
    }

    [Fact]
    public void A_column_nobody_understands_is_named_before_anything_is_taken()
    {
        var import = WithPeople().Judges(SentFile.Xlsx(SentSheet.Of(["姓名", "角色", "赛项", "关系单位"], ["秋毫", "裁判", "电工", "洹水机电有限公司"])));
        Assert.Equal(["D1"], Warnings(import));
        Assert.Contains("没有用的列：D 关系单位", Words(import), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("全部赛项", 2)]
    [InlineData("全部 赛项", 2)]
    [InlineData("所有工种", 2)]
    [InlineData("电工、钳工", 2)]
    [InlineData("电工 钳工", 2)]
    [InlineData("电工和钳工", 2)]
    [InlineData("钳 工", 1)]
    public void Trades_in_one_cell_are_all_read(string cell, int trades)
    {
        var import = new SentContest().Judges(
            SentFile.Xlsx(SentSheet.Of(JudgeHead, ["东篱", "甲公司", "加密裁判", cell, null], ["南山", "甲公司", "评分裁判", cell, null])));
        Assert.Empty(Errors(import));
        Assert.All(import.Judges, j => Assert.Equal(trades, j.Seats.Select(s => s.Trade).Distinct().Count()));
    }

    [Theory]
    [InlineData("本单位", "洹水机电有限公司", 0)]
    [InlineData("所在单位", "洹水机电有限公司", 0)]
    [InlineData("和平机械有限公司", "和平机械有限公司", 0)]
    [InlineData("豫北锻造有限公司全体选手", "豫北锻造有限公司", 0)]
    [InlineData("同名（洹水机电有限公司）", null, 1)]
    [InlineData("洹水机电有限公司的同名", null, 1)]
    [InlineData("豫北锻造有限公司(同名)", null, 1)]
    [InlineData("/", null, 0)]
    [InlineData("无需回避", null, 0)]
    public void A_recusal_means_whom_it_says(string cell, string? organization, int people)
    {
        var contest = WithPeople();
        var import = contest.Judges(SentFile.Xlsx(SentSheet.Of([.. JudgeHead, "回避"], ["西窗", "洹水机电有限公司", "评分裁判", "电工", null, cell])));
        Assert.Empty(Errors(import));
        var judge = import.Judges.Single();
        Assert.Equal(
            organization, judge.RecusedOrganizations is { Count: > 0 } firms ? contest.State.Organizations[firms.Single()].Name : null);
        Assert.Equal(people, judge.RecusedFrom?.Count ?? 0);
    }

    [Fact]
    public void One_name_in_two_firms_is_asked_about()
    {
        var import = WithPeople().Judges(SentFile.Xlsx(SentSheet.Of([.. JudgeHead, "回避"], ["西窗", null, "评分裁判", "电工", null, "同名"], ["北斗", null, "评分裁判", "电工", null, "本单位"])));
        Assert.Equal(["F2", "F3"], Errors(import));
        Assert.Contains("姓名（单位）", Words(import), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" 裁 判 长 ", Role.HeadJudge)]
    [InlineData("裁判\n长", Role.HeadJudge)]
    [InlineData("现场 裁判", Role.FloorJudge)]
    public void Spaces_inside_a_role_do_not_matter(string cell, Role role)
    {
        var import = new SentContest().Judges(SentFile.Xlsx(SentSheet.Of(JudgeHead, ["中流", "甲公司", cell, "电工", null])));
        Assert.Empty(Errors(import));
        Assert.Equal([role], import.Judges.Single().Seats.Select(s => s.Role));
    }

    [Fact]
    public void A_title_that_is_a_role_is_one_where_no_column_is()
    {
        var import = new SentContest().Judges(SentFile.Xlsx(SentSheet.Of(["姓名", "职务", "赛项"], ["中流", "裁判长", "电工"], ["下游", "高级技师", "电工"])));
        Assert.Equal([Role.HeadJudge, Role.Judge], import.Judges.Select(j => j.Seats[0].Role));
        Assert.Contains("没有“角色”这一列", Words(import), StringComparison.Ordinal);
    }

    private static SentContest WithPeople()
    {
        var contest = new SentContest();
        contest.Take(
            contest.People(SentFile.Xlsx(SentSheet.Of(Head, Person(1, "同名"), Person(3, "同名", "豫北锻造有限公司"), Person(5, "别人", "和平机械有限公司")))));
        return contest;
    }
}

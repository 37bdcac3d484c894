using Scoring.Api.Lists;
using Scoring.Core.People;
using Scoring.Testing;
using static Scoring.Api.Tests.Lists.Sent.SentContest;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>Lists of who goes on to this contest (R-K11): from where, with which rank and total; who declined and who waits in
/// reserve.</summary>
public sealed class AdvanceListTests
{
    private static readonly object?[][] Rows =
    [
        ["安阳市选拔赛晋级名单"],
        ["名次", "姓名", "身份证号", "单位", "工种", "总分", "晋级情况"],
        [1, "石小川", MessyWorkbook.Id(1), "甲公司", "电工", 92.35, "晋级"],
        ["第2名", "白敬之", MessyWorkbook.Id(3), "乙公司", "电工", "88.5分", "放弃晋级"],
        ["2（并列）", "云水谣", MessyWorkbook.Id(5), "甲公司", "钳工", "88.50", "候补1"],
        [4, "陆羽", MessyWorkbook.Id(7), "甲公司", "钳工", 85, "√"],
    ];

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    [InlineData("csv")]
    public void Who_goes_on_is_registered_with_what_they_bring(string kind)
    {
        var contest = new SentContest();
        var file = SentFile.In(kind, new SentSheet("晋级", Rows));
        var open = contest.People(file, "名单." + kind);
        Assert.Equal((0, 1, 1), (open.Errors, open.Questions, open.Count(RowVerdict.Skipped)));
        var reserve = open.Found.Groups.Single(g => g.Choice is { Asks: true });
        Assert.Equal("候补选手", reserve.What);
        foreach (var option in reserve.Choice!.Options)
        {
            var decided = contest.People(file, "名单." + kind, (option.Key, option.Value));
            Assert.Equal(option.Words == "不导入" ? 2 : 3, decided.Good);
        }

        contest.Take(contest.People(file, "名单." + kind, (reserve.Choice.Options[1].Key, reserve.Choice.Options[1].Value)));
        Assert.Equal(
            [new EarlierStage("安阳市选拔赛晋级名单", 1, 92.35m), new EarlierStage("安阳市选拔赛晋级名单", 4, 85m)],
            contest.State.Entrants.Values.Select(e => e.Entrant.From!));
    }

    [Theory]
    [InlineData("名次", "前三", "是")]
    [InlineData("名次", 1.5, "是")]
    [InlineData("原成绩", "优秀", "是")]
    [InlineData("原成绩", "92%", "是")]
    public void What_is_no_rank_and_no_total_is_an_error_at_its_cell(string header, object wrong, string going)
    {
        var import = new SentContest().People(SentFile.Xlsx(SentSheet.Of([.. Head, header, "是否晋级"], [.. Person(1, "石小川"), wrong, going])));
        Assert.Equal(["I2"], Errors(import));
    }

    [Fact]
    public void Blanks_beside_marks_of_who_goes_on_are_asked_about_once()
    {
        var import = new SentContest().People(SentFile.Csv(SentSheet.Of(
            [.. Head, "是否晋级"], [.. Person(1, "甲"), "√"], [.. Person(3, "乙"), null], [.. Person(5, "丙"), ""], [.. Person(7, "丁"), "看情况"]),
                "utf-8"), "a.csv");
        Assert.Equal((0, 2), (import.Errors, import.Questions));
    }

    [Fact]
    public void Two_columns_of_totals_are_asked_about_and_the_theory_is_none()
    {
        var contest = new SentContest();
        var two = contest.People(SentFile.Xlsx(SentSheet.Of([.. Head, "初赛成绩", "总分"], [.. Person(1, "甲"), 80, 90])));
        Assert.Equal(["J1"], Errors(two));
        var theory = contest.People(SentFile.Xlsx(SentSheet.Of([.. Head, "理论成绩", "总分", "选拔赛事"], [.. Person(1, "甲"), 80, 90, "安阳市赛"])));
        Assert.Equal(new EarlierStage("安阳市赛", null, 90m), theory.Rows[0].Entrant!.Beside.From);
    }

    [Fact] // R-I3
    public void A_list_without_a_total_takes_none_away()
    {
        var contest = new SentContest();
        contest.Take(contest.People(SentFile.Xlsx(SentSheet.Of([.. Head, "名次", "总分"], [.. Person(1, "甲"), 3, 87.5]))));
        var again = contest.People(SentFile.Xlsx(SentSheet.Of([.. Head, "名次"], [.. Person(1, "甲"), 2])), "市赛.xlsx");
        Assert.Contains(("3", "2"), again.Cells(again.Rows[0]).Where(c => c.Before is not null).Select(c => (c.Before!, c.Text)));
        contest.Take(again);
        Assert.Equal(87.5m, contest.State.Entrants.Values.Single().Entrant.From!.Total);
    }
}

using Scoring.Api.Lists;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Testing;
using static Scoring.Api.Tests.Lists.Sent.SentContest;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>An exam system's export: all trades in one list, masked numbers, what is no mark.</summary>
public sealed class MarkListTests
{
    private static readonly object?[] MarkHead = ["准考证号", "考生姓名", "证件号码", "工种", "成绩"];

    [Theory]
    [InlineData("xlsx")]
    [InlineData("xls")]
    [InlineData("csv")]
    public void The_case_whole(string kind)
    {
        var sheet = SentSheet.Of(
            MarkHead, ["0126049101", "考一", Mask(1), "电工", 86.5], ["0126049102", "考二", Mask(3), "电工", "缺 考"], ["0126049103", "考三", Mask(5), "电工", new Percent(0.855)],
            ["0226049104", "考四", Mask(7), "钳工", 71.0]);
        var import = Contest().Marks(
            kind switch { "xls" => SentFile.Xls(sheet), "csv" => SentFile.Csv(sheet), _ => SentFile.Xlsx(sheet) }, "成绩." + kind);
        Assert.Equal(["E4"], Errors(import));
        Assert.Contains("百分数 85.5%", Words(import), StringComparison.Ordinal);
        Assert.Equal([86.5m, null, null, 71m], import.Rows.Select(r => r.Mark));
        Assert.Equal([RowVerdict.New, RowVerdict.Skipped, RowVerdict.Error, RowVerdict.New], import.Rows.Select(r => r.Verdict));
    }

    [Fact]
    public void Each_trade_gets_its_own_entry()
    {
        var contest = Contest();
        foreach (var trade in contest.State.TradesInOrder.Select(t => t.Definition.Id).ToList())
        {
            contest.Apply(new PhaseChanged(trade, Phase.Scoring));
        }

        var import = contest.Marks(
            SentFile.Xlsx(SentSheet.Of(MarkHead, ["0126049101", "考一", null, null, 86.5], ["0226049104", "考四", null, null, 71.0])));
        var parts = import.Parts(onlyGood: false);
        Assert.Equal(2, parts.Count);
        foreach (var part in parts)
        {
            contest.Apply(Assert.IsType<Decision.Append>(part(contest.State)).Event);
        }

        Assert.All(
            contest.Marks(SentFile.Xlsx(SentSheet.Of(["准考证号", "成绩"], ["0126049101", 86.5], ["0226049104", 71.0]))).Rows,
            r => Assert.Equal(RowVerdict.Same, r.Verdict));
    }

    [Theory] // by masked number with name and organization, where no 准考证号 stands
    [InlineData("*", true)]
    [InlineData("•", true)]
    [InlineData("wrong", false)]
    public void A_masked_number_is_held_against_the_known_one(string star, bool fits)
    {
        var mask = star == "wrong" ? "9999**********1234" : Mask(1).Replace("*", star, StringComparison.Ordinal);
        var import = Contest().Marks(SentFile.Xlsx(SentSheet.Of(["姓名", "身份证号", "单位", "成绩"], ["考一", mask, "洹水机电有限公司", 80])));
        Assert.Equal(fits ? [] : ["B2"], Errors(import));
    }

    [Fact]
    public void By_name_another_firm_is_another_person()
    {
        var import = Contest().Marks(
            SentFile.Csv(SentSheet.Of(["姓名", "单位", "成绩"], ["考一", "洹水机电有限责任公司", "80"], ["考三", "别家公司", "70"])), "a.csv");
        Assert.Equal(["B3"], Errors(import));
    }

    [Fact]
    public void Numbers_that_name_two_people_are_an_error()
    {
        var import = Contest().Marks(SentFile.Xlsx(SentSheet.Of(MarkHead, ["0126049101", null, MessyWorkbook.Id(3), "电工", 80], ["0126049101", "考三", null, null, 70], ["0226049104", "考四", null, "电工", 60])));
        Assert.Equal(["C2", "B3", "D4"], Errors(import));
    }

    [Fact]
    public void Rows_of_trades_the_clerk_does_not_hold_are_named_once()
    {
        var import = Contest().Marks(SentFile.Xlsx(SentSheet.Of(MarkHead, ["0126049101", "考一", null, "电工", 80], ["0226049104", "考四", null, "钳工", 70], ["0226049999", "谁", null, "钳工", 60])), held: ["电工"]);
        Assert.Equal((0, 1), (import.Errors, import.Good));
        Assert.Contains("钳工的 2 行不导入", Words(import), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("85.5%")]
    [InlineData("优秀")]
    [InlineData("违纪")]
    [InlineData("101")]
    [InlineData("-5")]
    public void What_is_no_mark_is_an_error_at_its_cell(string mark) =>
        Assert.Equal(["E2"], Errors(Contest().Marks(SentFile.Xlsx(SentSheet.Of(MarkHead, ["0126049101", "考一", null, "电工", mark])))));

    [Theory]
    [InlineData("缺 考")]
    [InlineData("弃\u3000权")]
    [InlineData("—")]
    [InlineData("-1")]
    [InlineData(null)]
    public void Absence_is_no_mark(string? mark)
    {
        var import = Contest().Marks(
            SentFile.Xls(SentSheet.Of(MarkHead, ["0126049101", "考一", null, "电工", mark], ["0126049102", "考二", null, "电工", 60])), "a.xls");
        Assert.Equal((0, RowVerdict.Skipped), (import.Errors, import.Rows[0].Verdict));
    }

    [Fact] // 考号 that Excel made a number: the name beside it tells whether a zero was lost
    public void A_lost_zero_is_found_by_the_name_beside_it()
    {
        var import = Contest().Marks(
            SentFile.Xlsx(SentSheet.Of(MarkHead, [126049101, "考一", null, "电工", 80], [126049102, "考三", null, "电工", 70])));
        Assert.Equal(["B3"], Errors(import));
        Assert.Equal(80m, import.Rows[0].Mark);
    }

    [Fact]
    public void Of_several_columns_of_marks_the_theory_is_taken()
    {
        var import = Contest().Marks(SentFile.Xlsx(SentSheet.Of(["准考证号", "理论成绩", "实操得分", "总分"], ["0126049101", 80, 70, 73])));
        Assert.Equal((0, 80m), (import.Errors, import.Rows[0].Mark));
    }

    private static string Mask(int n) => MessyWorkbook.Id(n)[..6] + "********" + MessyWorkbook.Id(n)[14..];

    private static SentContest Contest()
    {
        var contest = new SentContest();
        contest.Take(contest.People(SentFile.Xlsx(SentSheet.Of(
            [.. Head, "准考证号"], [.. Person(1, "考一"), "0126049101"], [.. Person(3, "考二"), "0126049102"], [.. Person(5, "考三"), "0126049103"], [.. Person(7, "考四", trade: "钳工"), "0226049104"]))));
        return contest;
    }
}

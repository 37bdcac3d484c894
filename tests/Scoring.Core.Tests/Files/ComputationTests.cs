using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Files.Computing;

namespace Scoring.Core.Tests.Files;

/// <summary>compute covers every template: all kinds of aspects, ways to mark, teams and medals.</summary>
public class ComputationTests
{
    [Theory]
    [InlineData("union")]
    [InlineData("college")]
    [InlineData("worldskills")]
    [InlineData("tea-sensory")]
    [InlineData("company-kpi")]
    [InlineData("multi-task")]
    public void Every_template_with_marks_gives_everyone_a_rank(string name)
    {
        var file = MarkedTemplate.Of(name);
        Assert.Equal("", string.Join('\n', CompetitionFileReader.Read(CompetitionFileWriter.Write(file)).Errors));

        var computed = Computation.Of(file);

        Assert.All(computed.Trades, t => Assert.DoesNotContain(t.Entrants, e => e.Rank is null));
        Assert.All(computed.Trades.SelectMany(t => t.Entrants), e => Assert.All(e.Explanation, line => Assert.DoesNotContain("  ", line.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public void A_panel_of_nine_says_whom_it_dropped_and_the_key_what_was_right()
    {
        var page = ComputedPage.Of(Computation.Of(MarkedTemplate.Of("tea-sensory")));

        Assert.Contains("去掉最低 57.50（1 号）、最高 60.00（8 号），其余 7 个平均", page, StringComparison.Ordinal);
        Assert.Contains("等级未答", page, StringComparison.Ordinal);
        Assert.Contains("超时", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Judgement_shows_the_three_scores_and_their_mark() =>
        Assert.Contains(" 评判 3、2、3 得 5.33", ComputedPage.Of(Computation.Of(MarkedTemplate.Of("worldskills"))), StringComparison.Ordinal);

    [Fact]
    public void Teams_and_their_prizes_come_last()
    {
        var page = ComputedPage.Of(Computation.Of(MarkedTemplate.Of("company-kpi")));

        Assert.Contains("━━ 车间团体总分 ━━\n\n团体名次\n　第 1 名　第二车间", page, StringComparison.Ordinal);
        Assert.Contains("组织奖\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trade_with_medals_shows_the_700_scale_and_says_that_it_is_unofficial()
    {
        var (medals, tiers) = (ComputedPage.Of(Computation.Of(MarkedTemplate.Of("worldskills"))), ComputedPage.Of(Computation.Of(MarkedTemplate.Of("union"))));

        Assert.Matches(@"700 制（非官方换算，不作为名次和奖牌的依据）\n(　\S+：[67][0-9]{2}\.[0-9]{2}\n)+", medals);
        Assert.DoesNotContain("700 制", tiers, StringComparison.Ordinal);
    }

    [Fact]
    public void A_raw_sum_adds_without_weights() =>
        Assert.Matches(@"总分 = 理论 30\.00 \+ 分任务 [0-9.]+ \+ 联调 [0-9.]+ = 1[0-9][0-9]\.[0-9]{2} 分（四舍六入五成双）。", ComputedPage.Of(Computation.Of(MarkedTemplate.Of("multi-task"))));

    [Fact]
    public void What_is_missing_is_said_by_code_or_by_name_where_there_is_none()
    {
        var file = MarkedTemplate.Of("union");
        var without = file with { Marks = [.. file.Marks!.Select((m, i) => i > 1 ? m : m with { Modules = [.. m.Modules!.Where(x => x.Module.Value != "B")] })], Entrants = [.. file.Entrants!.Select((e, i) => i == 1 ? e with { Codes = null } : e)] };

        var open = Computation.Of(without).Trades[0].Open;

        Assert.Contains(open, line => line.ToString().StartsWith("QG11 安全文明生产：", StringComparison.Ordinal));
        Assert.Contains(open, line => line.ToString().StartsWith("选手2 安全文明生产：", StringComparison.Ordinal));
        Assert.DoesNotContain(open, line => line.ToString().Contains("选手1", StringComparison.Ordinal));
        Assert.Empty(Computation.Of(file).Trades[0].Open);
    }

    [Fact]
    public void A_tie_on_a_boundary_that_the_committee_decides_stands_open_with_the_places_left()
    {
        var file = MarkedTemplate.Of("union");
        var same = file.Marks![1].Modules;
        var tied = file with
        {
            Marks = [.. file.Marks.Select((m, i) => i == 2 ? m with { Modules = same } : m)],
            Trades = [.. file.Trades!.Select(t => t with { Awards = t.Awards with { Boundary = BoundaryPolicy.Decide } })],
        };

        var computed = Computation.Of(tied);

        Assert.Contains("二等奖末位 QG12、QG13 并列，剩 1 个名额，须组委会议定", computed.Trades[0].Open.Select(s => s.ToString()));
        Assert.Contains("尚未定论\n　二等奖末位 QG12、QG13 并列", ComputedPage.Of(computed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "第三人核定为 88.00（L3）：核对答题卡。")]
    [InlineData(true, "更正为 88.00（L3）：核对答题卡。")]
    public void A_figure_that_was_settled_says_by_whom_and_why(bool correction, string words)
    {
        var file = MarkedTemplate.Of("union");
        var settled = file with
        {
            Marks = [.. file.Marks!.Select((m, i) => i > 0 ? m : m with { Modules = [.. m.Modules!.Select(x => x.Module.Value == "LL" ? x with { Resolved = new("L3", 88m, "核对答题卡", correction) } : x)] })],
        };

        Assert.Contains(Computation.Of(settled).Trades[0].Entrants.First(e => e.Code == "QG11").Explanation, line => line.ToString().Contains(words, StringComparison.Ordinal));
    }
}

using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.Public;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Boards;

/// <summary>R-B1, R-A2, R-D3: what a board's frame says, for consoles and for the public.</summary>
public sealed class BoardColumnsTests
{
    private static Contest Two(Trade? trade = null) =>
        new Contest(trade ?? Contest.Union() with { Awards = new([new("一等奖", 1), new("二等奖", 1)]) }, entrants: 3)
            .Theory(1, 90m).Sheet(1, 90m).Time(1, 60).Theory(2, 80m).Sheet(2, 80m).Status(3, EntrantStatus.Absent);

    private static Board Officials(Contest contest) => contest.Trade.Board(BoardAudience.Officials);

    [Fact]
    public void Weighted_components_show_their_weights_and_the_total_is_of_a_hundred()
    {
        var board = Officials(Two());

        Assert.Equal([("理论", 30m, 100m), ("实操", 70m, 100m)], board.Columns.Select(c => (c.Name, c.Weight!.Value, c.FullMark)));
        Assert.Equal(100m, board.FullMark);
    }

    [Fact]
    public void While_somebody_is_missing_marks_against_the_field_may_move_and_the_board_says_why_once() // R-K8
    {
        var time = new FieldAspect(new("t"), "用时", 100m, "秒", FieldRule.Ratio, MetricDirection.Lower);
        var trade = Contest.Union() with
        {
            Components = [new(new("c"), "实操", ComponentKind.Practical, 100m, [Contest.Module("F", MarkingMethod.Judge, time)])], TieChain = [],
        };
        var contest = new Contest(trade, judges: 0, entrants: 3);
        contest.Apply(new JudgesAppointed([new Judge(Contest.J(1), "裁判1", [new(Role.Judge, Contest.TradeId, new("F"), 1)])]));
        Assert.Null(Officials(contest).MayMove);
        foreach (var (n, seconds) in new[] { (1, 300m), (2, 360m) })
        {
            contest.Apply(new SheetSubmitted(Contest.E(n), new("F"), Contest.J(1), Contest.Marks(("t", seconds)), 0));
        }

        const string Why = "暂定：还有选手没有成绩，按全场计分的得分还会变";
        Assert.Equal((Why, Why), (Officials(contest).MayMove, contest.Public().MayMove));
        Assert.Equal([true, true, false], Officials(contest).Rows.OrderBy(r => r.Code, StringComparer.Ordinal).Select(r => r.Provisional));

        contest.Status(3, EntrantStatus.Absent);
        Assert.Null(Officials(contest).MayMove);
        Assert.Null(contest.Public().MayMove);
    }

    [Fact]
    public void In_raw_sum_mode_there_are_no_weights_and_the_total_is_of_all_full_marks()
    {
        var raw = Contest.Union() with { Scoring = ScoringMode.RawSum };

        Assert.All(Officials(Two(raw)).Columns, c => Assert.Null(c.Weight));
        Assert.Equal(200m, Officials(Two(raw)).FullMark);
        Assert.Equal(150m, Officials(Two(raw with { RawTotal = 150m })).FullMark);
        Assert.Equal(200m, Two(raw).Public().FullMark);
    }

    [Fact]
    public void Officials_see_everyone_by_code_until_it_is_decoded_and_tiers_once_it_is_final()
    {
        var contest = Two();
        var live = Officials(contest);
        Assert.Equal((Visibility.Codes, false, 2, 2, contest.Sequence), (live.View, live.Final, live.Complete, live.Expected, live.Version));
        Assert.Equal(["A01", "A02", "A03"], live.Rows.Select(r => r.Code));
        Assert.All(live.Rows, r => Assert.Equal((null, null, null), (r.Name, r.Organization, r.Tier)));
        Assert.Equal([90m, 90m], live.Rows[0].Figures.Select(f => f!.Value));
        Assert.Equal((EntrantStatus.Absent, null, null), (live.Rows[2].Status, live.Rows[2].Rank, live.Rows[2].Total));
        Assert.Empty(live.Tiers);
        Assert.Equal((2, 2), (contest.Public().Complete, contest.Public().Expected));
        Assert.Equal((1, 2), contest.Apply(new SheetReturned(Contest.E(2), new("P"), Contest.J(1), "漏评")).Public() is var half ? (half.Complete, half.Expected) : default);
        contest.Sheet(2, 80m);

        var final = Officials(contest.Apply(new Decoded(Contest.TradeId, 1, "H1", "S1")).Apply(new PhaseChanged(Contest.TradeId, Phase.Final)));
        Assert.Equal((Visibility.Named, true), (final.View, final.Final));
        Assert.Equal([("选手1", "河南利源集团", 0), ("选手2", "河南利源集团", 1)], final.Rows.Take(2).Select(r => (r.Name!, r.Organization!, r.Tier!.Value)));
        Assert.Null(final.Rows[2].Tier);
        Assert.Equal(["一等奖", "二等奖"], final.Tiers);
        Assert.Equal("总分低于第 1 名 10.00", final.Rows[1].Why);
    }

    [Fact]
    public void Before_the_draw_officials_see_a_running_number_in_place_of_a_code()
    {
        var board = Officials(new Contest(entrants: 2, phase: Phase.Setup));

        Assert.Equal(["#1", "#2"], board.Rows.Select(r => r.Code));
        Assert.Empty(new Contest(entrants: 2, phase: Phase.Setup).Public().Rows);
    }

    [Fact]
    public void A_publicity_list_without_totals_has_ranks_only()
    {
        var timed = Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m)) with { Time = new() };
        var contest = Two(Contest.Union(timed) with { PublicityTotals = false, TieChain = [new(TieStepKind.Practical)] });
        Assert.Equal(60, contest.Public().Rows[0].SecondsUsed);
        contest.Apply(new Decoded(Contest.TradeId, 1, "H1", "S1")).Apply(new PhaseChanged(Contest.TradeId, Phase.Publicity));

        Assert.All(contest.Public().Rows, r => Assert.Equal((null, null, null), (r.Total, r.SecondsUsed, r.Why)));
        Assert.All(contest.Public().Rows, r => Assert.All(r.Figures, f => Assert.Null(f)));
        Assert.Equal([1, 2], contest.Public().Rows.Take(2).Select(r => r.Rank!.Value));
        Assert.Equal(90m, Officials(contest).Rows[0].Total);
        Assert.Equal(90m, contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Final)).Public().Rows[0].Total);
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.Panels;
using Scoring.Core.People;
using static Scoring.Core.Tests.Panels.PanelContest;

namespace Scoring.Core.Tests.Panels;

/// <summary>R-B3, R-J3, R-J4: a panel's figure, from the sheets that count.</summary>
public sealed class PanelTests
{
    private static decimal? Figure(PanelRule? rule, params decimal[] marks) => Marked(marks.Length, rule, marks).Module(1).Figure;

    private static SheetUse[] Uses(Contest contest) => [.. contest.Module(1).Sheets.Select(s => s.Use)];

    [Fact]
    public void Five_judges_drop_the_highest_and_the_lowest() => Assert.Equal(86m, Figure(null, 80m, 85m, 86m, 87m, 95m));

    [Fact]
    public void Four_judges_give_a_plain_mean() => Assert.Equal(86.5m, Figure(null, 80m, 85m, 86m, 95m));

    [Fact]
    public void One_judge_is_a_panel_too() => Assert.Equal(80m, Figure(null, 80m));

    [Fact]
    public void An_explicit_trimmed_mean_has_no_threshold_and_gives_nothing_if_nothing_is_left()
    {
        Assert.Equal(85m, Figure(new(PanelMethod.Trimmed), 80m, 85m, 95m));
        Assert.Equal(86m, Figure(new(PanelMethod.Trimmed, DropEachSide: 2), 80m, 85m, 86m, 87m, 95m));
        Assert.Null(Figure(new(PanelMethod.Trimmed), 80m, 90m));
        Assert.Equal(["去掉最高、最低分后没有剩余的评分"], Marked(2, new(PanelMethod.Trimmed), 80m, 90m).Module(1).Missing.Select(s => s.ToString()));
        Assert.Equal(85m, Figure(new(PanelMethod.Trimmed, DropEachSide: 0), 80m, 90m));
    }

    [Fact]
    public void Mean_median_and_sum()
    {
        Assert.Equal(88m, Figure(new(PanelMethod.Mean), 80m, 85m, 86m, 94m, 95m));
        Assert.Equal(86m, Figure(new(PanelMethod.Median), 95m, 80m, 86m));
        Assert.Equal(87.5m, Figure(new(PanelMethod.Median), 95m, 80m, 86m, 89m));
        Assert.Equal(36m, Figure(new(PanelMethod.Sum), 10m, 12m, 14m));
    }

    [Fact]
    public void Of_equal_extremes_the_first_is_the_low_one_dropped_and_the_last_the_high_one()
    {
        Assert.Equal(
            [SheetUse.DroppedLow, SheetUse.Counted, SheetUse.Counted, SheetUse.Counted, SheetUse.DroppedHigh], Uses(Marked(5, null, 80m, 80m, 80m, 80m, 80m)));
        Assert.Equal(
            [SheetUse.Counted, SheetUse.DroppedLow, SheetUse.Counted, SheetUse.DroppedHigh, SheetUse.Counted], Uses(Marked(5, null, 90m, 70m, 70m, 90m, 80m)));
        Assert.Equal(
            [SheetUse.DroppedLow, SheetUse.DroppedLow, SheetUse.Counted, SheetUse.DroppedHigh, SheetUse.DroppedHigh],
            Uses(Marked(5, new(PanelMethod.Trimmed, DropEachSide: 2), 80m, 80m, 80m, 80m, 80m)));
    }

    [Fact]
    public void The_highest_and_lowest_may_stand_anywhere()
    {
        Assert.Equal([SheetUse.DroppedHigh, SheetUse.DroppedLow, SheetUse.Counted, SheetUse.Counted, SheetUse.Counted], Uses(Marked(5, null, 95m, 80m, 85m, 86m, 87m)));
        Assert.Equal(75m, Figure(new(PanelMethod.Trimmed, DropEachSide: 2), 80m, 100m, 70m, 75m, 72m));
        Assert.Equal(75m, Figure(new(PanelMethod.Trimmed, DropEachSide: 2), 80m, 50m, 70m, 75m, 100m));
    }

    [Fact]
    public void A_panel_may_be_as_large_as_it_likes() =>
        Assert.Equal(50m, Figure(null, [.. Enumerable.Range(1, 17).Select(n => n == 1 ? 0m : n == 17 ? 100m : 50m)]));

    [Fact]
    public void By_itself_the_figure_is_none_for_nobody_or_too_few_and_old_uses_do_not_count()
    {
        Assert.Null(PanelFigure.Of(null, [], []));
        Assert.Null(PanelFigure.Of(new(Smallest: 0), [], []));
        Assert.Null(PanelFigure.Of(new(Smallest: 3), [80m, 85m], new SheetUse[2]));
        Span<SheetUse> uses = [SheetUse.DroppedHigh, SheetUse.Returned];
        Assert.Equal(new Exact(165m, 2), PanelFigure.Of(null, [80m, 85m], uses));
        Assert.Equal([SheetUse.Counted, SheetUse.Counted], uses.ToArray());
        Assert.Null(Spread.Of([1m, 2m], 0m));
    }

    [Fact]
    public void A_seat_without_a_number_is_just_a_judge()
    {
        var contest = Marked(0);
        contest.Apply(new JudgesAppointed([new(Contest.J(1), "裁判", [new(Role.Judge, Contest.TradeId, new("P"))])]));

        Assert.Equal(["裁判未交"], contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Null(contest.Sheet(1, 80m).Module(1).Judgements);
    }

    [Fact]
    public void A_judge_who_has_not_submitted_leaves_it_incomplete()
    {
        var contest = Marked(3, null, 80m, 85m);

        Assert.Null(contest.Module(1).Figure);
        Assert.Equal(["3 号裁判未交"], contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Null(contest.Result(1).Total);
    }

    [Fact]
    public void A_returned_sheet_does_not_count_until_it_is_back()
    {
        var contest = Marked(2, null, 80m, 85m).Apply(new SheetReturned(Contest.E(1), new("P"), Contest.J(2), "漏评"));
        Assert.Equal(["2 号裁判的评分表已退回，未重交"], contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Equal(SheetUse.Returned, contest.Module(1).Sheets[1].Use);

        Assert.Equal(84m, contest.Sheet(1, 88m, judge: 2).Module(1).Figure);
    }

    [Fact]
    public void Below_the_smallest_panel_there_is_no_figure()
    {
        Assert.Equal(["裁判 2 人，不足 3 人"], Marked(2, new(Smallest: 3), 80m, 85m).Module(1).Missing.Select(s => s.ToString()));
        Assert.Equal(82m, Figure(new(Smallest: 3), 80m, 82m, 84m));
    }

    [Fact]
    public void A_panel_without_judges_has_no_figure() => Assert.Equal(["裁判 0 人，不足 1 人"], Marked(0).Module(1).Missing.Select(s => s.ToString()));

    [Fact]
    public void A_judge_recused_before_marking_is_not_on_the_panel()
    {
        var contest = Marked(3, null, 80m, 84m);
        contest.Apply(new JudgesAppointed([contest.State.Judges[Contest.J(3)] with { RecusedFrom = [Contest.E(1)] }]));

        Assert.Equal(82m, contest.Module(1).Figure);
        Assert.Equal(2, contest.Module(1).Sheets.Count);
    }

    [Fact]
    public void A_judge_recused_after_marking_is_ignored_and_flagged()
    {
        var contest = Marked(5, null, 80m, 85m, 86m, 87m, 95m);
        contest.Apply(new JudgesAppointed([contest.State.Judges[Contest.J(5)] with { RecusedOrganizations = [new("org")] }]));

        Assert.Equal(84.5m, contest.Module(1).Figure); // four are left: a plain mean
        Assert.Equal(SheetUse.Recused, contest.Module(1).Sheets[4].Use);
        Assert.Equal(7m, contest.Module(1).Spread);
    }

    [Fact]
    public void A_replaced_judge_keeps_the_sheets_handed_in()
    {
        var contest = Marked(3, null, 80m, 84m, 88m);
        contest.Apply(new JudgeDismissed(Contest.J(3), "身体不适"));
        Assert.Equal(84m, contest.Module(1).Figure);

        contest.Apply(new JudgesAppointed([new Judge(Contest.J(9), "替补", [new(Role.Judge, Contest.TradeId, new("P"), 3)])]));
        Assert.Equal(84m, contest.Module(1).Figure);
        Assert.Equal(["1 号裁判未交", "2 号裁判未交", "3 号裁判未交"], contest.Module(2).Missing.Select(s => s.ToString()));

        contest.Sheet(1, 91m, judge: 9);
        Assert.Equal(85m, contest.Module(1).Figure);
        Assert.Equal([SheetUse.Counted, SheetUse.Counted, SheetUse.Counted, SheetUse.OffPanel], Uses(contest));
    }

    [Fact]
    public void One_judge_marks_a_module_alone_and_a_second_sheet_is_off_the_panel()
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m))), entrants: 1, judges: 2);
        Assert.Equal(["裁判未交评分表"], contest.Module(1).Missing.Select(s => s.ToString()));

        contest.Sheet(1, 70m, judge: 2).Sheet(1, 90m, judge: 1);
        Assert.Equal(90m, contest.Module(1).Figure);
        Assert.Equal([SheetUse.Counted, SheetUse.OffPanel], Uses(contest));
    }
}

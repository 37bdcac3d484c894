using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>Results that still lack a sheet are not worked out with every mark: what shows of them must be right all the same.</summary>
public sealed class StillLackingTests
{
    /// <summary>What the public sees of A01 now, after it looked before.</summary>
    private static BoardRow Row(Contest contest) => contest.Public().Rows.Single(r => r.Code == "A01");

    private static BoardRow After(Contest contest, LedgerEvent e)
    {
        contest.Public();
        return Row(contest.Apply(e));
    }

    [Fact]
    public void The_public_board_follows_whatever_completes_a_result()
    {
        var contest = Panel();
        Assert.Null(After(contest, new SheetSubmitted(Contest.E(1), new("Q"), Contest.J(1), Contest.Marks(("a", 30m)), 0)).Figures[1]);
        Assert.Equal(82m, After(contest, new SheetSubmitted(Contest.E(1), new("P"), Contest.J(2), Contest.Marks(("a", 54m)), 0)).Figures[1]);
        Assert.Equal(87.4m, After(contest, new ModuleMarkEntered(Contest.E(1), new("T"), "K1", 100m)).Total);
        Assert.Null(After(contest, new SheetReturned(Contest.E(1), new("P"), Contest.J(2), "漏评")).Total);
        Assert.Equal(EntrantStatus.Absent, After(contest, new StatusChanged(Contest.E(1), EntrantStatus.Absent, "离场")).Status);
        Assert.Equal(EntrantStatus.Normal, After(contest, new StatusChanged(Contest.E(1), EntrantStatus.Normal, "更正")).Status);
        Assert.Equal(30m, After(contest, new ViolationRecorded(1, Contest.E(1), new("P"), "李", "现场裁判", "违规", ViolationOutcome.ModuleToZero)).Figures[1]);
        Assert.Null(After(contest, new ViolationWithdrawn(1, Contest.E(1), "误记")).Figures[1]);
    }

    [Fact]
    public void A_status_moves_it_while_sheets_are_still_out()
    {
        var contest = Panel();
        Assert.Equal(EntrantStatus.Absent, After(contest, new StatusChanged(Contest.E(1), EntrantStatus.Absent, "离场")).Status);
        Assert.Equal(EntrantStatus.Normal, After(contest, new StatusChanged(Contest.E(1), EntrantStatus.Normal, "更正")).Status);
        Assert.Equal(0m, After(contest.Sheet(1, 0m, module: "Q"), new ViolationRecorded(1, Contest.E(1), new("P"), "李", "现场裁判", "违规", ViolationOutcome.ModuleToZero)).Figures[1]);
    }

    [Fact]
    public void It_follows_times_recusals_and_judges_who_leave()
    {
        var timed = Panel(new TimeRule());
        Assert.Equal(70, After(timed, new TimeRecorded(Contest.E(1), new("P"), 70)).SecondsUsed);
        Assert.Equal(60, After(timed, new TimeRecorded(Contest.E(1), new("P"), 60)).SecondsUsed);

        var recused = Panel().Sheet(1, 30m, module: "Q");
        Assert.Equal(80m, After(recused, new JudgesAppointed([recused.State.Judges[Contest.J(2)] with { RecusedFrom = [Contest.E(1)] }])).Figures[1]);
        var first = new Contest(recused.Trade.Definition, entrants: 1, judges: 2);
        first.Apply(new JudgesAppointed([first.State.Judges[Contest.J(2)] with { RecusedFrom = [Contest.E(1)] }])).Sheet(1, 30m, module: "Q");
        Assert.Equal(80m, After(first, new SheetSubmitted(Contest.E(1), new("P"), Contest.J(1), Contest.Marks(("a", 50m)), 0)).Figures[1]);

        var former = Panel().Apply(new JudgeDismissed(Contest.J(1), "身体不适")).Sheet(1, 30m, 2, "Q");
        Assert.Equal(82m, After(former, new SheetSubmitted(Contest.E(1), new("P"), Contest.J(2), Contest.Marks(("a", 54m)), 0)).Figures[1]);
    }

    private static Contest Panel(TimeRule? time = null) => new Contest(
        Contest.Union(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 60m)) with { FullMark = 60m, Time = time }, Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 40m))),
        entrants: 2, judges: 2).Sheet(1, 50m, 1);

    [Fact]
    public void A_status_shows_at_once()
    {
        var contest = Panel();
        Assert.Equal(EntrantStatus.Normal, contest.Standing(1).Result.Status);
        Assert.Equal(EntrantStatus.Absent, contest.Status(1, EntrantStatus.Absent).Standing(1).Result.Status);
        Assert.Equal(EntrantStatus.Normal, contest.Status(1, EntrantStatus.Normal).Standing(1).Result.Status);
        Assert.Equal(EntrantStatus.Disqualified, contest.Violation(1, 1, null, ViolationOutcome.Disqualified).Standing(1).Result.Status);
    }

    [Fact]
    public void A_time_shows_at_once()
    {
        var contest = Panel(new TimeRule());
        Assert.Null(contest.Result(1).SecondsUsed);
        Assert.Equal((70, Contest.Start), (contest.Time(1, 70, finished: Contest.Start).Result(1).SecondsUsed, contest.Result(1).FinishedAt!.Value));
        Assert.Equal(Contest.Start.AddMinutes(1), contest.Time(1, 70, finished: Contest.Start.AddMinutes(1)).Result(1).FinishedAt);
    }

    [Fact]
    public void A_module_set_to_zero_and_back_shows_at_once()
    {
        var contest = Panel().Sheet(1, 30m, module: "Q");
        Assert.Null(contest.Result(1).Components[1].Figure);
        Assert.Equal(30m, contest.Violation(1, 1, "P", ViolationOutcome.ModuleToZero).Result(1).Components[1].Figure);
        Assert.Null(contest.Apply(new ViolationWithdrawn(1, Contest.E(1), "误记")).Result(1).Components[1].Figure);
    }

    [Fact]
    public void The_last_sheet_completes_in_whatever_order_it_comes()
    {
        var contest = Panel().Sheet(1, 30m, module: "Q");
        Assert.Null(contest.Result(1).Components[1].Figure);
        Assert.Equal(82m, contest.Sheet(1, 54m, 2).Result(1).Components[1].Figure);
        Assert.Null(contest.Result(1).Total);
        Assert.Equal(87.4m, contest.Theory(1, 100m).Result(1).Total); // 30 + 57.4

        var late = Panel().Sheet(1, 54m, 2).Theory(1, 100m);
        Assert.Null(late.Result(1).Components[1].Figure);
        Assert.Equal(82m, late.Sheet(1, 30m, module: "Q").Result(1).Components[1].Figure);
    }

    [Fact]
    public void A_sheet_returned_takes_the_figure_away_and_a_dismissed_judge_gives_it()
    {
        var contest = Panel().Sheet(1, 54m, 2).Sheet(1, 30m, module: "Q");
        Assert.Null(contest.Apply(new SheetReturned(Contest.E(1), new("P"), Contest.J(2), "漏评")).Result(1).Components[1].Figure);

        var dismissed = Panel().Sheet(1, 30m, module: "Q").Apply(new JudgeDismissed(Contest.J(2), "身体不适"));
        Assert.Equal(80m, dismissed.Result(1).Components[1].Figure);
    }

    [Fact]
    public void A_definition_with_fewer_or_no_parts_shows_what_is_left()
    {
        var contest = Panel().Theory(1, 80m);
        contest.Apply(new TradeDefined(contest.Trade.Definition with { Components = [contest.Trade.Definition.Components[0] with { Weight = 100m }] }));
        Assert.Equal((80m, 1), (contest.Result(1).Total, contest.Result(1).Components.Count));

        contest.Apply(new TradeDefined(contest.Trade.Definition with { Components = [] }));
        Assert.Null(contest.Result(1).Total);
        contest.Apply(new TradeDefined(contest.Trade.Definition with { Components = [new(new("c"), "空", ComponentKind.Other, 100m, [])] }));
        Assert.Equal((null, null), (contest.Result(1).Total, contest.Result(1).Components[0].Figure));
    }
}

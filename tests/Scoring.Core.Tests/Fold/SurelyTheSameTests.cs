using Scoring.Core.Definition;
using Scoring.Core.Fold.Results;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>One sheet of many changes nothing that shows: known without working a result out. Nothing else is taken for it.</summary>
public sealed class SurelyTheSameTests
{
    private static readonly ModuleId _p = new("P");

    /// <summary>Theory by a clerk; P by two judges, then Q by one. Judge 1 has marked E1.</summary>
    private static Contest One(TimeRule? time = null, bool theory = false)
    {
        var trade = Contest.Union(
            Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 60m)) with { FullMark = 60m, Time = time },
            Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 40m)));
        Trade alone = trade with { Components = [trade.Components[1] with { Weight = 100m }] };
        return new Contest(theory ? trade : alone, entrants: 2, judges: 2);
    }

    /// <summary>Whether the result after this is known to show the same as before it.</summary>
    private static bool Same(Contest contest, LedgerEvent? e = null)
    {
        var known = contest.Result(1);
        if (e is not null)
        {
            contest.Apply(e);
        }

        return EntrantResults.SurelyShowsSame(contest.Trade, contest.State.Entrant(Contest.E(1))!, known);
    }

    private static SheetSubmitted Sheet(string module, int judge, decimal mark = 30m) =>
        new(Contest.E(1), new(module), Contest.J(judge), Contest.Marks(("a", mark)), 0);

    [Fact]
    public void While_any_module_of_a_component_has_nothing_or_a_judge_is_still_to_come()
    {
        Assert.True(Same(One()));
        Assert.True(Same(One(), Sheet("P", 1)));
        Assert.True(Same(One(), Sheet("Q", 1))); // the first module lacks all
        Assert.True(Same(One().Sheet(1, 30m, 2, "P"), Sheet("Q", 1))); // the first module lacks one
        Assert.True(Same(One().Sheet(1, 30m, 1, "Q"), Sheet("P", 1)));
        Assert.True(Same(One().Sheet(1, 30m, 1, "P"), Sheet("P", 2))); // the last module lacks its only one
    }

    [Fact]
    public void Not_once_the_last_sheet_is_in_or_a_figure_was_there_before()
    {
        Assert.False(Same(One().Sheet(1, 30m, 1, "P").Sheet(1, 30m, 1, "Q"), Sheet("P", 2)));
        Assert.False(Same(One().Sheet(1, 30m, 1, "P").Sheet(1, 30m, 2, "P"), Sheet("Q", 1)));
        var complete = One().Sheet(1, 30m, 1, "P").Sheet(1, 30m, 2, "P").Sheet(1, 30m, 1, "Q");
        Assert.False(Same(complete));
        var third = new Judge(Contest.J(3), "裁判3", [new(Role.Judge, Contest.TradeId, _p, 3)]);
        Assert.False(Same(complete, new JudgesAppointed([third]))); // one more judge: it lacks again
        Assert.Null(complete.Result(1).Total);
        Assert.True(Same(complete));
    }

    [Fact]
    public void Every_component_must_lack_something()
    {
        Assert.True(Same(One(theory: true), Sheet("P", 1)));
        Assert.False(Same(One(theory: true), new ModuleMarkEntered(Contest.E(1), new("T"), "K1", 80m)));
        Assert.False(Same(One(theory: true).Theory(1, 80m), Sheet("P", 1)));
    }

    [Fact]
    public void A_recused_judge_or_one_who_was_replaced_is_not_waited_for()
    {
        var contest = One().Sheet(1, 30m, 1, "P").Sheet(1, 30m, 1, "Q");
        contest.Apply(new JudgesAppointed([contest.State.Judges[Contest.J(2)] with { RecusedFrom = [Contest.E(1)] }]));
        Assert.False(Lacks(contest));

        contest = One().Sheet(1, 30m, 1, "P").Sheet(1, 30m, 2, "P");
        Assert.False(Lacks(contest));
        contest.Apply(new JudgeDismissed(Contest.J(2), "身体不适"))
            .Apply(new JudgesAppointed([new(Contest.J(3), "裁判3", [new(Role.Judge, Contest.TradeId, _p, 2)])]));
        Assert.False(Lacks(contest)); // the sheet in seat 2 stays
        contest.Apply(new JudgesAppointed([new(Contest.J(4), "裁判4", [new(Role.Judge, Contest.TradeId, _p, 4)])]));
        Assert.True(Lacks(contest));

        static bool Lacks(Contest contest)
        {
            var entrant = contest.State.Entrant(Contest.E(1))!;
            return PanelSlots.Lack(contest.Trade.Module(_p)!, entrant, entrant.Entries(_p)!);
        }
    }

    [Fact]
    public void Not_with_another_status_standing_time_or_a_violation()
    {
        Assert.False(Same(One(), new StatusChanged(Contest.E(1), EntrantStatus.Absent, "未到")));
        var contest = One();
        var guest = contest.State.Entrant(Contest.E(1))!.Entrant with { Counts = Counting.Guest };
        Assert.False(Same(contest, new EntrantsRegistered([guest])));
        Assert.True(Same(contest));
        Assert.False(Same(
            One(), new ViolationRecorded(1, Contest.E(1), _p, "李", "现场裁判", "违规", ViolationOutcome.ModuleToZero)));
        Assert.False(Same(One(new()), new TimeRecorded(Contest.E(1), _p, 60)));
        Assert.False(Same(One(new()).Time(1, 60), new TimeRecorded(Contest.E(1), _p, 61)));
        Assert.False(Same(One(new()).Time(1, 60), new TimeRecorded(Contest.E(1), _p, 60, 0, Contest.Start)));
        Assert.True(Same(One(new()).Time(1, 60), Sheet("P", 1)));
        Assert.False(Same(One(), new TradeDefined(One(theory: true).Trade.Definition))); // one component more
    }

    [Fact]
    public void Nobody_works_it_out_until_it_is_read()
    {
        var contest = One();
        var entrant = contest.State.Entrant(Contest.E(1))!;
        var known = entrant.Known;
        contest.Sheet(1, 30m, 1, "P");
        Assert.Same(known, entrant.Known);
        Assert.Equal("2 号裁判未交", contest.Module(1).Missing[0].ToString());
        Assert.NotSame(known, entrant.Known);
    }

    [Fact]
    public void A_complete_result_waits_only_while_nobody_sees_it_and_no_awards_are_confirmed()
    {
        var hidden = Whole(Visibility.Hidden);
        var entrant = hidden.State.Entrant(Contest.E(1))!;
        Assert.Null(entrant.Known.Total);
        Assert.Equal((60m, 60m), (hidden.Result(1).Total, entrant.Known.Total));
        hidden.Apply(new AwardsConfirmed(Contest.TradeId, "H1")).Sheet(1, 40m, 1, "Q");
        Assert.Equal(70m, entrant.Known.Total);

        Assert.Equal(60m, Whole(Visibility.Codes).State.Entrant(Contest.E(1))!.Known.Total);

        static Contest Whole(Visibility visibility) => One().Apply(new VisibilityChanged(Contest.TradeId, visibility))
            .Sheet(1, 30m, 1, "P").Sheet(1, 30m, 2, "P").Sheet(1, 30m, 1, "Q");
    }

    [Fact]
    public void One_more_mark_costs_one_module()
    {
        var contest = One().Sheet(1, 30m, 1, "P");
        var (p, q) = (contest.Module(1, "P"), contest.Module(1, "Q"));
        contest.Sheet(1, 40m, 1, "Q");
        Assert.Same(p, contest.Module(1, "P"));
        Assert.NotSame(q, contest.Module(1, "Q"));
    }
}

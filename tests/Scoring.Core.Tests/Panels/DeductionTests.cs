using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Panels;

/// <summary>R-B2, R-B6, R-B7, R-J6, R-J7, R-J13: clerks, time, violations.</summary>
public sealed class DeductionTests
{
    // 品茶: over 1 to 3 min −1, over 3 to 5 −2, over 5 to 10 −3, above −5.
    private static readonly TimeRule Tea = new(3600, [new(60, 0m), new(180, 1m), new(300, 2m), new(600, 3m), new(null, 5m)]);

    private static Contest Timed(TimeRule rule) =>
        new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m)) with { Time = rule }), entrants: 2).Sheet(1, 90m);

    [Theory]
    [InlineData(3600, 90)]
    [InlineData(3660, 90)] // exactly one minute over: still in the free band
    [InlineData(3661, 89)]
    [InlineData(3780, 89)] // three minutes: the upper edge is inclusive
    [InlineData(3781, 88)]
    [InlineData(3900, 88)]
    [InlineData(3901, 87)]
    [InlineData(4200, 87)]
    [InlineData(4201, 85)]
    [InlineData(9999, 85)]
    public void One_overtime_band_applies_lower_edge_exclusive_upper_inclusive(int seconds, decimal figure) =>
        Assert.Equal(figure, Timed(Tea).Time(1, seconds).Module(1).Figure);

    [Fact]
    public void An_extension_moves_the_clock_for_overtime_and_for_ties()
    {
        var contest = Timed(Tea).Time(1, 3961, extension: 300);

        Assert.Equal(89m, contest.Module(1).Figure); // 61 s over
        Assert.Equal(3661, contest.Result(1).SecondsUsed);
        Assert.Equal("超时 0:01:01", contest.Module(1).Deductions[0].Because.ToString());
        Assert.Equal(0, Timed(Tea).Time(1, 10, extension: 60).Result(1).SecondsUsed);
    }

    [Fact]
    public void Overtime_bands_without_a_time_leave_the_module_incomplete()
    {
        Assert.Equal(["用时未录入"], Timed(Tea).Module(1).Missing.Select(s => s.ToString()));
        Assert.Null(Timed(Tea).Module(1).Figure);
        Assert.Equal(90m, Timed(new TimeRule(3600)).Module(1).Figure);
    }

    [Fact]
    public void Beyond_the_last_closed_band_nothing_is_taken_off() => Assert.Equal(90m, Timed(new TimeRule(3600, [new(60, 1m)])).Time(1, 3661).Module(1).Figure);

    [Fact]
    public void Time_sums_all_timed_modules_and_the_finish_is_the_last_ones()
    {
        var trade = Contest.Only(
            Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 50m)) with { Time = new() },
            Contest.Module("N", MarkingMethod.Judge, Contest.Points("a", 20m)),
            Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 30m)) with { Time = new() });
        var contest = new Contest(trade, entrants: 1).Time(1, 100, finished: Contest.Start);
        Assert.Null(contest.Result(1).SecondsUsed);

        contest.Time(1, 50, "Q", finished: Contest.Start.AddMinutes(5)).Time(1, 7, "N");
        Assert.Equal((150, Contest.Start.AddMinutes(5)), (contest.Result(1).SecondsUsed, contest.Result(1).FinishedAt));
    }

    [Fact]
    public void Deductions_come_off_after_the_panel_figure_and_only_the_component_stops_at_zero()
    {
        var trade = Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 60m)), Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 40m)));
        var contest = new Contest(trade, entrants: 1).Sheet(1, 5m).Sheet(1, 30m, module: "Q").Violation(1, 1, "P", ViolationOutcome.Deduction, 8m);

        Assert.Equal((5m, -3m), (contest.Module(1).Panel, contest.Module(1).Figure));
        Assert.Equal(27m, contest.Result(1).Components[0].Figure);
        Assert.Equal("违规第 1 号：未戴安全帽", contest.Module(1).Deductions[0].Because.ToString());

        contest.Violation(2, 1, "P", ViolationOutcome.Deduction, 40m);
        Assert.Equal(0m, contest.Result(1).Components[0].Figure);
        Assert.Equal("0.00", contest.Result(1).Total!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Two_outcomes_to_zero_are_zero_all_the_same() =>
        Assert.Equal(0m, Timed(new()).Violation(1, 1, "P", ViolationOutcome.ModuleToZero).Violation(2, 1, "P", ViolationOutcome.ModuleToZero).Module(1).Figure);

    [Fact]
    public void A_time_in_a_module_that_is_not_timed_does_not_count()
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m))), entrants: 1).Sheet(1, 90m).Time(1, 60);

        Assert.Null(contest.Module(1).SecondsUsed);
        Assert.Null(contest.Result(1).SecondsUsed);
    }

    [Fact]
    public void No_bands_ask_for_no_time_and_a_free_band_is_no_deduction()
    {
        Assert.Equal(90m, Timed(new TimeRule(3600, [])).Module(1).Figure);
        Assert.Empty(Timed(Tea).Time(1, 3660).Module(1).Deductions);
    }

    [Fact]
    public void A_warning_takes_nothing_off() => Assert.Equal(90m, Timed(new()).Violation(1, 1, "P", ViolationOutcome.Warning).Module(1).Figure);

    [Fact]
    public void A_module_set_to_zero_needs_no_marks_and_forgets_its_other_deductions_and_spread()
    {
        var trade = Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m)) with { Time = Tea });
        var contest = new Contest(trade, entrants: 2, judges: 2).Violation(1, 1, "P", ViolationOutcome.Deduction, 8m).Violation(2, 1, "P", ViolationOutcome.ModuleToZero);
        Assert.Equal((0m, true), (contest.Module(1).Figure, contest.Module(1).SetToZero));
        Assert.Empty(contest.Module(1).Deductions);
        Assert.Equal(0.00m, contest.Result(1).Total);

        contest.Sheet(1, 50m, 1).Sheet(1, 90m, 2);
        Assert.False(contest.Module(1).SpreadOpen);
        Assert.Equal(0m, contest.Module(1).Figure);
        Assert.Equal("E1:1 E2:-", contest.Order()); // a real zero beside a blank
    }

    [Fact]
    public void Disqualification_by_a_violation_holds_until_the_violation_is_withdrawn()
    {
        var contest = Timed(new()).Violation(3, 1, null, ViolationOutcome.Disqualified);
        Assert.Equal((EntrantStatus.Disqualified, null), (contest.Result(1).Status, contest.Result(1).Total));
        Assert.Equal(90m, contest.Result(1).Components[0].Figure); // shown, without a total (R-J9)

        contest.Apply(new ViolationWithdrawn(3, Contest.E(1), "查无实据"));
        Assert.Equal(90m, contest.Result(1).Total);
    }

    [Fact]
    public void Two_clerks_agree_numerically_or_a_third_person_settles_it()
    {
        var trade = Contest.Union() with
        {
            Components = [new(new("theory"), "理论", ComponentKind.Theory, 100m, [new(new("T"), "理论", 100m, MarkingMethod.DoubleEntry, [])])],
        };
        ModuleResult After(params ModuleMarkEntered[] entries) => entries.Aggregate(new Contest(trade, entrants: 1), (c, e) => c.Apply(e)).Module(1, "T");
        ModuleMarkEntered By(string clerk, decimal mark) => new(Contest.E(1), new("T"), clerk, mark);

        Assert.Equal(["成绩未录入"], After().Missing.Select(s => s.ToString()));
        Assert.Equal(["还差第二人录入"], After(By("K1", 87.5m)).Missing.Select(s => s.ToString()));
        Assert.Equal(87.5m, After(By("K1", 87.5m), By("K2", 87.50m)).Figure);
        Assert.Equal(["两次录入不一致，须由第三人核定"], After(By("K1", 87.5m), By("K2", 78.5m)).Missing.Select(s => s.ToString()));

        var contest = new Contest(trade, entrants: 1).Apply(By("K1", 87.5m)).Apply(By("K2", 78.5m)).Apply(new DoubleEntryResolved(Contest.E(1), new("T"), "K3", 80m, "核对答卷"));
        Assert.Equal(80m, contest.Module(1, "T").Figure);
        Assert.Null(contest.Apply(By("K1", 87m)).Module(1, "T").Figure); // an entry anew asks anew
    }

    [Fact]
    public void A_clerk_may_fill_in_a_sheet_aspect_by_aspect()
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Clerk, Contest.Points("a", 100m))), entrants: 1);
        Assert.Equal(["成绩未录入"], contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Equal(77m, contest.Sheet(1, 77m).Module(1).Figure);
        Assert.Equal(78m, contest.Apply(new ModuleMarkEntered(Contest.E(1), new("P"), "K1", 78m)).Module(1).Figure);
        Assert.Equal(79m, contest.Apply(new ModuleMarkCorrected(Contest.E(1), new("P"), 79m, "录入有误", "K1", "H1")).Module(1).Figure);
    }

    [Fact]
    public void A_definition_that_gains_an_aspect_asks_for_it()
    {
        var contest = Timed(new());
        contest.Apply(new TradeDefined(Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 60m), Contest.Points("b", 40m))), "漏了一项"));

        Assert.Equal(["1 号裁判：a：须在 0 到 60 之间"], contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Equal(SheetUse.Incomplete, contest.Module(1).Sheets[0].Use);
        contest.Sheet(1, 50m);
        Assert.Equal(["1 号裁判：b 未评"], contest.Module(1).Missing.Select(s => s.ToString()));
    }
}

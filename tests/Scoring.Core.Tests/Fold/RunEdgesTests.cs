using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Fold;

/// <summary>What stands beside the figure of a module with runs (R-K7), and totals below 0 (R-K5, R-K9, R-M4).</summary>
public sealed class RunEdgesTests
{
    private static readonly ModuleId _p = new("P");

    private static Contest Runs(AttemptRule rule, MarkingMethod marking = MarkingMethod.Clerk, int judges = 1) => new(
        Contest.Only(Contest.Module("P", marking, marking == MarkingMethod.Clerk ? [] : [Contest.Points("a", 100m)]) with
        {
            Attempts = rule, SpreadLimit = null, Time = marking == MarkingMethod.Clerk ? new(60, PerStep: new(5, 1m)) : null,
        }),
        entrants: 1, judges);

    private static Contest Run(Contest contest, int number, decimal mark, decimal seconds) => contest
        .Apply(new ModuleMarkEntered(Contest.E(1), _p, "K1", mark, 0, number))
        .Apply(new TimeRecorded(Contest.E(1), _p, seconds, Attempt: number));

    [Fact]
    public void Of_the_best_runs_deductions_are_told_in_the_order_they_were_run()
    {
        var contest = Run(Run(Run(Runs(new(3, AttemptCount.SumOfBest, 2)), 1, 20m, 60m), 2, 50m, 65m), 3, 80m, 75m); // 20, 49 and 77

        Assert.Equal(126m, contest.Module(1).Figure);
        Assert.Equal(["超时 0:00:05", "超时 0:00:15"], contest.Module(1).Deductions.Select(d => d.Because.ToString()));
        Assert.Equal(140m, contest.Module(1).SecondsUsed);
    }

    [Fact]
    public void A_run_that_was_waived_has_no_open_spread_counts_in_nothing_and_is_not_out()
    {
        var contest = Runs(new(2)).Apply(new AttemptWaived(Contest.E(1), _p, 1, "器材")).Apply(new AttemptWaived(Contest.E(1), _p, 2, "放弃"));

        Assert.All(contest.Module(1).Attempts!, a => Assert.Equal((false, false, false), (a.SpreadOpen, a.Counts, a.Out)));
        Assert.Equal(["器材", "放弃"], contest.Module(1).Attempts!.Select(a => a.Waived));
        Assert.Equal((false, false), (contest.Module(1).Out, contest.Module(1).SpreadOpen));
    }

    [Fact]
    public void A_smaller_panel_in_any_run_waits_for_the_head_judge()
    {
        var contest = Runs(new(2), MarkingMethod.Panel, judges: 5);
        contest.Apply(new JudgesAppointed([contest.State.Judges[Contest.J(5)] with { RecusedFrom = [Contest.E(1)] }]));
        Assert.Null(contest.Module(1).PanelOpen);
        foreach (var (attempt, mark) in new[] { (1, 80m), (2, 90m) })
        {
            foreach (var judge in new[] { 1, 2, 3, 4 })
            {
                contest.Apply(new SheetSubmitted(Contest.E(1), _p, Contest.J(judge), Contest.Marks(("a", mark)), 0, Attempt: attempt));
            }
        }

        const string Fewer = "裁判由 5 人减为 4 人，不再去掉最高、最低分";
        Assert.Equal((90m, Fewer), (contest.Module(1).Figure, contest.Module(1).PanelOpen?.ToString()));
        contest.Apply(new PanelConfirmed(Contest.E(1), _p, "属实", 1));
        Assert.Equal(Fewer, contest.Module(1).PanelOpen?.ToString()); // the second run's
        contest.Apply(new PanelConfirmed(Contest.E(1), _p, "属实", 2));
        Assert.Null(contest.Module(1).PanelOpen);
    }

    [Fact]
    public void A_correction_of_one_run_says_what_that_run_was()
    {
        var contest = Run(Run(Runs(new(2, AttemptCount.Sum)), 1, 30m, 60m), 2, 40m, 60m)
            .Apply(new ModuleMarkCorrected(Contest.E(1), _p, 45m, "看错", "K1", "H1", 2))
            .Apply(new ModuleMarkCorrected(Contest.E(1), _p, 35m, "看错", "K1", "H1"));

        Assert.Equal(80m, contest.Module(1).Figure);
        Assert.Equal([(40m, 45m), (30m, 35m)], contest.State.Entrant(Contest.E(1))!.Corrections
            .Select(c => (c.FigureBefore!.Value, c.FigureAfter!.Value)));
        var entries = contest.State.Entrant(Contest.E(1))!.Entries(_p)!;
        Assert.Equal((true, "H1"), (entries.Attempt(2)!.Settled!.Correction, entries.Attempt(2)!.Settled!.By));
        Assert.Null(entries.Attempt(3));
    }

    /// <param name="counted">Which component may go below 0.</param>
    [Theory]
    [InlineData("", "0.00")]
    [InlineData("practical", "-3.00")]
    [InlineData("theory practical", "-3.00")]
    public void A_total_stops_at_0_unless_some_component_has_no_floor(string counted, string total)
    {
        var union = Contest.Union();
        var contest = new Contest(
            union with
            {
                Components = [.. union.Components.Select(
                    c => c with { BelowZero = counted.Contains(c.Id.Value, StringComparison.Ordinal) })],
            },
            entrants: 1);
        contest.Theory(1, 10m).Sheet(1, 20m).Violation(1, 1, null, ViolationOutcome.Deduction, 20m); // 3 + 14 − 20

        Assert.Equal(total, Words.Mark(contest.Result(1).Total!.Value));
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>Runs (R-K7, R-M6) and members (R-K14), event by event: which count, what they make, what is still missing.</summary>
public sealed class RunFiguresTests
{
    private static readonly ModuleId _p = new("P");

    // A point for every 10 s begun above a minute, at most two; out above half a minute more.
    private static readonly TimeRule _clock = new(60, PerStep: new(10, 1m, AtMost: 2m), Out: new(30, OutMeans.Module));

    private static Contest Runs(AttemptCount counts, int? best = null, OutMeans then = OutMeans.Module)
    {
        var trade = Contest.Only(Contest.Module("P", MarkingMethod.Clerk) with
        {
            FullMark = 20m, Attempts = new(3, counts, best), Time = _clock with { Out = new(30, then) },
        });
        return new Contest(trade with { Components = [trade.Components[0] with { Scaled = true }] }, entrants: 1);
    }

    private static Contest Run(Contest contest, int number, decimal mark, decimal seconds, int minute = 0) => contest
        .Apply(new ModuleMarkEntered(Contest.E(1), _p, "K1", mark, 0, number))
        .Apply(new TimeRecorded(Contest.E(1), _p, seconds, 0, Contest.Start.AddMinutes(minute), Attempt: number));

    private static Contest Waive(Contest contest, int number) => contest.Apply(new AttemptWaived(Contest.E(1), _p, number, "放弃"));

    /// <summary>15 in time, 18 less two points for 15 s over, 17 in time but later; minutes 20, 40 and 10.</summary>
    private static Contest Three(AttemptCount counts, int? best = null) =>
        Run(Run(Run(Runs(counts, best), 1, 15m, 50m, 20), 2, 18m, 75m, 40), 3, 17m, 60m, 10);

    /// <param name="told">Figure, before overtime, seconds, minute of the finish, runs that count.</param>
    [Theory]
    [InlineData(AttemptCount.Best, null, "17 17 60 10 3")]
    [InlineData(AttemptCount.Last, null, "17 17 60 10 3")]
    [InlineData(AttemptCount.Sum, null, "48 50 185 40 1,2,3")]
    [InlineData(AttemptCount.SumOfBest, 2, "33 35 135 40 2,3")]
    [InlineData(AttemptCount.SumOfBest, 1, "17 17 60 10 3")]
    public void Those_that_count_make_figure_time_and_finish(AttemptCount counts, int? best, string told)
    {
        var module = Three(counts, best).Module(1);

        var counting = string.Join(',', module.Attempts!.Where(a => a.Counts).Select(a => a.Number));
        Assert.Equal(told, string.Join(' ', new[] { module.Figure, module.Panel, module.SecondsUsed }.Select(f => Words.Plain(f!.Value)))
            + $" {(module.FinishedAt!.Value - Contest.Start).TotalMinutes} {counting}");
        Assert.Equal(["第 1 次 15", "第 2 次 16", "第 3 次 17"], module.Attempts!.Select(a => $"{a.Name} {Words.Plain(a.Figure!.Value)}"));
        Assert.Empty(module.Missing);
        Assert.Equal(
            counts is AttemptCount.Sum || best == 2 ? ["超时 0:00:15 2"] : (string[])[],
            module.Deductions.Select(d => $"{d.Because} {Words.Plain(d.Points)}"));
    }

    [Fact]
    public void Of_equal_runs_the_earlier_counts_and_the_last_is_the_last_that_was_run()
    {
        Assert.Equal(1, Counting(Waive(Run(Run(Runs(AttemptCount.Best), 1, 15m, 50m), 2, 17m, 75m), 3))); // 17 − 2 is 15 again
        Assert.Equal(2, Counting(Waive(Run(Run(Runs(AttemptCount.Last), 1, 15m, 50m), 2, 10m, 50m), 3)));
        Assert.Equal(1, Counting(Waive(Waive(Run(Runs(AttemptCount.Last), 1, 15m, 50m), 2), 3)));

        int Counting(Contest contest) => contest.Module(1).Attempts!.Single(a => a.Counts).Number;
    }

    [Fact]
    public void A_run_that_is_neither_run_nor_waived_is_missing_and_no_zero()
    {
        var contest = Run(Runs(AttemptCount.Best), 2, 15m, 50m);
        string[] open = ["第 1 次没有成绩（不再进行的请登记弃试）", "第 3 次没有成绩（不再进行的请登记弃试）"];

        Assert.Equal((null, 15m), (contest.Module(1).Figure, contest.Module(1).Panel));
        Assert.Equal(open, contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Equal(open[1..], Waive(contest, 1).Module(1).Missing.Select(s => s.ToString()));
        Assert.Equal(15m, Waive(contest, 3).Module(1).Figure);
        Assert.Equal(["放弃", null, "放弃"], contest.Module(1).Attempts!.Select(a => a.Waived));
        Assert.Equal(["弃试", "弃试", "弃试"], contest.Module(1).Attempts!.Select(a => a.LeftOut).Select(s => s.ToString()));
        contest.Apply(new AttemptResumed(Contest.E(1), _p, 3, "误记"));
        Assert.Equal(open[1..], contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Null(contest.Module(1).Figure);
    }

    [Fact]
    public void All_waived_is_incomplete_and_a_run_after_all_takes_its_waiver_away()
    {
        var contest = Waive(Waive(Waive(Runs(AttemptCount.Best), 1), 2), 3);
        Assert.Equal(["各次均弃试，没有成绩"], contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Equal((null, null, null), (contest.Module(1).Figure, contest.Module(1).Panel, contest.Module(1).SecondsUsed));

        contest.Apply(new ModuleMarkEntered(Contest.E(1), _p, "K1", 12m, 0, 2));
        Assert.Equal(["第 2 次：用时未录入"], contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Null(contest.Module(1).Attempts![1].Waived);
        Run(contest, 2, 12m, 60m);
        Assert.Equal((12m, 60m), (contest.Result(1).Total / 5m, contest.Module(1).SecondsUsed));
    }

    [Theory]
    [InlineData(OutMeans.Module, EntrantStatus.Normal)]
    [InlineData(OutMeans.Entrant, EntrantStatus.Eliminated)]
    public void Out_is_above_its_limit_of_overtime_and_counts_0_as_long_as_another_run_was_in(OutMeans then, EntrantStatus status)
    {
        var contest = Waive(Run(Run(Runs(AttemptCount.Best, then: then), 1, 19m, 90.01m), 2, 8m, 90m), 3);
        Assert.Equal((EntrantStatus.Normal, 6m, false), (contest.Result(1).Status, contest.Module(1).Figure, contest.Module(1).Out));
        Assert.Equal([true, false, false], contest.Module(1).Attempts!.Select(a => a.Out));
        Assert.Equal(0m, contest.Module(1).Attempts![0].Figure);
        Assert.Empty(contest.Module(1).Attempts![0].Deductions);

        Run(contest, 2, 8m, 90.01m);
        Assert.Equal((status, 0m, true), (contest.Result(1).Status, contest.Module(1).Figure, contest.Module(1).Out));
        Assert.Equal(status == EntrantStatus.Normal ? 0m : null, contest.Result(1).Total);
        Run(contest, 1, 19m, 60m); // corrected: it goes with the time
        Assert.Equal((EntrantStatus.Normal, 95m), (contest.Result(1).Status, contest.Result(1).Total));
        contest.Status(1, EntrantStatus.Absent);
        Assert.Equal(EntrantStatus.Absent, Run(contest, 1, 19m, 91m).Result(1).Status); // who is absent is not eliminated
    }

    [Fact]
    public void A_violation_comes_off_the_module_whatever_run_counts_and_module_to_zero_needs_none()
    {
        var contest = Three(AttemptCount.Sum).Violation(1, 1, "P", ViolationOutcome.Deduction, 3m);
        Assert.Equal((45m, 50m), (contest.Module(1).Figure, contest.Module(1).Panel));
        Assert.Equal([true, false], contest.Module(1).Deductions.Select(d => d.ForTime));

        var none = Runs(AttemptCount.Best).Violation(1, 1, "P", ViolationOutcome.ModuleToZero)
            .Violation(2, 1, "P", ViolationOutcome.Deduction, 3m);
        Assert.Equal((0m, true), (none.Module(1).Figure, none.Module(1).SetToZero));
        Assert.Empty(none.Module(1).Missing);
        Assert.Empty(none.Module(1).Deductions);
        none.Apply(new ViolationWithdrawn(1, Contest.E(1), "不成立"));
        Assert.Equal((null, 3), (none.Module(1).Figure, none.Module(1).Missing.Count));
    }

    private static Contest Team(MemberRule rule, decimal full = 100m)
    {
        var trade = Contest.Only(Contest.Module("P", MarkingMethod.Clerk) with { FullMark = full, PerMember = rule });
        var contest = new Contest(trade with { Components = [trade.Components[0] with { Scaled = true }] }, entrants: 1);
        return contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with { Members = ["甲", "乙", "丙"] }]));
    }

    private static Contest Member(Contest contest, int number, decimal mark) =>
        contest.Apply(new ModuleMarkEntered(Contest.E(1), _p, "K1", mark, 0, number));

    [Fact]
    public void The_mean_of_the_members_is_exact_and_an_absent_one_counts_0()
    {
        var contest = Member(Member(Team(new()), 1, 80m), 2, 70m);
        Assert.Equal(["丙没有成绩（缺考的请登记）"], contest.Module(1).Missing.Select(s => s.ToString()));

        contest.Apply(new AttemptWaived(Contest.E(1), _p, 3, "生病"));
        Assert.Equal(50m, contest.Module(1).Figure);
        Member(contest, 3, 71m);
        Assert.Equal((73.666666666667m, 73.67m), (contest.Module(1).Figure, contest.Result(1).Total)); // 221 ÷ 3
        Assert.Equal(["甲 True", "乙 True", "丙 True"], contest.Module(1).Attempts!.Select(a => $"{a.Name} {a.Counts}"));
    }

    [Fact]
    public void An_absent_member_may_be_left_out_but_not_all()
    {
        var contest = Team(new(Absent: AbsentMember.LeaveOut));
        foreach (var n in new[] { 1, 2, 3 })
        {
            contest.Apply(new AttemptWaived(Contest.E(1), _p, n, "生病"));
        }

        Assert.Equal(["成员全部缺考，没有成绩"], contest.Module(1).Missing.Select(s => s.ToString()));
        Assert.Equal(["缺考", "缺考", "缺考"], contest.Module(1).Attempts!.Select(a => a.LeftOut).Select(s => s.ToString()));
        Assert.Equal(80m, Member(contest, 2, 80m).Module(1).Figure);
        Assert.Equal((75m, 75m), (Member(contest, 1, 70m).Module(1).Figure, contest.Module(1).Panel));
    }

    [Fact]
    public void Members_may_be_added_up()
    {
        var contest = Member(Member(Member(Team(new(MemberCount.Sum, 3), 300m), 1, 80m), 2, 70m), 3, 90m);

        Assert.Equal((240m, 240m, 80m), (contest.Module(1).Figure, contest.Module(1).Panel, contest.Result(1).Total));
    }
}

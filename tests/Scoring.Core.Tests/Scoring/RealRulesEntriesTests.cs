using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Scoring;

/// <summary>What the rules of real contests let in and what not: hundredths, percentages, runs by number, members, rooms (R-K2 to R-K14,
/// R-L5,
/// R-L6).</summary>
public sealed class RealRulesEntriesTests
{
    private static readonly Actor _floor = new(Role.FloorJudge, "F1", Contest.Here), _head = new(Role.HeadJudge, "H1", Contest.Here);
    private static readonly ModuleId _p = new("P");

    [Fact]
    public void A_time_has_hundredths_and_no_thousandths_and_ends_with_the_day() // R-K2, R-L5
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Clerk) with { Time = new() }), entrants: 1);
        Decision Record(decimal used, decimal extension = 0) =>
            RecordTime.Decide(contest.State, _floor, Contest.E(1), _p, used, extension, reason: "设备故障");

        Refused(Refusal.BadTime, Record(86400.01m));
        Refused(Refusal.BadTime, Record(-0.01m));
        Refused(Refusal.BadTime, Record(61.255m));
        Refused(Refusal.BadTime, Record(61.25m, 1.005m));
        Refused(Refusal.BadExtension, Record(61.25m, 61.26m));
        contest.Accept<TimeRecorded>(Record(86400m));
        contest.Accept<TimeRecorded>(Record(61.25m, 61.25m));
        Assert.Equal(0m, contest.Result(1).SecondsUsed);
        contest.Accept<TimeRecorded>(Record(61.25m, 0.01m));
        Assert.Equal(61.24m, contest.Result(1).SecondsUsed);
    }

    [Fact]
    public void Off_the_total_comes_a_percentage_or_points_up_to_all_of_it() // R-K5
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Clerk)), entrants: 1).Apply(
            new ModuleMarkEntered(Contest.E(1), _p, "K1", 80m));
        Decision Record(decimal points, decimal? percent = null, string? module = null) => RecordViolation.Decide(
            contest.State, _floor, Contest.E(1), module is null ? null : new(module), "李", "扰乱赛场", ViolationOutcome.Deduction,
                points,
            percent: percent);

        Refused(Refusal.BadDeduction, Record(0, 100.01m));
        Refused(Refusal.BadDeduction, Record(0, 0));
        Refused(Refusal.BadDeduction, Record(0, 0.005m));
        Refused(Refusal.BadDeduction, Record(0, 10m, "P"));
        Refused(Refusal.BadDeduction, Record(100.01m));
        Assert.Equal("扣分须大于 0，不超过模块满分 100，最多两位小数", Refused(Refusal.BadDeduction, Record(100.01m, module: "P")).Message.ToString());
        contest.Accept<ViolationRecorded>(Record(0, 0.01m));
        Assert.Equal(79.99m, contest.Result(1).Total); // 80 × 0.9999 = 79.992
        contest.Accept<ViolationRecorded>(Record(0, 50m));
        Assert.Equal(39.99m, contest.Result(1).Total); // 80 × 0.4999 = 39.992: percentages add up
        contest.Accept<ViolationRecorded>(Record(100m));
        Assert.Equal(0m, contest.Result(1).Total);
    }

    [Fact]
    public void Below_zero_is_let_in_where_the_module_says_so_and_above_the_full_mark_up_to_the_bonus() // R-K9
    {
        var contest = new Contest(
            Contest.Only(
                Contest.Module("P", MarkingMethod.Clerk) with { BelowZero = true, Bonus = 5m }, Contest.Module("Q", MarkingMethod.Clerk)),
            entrants: 1);
        Decision Enter(string module, decimal mark, long basedOn = 0) =>
            EnterModuleMark.Decide(contest.State, new(Role.Clerk, "K1", Contest.Here), Contest.E(1), new(module), mark, basedOn);

        Assert.Equal("Q的成绩须在 0 到 100 之间", Refused(Refusal.BadMark, Enter("Q", -0.01m)).Message.ToString());
        Refused(Refusal.BadMark, Enter("Q", 100.01m));
        Assert.Equal("P的成绩须不超过 105", Refused(Refusal.BadMark, Enter("P", 105.01m)).Message.ToString());
        Refused(Refusal.BadMark, Enter("P", 0.0000001m));
        contest.Accept<ModuleMarkEntered>(Enter("P", -20m));
        Assert.Equal(-20m, contest.Module(1).Figure);
        contest.Accept<ModuleMarkEntered>(Enter("P", 105m, contest.Sequence));
        Assert.Equal(105m, contest.Module(1).Figure);
    }

    [Fact]
    public void A_member_is_marked_by_number_and_there_are_as_many_as_the_team_has() // R-K14
    {
        var contest = new Contest(
            Contest.Only(Contest.Module("P", MarkingMethod.Clerk) with { PerMember = new(Absent: AbsentMember.LeaveOut) }), entrants: 1);
        contest.Apply(new EntrantsRegistered([contest.State.Entrant(Contest.E(1))!.Entrant with { Members = ["甲", "乙"] }]));
        Decision Enter(int? member, decimal mark) =>
            EnterModuleMark.Decide(contest.State, new(Role.Clerk, "K1", Contest.Here), Contest.E(1), _p, mark, 0, member);

        Refused(Refusal.NoSuchRun, Enter(3, 80m));
        Refused(Refusal.NoSuchRun, Enter(0, 80m));
        Assert.Null(contest.Accept<ModuleMarkEntered>(Enter(1, 80m)).Attempt);
        var waived = contest.Accept<AttemptWaived>(WaiveAttempt.Decide(contest.State, _floor, Contest.E(1), _p, 2, true, " 未到 "));
        Assert.Equal((2, "未到"), (waived.Attempt, waived.Reason));
        Assert.Equal(80m, contest.Module(1).Figure);
        Assert.Equal("A01 的这一份已经登记缺考", Refused(
            Refusal.NoChange, WaiveAttempt.Decide(contest.State, _floor, Contest.E(1), _p, 2, true, "未到")).Message.ToString());
        Assert.Equal(2, contest.Accept<ModuleMarkEntered>(Enter(2, 90m)).Attempt);
        Assert.Equal(85m, contest.Module(1).Figure); // who has a mark was there after all
    }

    [Fact]
    public void A_run_whose_clock_runs_cannot_be_waived() // R-K7
    {
        var contest = new Contest(
            Contest.Only(Contest.Module("P", MarkingMethod.Clerk) with { Attempts = new(2), Time = new(60) }), entrants: 1);
        contest.Accept<ClockStarted>(StartClock.Decide(contest.State, _floor, Contest.E(1), _p, Contest.Start, attempt: 2));

        Refused(Refusal.Running, WaiveAttempt.Decide(contest.State, _floor, Contest.E(1), _p, 2, true, "放弃"));
        contest.Accept<AttemptWaived>(WaiveAttempt.Decide(contest.State, _head, Contest.E(1), _p, 1, true, "放弃"));
        Refused(Refusal.NoSuchEntrant, WaiveAttempt.Decide(contest.State, _head, Contest.E(9), _p, 1, true, "放弃"));
        Refused(Refusal.NoSuchModule, WaiveAttempt.Decide(contest.State, _head, Contest.E(1), new("X"), 1, true, "放弃"));
    }

    [Fact]
    public void A_judge_of_another_room_does_not_find_the_entrant() // R-K3
    {
        var module = Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m)) with
        {
            Panel = new PanelRule(Groups: [new("A", "一考场"), new("B", "二考场")]),
        };
        var contest = new Contest(Contest.Only(module), entrants: 2, judges: 2);
        contest.Apply(new JudgesAppointed([.. contest.State.Judges.Values.Select((j, i) => j with
        {
            Seats = [.. j.Seats.Select(s => s with { Group = i == 0 ? "A" : "B" })],
        })]));
        contest.Apply(new GroupsAssigned(Contest.TradeId, null, null, [new(Contest.E(1), "A")]));
        Decision Hand(int judge, int entrant) => SubmitSheet.Decide(contest.State, Contest.J(judge), new SheetSubmission(
            Guid.NewGuid(), Contest.TradeId, _p, Contest.Code(entrant), 0, Contest.Marks(("a", 80m))));

        Refused(Refusal.NoSuchEntrant, Hand(2, 1));
        Refused(Refusal.NoSuchEntrant, Hand(1, 2)); // in no room yet
        contest.Accept<SheetSubmitted>(Hand(1, 1));
        Assert.Equal(80m, contest.Module(1).Figure);
    }

    private static SheetSubmission Sheet(Contest contest, decimal j, decimal b, int judge) => new(
        Guid.NewGuid(), Contest.TradeId, _p, Contest.Code(1),
            contest.State.Entrant(Contest.E(1))!.Sheet(_p, Contest.J(judge))?.Version ?? 0,
        Contest.Marks(("j", j), ("b", b)));

    [Fact]
    public void While_judges_differ_only_that_aspect_is_marked_anew_by_each_once_a_round() // R-L6
    {
        var contest = new Contest(
            Contest.Only(Contest.Module(
                "P", MarkingMethod.Panel, new JudgementAspect(new("j"), "外观", 9m, ["差", "达标", "良", "优"]), Contest.Points("b", 91m))),
            entrants: 1, judges: 3);
        void Hand(int judge, decimal j) =>
            contest.Accept<SheetSubmitted>(SubmitSheet.Decide(contest.State, Contest.J(judge), Sheet(contest, j, 80m, judge)));
        Hand(1, 0);
        Hand(2, 1);
        Assert.Empty(Agreement.Open(contest.Trade.Module(_p)!, contest.State.Entrant(Contest.E(1))!)); // not all have handed in
        Hand(3, 2);
        Assert.Equal(["j"], Agreement.Open(contest.Trade.Module(_p)!, contest.State.Entrant(Contest.E(1))!).Select(a => a.Value));

        Refused(Refusal.AlreadySubmitted, SubmitSheet.Decide(contest.State, Contest.J(1),
            Sheet(contest, 1, 81m, 1))); // b is not to be marked anew
        Refused(Refusal.AlreadySubmitted, SubmitSheet.Decide(contest.State, Contest.J(1), Sheet(contest, 4, 80m, 1)));
        Refused(Refusal.SheetConflict, SubmitSheet.Decide(contest.State, Contest.J(1), Sheet(contest, 1, 80m, 1) with { BasedOn = 1 }));
        var remarked = contest.Accept<JudgementRemarked>(SubmitSheet.Decide(contest.State, Contest.J(1), Sheet(contest, 1, 80m, 1)));
        Assert.Equal(["j"], remarked.Marks.Keys.Select(k => k.Value));
        Assert.Null(remarked.Attempt);
        Assert.Equal(84m, contest.Module(1).Figure); // 80 + 9 × 4 ÷ 9
        Assert.Empty(Agreement.Open(contest.Trade.Module(_p)!, contest.State.Entrant(Contest.E(1))!));
    }
}

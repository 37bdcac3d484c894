using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Scoring;

/// <summary>R-B6, R-B7, R-B8: what happens on the floor.</summary>
public sealed class FloorTests
{
    private static readonly Actor Floor = new(Role.FloorJudge, "F1", Contest.Here);
    private static readonly Actor Head = new(Role.HeadJudge, "H1", Contest.Here);
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);
    private static readonly ModuleId P = new("P");

    private static Contest Timed() => new(Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m)) with { Time = new(3600) }), entrants: 2);

    [Fact]
    public void A_time_is_recorded_and_changed_with_a_reason()
    {
        var contest = Timed();
        Decision Record(int used, int extension = 0, string? reason = null) => RecordTime.Decide(contest.State, Floor, Contest.E(1), P, used, extension, reason: reason);

        contest.Accept<TimeRecorded>(Record(3500));
        Assert.Equal(3500, contest.Result(1).SecondsUsed);
        Refused(Refusal.NoReason, Record(3600));
        contest.Accept<TimeRecorded>(Record(3600, reason: "看错表"));
        Refused(Refusal.NoReason, RecordTime.Decide(contest.State, Floor, Contest.E(2), P, 3600, 60));
        contest.Accept<TimeRecorded>(RecordTime.Decide(contest.State, Floor, Contest.E(2), P, 3600, 60, reason: "设备故障"));
        Assert.Equal(3540, contest.Result(2).SecondsUsed);
    }

    [Fact]
    public void Times_that_cannot_be_are_refused()
    {
        var contest = Timed();
        Decision Record(int used, int extension = 0, Actor? by = null, int entrant = 1, string module = "P") =>
            RecordTime.Decide(contest.State, by ?? Floor, Contest.E(entrant), new(module), used, extension, reason: "设备故障");

        Refused(Refusal.BadTime, Record(-1));
        Refused(Refusal.BadTime, Record((24 * 3600) + 1));
        Refused(Refusal.BadExtension, Record(100, -1));
        Refused(Refusal.BadExtension, Record(100, 101));
        Refused(Refusal.WrongRole, Record(100, by: Admin));
        Refused(Refusal.NoSuchEntrant, Record(100, entrant: 9));
        Refused(Refusal.NoSuchModule, Record(100, module: "X"));
        contest.Accept<TimeRecorded>(Record(0));
        contest.Accept<TimeRecorded>(Record(24 * 3600, 24 * 3600));
        Refused(Refusal.NotTimed, RecordTime.Decide(new Contest(entrants: 1).State, Floor, Contest.E(1), P, 100));
        contest.Status(1, EntrantStatus.Absent);
        Refused(Refusal.NotNormal, Record(100));
    }

    [Fact]
    public void Violations_are_numbered_and_withdrawn_by_number()
    {
        var contest = Timed();
        Decision Record(ViolationOutcome outcome, decimal deduction = 0m, string? module = "P", int entrant = 1) => RecordViolation.Decide(
            contest.State, Floor, Contest.E(entrant), module is null ? null : new(module), "李现场", "未戴安全帽", outcome, deduction);

        Assert.Equal(1, contest.Accept<ViolationRecorded>(Record(ViolationOutcome.Warning, module: null)).Number);
        Assert.Equal(2, contest.Accept<ViolationRecorded>(Record(ViolationOutcome.Deduction, 2.5m, entrant: 2)).Number);
        Refused(Refusal.WrongRole, WithdrawViolation.Decide(contest.State, Floor, Contest.E(2), 2, "查无实据"));
        Refused(Refusal.NoSuchViolation, WithdrawViolation.Decide(contest.State, Head, Contest.E(1), 2, "查无实据"));
        Refused(Refusal.NoSuchEntrant, WithdrawViolation.Decide(contest.State, Head, Contest.E(9), 2, "查无实据"));
        Refused(Refusal.NoReason, WithdrawViolation.Decide(contest.State, Head, Contest.E(2), 2, ""));
        contest.Accept<ViolationWithdrawn>(WithdrawViolation.Decide(contest.State, Head, Contest.E(2), 2, "查无实据"));
        Refused(Refusal.NoSuchViolation, WithdrawViolation.Decide(contest.State, Head, Contest.E(2), 2, "查无实据"));
        Assert.Equal(3, contest.Accept<ViolationRecorded>(Record(ViolationOutcome.ModuleToZero)).Number);
        Assert.Equal(4, contest.Accept<ViolationRecorded>(Record(ViolationOutcome.Disqualified, module: null)).Number);
        Assert.Equal(EntrantStatus.Disqualified, contest.Result(1).Status);
    }

    [Fact]
    public void A_violation_says_what_it_leads_to()
    {
        var contest = Timed();
        Decision Record(ViolationOutcome outcome, decimal deduction, string? module = "P", string what = "未戴安全帽", Actor? by = null) => RecordViolation.Decide(
            contest.State, by ?? Floor, Contest.E(1), module is null ? null : new(module), "李现场", what, outcome, deduction);

        Decision Percent(decimal percent, string? module = null, decimal deduction = 0m, ViolationOutcome outcome = ViolationOutcome.Deduction) => RecordViolation.Decide(
            contest.State, Floor, Contest.E(1), module is null ? null : new(module), "李现场", "扰乱赛场", outcome, deduction, percent: percent);

        Refused(Refusal.BadDeduction, Record(ViolationOutcome.Deduction, 100.01m, null));
        Refused(Refusal.BadDeduction, Percent(5m, "P"));
        Refused(Refusal.BadDeduction, Percent(0m));
        Refused(Refusal.BadDeduction, Percent(100.01m));
        Refused(Refusal.BadDeduction, Percent(1.005m));
        Refused(Refusal.BadDeduction, Percent(5m, deduction: 1m));
        Refused(Refusal.BadDeduction, Percent(5m, outcome: ViolationOutcome.Warning));
        Refused(Refusal.NoModule, Record(ViolationOutcome.ModuleToZero, 0m, null));
        Refused(Refusal.NoSuchModule, Record(ViolationOutcome.Deduction, 5m, "X"));
        Refused(Refusal.BadDeduction, Record(ViolationOutcome.Deduction, 0m));
        Refused(Refusal.BadDeduction, Record(ViolationOutcome.Deduction, -1m));
        Refused(Refusal.BadDeduction, Record(ViolationOutcome.Deduction, 100.01m));
        Refused(Refusal.BadDeduction, Record(ViolationOutcome.Deduction, 1.005m));
        Refused(Refusal.BadDeduction, Record(ViolationOutcome.Warning, 1m));
        Refused(Refusal.Incomplete, Record(ViolationOutcome.Warning, 0m, what: " "));
        Assert.Equal("经过最多 500 字", Refused(Refusal.LongReason, Record(ViolationOutcome.Warning, 0m, what: new string('违', 501))).Message.ToString());
        Refused(Refusal.WrongRole, Record(ViolationOutcome.Warning, 0m, by: Admin));
        contest.Accept<ViolationRecorded>(Record(ViolationOutcome.Deduction, 100m));
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Final));
        Assert.Equal("电工现在是“公布”，这一步只能在“评分”到“公示”之间做", Refused(Refusal.WrongPhase, Record(ViolationOutcome.Warning, 0m)).Message.ToString());
    }

    [Fact]
    public void A_status_changes_with_a_reason_and_marks_come_back_with_it()
    {
        var contest = new Contest(entrants: 1).Theory(1, 80m).Sheet(1, 80m);
        Decision Change(EntrantStatus status, Actor? by = null, string reason = "未到场") => ChangeStatus.Decide(contest.State, by ?? Floor, Contest.E(1), status, reason);

        Refused(Refusal.NoReason, Change(EntrantStatus.Absent, reason: ""));
        Refused(Refusal.WrongRole, Change(EntrantStatus.Absent, Admin));
        Refused(Refusal.WrongRole, Change(EntrantStatus.Absent, new(Role.Judge, "J1")));
        Assert.Equal("状态已经是正常", Refused(Refusal.NoChange, Change(EntrantStatus.Normal)).Message.ToString());
        contest.Accept<StatusChanged>(Change(EntrantStatus.Absent));
        Assert.Null(contest.Result(1).Total);
        contest.Accept<StatusChanged>(Change(EntrantStatus.Normal, Head, "已核实到场"));
        Assert.Equal(80m, contest.Result(1).Total);
        Refused(Refusal.NoSuchEntrant, ChangeStatus.Decide(contest.State, Head, Contest.E(9), EntrantStatus.Absent, "未到场"));
        contest.Violation(1, 1, null, ViolationOutcome.Disqualified);
        Refused(Refusal.Disqualified, Change(EntrantStatus.Normal, Head));
    }

    [Fact]
    public void Before_scoring_the_organizers_may_note_a_withdrawal()
    {
        var contest = new Contest(entrants: 1, phase: Phase.Setup);

        contest.Accept<StatusChanged>(ChangeStatus.Decide(contest.State, Admin, Contest.E(1), EntrantStatus.Withdrawn, "单位来函"));
        Assert.Equal("弃赛", StatusWords.Of(contest.Result(1).Status));
    }
}

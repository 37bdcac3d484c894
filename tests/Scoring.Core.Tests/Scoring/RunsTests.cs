using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Tests.Scoring;

/// <summary>Runs (R-K7) and members (R-K14): each with its sheets, time and 弃试 or 缺考; the entrant's signature (R-K18).</summary>
public sealed class RunsTests
{
    private static readonly Actor _floor = new(Role.FloorJudge, "F1", Contest.Here), _head = new(Role.HeadJudge, "H1", Contest.Here);
    private static readonly ModuleId _p = new("P");
    private readonly Contest _contest = new(
        Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m)) with { Attempts = new(2), Time = new(60) }),
        entrants: 1, judges: 2);

    [Fact]
    public void Every_run_has_its_own_sheets_and_versions()
    {
        Hand(1, 1, 70m);
        Hand(1, 2, 90m);
        Assert.Equal(Refusal.SheetConflict, Refused(1, 2, 91m).Code);
        Assert.Equal(Refusal.NoSuchEntrant, Refused(1, 3, 91m).Code);
        Assert.Equal(Refusal.NoSuchEntrant, Refused(1, 0, 91m).Code);
        Hand(2, 1, 80m);
        Hand(2, 2, 80m);
        _contest.Accept<TimeRecorded>(RecordTime.Decide(_contest.State, _floor, Contest.E(1), _p, 50, attempt: 2));
        _contest.Accept<TimeRecorded>(RecordTime.Decide(_contest.State, _floor, Contest.E(1), _p, 55));
        Assert.Equal(85m, _contest.Module(1).Figure);
        var returned = _contest.Accept<SheetReturned>(ReturnSheet.Decide(_contest.State, _head, Contest.E(1), _p, Contest.J(1), "重看", 2));
        Assert.Equal(2, returned.Attempt);
        Assert.False(_contest.State.Entrant(Contest.E(1))!.Sheet(_p, Contest.J(1))!.Returned);
    }

    [Fact]
    public void A_clock_runs_for_one_run_and_stops_for_it()
    {
        var at = Contest.Start;
        _contest.Accept<ClockStarted>(StartClock.Decide(_contest.State, _floor, Contest.E(1), _p, at, attempt: 2));
        Assert.Equal(Refusal.NotRunning,
            Assert.IsType<Decision.Refuse>(StopClock.Decide(_contest.State, _floor, Contest.E(1), _p, at)).Code);
        _contest.Accept<ClockExtended>(ExtendClock.Decide(_contest.State, _floor, Contest.E(1), _p, 5, "故障", 2));
        var stopped = _contest.Accept<TimeRecorded>(StopClock.Decide(_contest.State, _floor, Contest.E(1), _p, at.AddSeconds(45), 2));
        Assert.Equal((45m, 5m, 2), (stopped.UsedSeconds, stopped.ExtensionSeconds, stopped.Attempt));
        Assert.Equal(Refusal.NoSuchRun, Assert.IsType<Decision.Refuse>(
            StartClock.Decide(_contest.State, _floor, Contest.E(1), _p, at, attempt: 3)).Code);
    }

    [Fact]
    public void A_run_that_does_not_take_place_is_noted_with_a_reason_and_one_run_is_enough()
    {
        Hand(1, 1, 70m);
        Hand(2, 1, 80m);
        _contest.Apply(new TimeRecorded(Contest.E(1), _p, 50));
        Assert.Null(_contest.Module(1).Figure);
        Assert.Equal(Refusal.NoReason, Waive(2, " ").Code);
        Assert.Equal(Refusal.Marked, Waive(1, "放弃").Code);
        Assert.Equal(Refusal.NoSuchRun, Waive(3, "放弃").Code);
        Assert.Equal(Refusal.WrongRole, Assert.IsType<Decision.Refuse>(
            WaiveAttempt.Decide(_contest.State, new(Role.Judge, "J1", Contest.Here), Contest.E(1), _p, 2, true, "放弃")).Code);
        _contest.Accept<AttemptWaived>(WaiveAttempt.Decide(_contest.State, _floor, Contest.E(1), _p, 2, true, "放弃"));
        Assert.Equal(75m, _contest.Module(1).Figure);
        Assert.Equal(Refusal.NoChange, Waive(2, "放弃").Code);
        _contest.Accept<AttemptResumed>(WaiveAttempt.Decide(_contest.State, _floor, Contest.E(1), _p, 2, false, "登记错了"));
        Assert.Null(_contest.Module(1).Figure);
        Assert.Equal(Refusal.NoChange, Assert.IsType<Decision.Refuse>(
            WaiveAttempt.Decide(_contest.State, _floor, Contest.E(1), _p, 2, false, "登记错了")).Code);
    }

    [Fact]
    public void A_module_that_is_run_once_has_no_run_to_leave_out()
    {
        var once = new Contest(entrants: 1);
        Assert.Equal(Refusal.OneRun, Assert.IsType<Decision.Refuse>(
            WaiveAttempt.Decide(once.State, _floor, Contest.E(1), _p, 1, true, "放弃")).Code);
    }

    [Fact]
    public void The_spread_of_one_run_is_confirmed_by_itself()
    {
        foreach (var run in new[] { 1, 2 })
        {
            Hand(1, run, 70m);
            Hand(2, run, 90m);
        }

        var confirmed = _contest.Accept<SpreadConfirmed>(ConfirmSpread.Decide(_contest.State, _head, Contest.E(1), _p, "看过", 2));
        Assert.Equal(2, confirmed.Attempt);
        Assert.Equal([true, false], _contest.Module(1).Attempts!.Select(a => a.SpreadOpen));
        Assert.Null(_contest.Accept<SpreadConfirmed>(ConfirmSpread.Decide(_contest.State, _head, Contest.E(1), _p, "看过")).Attempt);
        Assert.Equal(Refusal.NoSpread,
            Assert.IsType<Decision.Refuse>(ConfirmSpread.Decide(_contest.State, _head, Contest.E(1), _p, "看过")).Code);
    }

    [Fact]
    public void The_entrants_signature_or_the_reason_without_it_is_kept_and_neither_blocks() // R-K18
    {
        var signed = _contest.Accept<SheetSubmitted>(SubmitSheet.Decide(
            _contest.State, Contest.J(1), Of(1, 1, 70m) with { EntrantSignature = "M0 0L9 9", EntrantRefused = "也写了" }));
        Assert.Equal(("M0 0L9 9", null), (signed.EntrantSignature, signed.EntrantRefused));
        var refused = _contest.Accept<SheetSubmitted>(SubmitSheet.Decide(
            _contest.State, Contest.J(1), Of(1, 2, 70m) with { EntrantRefused = " 对扣分有异议 " }));
        Assert.Equal((null, "对扣分有异议"), (refused.EntrantSignature, refused.EntrantRefused));
        Assert.Equal(Refusal.LongReason, Assert.IsType<Decision.Refuse>(
            SubmitSheet.Decide(_contest.State, Contest.J(2), Of(2, 1, 70m) with { EntrantRefused = new('长', 501) })).Code);
        Assert.Equal(Refusal.SignatureTooLong, Assert.IsType<Decision.Refuse>(
            SubmitSheet.Decide(_contest.State, Contest.J(2), Of(2, 1, 70m) with { EntrantSignature = new('M', 200_001) })).Code);
    }

    private Decision.Refuse Waive(int run, string reason) =>
        Assert.IsType<Decision.Refuse>(WaiveAttempt.Decide(_contest.State, _floor, Contest.E(1), _p, run, true, reason));

    private void Hand(int judge, int run, decimal mark) =>
        _contest.Accept<SheetSubmitted>(SubmitSheet.Decide(_contest.State, Contest.J(judge), Of(judge, run, mark)));

    private Decision.Refuse Refused(int judge, int run, decimal mark) =>
        Assert.IsType<Decision.Refuse>(SubmitSheet.Decide(_contest.State, Contest.J(judge), Of(judge, run, mark) with { BasedOn = 0 }));

    private SheetSubmission Of(int judge, int run, decimal mark) => new(
        Guid.NewGuid(), Contest.TradeId, _p, Contest.Code(1),
        _contest.State.Entrant(Contest.E(1))!.Entries(_p)?.Attempt(run)?.Sheet(Contest.J(judge))?.Version ?? 0,
        Contest.Marks(("a", mark)), Attempt: run);
}

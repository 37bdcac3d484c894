using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Contest;

namespace Scoring.Core.Tests.Scoring;

/// <summary>R-B6: arrivals and clocks of the floor.</summary>
public sealed class FloorClockTests
{
    private static readonly Actor Floor = new(Role.FloorJudge, "X1", Contest.Here);
    private static readonly ModuleId P = new("P");

    private static Contest Timed() => new(
        Union(Module("P", MarkingMethod.Judge, Points("a", 100m)) with { Time = new TimeRule(3600) }), entrants: 2);

    private static DateTimeOffset At(int seconds) => Start.AddSeconds(seconds);

    private static ModuleEntries Entries(Contest contest) => contest.State.Entrant(E(1))!.Entries(P)!;

    [Fact]
    public void Stopping_records_the_time_used_and_the_extension_given()
    {
        var contest = Timed();
        contest.Accept<ClockStarted>(StartClock.Decide(contest.State, Floor, E(1), P, At(0)));
        contest.Accept<ClockExtended>(ExtendClock.Decide(contest.State, Floor, E(1), P, 300, "停电"));
        contest.Accept<ClockExtended>(ExtendClock.Decide(contest.State, Floor, E(1), P, 120, "材料问题"));
        var time = contest.Accept<TimeRecorded>(StopClock.Decide(contest.State, Floor, E(1), P, At(3725)));

        Assert.Equal((3725, 420, At(3725), "停电；材料问题"), (time.UsedSeconds, time.ExtensionSeconds, time.FinishedAt, time.Reason));
        Assert.Equal(3305, Entries(contest).Time!.NetSeconds);
        Assert.Null(Entries(contest).Clock);
    }

    [Fact]
    public void A_clock_that_runs_is_kept_by_the_fold_with_its_start()
    {
        var contest = Timed();
        contest.Accept<ClockStarted>(StartClock.Decide(contest.State, Floor, E(1), P, At(5)));
        Assert.Equal(new RunningClock(At(5)), Entries(contest).Clock);
        Decided.Refused(Refusal.Running, StartClock.Decide(contest.State, Floor, E(1), P, At(9)));
    }

    [Fact]
    public void Going_on_after_a_mistaken_stop_needs_a_reason_and_counts_from_the_first_start()
    {
        var contest = Timed();
        contest.Accept<ClockStarted>(StartClock.Decide(contest.State, Floor, E(1), P, At(0)));
        contest.Accept<ClockExtended>(ExtendClock.Decide(contest.State, Floor, E(1), P, 60, "停电"));
        contest.Accept<TimeRecorded>(StopClock.Decide(contest.State, Floor, E(1), P, At(100)));
        Decided.Refused(Refusal.NoReason, StartClock.Decide(contest.State, Floor, E(1), P, At(110)));

        var again = contest.Accept<ClockStarted>(StartClock.Decide(contest.State, Floor, E(1), P, At(110), "误停"));
        Assert.Equal(At(0), again.At);
        Assert.Null(Entries(contest).Time);
        Assert.Equal(60, Entries(contest).Clock!.ExtensionSeconds);
        Assert.Equal(150, contest.Accept<TimeRecorded>(StopClock.Decide(contest.State, Floor, E(1), P, At(150))).UsedSeconds);
    }

    [Fact]
    public void An_extension_after_the_stop_changes_the_recorded_time()
    {
        var contest = Timed();
        contest.Time(1, 3700);
        var time = contest.Accept<TimeRecorded>(ExtendClock.Decide(contest.State, Floor, E(1), P, 180, "设备故障"));
        Assert.Equal((3700, 180, "设备故障"), (time.UsedSeconds, time.ExtensionSeconds, time.Reason));
        Decided.Refused(Refusal.NotRunning, ExtendClock.Decide(contest.State, Floor, E(2), P, 180, "设备故障"));
        Decided.Refused(Refusal.BadExtension, ExtendClock.Decide(contest.State, Floor, E(1), P, 0, "设备故障"));
    }

    [Fact]
    public void A_clock_started_by_mistake_is_taken_back_with_a_reason()
    {
        var contest = Timed();
        contest.Accept<ClockStarted>(StartClock.Decide(contest.State, Floor, E(1), P, At(0)));
        Decided.Refused(Refusal.NoReason, ResetClock.Decide(contest.State, Floor, E(1), P, " "));
        contest.Accept<ClockReset>(ResetClock.Decide(contest.State, Floor, E(1), P, "点错选手"));
        Assert.Null(Entries(contest).Clock);
        Decided.Refused(Refusal.NotRunning, StopClock.Decide(contest.State, Floor, E(1), P, At(10)));
    }

    [Fact]
    public void A_stop_before_the_start_is_refused()
    {
        var contest = Timed();
        contest.Accept<ClockStarted>(StartClock.Decide(contest.State, Floor, E(1), P, At(60)));
        Decided.Refused(Refusal.BadTime, StopClock.Decide(contest.State, Floor, E(1), P, At(0)));
    }

    [Fact]
    public void Only_the_floor_and_the_head_judge_time_and_only_where_it_is_timed_and_open()
    {
        var contest = Timed();
        Decided.Refused(Refusal.WrongRole, StartClock.Decide(contest.State, new(Role.Clerk, "K1", Contest.Here), E(1), P, At(0)));
        Decided.Refused(Refusal.NotTimed, StartClock.Decide(contest.State, Floor, E(1), new("T"), At(0)));
        contest.Status(2, EntrantStatus.Absent);
        Decided.Refused(Refusal.NotNormal, StartClock.Decide(contest.State, Floor, E(2), P, At(0)));
        contest.Apply(new ModuleSigned(Contest.TradeId, P, Role.HeadJudge, "Z1"));
        Decided.Refused(Refusal.Locked, StartClock.Decide(contest.State, Floor, E(1), P, At(0)));
    }

    [Fact]
    public void An_arrival_is_noted_and_taken_back_and_changes_no_result()
    {
        var contest = Timed();
        var version = contest.Trade.ResultsVersion;
        contest.Accept<ArrivalRecorded>(RecordArrival.Decide(contest.State, Floor, E(1), true, At(0)));
        Assert.Equal(At(0), contest.State.Entrant(E(1))!.ArrivedAt);
        Decided.Refused(Refusal.NoChange, RecordArrival.Decide(contest.State, Floor, E(1), true, At(1)));
        contest.Accept<ArrivalRecorded>(RecordArrival.Decide(contest.State, Floor, E(1), false, At(2)));
        Assert.Null(contest.State.Entrant(E(1))!.ArrivedAt);
        Assert.Equal(version, contest.Trade.ResultsVersion);
    }
}

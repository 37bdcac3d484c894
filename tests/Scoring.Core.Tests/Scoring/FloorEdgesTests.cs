using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Contest;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Scoring;

/// <summary>The floor at its edges: the first and last second of a clock, who is not there, which phase is open.</summary>
public sealed class FloorEdgesTests
{
    private static readonly Actor _floor = new(Role.FloorJudge, "X1", Here), _head = new(Role.HeadJudge, "Z1", Here);
    private static readonly ModuleId _p = new("P");

    private static Contest Timed(Phase phase = Phase.Scoring, TimeRule? rule = null) => new(
        Only(Module("P", MarkingMethod.Judge, Points("a", 100m)) with { Time = rule ?? new(3600) }), entrants: 2, phase: phase);

    private static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    private static TimeRecorded Ran(double seconds, int extension = 0)
    {
        var contest = Timed();
        contest.Accept<ClockStarted>(StartClock.Decide(contest.State, _floor, E(1), _p, At(0)));
        if (extension > 0)
        {
            contest.Accept<ClockExtended>(ExtendClock.Decide(contest.State, _floor, E(1), _p, extension, "停电"));
        }

        return contest.Accept<TimeRecorded>(StopClock.Decide(contest.State, _floor, E(1), _p, At(seconds)));
    }

    [Fact]
    public void A_clock_counts_full_seconds_from_none_to_a_day()
    {
        Assert.Equal((0m, 0m), (Ran(0).UsedSeconds, Ran(0.999).UsedSeconds));
        Assert.Equal((1m, 59m), (Ran(1).UsedSeconds, Ran(59.5).UsedSeconds));
        Assert.Equal((86400m, 86400m), (Ran(86400).UsedSeconds, Ran(200_000).UsedSeconds));
        Assert.Equal((60m, 60m), (Ran(60, 300).UsedSeconds, Ran(60, 300).ExtensionSeconds)); // no more 补时 than time
        Assert.Equal((400m, 300m), (Ran(400, 300).UsedSeconds, Ran(400, 300).ExtensionSeconds));
        var contest = Timed();
        contest.Accept<ClockStarted>(StartClock.Decide(contest.State, _floor, E(1), _p, At(0)));
        Refused(Refusal.BadTime, StopClock.Decide(contest.State, _floor, E(1), _p, At(-0.001)));
    }

    [Fact]
    public void A_clock_that_goes_on_counts_the_time_before_also_where_no_finish_was_noted()
    {
        var contest = Timed();
        contest.Apply(new TimeRecorded(E(1), _p, 90.5m));
        var on = contest.Accept<ClockStarted>(StartClock.Decide(contest.State, _floor, E(1), _p, At(100), " 误停 "));

        Assert.Equal((At(9.5), "误停"), (on.At, on.Reason));
        Assert.Equal("A01 已经在计时", Refused(Refusal.Running, StartClock.Decide(contest.State, _floor, E(1), _p, At(101))).Message.ToString());
        Assert.Equal("A02 没有在计时，请先开始", Refused(Refusal.NotRunning,
            StopClock.Decide(contest.State, _floor, E(2), _p, At(101))).Message.ToString());
        Assert.Equal("A02 还没有开始计时，不用补时", Refused(Refusal.NotRunning,
            ExtendClock.Decide(contest.State, _floor, E(2), _p, 60, "停电")).Message.ToString());
        Assert.Equal("A02 没有在计时", Refused(Refusal.NotRunning, ResetClock.Decide(contest.State, _floor, E(2), _p, "点错")).Message.ToString());
    }

    [Fact]
    public void Who_or_what_is_not_there_has_no_clock()
    {
        var contest = Timed();
        foreach (var decide in new Func<EntrantId, ModuleId, Decision>[]
        {
            (e, m) => StartClock.Decide(contest.State, _floor, e, m, At(0)), (e, m) => StopClock.Decide(contest.State, _floor, e, m, At(0)),
            (e, m) => ExtendClock.Decide(contest.State, _floor, e, m, 60, "停电"), (e, m) =>
                ResetClock.Decide(contest.State, _floor, e, m, "点错"),
            (e, m) => RecordTime.Decide(contest.State, _floor, e, m, 60),
        })
        {
            Refused(Refusal.NoSuchEntrant, decide(E(9), _p));
            Refused(Refusal.NoSuchModule, decide(E(1), new("X")));
        }

        Refused(Refusal.NoSuchEntrant, RecordArrival.Decide(contest.State, _floor, E(9), true, At(0)));
        Refused(Refusal.NoSuchRun, StartClock.Decide(contest.State, _floor, E(1), _p, At(0), attempt: 2));
    }

    [Theory]
    [InlineData(Phase.Setup, Refusal.WrongPhase, Refusal.Closed, Refusal.WrongPhase)]
    [InlineData(Phase.Drawn, null, Refusal.Closed, Refusal.WrongPhase)]
    [InlineData(Phase.Scoring, null, null, Refusal.NothingToSign)]
    [InlineData(Phase.Review, Refusal.WrongPhase, Refusal.Closed, Refusal.NothingToSign)]
    [InlineData(Phase.Publicity, Refusal.WrongPhase, Refusal.Closed, Refusal.WrongPhase)]
    public void Each_step_has_its_phases(Phase phase, Refusal? arrival, Refusal? clock, Refusal sign)
    {
        var contest = Timed(phase);
        for (var next = Phase.Review; next <= phase; next++)
        {
            contest.Apply(new PhaseChanged(Contest.TradeId, next));
        }

        Assert.Equal(
            [arrival, clock, clock, sign],
            new[]
            {
                RecordArrival.Decide(contest.State, _head, E(1), true, At(0)), StartClock.Decide(contest.State, _head, E(1), _p, At(0)),
                RecordTime.Decide(contest.State, _head, E(1), _p, 60), SignDay.Decide(contest.State, _head, Contest.TradeId),
            }.Select(d => (d as Decision.Refuse)?.Code));
    }

    [Fact]
    public void Whoever_has_a_module_before_them_is_told_why_it_is_closed()
    {
        var contest = Timed(Phase.Setup);
        string? Said() => Closed.Said(contest.Trade, _p);

        Assert.Equal("还没有开始评分。", Said());
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Drawn));
        Assert.Equal("还没有开始评分。", Said());
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Scoring));
        Assert.Null(Said());
        contest.Apply(new ModuleSigned(Contest.TradeId, _p, Role.Supervisor, "S1"));
        Assert.Null(Said());
        Assert.Null(Closed.Said(contest.Trade, new("X")));
        contest.Apply(new ModuleSigned(Contest.TradeId, _p, Role.HeadJudge, "Z1"));
        Assert.Equal("裁判长已签字，本模块已锁定。", Said());
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        Assert.Equal("评分已经结束。", Said());
    }

    [Fact]
    public void Only_out_of_time_may_still_be_corrected_of_those_who_are_not_normal()
    {
        var contest = Timed(rule: new(60, Out: new(0)));
        contest.Apply(new TimeRecorded(E(1), _p, 61));
        Assert.Equal(EntrantStatus.Eliminated, contest.Result(1).Status);
        Assert.Equal(60m, contest.Accept<TimeRecorded>(RecordTime.Decide(contest.State, _floor, E(1), _p, 60, reason: "看错")).UsedSeconds);
        Assert.Equal(EntrantStatus.Normal, contest.Result(1).Status);
        foreach (var status in new[] { EntrantStatus.Absent, EntrantStatus.Withdrawn, EntrantStatus.Disqualified })
        {
            contest.Status(2, status);
            Refused(Refusal.NotNormal, RecordTime.Decide(contest.State, _floor, E(2), _p, 60));
        }
    }

    [Fact]
    public void A_day_is_signed_by_each_person_of_an_office_for_what_they_have_not_signed()
    {
        var contest = new Contest(
            Only(Module("P", MarkingMethod.Judge, Points("a", 50m)), Module("Q", MarkingMethod.Clerk) with { FullMark = 50m }),
                entrants: 1);
        contest.Sheet(1, 40m).Apply(new ModuleSigned(Contest.TradeId, _p, Role.Supervisor, "S1"));
        Refused(Refusal.NothingToSign, SignDay.Decide(contest.State, new(Role.Supervisor, "S1", Here), Contest.TradeId));
        Assert.Equal([_p], contest.Accept<DaySigned>(SignDay.Decide(
            contest.State, new(Role.Supervisor, "S2", Here), Contest.TradeId)).Modules);
        contest.Apply(new ModuleMarkEntered(E(1), new("Q"), "K1", 30m)); // a clerk's figure begins a module
        Assert.Equal(
            [new("Q")], contest.Accept<DaySigned>(SignDay.Decide(
                contest.State, new(Role.Supervisor, "S1", Here), Contest.TradeId, "M0 0")).Modules);
        Assert.Equal([_p, new("Q")], contest.Accept<DaySigned>(SignDay.Decide(contest.State, _head, Contest.TradeId)).Modules);
        Refused(Refusal.NoSuchTrade, SignDay.Decide(contest.State, _head, new("zz")));
    }
}

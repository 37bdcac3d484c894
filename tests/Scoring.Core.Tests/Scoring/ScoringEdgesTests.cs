using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Scoring;

/// <summary>The last that is taken beside the first that is not, and which of two reasons is said.</summary>
public sealed class ScoringEdgesTests
{
    private static readonly Actor _floor = new(Role.FloorJudge, "F1", Contest.Here), _head = new(Role.HeadJudge, "H1", Contest.Here);
    private static readonly Actor _clerk = new(Role.Clerk, "K1", Contest.Here);
    private static readonly ModuleId _p = new("P");

    private static Contest Timed(int runs = 1) => new(
        Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m)) with
        {
            Time = new(3600), Attempts = runs > 1 ? new(runs) : null,
        }), entrants: 2);

    [Fact]
    public void A_violation_is_told_in_500_characters_and_takes_all_of_the_total_at_most()
    {
        var contest = Timed();
        Decision Record(string what, decimal points = 0m, decimal? percent = null, ModuleId? module = null) => RecordViolation.Decide(
            contest.State, _floor, Contest.E(1), module, "李", what,
            points > 0 || percent is not null ? ViolationOutcome.Deduction : ViolationOutcome.Warning, points, percent: percent);

        Assert.IsType<Decision.Append>(Record(new string('长', 500)));
        Refused(Refusal.LongReason, Record(new string('长', 501)));
        Assert.IsType<Decision.Append>(Record("违规", percent: 100m));
        Assert.IsType<Decision.Append>(Record("违规", 100m));
        Assert.Contains("不超过总分满分 100", Refused(Refusal.BadDeduction, Record("违规", 100.01m)).Message.ToString(), StringComparison.Ordinal);
        Assert.Contains("不超过模块满分 100", Refused(Refusal.BadDeduction, Record("违规", 100.01m, module: _p)).Message.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_of_extension_is_the_most()
    {
        var contest = Timed();
        contest.Accept<ClockStarted>(StartClock.Decide(contest.State, _floor, Contest.E(1), _p, Contest.Start));

        contest.Accept<ClockExtended>(ExtendClock.Decide(contest.State, _floor, Contest.E(1), _p, 86_400, "停电"));
        Refused(Refusal.BadExtension, ExtendClock.Decide(contest.State, _floor, Contest.E(1), _p, 86_401, "停电"));
        contest.Accept<ClockExtended>(ExtendClock.Decide(contest.State, _floor, Contest.E(1), _p, 1, "停电"));
    }

    [Fact]
    public void Of_two_reasons_the_office_is_said_first_then_the_phase_then_the_entrant_then_the_run()
    {
        var contest = Timed(runs: 2);
        Decision Start(Actor by, int run = 1) => StartClock.Decide(contest.State, by, Contest.E(1), _p, Contest.Start, attempt: run);
        Decision Time(Actor by) => RecordTime.Decide(contest.State, by, Contest.E(1), _p, -1);
        Decision Waive(Actor by) => WaiveAttempt.Decide(contest.State, by, Contest.E(1), _p, 2, true, "放弃");
        Refused(Refusal.NoSuchRun, Start(_floor, 3));
        contest.Status(1, EntrantStatus.Absent);
        Refused(Refusal.NotNormal, Start(_floor, 3));
        Refused(Refusal.NotNormal, Time(_floor));
        Refused(Refusal.NotNormal, Waive(_floor));
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        Refused(Refusal.Closed, Start(_floor, 3));
        Refused(Refusal.Closed, Time(_floor));
        Refused(Refusal.Closed, Waive(_floor));
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Publicity));
        Refused(Refusal.WrongRole, Start(_clerk));
        Refused(Refusal.WrongRole, Waive(_clerk));
        Refused(Refusal.WrongRole, SignDay.Decide(contest.State, _clerk, Contest.TradeId));
        Refused(Refusal.WrongRole, CallEntrants.Decide(contest.State, _clerk, Contest.TradeId, ["A01"], Contest.Start));
    }

    [Fact]
    public void Before_and_after_the_marking_are_told_apart()
    {
        string Said(Phase phase)
        {
            var contest = new Contest(Timed().Trade.Definition, entrants: 1, phase: phase < Phase.Review ? phase : Phase.Scoring);
            contest.Apply(new PhaseChanged(Contest.TradeId, phase));
            return Refused(Refusal.Closed, RecordTime.Decide(contest.State, _floor, Contest.E(1), _p, 60)).Message.ToString();
        }

        Assert.Equal("电工还没有开始评分，请等裁判长开始", Said(Phase.Drawn));
        Assert.Equal("电工的评分已经结束，修改须走更正", Said(Phase.Review));
    }

    [Fact]
    public void One_person_in_two_offices_signs_in_each()
    {
        var contest = new Contest(entrants: 1).Sheet(1, 80m).Theory(1, 80m);
        contest.Apply(new ModuleSigned(Contest.TradeId, _p, Role.Supervisor, "H1"))
            .Apply(new ModuleSigned(Contest.TradeId, new("T"), Role.HeadJudge, "other"));

        Assert.Equal([new("T"), _p], contest.Accept<DaySigned>(SignDay.Decide(contest.State, _head, Contest.TradeId)).Modules);
    }

    [Fact]
    public void A_run_given_up_is_called_so_and_a_member_who_was_not_there_absent()
    {
        var contest = Timed(runs: 2).Sheet(1, 80m);

        Assert.Equal(
            "A01 的这一份已有成绩或用时，不能登记弃试",
            Refused(Refusal.Marked, WaiveAttempt.Decide(contest.State, _floor, Contest.E(1), _p, 1, true, "放弃")).Message.ToString());
        Assert.Equal(
            "A01 的这一份没有登记弃试",
            Refused(Refusal.NoChange, WaiveAttempt.Decide(contest.State, _floor, Contest.E(1), _p, 2, false, "误记")).Message.ToString());
    }
}

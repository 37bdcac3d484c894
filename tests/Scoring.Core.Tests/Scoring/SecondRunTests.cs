using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Scoring;

/// <summary>The second run (R-K7) has versions, differences, times and returns of its own; offices, phases and locks hold for it as for the
/// first.</summary>
public sealed class SecondRunTests
{
    private static readonly Actor _floor = new(Role.FloorJudge, "F1", Contest.Here), _head = new(Role.HeadJudge, "H1", Contest.Here);
    private static readonly ModuleId _p = new("P");
    private static readonly string _hash = new('a', 64);

    private static Contest Of(MarkingMethod marking) => new(
        Contest.Only((marking is MarkingMethod.Judge or MarkingMethod.Panel
            ? Contest.Module("P", marking, Contest.Points("a", 100m)) : Contest.Module("P", marking)) with { Attempts = new(2),
                Time = new() }),
        entrants: 1, judges: 1);

    private static Actor Clerk(string id) => new(Role.Clerk, id, Contest.Here);

    private static Decision Enter(Contest contest, string clerk, int? run, decimal mark, long basedOn = 0) =>
        EnterModuleMark.Decide(contest.State, Clerk(clerk), Contest.E(1), _p, mark, basedOn, run);

    private static SheetSubmission Sheet(decimal mark, int? run, long basedOn = 0) =>
        new(Guid.NewGuid(), Contest.TradeId, _p, Contest.Code(1), basedOn, Contest.Marks(("a", mark)), Attempt: run);

    [Fact]
    public void A_clerks_figure_of_each_run_has_its_own_version()
    {
        var contest = Of(MarkingMethod.Clerk);
        contest.Accept<ModuleMarkEntered>(Enter(contest, "k", null, 80m));
        contest.Accept<ModuleMarkEntered>(Enter(contest, "k", 2, 70m));
        Refused(Refusal.MarkConflict, Enter(contest, "k", 2, 75m));
        Refused(Refusal.MarkConflict, Enter(contest, "k", 1, 85m, contest.Sequence)); // the version of the other run
        contest.Accept<ModuleMarkEntered>(Enter(contest, "k", 2, 75m, contest.Sequence));
        Assert.Equal([80m, 75m], contest.Module(1).Attempts!.Select(a => a.Figure));
    }

    [Fact]
    public void A_difference_of_the_second_run_is_settled_there_and_the_first_has_none()
    {
        var contest = Of(MarkingMethod.DoubleEntry);
        foreach (var (clerk, run, mark) in new[] { ("k1", 1, 80m), ("k2", 1, 80m), ("k1", 2, 70m), ("k2", 2, 71m) })
        {
            contest.Accept<ModuleMarkEntered>(Enter(contest, clerk, run, mark));
        }

        Decision Resolve(int? run, decimal mark = 70.5m, string by = "k3") =>
            ResolveDoubleEntry.Decide(contest.State, Clerk(by), Contest.E(1), _p, mark, "核对原卷", run);
        Refused(Refusal.NoDifference, Resolve(1));
        Refused(Refusal.NoDifference, Resolve(null));
        Refused(Refusal.NoSuchRun, Resolve(3));
        Refused(Refusal.BadMark, Resolve(2, 100.01m));
        Refused(Refusal.SamePerson, Resolve(2, by: "k1"));
        Assert.Equal(2, contest.Accept<DoubleEntryResolved>(Resolve(2)).Attempt);
        Assert.Equal([80m, 70.5m], contest.Module(1).Attempts!.Select(a => a.Figure));
    }

    [Fact]
    public void A_sheet_is_returned_and_seen_run_by_run()
    {
        var contest = Of(MarkingMethod.Judge);
        Assert.Null(contest.Accept<SheetSubmitted>(SubmitSheet.Decide(contest.State, Contest.J(1), Sheet(80m, 1))).Attempt);
        var seen = contest.Sequence;
        Decision Return(int? run) => ReturnSheet.Decide(contest.State, _head, Contest.E(1), _p, Contest.J(1), "重看", run);
        Refused(Refusal.NoSheet, Return(2));
        contest.Accept<SheetSubmitted>(SubmitSheet.Decide(contest.State, Contest.J(1), Sheet(70m, 2)));

        Assert.Null(Unseen.Sheet(contest.State, Contest.E(1), _p, Contest.J(1), seen));
        Assert.Equal(Refusal.Unseen, Unseen.Sheet(contest.State, Contest.E(1), _p, Contest.J(1), seen, 2)!.Code);
        Assert.Equal(Refusal.Unseen, Unseen.Panel(contest.State, Contest.E(1), _p, seen, 2)!.Code);
        Assert.Null(Unseen.Panel(contest.State, Contest.E(1), _p, seen));
        Assert.Null(contest.Accept<SheetReturned>(Return(1)).Attempt);
        Refused(Refusal.AlreadyReturned, Return(1));
        Assert.Equal(2, contest.Accept<SheetReturned>(Return(2)).Attempt);
    }

    [Fact]
    public void Paper_of_a_run_needs_a_picture_and_keeps_what_was_noted()
    {
        var contest = Of(MarkingMethod.Judge);
        var note = new Dictionary<AspectId, string> { [new("a")] = "缺一步" };
        Decision Paper(int run, string? picture, IReadOnlyDictionary<AspectId, string>? notes) => EnterPaperSheet.Decide(
            contest.State, Clerk("k"), Contest.TradeId, _p, Contest.Code(1), Contest.J(1), Contest.Marks(("a", 80m)), picture, 0, notes,
                run);

        Refused(Refusal.NoPicture, Paper(1, null, null));
        Refused(Refusal.NoPicture, Paper(1, _hash[..^1] + "x", null));
        Refused(Refusal.NoPicture, Paper(1, _hash + "a", null));
        var first = contest.Accept<PaperSheetEntered>(Paper(1, _hash, new Dictionary<AspectId, string>()));
        Assert.Null(first.Notes);
        Assert.Null(first.Attempt);
        var second = contest.Accept<PaperSheetEntered>(Paper(2, _hash, note));
        Assert.Equal((2, "缺一步"), (second.Attempt, second.Notes!.Values.Single()));
    }

    [Fact]
    public void The_first_time_of_each_run_needs_no_reason_and_a_second_one_does()
    {
        var contest = Of(MarkingMethod.Clerk);
        Decision Record(int run, string? reason = null) => RecordTime.Decide(
            contest.State, _floor, Contest.E(1), _p, 50, attempt: run, reason: reason);
        contest.Accept<TimeRecorded>(Record(1));
        contest.Accept<TimeRecorded>(Record(2));
        Refused(Refusal.NoReason, Record(2));
        contest.Accept<TimeRecorded>(Record(2, "看错表"));
        contest.Status(1, EntrantStatus.Withdrawn);
        Refused(Refusal.NotNormal, Record(2, "看错表"));
        Refused(Refusal.NotNormal, WaiveAttempt.Decide(contest.State, _floor, Contest.E(1), _p, 1, true, "放弃"));
    }

    [Fact]
    public void More_time_has_its_reasons_together_and_ends_with_the_day()
    {
        var contest = Of(MarkingMethod.Clerk);
        Decision Extend(int seconds, string? reason = "停电") =>
            ExtendClock.Decide(contest.State, _floor, Contest.E(1), _p, seconds, reason, 2);
        Refused(Refusal.NotRunning, Extend(60));
        Refused(Refusal.NotRunning, ResetClock.Decide(contest.State, _floor, Contest.E(1), _p, "点错", 2));
        Refused(Refusal.NoReason, ResetClock.Decide(contest.State, _floor, Contest.E(1), _p, " ", 2));
        contest.Accept<ClockStarted>(StartClock.Decide(contest.State, _floor, Contest.E(1), _p, Contest.Start, attempt: 2));
        Refused(Refusal.BadExtension, Extend(0));
        Refused(Refusal.BadExtension, Extend(86401));
        Refused(Refusal.NoReason, Extend(60, " "));
        contest.Accept<ClockExtended>(Extend(60));
        contest.Accept<ClockExtended>(Extend(86400 - 60));
        contest.Accept<TimeRecorded>(StopClock.Decide(contest.State, _floor, Contest.E(1), _p, Contest.Start.AddSeconds(3600), 2));
        contest.Apply(new TimeRecorded(Contest.E(1), _p, 3600, 60, null, "停电", 2));
        Assert.Equal("停电；换刀", contest.Accept<TimeRecorded>(Extend(30, " 换刀 ")).Reason);
        contest.Apply(new TimeRecorded(Contest.E(1), _p, 3600, 0, null, null, 2));
        Assert.Equal("换刀", contest.Accept<TimeRecorded>(Extend(30, "换刀")).Reason);
    }

    [Fact]
    public void Offices_and_phases_hold_on_the_floor()
    {
        var contest = Of(MarkingMethod.Judge);
        Decision Arrive(bool present, Actor? by = null) => RecordArrival.Decide(
            contest.State, by ?? _floor, Contest.E(1), present, Contest.Start);
        Refused(Refusal.WrongRole, Arrive(true, Clerk("k")));
        Assert.Equal("A01 还没有检录", Refused(Refusal.NoChange, Arrive(false)).Message.ToString());
        contest.Accept<ArrivalRecorded>(Arrive(true));
        Assert.Equal("A01 已经检录", Refused(Refusal.NoChange, Arrive(true)).Message.ToString());
        Refused(Refusal.WrongRole, CallEntrants.Decide(contest.State, Clerk("k"), Contest.TradeId, ["A01"], Contest.Start));
        Refused(Refusal.BadCall, CallEntrants.Decide(contest.State, _floor, Contest.TradeId, [], Contest.Start));
        Refused(Refusal.BadCall, CallEntrants.Decide(contest.State, _floor, Contest.TradeId, [.. Enumerable.Repeat("A09", 61)],
            Contest.Start));
        Refused(Refusal.NoSuchEntrant, CallEntrants.Decide(contest.State, _floor, Contest.TradeId, [.. Enumerable.Repeat("A09", 60)],
            Contest.Start));
        Refused(Refusal.WrongRole, SignDay.Decide(contest.State, _floor, Contest.TradeId));
        Refused(Refusal.NothingToSign, SignDay.Decide(contest.State, _head, Contest.TradeId));
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Review)).Apply(new PhaseChanged(Contest.TradeId, Phase.Publicity));
        Refused(Refusal.WrongPhase, Arrive(false));
        Refused(Refusal.WrongPhase, CallEntrants.Decide(contest.State, _floor, Contest.TradeId, ["A01"], Contest.Start));
        Refused(Refusal.WrongPhase, SignDay.Decide(contest.State, _head, Contest.TradeId));
    }

    [Fact]
    public void What_a_sheet_may_carry_ends_where_it_is_said_to()
    {
        var contest = Of(MarkingMethod.Judge);
        Decision Hand(SheetSubmission sheet) => SubmitSheet.Decide(contest.State, Contest.J(1), sheet);
        Refused(Refusal.SignatureTooLong, Hand(Sheet(80m, 1) with { EntrantSignature = new('M', 200_001) }));
        Refused(Refusal.SignatureTooLong, Hand(Sheet(80m, 1) with { Signature = new('M', 200_001) }));
        Refused(Refusal.LongReason, Hand(Sheet(80m, 1) with { EntrantRefused = new('长', 501) }));
        contest.Accept<SheetSubmitted>(Hand(Sheet(80m, 1) with { EntrantSignature = new('M', 200_000), Signature = new('M', 200_000) }));
        contest.Accept<SheetSubmitted>(Hand(Sheet(80m, 2) with { EntrantRefused = new('长', 500) }));
    }

    [Fact]
    public void A_ledger_of_another_says_whose_entry_could_not_have_been()
    {
        var contest = Of(MarkingMethod.Judge);
        string? Why(string actor, LedgerEvent e) => DecidedAgain.Why(contest.State, actor, e);
        var second = new SheetSubmitted(Contest.E(1), _p, Contest.J(1), Contest.Marks(("a", 80m)), 0, Attempt: 2);

        Assert.Null(Why("judge:J1", second));
        Assert.StartsWith("操作人是 judge:J2", Why("judge:J2", second), StringComparison.Ordinal);
        Assert.Null(Why(Actor.System, second with { Marks = Contest.Marks(("a", 101m)) }));
        Assert.StartsWith("按当时的情况不能交这份评分表", Why("judge:J1", second with { Marks = Contest.Marks(("a", 101m)) }), StringComparison.Ordinal);
        Assert.Equal("评分表依据第 7 条，而这位裁判此前没有交过这份表", Why("judge:J1", second with { BasedOn = 7 }));
        Assert.Equal("评分表写的选手不在名单里", Why("judge:J1", second with { Entrant = Contest.E(9) }));
        contest.Apply(second);
        Assert.Equal($"评分表依据第 0 条，而这份表此前的一版是第 {contest.Sequence} 条", Why("judge:J1", second));
        Assert.Null(Why("floorJudge:F1", new AttemptWaived(Contest.E(1), _p, 1, "放弃")));
        Assert.StartsWith("操作人是 judge:J1，", Why("judge:J1", new AttemptWaived(Contest.E(1), _p, 1, "放弃")), StringComparison.Ordinal);
        Assert.StartsWith("操作人是 clerk:k，", Why("clerk:k", new PanelConfirmed(Contest.E(1), _p, "看过")), StringComparison.Ordinal);
        Assert.StartsWith("操作人 nobody 不是任何职务", Why("nobody", new PanelConfirmed(Contest.E(1), _p, "看过")), StringComparison.Ordinal);
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Scoring;

/// <summary>R-B4, R-D2, R-D5: returns, spreads, corrections, signatures.</summary>
public sealed class HeadJudgeTests
{
    private static readonly Actor Head = new(Role.HeadJudge, "H1", Contest.Here);
    private static readonly Actor Supervisor = new(Role.Supervisor, "S1", Contest.Here);
    private static readonly Actor First = new(Role.Judge, "J1");
    private static readonly ModuleId P = new("P");

    private static Contest Panel(params decimal[] marks)
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m))), entrants: 1, judges: 2);
        foreach (var (i, mark) in marks.Index())
        {
            contest.Sheet(1, mark, i + 1);
        }

        return contest;
    }

    [Fact]
    public void A_sheet_is_returned_once_with_a_reason_by_the_head_judge()
    {
        var contest = Panel(80m);
        Decision Return(Actor by, int judge, string reason = "漏评", int entrant = 1, string module = "P") =>
            ReturnSheet.Decide(contest.State, by, Contest.E(entrant), new(module), Contest.J(judge), reason);

        Refused(Refusal.WrongRole, Return(First, 1));
        Refused(Refusal.WrongRole, Return(new(Role.Admin, "admin", Contest.Here), 1));
        Refused(Refusal.NoReason, Return(Head, 1, " "));
        Refused(Refusal.LongReason, Return(Head, 1, new string('漏', 501)));
        Refused(Refusal.NoSheet, Return(Head, 2));
        Refused(Refusal.NoSuchEntrant, Return(Head, 1, entrant: 9));
        Refused(Refusal.NoSuchModule, Return(Head, 1, module: "X"));
        Assert.Equal("漏评", contest.Accept<SheetReturned>(Return(Head, 1, " 漏评 ")).Reason);
        Refused(Refusal.AlreadyReturned, Return(Head, 1));
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        Refused(Refusal.Closed, Return(Head, 1));
    }

    [Fact]
    public void A_head_judge_of_another_trade_may_not()
    {
        var contest = Panel(80m);
        contest.Apply(new JudgesAppointed([new Judge(new("H1"), "宋建民", [new(Role.HeadJudge, new("qg"))])]));
        Assert.Equal("这一步只能由电工的裁判长来做", Refused(Refusal.WrongRole, ReturnSheet.Decide(contest.State, Head, Contest.E(1), P, Contest.J(1), "漏评")).Message.ToString());

        contest.Apply(new JudgesAppointed([new Judge(new("H1"), "宋建民", [new(Role.HeadJudge, Contest.TradeId)])]));
        contest.Accept<SheetReturned>(ReturnSheet.Decide(contest.State, Head, Contest.E(1), P, Contest.J(1), "漏评"));
    }

    [Fact]
    public void Only_an_open_spread_is_confirmed()
    {
        var contest = Panel(80m, 90m);
        Decision Confirm(string reason = "已对照录像") => ConfirmSpread.Decide(contest.State, Head, Contest.E(1), P, reason);
        Refused(Refusal.NoSpread, Confirm());

        contest.Sheet(1, 91m, 2);
        Refused(Refusal.NoReason, Confirm(""));
        contest.Accept<SpreadConfirmed>(Confirm());
        Refused(Refusal.NoSpread, Confirm());
        Refused(Refusal.NoSuchModule, ConfirmSpread.Decide(contest.State, Head, Contest.E(1), new("X"), "理由"));
        Refused(Refusal.NoSuchEntrant, ConfirmSpread.Decide(contest.State, Head, Contest.E(9), P, "理由"));
    }

    [Fact]
    public void A_correction_is_asked_for_by_one_and_approved_by_another()
    {
        var contest = Panel(80m, 84m).Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        Decision Correct(decimal mark, int judge = 1, string reason = "笔误", string approved = "S1", string aspect = "a") =>
            CorrectSheet.Decide(contest.State, Head, Contest.E(1), P, Contest.J(judge), Contest.Marks((aspect, mark)), reason, new(Role.Supervisor, approved, Contest.Here));

        Refused(Refusal.NoReason, Correct(82m, reason: ""));
        Refused(Refusal.SamePerson, Correct(82m, approved: "h1"));
        Refused(Refusal.TwoPeople, Correct(82m, approved: " "));
        Refused(Refusal.NoChange, Correct(80.00m));
        Refused(Refusal.NoSheet, Correct(82m, judge: 3));
        Assert.Equal("须在 0 到 100 之间", Refused(Refusal.BadMarks, Correct(101m)).Fields!["a"].ToString());
        Assert.Equal(["a", "z"], Refused(Refusal.BadMarks, Correct(1m, aspect: "z")).Fields!.Keys.Order());
        contest.Accept<SheetCorrected>(Correct(82m));

        Assert.Equal(83m, contest.Module(1).Figure);
        Assert.Equal(1, contest.State.Entrant(Contest.E(1))!.Sheet(P, Contest.J(1))!.Corrections);
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Final));
        contest.Accept<SheetCorrected>(Correct(81m));
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Archived));
        Refused(Refusal.WrongPhase, Correct(80m));
    }

    [Fact]
    public void One_aspect_of_several_may_be_corrected_alone()
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 60m), Contest.Points("b", 40m))), entrants: 6).Sheet(1, 1, "P", ("a", 50m), ("b", 30m));

        contest.Accept<SheetCorrected>(CorrectSheet.Decide(contest.State, Head, Contest.E(1), P, Contest.J(1), Contest.Marks(("a", 50m), ("b", 31m)), "笔误", Supervisor));
        Refused(Refusal.NoChange, CorrectSheet.Decide(contest.State, Head, Contest.E(1), P, Contest.J(1), Contest.Marks(("b", 31m), ("a", 50m)), "笔误", Supervisor));
        Assert.EndsWith("A05、A06", Refused(Refusal.Incomplete, SignModule.Decide(contest.State, Head, Contest.TradeId, P)).Message.ToString(), StringComparison.Ordinal);
        contest.Apply(new SheetReturned(Contest.E(1), P, Contest.J(1), "漏评"));
        Assert.EndsWith("A05 等", Refused(Refusal.Incomplete, SignModule.Decide(contest.State, Head, Contest.TradeId, P)).Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_effect_of_a_correction_is_shown_without_touching_anything()
    {
        var contest = new Contest(entrants: 2).Theory(1, 90m).Sheet(1, 90m).Theory(2, 80m).Sheet(2, 80m);
        var correction = new SheetCorrected(Contest.E(1), P, Contest.J(1), Contest.Marks(("a", 60m)), "笔误", "J1", "S1");

        var effect = WhatIf.Effect(contest.State, Contest.TradeId, correction)!;

        Assert.Equal("E1:1 E2:2", contest.Order());
        Assert.Equal([(2, (int?)2, (int?)1), (1, 1, 2)], effect.Entrants.Select(e => (int.Parse(e.Entrant.Value[1..]), e.RankBefore, e.RankAfter)));
        Assert.Equal((90m, 69m), effect.Entrants.Single(e => e.Entrant == Contest.E(1)) is var one ? (one.TotalBefore, one.TotalAfter) : default);
        Assert.Null(WhatIf.Effect(contest.State, new("x"), correction));
        Assert.Null(WhatIf.Effect(contest.State, Contest.TradeId, new TradeRemoved(Contest.TradeId)));
    }

    [Fact]
    public void Nothing_is_signed_until_everything_is_in()
    {
        var contest = Panel(80m);
        Decision Sign(Actor by) => SignModule.Decide(contest.State, by, Contest.TradeId, P, "M0 0L9 9");

        Assert.Equal("还有 1 人没有评完，不能签字：A01", Refused(Refusal.Incomplete, Sign(Head)).Message.ToString());
        contest.Accept<ModuleSigned>(Sign(First));
        Refused(Refusal.AlreadySigned, Sign(First));
        Refused(Refusal.Incomplete, Sign(new(Role.Judge, "J2")));
        Assert.False(contest.Trade.Module(P)!.Locked);

        contest.Sheet(1, 95m, 2);
        Refused(Refusal.Incomplete, Sign(Supervisor)); // the spread is open
        contest.Sheet(1, 85m, 2);
        contest.Accept<ModuleSigned>(Sign(Supervisor));
        contest.Accept<ModuleSigned>(Sign(Head));
        Assert.True(contest.Trade.Module(P)!.Locked);
        Refused(Refusal.WrongRole, Sign(new(Role.Clerk, "K1", Contest.Here)));
        Refused(Refusal.WrongRole, Sign(new(Role.Judge, "J9")));
        Refused(Refusal.NoSuchModule, SignModule.Decide(contest.State, Head, Contest.TradeId, new("X")));
        Refused(Refusal.NoSuchTrade, SignModule.Decide(contest.State, Head, new("x"), P));
    }

    [Fact]
    public void Absent_recused_and_zeroed_entrants_do_not_hold_a_signature_up()
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m))), entrants: 3, judges: 1)
            .Status(1, EntrantStatus.Absent).Violation(1, 2, "P", ViolationOutcome.ModuleToZero);
        contest.Apply(new JudgesAppointed([contest.State.Judges[Contest.J(1)] with { RecusedFrom = [Contest.E(3)] }]));

        contest.Accept<ModuleSigned>(SignModule.Decide(contest.State, First, Contest.TradeId, P));
        Assert.Contains("A03", Refused(Refusal.Incomplete, SignModule.Decide(contest.State, Head, Contest.TradeId, P)).Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_locked_module_needs_two_people_to_open()
    {
        var contest = Panel(80m, 85m);
        Decision Reopen(Actor head, Actor supervisor, string reason = "录错代号") => ReopenModule.Decide(contest.State, Contest.TradeId, P, head, supervisor, reason);
        Refused(Refusal.NotSigned, Reopen(Head, Supervisor));
        contest.Accept<ModuleSigned>(SignModule.Decide(contest.State, Head, Contest.TradeId, P));

        Refused(Refusal.WrongRole, Reopen(Supervisor, Head));
        Refused(Refusal.WrongRole, Reopen(Head, Head));
        Refused(Refusal.SamePerson, Reopen(Head, new(Role.Supervisor, "H1", Contest.Here)));
        Refused(Refusal.NoReason, Reopen(Head, Supervisor, ""));
        Refused(Refusal.NoSuchTrade, ReopenModule.Decide(contest.State, new("x"), P, Head, Supervisor, "理由"));
        Refused(Refusal.NoSuchModule, ReopenModule.Decide(contest.State, Contest.TradeId, new("X"), Head, Supervisor, "理由"));
        contest.Accept<ModuleReopened>(Reopen(Head, Supervisor));
        Assert.False(contest.Trade.Module(P)!.Locked);
    }
}

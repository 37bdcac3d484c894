using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Tests.Scoring;

/// <summary>A panel that lost a judge stands once the head judge says why (R-L3, R-L4), after a spread that asks too (R-B4); trainees and a
/// second
/// judge of a one-judge module (R-B2, R-K10).</summary>
public sealed class ConfirmPanelTests
{
    private static readonly Actor _head = new(Role.HeadJudge, "H1", Contest.Here);
    private static readonly ModuleId _p = new("P");

    /// <summary>Five judges, of whom the fifth is recused from E1; marks of the other four.</summary>
    private static Contest FourOfFive(params decimal[] marks)
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m))), entrants: 1,
            judges: 5);
        contest.Apply(new JudgesAppointed([contest.State.Judges[Contest.J(5)] with { RecusedFrom = [Contest.E(1)] }]));
        foreach (var (mark, at) in marks.Select((m, i) => (m, i)))
        {
            contest.Sheet(1, mark, at + 1);
        }

        return contest;
    }

    private static Decision Confirm(Contest contest, string reason = "裁判回避", Actor? by = null) =>
        ConfirmPanel.Decide(contest.State, by ?? _head, Contest.E(1), _p, reason);

    private static Refusal Refused(Decision decision) => Assert.IsType<Decision.Refuse>(decision).Code;

    [Fact]
    public void Four_of_five_are_no_longer_trimmed_and_wait_for_a_word()
    {
        var contest = FourOfFive(80m, 82m, 84m, 86m);
        Assert.Equal(83m, contest.Module(1).Figure);
        Assert.NotNull(contest.Module(1).PanelOpen);
        Assert.False(contest.Module(1).IsFinal);

        Assert.Equal(Refusal.NoReason, Refused(Confirm(contest, " ")));
        Assert.Equal(Refusal.WrongRole, Refused(Confirm(contest, by: new(Role.Judge, "J1", Contest.Here))));
        Assert.Equal("裁判回避", contest.Accept<PanelConfirmed>(Confirm(contest, " 裁判回避 ")).Reason);

        Assert.Null(contest.Module(1).PanelOpen);
        Assert.True(contest.Module(1).IsFinal);
        Assert.Equal(Refusal.NoPanel, Refused(Confirm(contest)));
    }

    [Fact]
    public void A_later_sheet_asks_again()
    {
        var contest = FourOfFive(80m, 82m, 84m, 86m);
        contest.Accept<PanelConfirmed>(Confirm(contest));
        contest.Apply(new SheetReturned(Contest.E(1), _p, Contest.J(4), "重看"));
        contest.Sheet(1, 88m, 4);

        Assert.NotNull(contest.Module(1).PanelOpen);
    }

    [Fact]
    public void Five_who_are_all_there_have_nothing_to_confirm()
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m))), entrants: 1,
            judges: 5);
        Enumerable.Range(1, 5).ToList().ForEach(judge => contest.Sheet(1, 80m, judge));

        Assert.Equal(Refusal.NoPanel, Refused(Confirm(contest)));
        Assert.Equal(Refusal.NoSpread, Refused(ConfirmSpread.Decide(contest.State, _head, Contest.E(1), _p, "看过")));
        Assert.IsType<Decision.Refuse>(ConfirmPanel.Decide(contest.State, _head, Contest.E(9), _p, "看过"));
        Assert.IsType<Decision.Refuse>(ConfirmPanel.Decide(contest.State, _head, Contest.E(1), new("X"), "看过"));
    }

    [Fact]
    public void A_wide_spread_is_confirmed_first_and_then_the_panel()
    {
        var contest = FourOfFive(60m, 82m, 84m, 86m);

        contest.Accept<SpreadConfirmed>(ConfirmSpread.Decide(contest.State, _head, Contest.E(1), _p, "看过"));
        Assert.False(contest.Module(1).IsFinal);
        contest.Accept<PanelConfirmed>(ConfirmSpread.Decide(contest.State, _head, Contest.E(1), _p, "看过"));

        Assert.True(contest.Module(1).IsFinal);
    }

    [Fact]
    public void One_judge_has_marked_and_a_trainee_may_all_the_same()
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m))), entrants: 1,
            judges: 2);
        contest.Apply(new JudgesAppointed([new(Contest.J(3), "影子", [new JudgeSeat(Role.Judge, Contest.TradeId, _p, Trainee: true)])]));
        Decision Hand(int judge, decimal mark) => SubmitSheet.Decide(contest.State, Contest.J(judge), new SheetSubmission(
            Guid.NewGuid(), Contest.TradeId, _p, Contest.Code(1), 0, Contest.Marks(("a", mark))));

        contest.Accept<SheetSubmitted>(Hand(3, 10m)); // a trainee's sheet takes nobody's place
        contest.Accept<SheetSubmitted>(Hand(2, 80m));

        var taken = Assert.IsType<Decision.Refuse>(Hand(1, 90m));
        Assert.Equal((Refusal.AlreadyMarked, "A01 已由 2 号裁判评分，不能再评"), (taken.Code, taken.Message.ToString()));
        Assert.Equal(80m, contest.Module(1).Figure);
        contest.Apply(new SheetReturned(Contest.E(1), _p, Contest.J(2), "重看"));
        contest.Accept<SheetSubmitted>(Hand(1, 90m));
        Assert.Equal(90m, contest.Module(1).Figure);
    }

    [Fact]
    public void A_third_clerk_has_nothing_to_enter_where_two_have()
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.DoubleEntry)), entrants: 1);
        Decision Enter(string clerk, decimal mark) =>
            EnterModuleMark.Decide(contest.State, new(Role.Clerk, clerk, Contest.Here), Contest.E(1), _p, mark, 0);

        contest.Accept<ModuleMarkEntered>(Enter("k1", 80m));
        contest.Accept<ModuleMarkEntered>(Enter("k2", 80m));

        Assert.Equal(Refusal.ThirdClerk, Refused(Enter("k3", 80m)));
    }
}

using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.Scoring;

namespace Scoring.Core.Tests.Scoring;

/// <summary>待合议 in rounds (R-L6): who is to mark anew, what is taken, what is kept.</summary>
public sealed class AgreementTests
{
    private static readonly AspectId _a = new("a");
    private readonly Contest _contest = new(
        Contest.Only(Contest.Module(
            "P", MarkingMethod.Panel, new JudgementAspect(_a, "外观", 9m, ["差", "达标", "良", "优"]), Contest.Points("b", 91m))),
        entrants: 1, judges: 3);

    [Fact]
    public void Every_judge_is_asked_once_a_round_also_one_who_stays_with_the_first_mark()
    {
        Hand(1, 0).Hand(2, 3).Hand(3, 3);
        Assert.Equal("1 2 3", Due());
        Hand(1, 1);
        Assert.Equal("2 3", Due());
        Hand(2, 3);
        Hand(3, 3);
        Assert.Equal("1 2 3", Due());
        Assert.Null(_contest.Module(1).Figure);
        Hand(2, 2).Hand(3, 2);
        Assert.Equal("", Due());
        Assert.Equal(85.00m, _contest.Module(1).Figure); // 80 + 9 × 5 ÷ 9
        Assert.Equal(Entry.Of(3m), Sheet(3).FirstMarks![_a]);
        Assert.Equal(2, Sheet(3).Remarks![_a]);
    }

    [Fact]
    public void A_new_mark_that_was_on_its_way_when_the_others_agreed_is_kept_and_no_second_one_is_taken()
    {
        Hand(1, 1).Hand(2, 3).Hand(3, 2);
        Hand(2, 2);
        Assert.Equal("", Due());
        Hand(3, 2);
        Assert.Equal(Entry.Of(2m), Sheet(3).FirstMarks![_a]);
        Assert.Equal(Refusal.AlreadySubmitted,
            Assert.IsType<Decision.Refuse>(SubmitSheet.Decide(_contest.State, Contest.J(3), Of(3, 1))).Code);
    }

    [Fact]
    public void Nobody_but_the_judge_whose_sheet_it_is_can_have_marked_anew()
    {
        Hand(1, 0).Hand(2, 3).Hand(3, 3);
        var remarked = new JudgementRemarked(Contest.E(1), new("P"), Contest.J(1), Contest.Marks(("a", 2m)));
        Assert.NotNull(DecidedAgain.Why(_contest.State, "judge:J2", remarked));
        Assert.Null(DecidedAgain.Why(_contest.State, "judge:J1", remarked));
    }

    private AgreementTests Hand(int judge, decimal mark)
    {
        _contest.Apply(Assert.IsType<Decision.Append>(SubmitSheet.Decide(_contest.State, Contest.J(judge), Of(judge, mark))).Event);
        return this;
    }

    private SheetSubmission Of(int judge, decimal mark) => new(
        Guid.NewGuid(), Contest.TradeId, new("P"), Contest.Code(1),
        _contest.State.Entrant(Contest.E(1))!.Sheet(new("P"), Contest.J(judge))?.Version ?? 0,
        Contest.Marks(("a", mark), ("b", 80m)));

    private SheetState Sheet(int judge) => _contest.State.Entrant(Contest.E(1))!.Sheet(new("P"), Contest.J(judge))!;

    private string Due() => string.Join(' ', Enumerable.Range(1, 3).Where(n =>
        Agreement.Due(_contest.Trade.Module(new("P"))!, _contest.State.Entrant(Contest.E(1))!, Contest.J(n)).Contains(_a)));
}

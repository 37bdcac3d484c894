using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Contest;

namespace Scoring.Core.Tests.Scoring;

/// <summary>纸质补录 by a clerk.</summary>
public sealed class PaperSheetTests
{
    private static readonly Actor Clerk = new(Role.Clerk, "K1", Contest.Here);
    private static readonly ModuleId P = new("P");
    private static readonly string Picture = new('a', 64);

    private static Contest Panel() => new(Union(Module("P", MarkingMethod.Panel, Points("a", 100m))), entrants: 2, judges: 2);

    private static Decision Decide(Contest contest, decimal mark = 80, string? picture = null, long basedOn = 0, int judge = 1, Actor? by = null) =>
        EnterPaperSheet.Decide(contest.State, by ?? Clerk, Contest.TradeId, P, "A01", J(judge), Marks(("a", mark)), picture ?? Picture, basedOn);

    [Fact]
    public void A_paper_sheet_counts_as_its_judges_with_the_pictures_hash()
    {
        var contest = Panel();
        contest.Accept<PaperSheetEntered>(Decide(contest));
        contest.Sheet(1, 90, judge: 2);
        Assert.Equal(85m, contest.Module(1).Panel);
        Assert.Equal(Picture, contest.State.Entrant(E(1))!.Sheet(P, J(1))!.Picture);
    }

    [Fact]
    public void It_never_replaces_a_sheet_that_was_handed_in_but_takes_the_place_of_a_returned_one()
    {
        var contest = Panel();
        contest.Sheet(1, 90);
        Decided.Refused(Refusal.SheetConflict, Decide(contest));
        Decided.Refused(Refusal.AlreadySubmitted, Decide(contest, basedOn: contest.Sequence));
        contest.Apply(new SheetReturned(E(1), P, J(1), "漏评"));
        contest.Accept<PaperSheetEntered>(Decide(contest, basedOn: contest.Sequence));
    }

    [Fact]
    public void Without_a_picture_or_with_wrong_marks_or_by_somebody_else_it_is_refused()
    {
        var contest = Panel();
        Decided.Refused(Refusal.NoPicture, Decide(contest, picture: ""));
        Decided.Refused(Refusal.NoPicture, Decide(contest, picture: new string('Z', 64)));
        Decided.Refused(Refusal.BadMarks, Decide(contest, mark: 101));
        Decided.Refused(Refusal.WrongRole, Decide(contest, by: new(Role.HeadJudge, "Z1", Contest.Here)));
        Decided.Refused(Refusal.NoSuchSheet, Decide(contest, judge: 9));
        contest.Apply(new ModuleSigned(Contest.TradeId, P, Role.HeadJudge, "Z1"));
        Decided.Refused(Refusal.Locked, Decide(contest));
    }
}

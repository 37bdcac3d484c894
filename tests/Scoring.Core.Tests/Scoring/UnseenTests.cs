using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;
using static Scoring.Core.Tests.Contest;

namespace Scoring.Core.Tests.Scoring;

/// <summary>What was decided on a tablet before something changed comes back, whatever changed.</summary>
public sealed class UnseenTests
{
    private static readonly ModuleId P = new("P");

    private static Contest Panel() => new(Only(Module("P", MarkingMethod.Panel, Points("a", 100m))), entrants: 2, judges: 3);

    [Fact]
    public void A_sheet_handed_in_again_meanwhile_is_not_returned_unseen()
    {
        var contest = Panel().Sheet(1, 80).Sheet(1, 20, judge: 2);
        var seen = contest.Sequence;
        Assert.Null(Unseen.Sheet(contest.State, E(1), P, J(2), seen));
        contest.Sheet(2, 50); // somebody else
        contest.Sheet(1, 81, judge: 3); // another sheet of the same entrant
        Assert.Null(Unseen.Sheet(contest.State, E(1), P, J(2), seen));
        contest.Apply(new SheetReturned(E(1), P, J(2), "漏评")).Sheet(1, 79, judge: 2);
        Decided.Refused(Refusal.Unseen, Unseen.Sheet(contest.State, E(1), P, J(2), seen)!);
        Assert.Null(Unseen.Sheet(contest.State, E(1), P, J(2), contest.Sequence));
        Assert.Null(Unseen.Sheet(contest.State, E(1), P, J(2), null));
    }

    [Fact]
    public void A_spread_is_confirmed_only_with_the_sheets_that_were_looked_at()
    {
        var contest = Panel().Sheet(1, 80).Sheet(1, 20, judge: 2);
        var seen = contest.Sequence;
        contest.Sheet(2, 50);
        Assert.Null(Unseen.Panel(contest.State, E(1), P, seen));
        contest.Sheet(1, 5, judge: 3);
        Decided.Refused(Refusal.Unseen, Unseen.Panel(contest.State, E(1), P, seen)!);
        Assert.Null(Unseen.Panel(contest.State, E(2), new("none"), seen));
    }

    [Fact]
    public void A_status_set_by_somebody_else_meanwhile_stands()
    {
        var contest = Panel();
        var seen = contest.Sequence;
        contest.Status(2, EntrantStatus.Absent);
        Assert.Null(Unseen.Status(contest.State, E(1), seen));
        Decided.Refused(Refusal.Unseen, Unseen.Status(contest.State, E(2), seen)!);
        Assert.Null(Unseen.Status(contest.State, E(2), contest.Sequence));
    }
}

using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Fold;

/// <summary>R-D2, R-B8: what was before stays beside what is.</summary>
public sealed class RecordsTests
{
    [Fact]
    public void A_correction_keeps_the_sheet_before_and_both_sums()
    {
        var contest = new Contest(entrants: 1).Sheet(1, 80m).Apply(new SheetCorrected(Contest.E(1), new("P"), Contest.J(1), Contest.Marks(("a", 82m)), "笔误", "J1", "H1"));
        contest.Apply(new SheetCorrected(Contest.E(1), new("P"), Contest.J(1), Contest.Marks(("a", 83m)), "又改", "J1", "H1"));
        var records = contest.State.Entrant(Contest.E(1))!.Corrections;

        Assert.Equal([(80m, 82m, "笔误"), (82m, 83m, "又改")], records.Select(r => (r.FigureBefore!.Value, r.FigureAfter!.Value, r.Reason)));
        Assert.Equal(Entry.Of(80m), records[0].Before![new("a")]);
        Assert.Equal(2, contest.State.Entrant(Contest.E(1))!.Sheet(new("P"), Contest.J(1))!.Corrections);
        Assert.Equal(2, contest.Sheet(1, 84m).State.Entrant(Contest.E(1))!.Sheet(new("P"), Contest.J(1))!.Corrections);
    }

    [Fact]
    public void A_correction_of_what_was_never_handed_in_has_no_sum_before() =>
        Assert.Null(Assert.Single(new Contest(entrants: 1).Apply(new SheetCorrected(Contest.E(1), new("P"), Contest.J(1), Contest.Marks(("a", 82m)), "纸质", "J1", "H1"))
            .State.Entrant(Contest.E(1))!.Corrections).FigureBefore);

    [Fact]
    public void Statuses_substitutions_and_signatures_are_kept_and_touch_the_trade()
    {
        var contest = new Contest(entrants: 1).Status(1, EntrantStatus.Absent).Status(1, EntrantStatus.Normal);
        Assert.Equal(2, contest.State.Entrant(Contest.E(1))!.Statuses.Count);

        contest.Apply(new EntrantSubstituted(Contest.E(1), new(Contest.E(1), "替补", new("org"), Contest.TradeId), "伤病"));
        Assert.Single(contest.State.Entrant(Contest.E(1))!.Substitutions);
        contest.Apply(new ModuleSigned(Contest.TradeId, new("P"), Role.Judge, "J1"));
        Assert.Equal(contest.Sequence, contest.Trade.Version);
        contest.Apply(new ModuleReopened(Contest.TradeId, new("P"), "H1", "S1", "漏评"));
        Assert.Equal(contest.Sequence, contest.Trade.Version);
        contest.Apply(new CodesDrawn(Contest.TradeId, 1, null, [new(Contest.E(1), "Z1")]));
        Assert.Equal((contest.Sequence, "Z1"), (contest.Trade.Version, contest.Public().Rows[0].Code));
    }
}

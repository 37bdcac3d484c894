using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Scoring;

namespace Scoring.Core.Tests.Scoring;

/// <summary>待合议 in the second of two runs (R-K7, R-L6): the first is left as it is, and the entry says which run it is of.</summary>
public sealed class SecondRunAgreementTests
{
    private static readonly ModuleId _p = new("P");

    private readonly Contest _contest = new(
        Contest.Only(Contest.Module(
            "P", MarkingMethod.Panel, new JudgementAspect(new("j"), "外观", 9m, ["差", "达标", "良", "优"]), Contest.Points("b", 91m)) with
        {
            Attempts = new(2),
        }), entrants: 1, judges: 3);

    private Decision Hand(int judge, decimal j, int run) => SubmitSheet.Decide(_contest.State, Contest.J(judge), new SheetSubmission(
        Guid.NewGuid(), Contest.TradeId, _p, Contest.Code(1),
        _contest.State.Entrant(Contest.E(1))!.Entries(_p)?.Attempt(run)?.Sheet(Contest.J(judge))?.Version ?? 0,
        Contest.Marks(("j", j), ("b", 80m)), Attempt: run));

    [Fact]
    public void Each_run_is_agreed_on_by_itself()
    {
        foreach (var (judge, mark) in new[] { (1, 0m), (2, 2m), (3, 2m) })
        {
            _contest.Accept<SheetSubmitted>(Hand(judge, mark, 2));
            _contest.Accept<SheetSubmitted>(Hand(judge, 2m, 1));
        }

        Assert.Equal("", Due(1));
        Assert.Equal("1 2 3", Due(2));
        Assert.IsType<Decision.Refuse>(Hand(1, 1m, 1)); // nothing waits in the first run
        Assert.Equal(2, _contest.Accept<JudgementRemarked>(Hand(1, 1m, 2)).Attempt);
        Assert.Equal("", Due(2));
        Assert.Equal(85m, _contest.Module(1).JudgementsOf(2)![0].Mark + 80m); // 9 × 5 ÷ 9
        Assert.Equal(6m, _contest.Module(1).JudgementsOf(1)![0].Mark);
        Assert.Null(_contest.Module(1).JudgementsOf(3));
    }

    private string Due(int run) => string.Join(' ', Enumerable.Range(1, 3).Where(n => Agreement.Due(
        _contest.Trade.Module(_p)!, _contest.State.Entrant(Contest.E(1))!, Contest.J(n), run).Count > 0));
}

using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Tests.Scoring;

/// <summary>更正 of one run (R-K7) or one member (R-K14), which leaves the others as they are (R-D2).</summary>
public sealed class CorrectRunTests
{
    private static readonly Actor _head = new(Role.HeadJudge, "H1", Contest.Here), _supervisor = new(Role.Supervisor, "S1", Contest.Here);
    private static readonly ModuleId _p = new("P");

    private static Contest Two(MarkingMethod marking) => new(
        Contest.Only(Contest.Module("P", marking, Contest.Points("a", 100m)) with
        {
            Attempts = new(2), Sheet = marking == MarkingMethod.Clerk ? [] : Contest.Module("P", marking, Contest.Points("a", 100m)).Sheet,
        }),
        entrants: 1, judges: 1);

    [Fact]
    public void A_sheet_of_the_second_run_is_corrected_and_another_run_may_count_for_it()
    {
        var contest = Two(MarkingMethod.Judge);
        contest.Apply(new SheetSubmitted(Contest.E(1), _p, Contest.J(1), Contest.Marks(("a", 80m)), 0));
        contest.Apply(new SheetSubmitted(Contest.E(1), _p, Contest.J(1), Contest.Marks(("a", 70m)), 0, Attempt: 2));
        Decision Correct(decimal mark, int? attempt) => CorrectSheet.Decide(
            contest.State, _head, Contest.E(1), _p, Contest.J(1), Contest.Marks(("a", mark)), "看错", _supervisor, attempt);

        Assert.Equal(Refusal.NoSuchRun, Assert.IsType<Decision.Refuse>(Correct(90m, 3)).Code);
        Assert.Equal(Refusal.NoChange, Assert.IsType<Decision.Refuse>(Correct(70m, 2)).Code);
        Assert.Equal(2, contest.Accept<SheetCorrected>(Correct(90m, 2)).Attempt);

        Assert.Equal([80m, 90m], contest.Module(1).Attempts!.Select(a => a.Figure));
        Assert.Equal(90m, contest.Module(1).Figure);
        var record = Assert.Single(contest.State.Entrant(Contest.E(1))!.Corrections);
        Assert.Equal((2, 70m, 90m), (record.Attempt, record.FigureBefore, record.FigureAfter));
        Assert.Null(contest.Accept<SheetCorrected>(Correct(70m, null)).Attempt);
        Assert.Equal([70m, 90m], contest.Module(1).Attempts!.Select(a => a.Figure));
    }

    [Fact]
    public void A_run_that_nobody_handed_in_has_no_sheet_to_correct()
    {
        var contest = Two(MarkingMethod.Judge);
        contest.Apply(new SheetSubmitted(Contest.E(1), _p, Contest.J(1), Contest.Marks(("a", 80m)), 0));

        Assert.Equal(Refusal.NoSheet, Assert.IsType<Decision.Refuse>(CorrectSheet.Decide(
            contest.State, _head, Contest.E(1), _p, Contest.J(1), Contest.Marks(("a", 90m)), "看错", _supervisor, 2)).Code);
    }

    [Fact]
    public void A_clerks_figure_of_a_run_is_corrected_against_that_runs_own()
    {
        var contest = Two(MarkingMethod.Clerk);
        contest.Apply(new ModuleMarkEntered(Contest.E(1), _p, "L1", 80m));
        contest.Apply(new ModuleMarkEntered(Contest.E(1), _p, "L1", 95m, Attempt: 2));
        Decision Correct(decimal mark, int attempt) =>
            CorrectModuleMark.Decide(contest.State, _head, Contest.E(1), _p, mark, "原卷", _supervisor, attempt);

        // 95 is what counts, but not what the first run has; 80 is.
        Assert.Equal(Refusal.NoChange, Assert.IsType<Decision.Refuse>(Correct(80m, 1)).Code);
        Assert.Equal(Refusal.NoChange, Assert.IsType<Decision.Refuse>(Correct(95m, 2)).Code);
        Assert.Equal(Refusal.NoSuchRun, Assert.IsType<Decision.Refuse>(Correct(95m, 0)).Code);
        contest.Accept<ModuleMarkCorrected>(Correct(95m, 1));
        contest.Accept<ModuleMarkCorrected>(Correct(59m, 2));

        Assert.Equal([95m, 59m], contest.Module(1).Attempts!.Select(a => a.Figure));
        Assert.Equal(
            [(null, 80m, 95m), (2, 95m, 59m)],
            contest.State.Entrant(Contest.E(1))!.Corrections.Select(c => (c.Attempt, c.FigureBefore!.Value, c.FigureAfter!.Value)));
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Ranking;

namespace Scoring.Core.Tests.Ranking;

/// <summary>Steps by a run, the next best run, a criterion or an aspect (R-K4, R-K7, R-M6): what they take, offer and are called, worked by
/// hand.</summary>
public sealed class RunAndCriterionStepsTests
{
    private static readonly ModuleId _p = new("P");

    private static Contest Runs(AttemptRule rule, params decimal[] marks)
    {
        var contest = new Contest(
            Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 60m),
                Contest.Points("b", 40m)) with { Attempts = rule }),
            entrants: 1);
        foreach (var (mark, run) in marks.Select((m, i) => (m, i + 1)))
        {
            contest.Apply(new SheetSubmitted(
                Contest.E(1), _p, Contest.J(1), Contest.Marks(("a", Math.Min(60m, mark)), ("b", Math.Max(0m, mark - 60m))), 0,
                    Attempt: run));
        }

        return contest;
    }

    private static decimal? Of(Contest contest, TieStep step) => TieValue.Of(step, contest.Trade.Definition, contest.Result(1));

    [Theory]
    [InlineData(70, 90, 80, 80)]
    [InlineData(90, 80, 70, 80)]
    [InlineData(90, 70, 80, 80)]
    [InlineData(90, 90, 70, 90)] // of equal runs the earlier counts, the other is the next best
    [InlineData(0, 0, 0, 0)]
    public void The_next_best_is_the_best_of_those_that_do_not_count(int first, int second, int third, int next) =>
        Assert.Equal((decimal)next, Of(Runs(new(3), first, second, third), new(TieStepKind.NextBestAttempt, _p)));

    [Fact]
    public void Where_every_run_counts_there_is_no_next_best()
    {
        Assert.Null(Of(Runs(new(2, AttemptCount.Sum), 70, 80), new(TieStepKind.NextBestAttempt, _p)));
        Assert.Null(Of(Runs(new(2), 70), new(TieStepKind.NextBestAttempt, _p)));
        Assert.Equal(70m, Of(Runs(new(3, AttemptCount.SumOfBest, 2), 80, 70, 90), new(TieStepKind.NextBestAttempt, _p)));
    }

    [Fact]
    public void A_run_is_taken_by_its_number_and_one_that_was_not_made_has_no_value()
    {
        var contest = Runs(new(3), 70, 90);

        Assert.Equal(
            [70m, 70m, 90m, null],
            new int?[] { null, 1, 2, 3 }.Select(n => Of(contest, new(TieStepKind.Attempt, _p, Attempt: n))));
    }

    [Fact]
    public void An_aspect_is_that_of_the_runs_that_count()
    {
        Assert.Equal(60m, Of(Runs(new(2), 50, 90), new(TieStepKind.Aspect, _p, new("a")))); // the second counts
        Assert.Equal(30m, Of(Runs(new(2), 50, 90), new(TieStepKind.Aspect, _p, new("b"))));
        Assert.Equal(110m, Of(Runs(new(2, AttemptCount.Sum), 50, 90), new(TieStepKind.Aspect, _p, new("a"))));
        Assert.Null(Of(Runs(new(2)), new(TieStepKind.Aspect, _p, new("a")))); // nothing was run, so nothing counts
    }

    [Fact]
    public void A_module_to_zero_counts_0_in_each_of_these_steps() // R-L3
    {
        var contest = Runs(new(2), 50, 90).Violation(1, 1, "P", ViolationOutcome.ModuleToZero);

        Assert.All(
            new TieStep[] { new(TieStepKind.NextBestAttempt, _p), new(TieStepKind.Attempt, _p, Attempt: 2),
                new(TieStepKind.Aspect, _p, new("a")) },
            step => Assert.Equal(0m, Of(contest, step)));
    }

    private static readonly Module _parts = Contest.Module("P", MarkingMethod.Panel) with
    {
        FullMark = 100m,
        Sheet =
        [
            new("c1", "操作", [Contest.Points("a", 40m)], [new("c1.1", "安全", [Contest.Points("b", 30m)])]),
            new("c2", "表现", [new JudgementAspect(new("j"), "整洁", 30m, ["差", "达标", "良", "优"])]),
        ],
    };

    private static Contest Panel(params (decimal A, decimal B, decimal J)[] sheets)
    {
        var contest = new Contest(Contest.Only(_parts), entrants: 1, judges: 3);
        foreach (var (sheet, judge) in sheets.Select((s, i) => (s, i + 1)))
        {
            contest.Sheet(1, judge, "P", ("a", sheet.A), ("b", sheet.B), ("j", sheet.J));
        }

        return contest;
    }

    [Fact]
    public void A_criterion_has_the_marks_of_its_parts_too_and_a_part_its_own()
    {
        var contest = Panel((40, 30, 3), (37, 20, 2), (31, 10, 2));
        TieStep Step(string criterion) => new(TieStepKind.Criterion, _p, Criterion: criterion);

        Assert.Equal(56m, Of(contest, Step("c1"))); // (70 + 57 + 41) ÷ 3
        Assert.Equal(20m, Of(contest, Step("c1.1"))); // (30 + 20 + 10) ÷ 3
        Assert.Equal(23.33m, Of(contest, Step("c2"))); // 30 × 7 ÷ 9
        Assert.Null(Of(contest, Step("none")));
    }

    [Fact]
    public void Everything_the_trade_has_is_offered_whole_before_its_parts_and_runs_in_order()
    {
        var trade = Contest.Only(_parts, Contest.Module("Q", MarkingMethod.Judge, Contest.Points("x", 100m)) with { Attempts = new(2) });
        IEnumerable<string> Offered(TieStepKind kind) => TieValue.Choices(trade with { TieChain = [] })
            .Where(c => c.Step.Kind == kind)
                .Select(c => $"{c.Step.Module} {c.Step.Criterion ?? c.Step.Aspect?.Value ?? $"{c.Step.Attempt}"}".Trim());

        Assert.Equal(["P c1", "P c1.1", "P c2", "Q c"], Offered(TieStepKind.Criterion));
        Assert.Equal(["P a", "P b", "P j", "Q x"], Offered(TieStepKind.Aspect));
        Assert.Equal(["Q 1", "Q 2"], Offered(TieStepKind.Attempt));
        Assert.Equal(["Q"], Offered(TieStepKind.NextBestAttempt));
    }

    [Fact]
    public void What_a_step_names_is_called_by_its_text_and_by_its_id_where_it_is_no_more()
    {
        var trade = Contest.Only(_parts);
        string Name(TieStepKind kind, string? criterion = null, string? aspect = null) =>
            TieValue.Name(new(kind, _p, aspect is null ? null : new(aspect), criterion, 2), trade).ToString();

        Assert.Equal("评分项“操作”", Name(TieStepKind.Criterion, "c1"));
        Assert.Equal("评分项“安全”", Name(TieStepKind.Criterion, "c1.1"));
        Assert.Equal("评分项“gone”", Name(TieStepKind.Criterion, "gone"));
        Assert.Equal("评分点“整洁”", Name(TieStepKind.Aspect, aspect: "j"));
        Assert.Equal("评分点“gone”", Name(TieStepKind.Aspect, aspect: "gone"));
        Assert.Equal("P第 2 次", Name(TieStepKind.Attempt));
        Assert.Equal("P次好的一次", Name(TieStepKind.NextBestAttempt));
    }

    [Theory]
    [InlineData(TieStepKind.Time, true)]
    [InlineData(TieStepKind.EarliestFinish, true)]
    [InlineData(TieStepKind.Theory, false)]
    [InlineData(TieStepKind.Practical, true)]
    [InlineData(TieStepKind.FewestFaults, false)]
    public void A_step_with_nothing_to_compare_is_a_warning(TieStepKind kind, bool compares)
    {
        // One of two modules is timed; one of two components is practical.
        var practical = Contest.Only(Contest.Module("P", MarkingMethod.Clerk) with { Time = new() }).Components[0];
        var other = new Component(new("o"), "素养", ComponentKind.Other, 50m, [Contest.Module("Q", MarkingMethod.Clerk)]);
        var trade = Contest.Only() with { Components = [practical with { Weight = 50m }, other], TieChain = [new(kind)] };

        Assert.Equal(compares, !DefinitionCheck.Check(trade).Any(p => p.Warning && p.Path == "$.tieChain[0]"));
    }

    [Fact]
    public void Steps_that_name_what_they_compare_have_it() => Assert.DoesNotContain(
        DefinitionCheck.Check(Contest.Only(_parts) with { TieChain = [new(TieStepKind.Module, _p),
            new(TieStepKind.Criterion, _p, Criterion: "c1.1")] }),
        p => p.Path.StartsWith("$.tieChain", StringComparison.Ordinal));
}

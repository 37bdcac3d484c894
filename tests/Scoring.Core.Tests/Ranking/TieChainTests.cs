using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using static Scoring.Core.Tests.Ranking.TiedEntrants;

namespace Scoring.Core.Tests.Ranking;

/// <summary>R-C1, R-J8: the steps of a trade's chain, one after the other, and the words for them.</summary>
public sealed class TieChainTests
{
    [Fact]
    public void Theory_decides_if_the_chain_says_so()
    {
        var contest = new Contest(Contest.Union() with { TieChain = [new(TieStepKind.Theory)] }, entrants: 2)
            .Theory(1, 88.70m).Sheet(1, 87m).Theory(2, 86.37m).Sheet(2, 88m);

        Assert.Equal("E1:1 E2:2", contest.Order());
        Assert.Equal("总分同为 87.51，理论 88.70 高于 86.37", Words(contest, 2));
    }

    [Fact]
    public void A_named_module_decides_after_its_deductions_to_two_decimals()
    {
        var contest = Tied(Chain(TiePolicy.Shared, new TieStep(TieStepKind.Module, new("Q"))), 2, n => n == 1 ? (29m, 20m, 0m, 21m) : (30m, 20m, 0m, 20m));
        Assert.Equal("总分同为 80.00，Q 21.00 高于 20.00", Words(contest, 2));

        // Two off in Q, two back in P: the totals stay equal, the module turns round.
        contest.Violation(1, 1, "Q", ViolationOutcome.Deduction, 2m).Sheet(1, 1, "P", ("a", 31m), ("b", 20m), ("f", 0m));
        Assert.Equal("E2:1 E1:2", contest.Order());
        Assert.Equal("总分同为 80.00，Q 20.00 高于 19.00", Words(contest, 1));
    }

    [Fact]
    public void A_named_aspect_decides()
    {
        var contest = Tied(Chain(TiePolicy.Shared, new TieStep(TieStepKind.Aspect, new("P"), new("b"))), 2, n => n == 1 ? (31m, 19m, 0m, 20m) : (30m, 20m, 0m, 20m));

        Assert.Equal("E2:1 E1:2", contest.Order());
        Assert.Equal("总分同为 80.00，评分点“b” 20.00 高于 19.00", Words(contest, 1));
    }

    [Fact]
    public void Fewest_faults_decide()
    {
        var contest = Tied(Chain(TiePolicy.Shared, new TieStep(TieStepKind.FewestFaults)), 2, n => n == 1 ? (32m, 20m, 2m, 20m) : (31m, 20m, 1m, 20m));

        Assert.Equal("E2:1 E1:2", contest.Order());
        Assert.Equal("总分同为 80.00，失误 1 处少于 2 处", Words(contest, 1));
    }

    [Fact]
    public void Earliest_finish_is_the_latest_of_the_modules() // R-L2
    {
        var contest = Tied(Chain(TiePolicy.Shared, new TieStep(TieStepKind.EarliestFinish)), 2);
        contest.Time(1, 60, "P", finished: Contest.Start).Time(1, 60, "Q", finished: Contest.Start.AddSeconds(2));
        contest.Time(2, 60, "P", finished: Contest.Start.AddHours(1)).Time(2, 60, "Q", finished: Contest.Start.AddSeconds(1));

        Assert.Equal("E1:1 E2:2", contest.Order());
        Assert.Equal("总分同为 80.00，完成时间 17:00:02 早于 18:00:00", Words(contest, 2));
    }

    [Fact]
    public void A_step_that_anyone_of_the_group_lacks_is_passed_over_for_all()
    {
        var contest = Tied(Chain(TiePolicy.Shared, new(TieStepKind.Time), new(TieStepKind.Aspect, new("P"), new("b"))), 3, n => n == 3 ? (30.5m, 19.5m, 0m, 20m) : (30m, 20m, 0m, 20m));
        contest.Time(1, 500).Time(1, 1, "Q").Time(2, 400).Time(2, 1, "Q");

        Assert.Equal("E1:1 E2:1 E3:3", contest.Order());
        Assert.Equal("总分同为 80.00，用时有人没有记录，不比，评分点“b” 20.00 高于 19.50", Words(contest, 3));

        contest.Time(3, 450).Time(3, 1, "Q");
        Assert.Equal("E2:1 E3:2 E1:3", contest.Order());
        Assert.Equal("总分同为 80.00，用时 0:06:41 短于 0:07:31", Words(contest, 3));
    }

    [Fact]
    public void A_step_splits_and_the_next_goes_on_inside_each_part()
    {
        var contest = Tied(Chain(TiePolicy.Shared, new(TieStepKind.Module, new("Q")), new(TieStepKind.Aspect, new("P"), new("b"))), 4, n => n switch
        {
            1 => (30m, 20m, 0m, 20m),
            2 => (31m, 19m, 0m, 20m),
            3 => (29m, 20m, 0m, 21m),
            _ => (30m, 19m, 0m, 21m),
        });

        Assert.Equal("E3:1 E4:2 E1:3 E2:4", contest.Order());
        Assert.Equal("总分同为 80.00，Q 21.00 高于 20.00", Words(contest, 1));
        Assert.Equal("总分同为 80.00，Q 同为 20.00，评分点“b” 20.00 高于 19.00", Words(contest, 2));
    }

    [Fact]
    public void Through_the_whole_chain_to_equal()
    {
        TieStep[] all =
        [
            new(TieStepKind.Practical), new(TieStepKind.Theory), new(TieStepKind.Time), new(TieStepKind.Module, new("P")),
            new(TieStepKind.Aspect, new("P"), new("a")), new(TieStepKind.FewestFaults), new(TieStepKind.EarliestFinish),
        ];
        var contest = Tied(Chain(TiePolicy.Shared, all), 2);
        foreach (var n in new[] { 1, 2 })
        {
            contest.Time(n, 60, "P").Time(n, 65, "Q", finished: Contest.Start);
        }

        Assert.Equal("E1:1 E2:1", contest.Order());
        Assert.Equal(
            "总分同为 80.00，实操同为 80.00，理论同为 80.00，用时同为 0:02:05，P 同为 60.00，评分点“a”同为 30.00，失误同为 0 处，完成时间同为 17:00:00，并列", Words(contest, 2));
    }
}

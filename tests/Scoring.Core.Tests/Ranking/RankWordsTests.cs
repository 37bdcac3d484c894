using Scoring.Core.Definition;
using Scoring.Core.Ranking;

namespace Scoring.Core.Tests.Ranking;

/// <summary>R-C1: the sentence that says why, as a head judge reads it out.</summary>
public sealed class RankWordsTests
{
    private static string? Words(Contest contest, int entrant) => contest.Standing(entrant).Reason?.Words.ToString();

    [Fact]
    public void The_first_has_the_highest_total_and_the_next_is_told_by_how_much_it_is_lower()
    {
        var contest = new Contest(entrants: 2).Theory(1, 92m).Sheet(1, 90m).Theory(2, 90m).Sheet(2, 89.02m);

        Assert.Equal("总分最高", Words(contest, 1));
        Assert.Equal("总分低于第 1 名 1.29", Words(contest, 2)); // 90.60 − 89.31
    }

    [Fact]
    public void Equal_totals_are_decided_by_practical()
    {
        // 86.3667 × 30 % + 88 × 70 % = 87.51; 88.7 × 30 % + 87 × 70 % = 87.51
        var contest = new Contest(entrants: 2).Theory(1, 88.70m).Sheet(1, 87m).Theory(2, 86.37m).Sheet(2, 88m);

        Assert.Equal("E2:1 E1:2", contest.Order());
        Assert.Equal("总分同为 87.51，实操 88.00 高于 87.00", Words(contest, 1));
        Assert.Equal((RankDecision.Step, TieStepKind.Practical), (contest.Standing(1).Reason!.DecidedBy, contest.Standing(1).Reason!.Step!.Kind));
    }

    [Fact]
    public void Then_by_time_where_everyone_tied_has_one()
    {
        var timed = Contest.Union(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m)) with { Time = new TimeRule() });
        var contest = new Contest(timed, entrants: 3);
        foreach (var n in new[] { 1, 2, 3 })
        {
            contest.Theory(n, 88m).Sheet(n, 88m);
        }

        contest.Time(1, 4800 + 120).Time(2, 4805).Time(3, 4805);

        Assert.Equal("E2:1 E3:1 E1:3", contest.Order());
        Assert.Equal("总分同为 88.00，实操同为 88.00，用时同为 1:20:05，并列", Words(contest, 3));
        Assert.Equal("总分同为 88.00，实操同为 88.00，用时 1:20:05 短于 1:22:00", Words(contest, 1));
    }
}

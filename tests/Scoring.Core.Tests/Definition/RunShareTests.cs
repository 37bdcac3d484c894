using Scoring.Core.Definition;

namespace Scoring.Core.Tests.Definition;

/// <summary>What one run or one member can come to of a module's full mark (R-M6): a share where they are added up,
/// otherwise all of it.</summary>
public sealed class RunShareTests
{
    private static readonly Module Module = Contest.Module("P", MarkingMethod.Judge) with { FullMark = 60m };

    [Theory]
    [InlineData(AttemptCount.Sum, 3, null, 20)]
    [InlineData(AttemptCount.Sum, 1, null, 60)]
    [InlineData(AttemptCount.Sum, 0, null, 60)] // a draft: nothing is divided by zero
    [InlineData(AttemptCount.SumOfBest, 3, 2, 30)]
    [InlineData(AttemptCount.SumOfBest, 5, 3, 20)]
    [InlineData(AttemptCount.SumOfBest, 3, null, 60)]
    [InlineData(AttemptCount.SumOfBest, 3, 0, 60)]
    [InlineData(AttemptCount.Best, 3, null, 60)]
    [InlineData(AttemptCount.Last, 3, null, 60)]
    public void Of_runs(AttemptCount counts, int most, int? best, int share)
    {
        var module = Module with { Attempts = new(most, counts, best) };

        Assert.Equal(share, module.FullMarkOfOne);
        Assert.True(module.Allows(share));
        Assert.False(module.Allows(share + 0.01m));
        Assert.Equal(share + 5m, (module with { Bonus = 5m }).MostOfOne);
    }

    [Theory]
    [InlineData(MemberCount.Sum, 3, 20)]
    [InlineData(MemberCount.Sum, 0, 60)]
    [InlineData(MemberCount.Sum, null, 60)]
    [InlineData(MemberCount.Mean, 3, 60)]
    public void Of_members(MemberCount counts, int? size, int share) =>
        Assert.Equal(share, (Module with { PerMember = new(counts, size) }).FullMarkOfOne);

    [Fact]
    public void A_contest_ends_on_its_last_day_or_its_only_one()
    {
        var contest = new Competition(new("ydb"), "殷都杯");

        Assert.Null(contest.Ends);
        Assert.Equal(new DateOnly(2026, 4, 23), (contest with { Date = new(2026, 4, 23) }).Ends);
        Assert.Equal(new DateOnly(2026, 4, 25), (contest with { Date = new(2026, 4, 23), LastDate = new(2026, 4, 25) }).Ends);
    }
}

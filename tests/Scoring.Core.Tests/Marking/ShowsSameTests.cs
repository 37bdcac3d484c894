using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Marking;

/// <summary>R-A3: a list moves only if one of these figures does.</summary>
public sealed class ShowsSameTests
{
    private static readonly EntrantResult Result = new(
        new("E1"), EntrantStatus.Normal, [new(new("theory"), [], 80m, 24m), new(new("practical"), [], 90m, 63m)], 87m, 600, Contest.Start);

    [Fact]
    public void What_a_list_does_not_show_makes_no_difference()
    {
        Assert.True(Result.ShowsSame(Result with { Entrant = new("E2"), FinishedAt = null }));
        Assert.True(Result.ShowsSame(Result with { Components = [Result.Components[0] with { Weighted = 0m }, Result.Components[1]] }));
    }

    [Fact]
    public void Each_of_these_alone_does()
    {
        Assert.False(Result.ShowsSame(Result with { Status = EntrantStatus.Absent }));
        Assert.False(Result.ShowsSame(Result with { Total = 87.01m }));
        Assert.False(Result.ShowsSame(Result with { Total = null }));
        Assert.False(Result.ShowsSame(Result with { SecondsUsed = 601 }));
        Assert.False(Result.ShowsSame(Result with { Components = [Result.Components[0]] }));
        Assert.False(Result.ShowsSame(Result with { Components = [Result.Components[0] with { Figure = 79m }, Result.Components[1]] }));
        Assert.False(Result.ShowsSame(Result with { Components = [Result.Components[0], Result.Components[1] with { Figure = null }] }));
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using static Scoring.Core.Tests.Panels.PanelContest;

namespace Scoring.Core.Tests.Panels;

/// <summary>R-B4, R-J4: how far a panel's judges may be apart.</summary>
public sealed class SpreadTests
{
    [Fact]
    public void A_spread_of_exactly_ten_is_fine_and_a_hundredth_more_is_open()
    {
        Assert.False(Marked(2, null, 80m, 90m).Module(1).SpreadOpen);
        var contest = Marked(2, null, 80m, 90.01m);

        Assert.True(contest.Module(1).SpreadOpen);
        Assert.Equal(10.01m, contest.Module(1).Spread);
        Assert.Equal(85.01m, contest.Result(1).Total); // 85.005: ranked provisionally
        Assert.Equal(1, contest.Standing(1).Rank);
    }

    [Fact]
    public void The_spread_counts_dropped_sheets_and_is_per_hundred_of_the_sheet()
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 60m)) with { FullMark = 100m }), entrants: 1, judges: 5);
        foreach (var (i, mark) in new[] { 45m, 50m, 50m, 50m, 51m }.Index())
        {
            contest.Sheet(1, mark, judge: i + 1);
        }

        Assert.Equal(10m, contest.Module(1).Spread); // 6 of 60
        Assert.False(contest.Module(1).SpreadOpen);
        contest.Sheet(1, 44.99m, judge: 1);
        Assert.True(contest.Module(1).SpreadOpen);
    }

    [Fact]
    public void A_confirmed_spread_holds_for_the_marks_as_they_are()
    {
        var contest = Marked(2, null, 70m, 90m).Apply(new SpreadConfirmed(Contest.E(1), new("P"), "对照录像，评分有据"));
        Assert.False(contest.Module(1).SpreadOpen);

        contest.Apply(new SheetReturned(Contest.E(1), new("P"), Contest.J(1), "重评")).Sheet(1, 71m, judge: 1);
        Assert.True(contest.Module(1).SpreadOpen);
    }

    [Fact]
    public void No_limit_no_check() => Assert.False(new Contest(
        Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m)) with { SpreadLimit = null }), entrants: 1, judges: 2)
        .Sheet(1, 0m, 1).Sheet(1, 100m, 2).Module(1).SpreadOpen);

    [Fact]
    public void Fewer_than_two_sheets_have_no_spread() => Assert.Null(Marked(2, null, 80m).Module(1).Spread);
}

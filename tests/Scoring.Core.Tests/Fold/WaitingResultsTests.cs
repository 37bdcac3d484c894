using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Tests.Fold;

/// <summary>Results that nobody can see yet are worked out when somebody reads them: whoever reads first, and whatever came between, gets the same.</summary>
public sealed class WaitingResultsTests
{
    private static Contest Hidden(int entrants = 3)
    {
        var contest = new Contest(entrants: entrants).Apply(new VisibilityChanged(Contest.TradeId, Visibility.Hidden));
        for (var n = 1; n <= entrants; n++)
        {
            contest.Theory(n, 60 + n).Sheet(n, 70 + n);
        }

        return contest;
    }

    [Fact]
    public void The_order_read_first_is_the_order_of_the_marks()
    {
        Assert.Equal("E3:1 E2:2 E1:3", Hidden().Order());
        Assert.Equal(3, Hidden().Trade.Ranked);
        Assert.Equal(0.3m * 62 + 0.7m * 72, Hidden().Result(2).Total);
        var contest = Hidden();
        Assert.Equal(70m, contest.Result(3).Total); // one alone first
        Assert.Equal("E3:1 E2:2 E1:3", contest.Order());
    }

    [Fact]
    public void A_board_that_opens_shows_what_came_while_it_was_hidden()
    {
        var contest = Hidden();
        Assert.Empty(contest.Public().Rows);
        contest.Apply(new VisibilityChanged(Contest.TradeId, Visibility.Codes));
        Assert.Equal(["A03 70.00", "A02 69.00", "A01 68.00"], contest.Public().Rows.Select(r => $"{r.Code} {r.Total:0.00}"));
        contest.Status(3, Core.People.EntrantStatus.Disqualified);
        Assert.Equal(["A02", "A01"], contest.Public().Rows.Where(r => r.Rank is not null).OrderBy(r => r.Rank).Select(r => r.Code));
    }

    [Fact]
    public void Whoever_is_removed_is_nowhere_any_more()
    {
        foreach (var visible in new[] { Visibility.Hidden, Visibility.Codes })
        {
            var contest = Hidden().Apply(new VisibilityChanged(Contest.TradeId, visible));
            var (version, before) = (contest.Trade.ResultsVersion, contest.Public().Version);
            contest.Sheet(2, 99m, judge: 1).Apply(new EntrantRemoved(Contest.E(2), "报名有误"));

            Assert.Equal([Contest.E(1), Contest.E(3)], contest.Trade.Entrants.Select(e => e.Entrant.Id));
            Assert.Null(contest.Trade.ByCode("A02"));
            Assert.Equal("E3:1 E1:2", contest.Order());
            Assert.Equal(2, contest.Trade.Ranked);
            Assert.True(contest.Trade.ResultsVersion > version);
            Assert.DoesNotContain(contest.Public().Rows, r => r.Code == "A02");
            Assert.Equal(visible == Visibility.Codes, contest.Public().Version > before);
            Assert.Throws<KeyNotFoundException>(() => contest.Result(2));
        }
    }

    [Fact]
    public void Removing_somebody_without_a_code_moves_no_board()
    {
        var contest = new Contest(entrants: 2, phase: Phase.Setup).Apply(new VisibilityChanged(Contest.TradeId, Visibility.Codes));
        var late = new Core.People.Entrant(new("E9"), "后补", new("org"), Contest.TradeId);
        var drawn = new Contest(entrants: 2).Apply(new VisibilityChanged(Contest.TradeId, Visibility.Codes)).Apply(new EntrantsRegistered([late]));
        var before = drawn.Public();
        drawn.Apply(new EntrantRemoved(late.Id, "报名有误"));
        Assert.Equal(before.Rows.Select(r => r.Code), drawn.Public().Rows.Select(r => r.Code));
        Assert.Equal(2, contest.Trade.Entrants.Count);
        Assert.Equal(2, drawn.Trade.Entrants.Count);
    }

    [Fact]
    public void Seats_follow_the_judges()
    {
        var contest = Hidden(1);
        Assert.Equal(["裁判1"], contest.Trade.Panel(new("P")).Select(j => j.Name));
        Assert.Empty(contest.Trade.Panel(new("none")));
        contest.Apply(new JudgeDismissed(Contest.J(1), "身体不适"));
        Assert.Empty(contest.Trade.Panel(new("P")));
    }
}

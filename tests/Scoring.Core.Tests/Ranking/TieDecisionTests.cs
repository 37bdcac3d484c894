using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using static Scoring.Core.Tests.Ranking.TiedEntrants;

namespace Scoring.Core.Tests.Ranking;

/// <summary>R-C2, R-J8: what the chain leaves equal, the committee orders.</summary>
public sealed class TieDecisionTests
{
    [Fact]
    public void Without_shared_ranks_an_undecided_tie_shows_the_shared_rank_and_stays_open()
    {
        var contest = Tied(Chain(TiePolicy.Decide), 3);

        Assert.Equal("E1:1 E2:1 E3:1", contest.Order());
        Assert.Equal([Contest.E(1), Contest.E(2), Contest.E(3)], Assert.Single(contest.Trade.Standings().OpenTies));
        Assert.Equal("总分同为 80.00，待组委会议定先后", Words(contest, 2));

        contest.Apply(new TieDecided(Contest.TradeId, [Contest.E(3), Contest.E(1), Contest.E(2)], "加赛"));
        Assert.Equal("E3:1 E1:2 E2:3", contest.Order());
        Assert.Empty(contest.Trade.Standings().OpenTies);

        // One leaves the group: the decision was about all three.
        contest.Status(2, EntrantStatus.Disqualified);
        Assert.Single(contest.Trade.Standings().OpenTies);
        Assert.Equal("E3:1 E1:2 E2:3", contest.Status(2, EntrantStatus.Normal).Order());
    }

    [Fact]
    public void The_first_of_an_ordered_group_stands_below_whoever_is_better_by_total()
    {
        var contest = Tied(Chain(TiePolicy.Decide), 3, n => n == 1 ? (31m, 20m, 0m, 20m) : (30m, 20m, 0m, 20m))
            .Apply(new TieDecided(Contest.TradeId, [Contest.E(3), Contest.E(2)], "加赛"));

        Assert.Equal("E1:1 E3:2 E2:3", contest.Order());
        Assert.Equal("总分低于第 1 名 0.70", Words(contest, 3));
        Assert.Equal("总分同为 80.00，由组委会议定先后：加赛", Words(contest, 2));
    }

    [Fact]
    public void A_committees_order_does_not_touch_a_trade_with_shared_ranks() =>
        Assert.Equal("E1:1 E2:1", Tied(Chain(TiePolicy.Shared), 2).Apply(new TieDecided(Contest.TradeId, [Contest.E(2), Contest.E(1)], "加赛")).Order());

    [Fact]
    public void Of_a_tied_group_a_decision_about_another_of_the_same_size_says_nothing()
    {
        var contest = Tied(Chain(TiePolicy.Decide), 4, n => n <= 2 ? (31m, 20m, 0m, 20m) : (30m, 20m, 0m, 20m))
            .Apply(new TieDecided(Contest.TradeId, [Contest.E(4), Contest.E(3)], "加赛"));

        Assert.Equal("E1:1 E2:1 E4:3 E3:4", contest.Order());
    }
}

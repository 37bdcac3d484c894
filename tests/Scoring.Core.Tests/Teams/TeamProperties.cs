using FsCheck;
using FsCheck.Fluent;
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Tests.Awards;

namespace Scoring.Core.Tests.Teams;

public sealed class TeamProperties
{
    // Few different totals, so that ties are the rule.
    private static readonly Gen<TradeOutcome[]> Trades =
        (from count in Gen.Choose(0, 12)
         from contestants in (
             from team in Gen.Elements('A', 'B', 'C')
             from total in Gen.Choose(80, 86)
             from seconds in Gen.Choose(100, 102)
             from status in Gen.Elements(EntrantStatus.Normal, EntrantStatus.Normal, EntrantStatus.Normal, EntrantStatus.Disqualified)
             select new Contestant($"{team}", total, Seconds: seconds, Status: status)).ArrayOf(count)
         select contestants)
        .ArrayOf(3)
        .Select(trades => trades
            .Select((contestants, t) => TeamField.Trade($"t{t}", contestants.Select((c, i) => c with { Id = $"{c.Id}{t}-{i}" }).ToArray()))
            .ToArray());

    private static void Holds(Func<TradeOutcome[], bool> property) =>
        Check.One(Cases.Config(500), Prop.ForAll(Trades.ToArbitrary(), property));

    private static TeamRanking Points(TiedPoints tied) => new("t", TeamMethod.RankPoints, Points: [10, 9, 8, 7, 6, 5, 4, 4, 4, 4], FinisherPoints: 1m, TiedIndividuals: tied);

    [Fact]
    public void Sharing_gives_out_exactly_the_points_of_the_places_filled() => Holds(trades =>
    {
        var shared = trades.Sum(trade => trade.Standings.Rows.Count(row => row.Rank is not null) switch
        {
            var ranked => Enumerable.Range(1, ranked).Sum(place => place <= 10 ? Points(TiedPoints.Shared).Points![place - 1] : 1m),
        });
        // Three teams, each rounded once: off by no more than half a hundredth each.
        return Math.Abs(TeamField.Rank(Points(TiedPoints.Shared), trades).Rows.Sum(r => r.Total) - shared) <= 0.015m;
    });

    [Fact]
    public void Sharing_never_gives_more_than_the_full_points() => Holds(trades =>
    {
        var full = TeamField.Rank(Points(TiedPoints.Full), trades);
        return TeamField.Rank(Points(TiedPoints.Shared), trades).Rows.All(row => row.Total <= full.Of(row.Organization!.Value.Value).Total);
    });

    [Fact]
    public void Ranks_follow_totals_and_every_row_says_why() => Holds(trades =>
    {
        var rows = TeamField.Rank(Points(TiedPoints.Full), trades).Rows;
        var ranked = rows.Where(r => r.Rank is not null).ToList();
        return rows.All(r => r.Words.ToString().Length > 0)
            && ranked.Zip(ranked.Skip(1)).All(p => p.First.Total >= p.Second.Total && p.First.Rank <= p.Second.Rank)
            && ranked.Select((r, i) => r.Rank <= i + 1).All(x => x);
    });

    [Fact]
    public void A_smaller_best_n_never_gives_a_higher_total() => Holds(trades =>
    {
        var all = new TeamRanking("t", TeamMethod.BestTotals);
        var two = TeamField.Rank(all with { BestOf = 2 }, trades);
        return TeamField.Rank(all with { BestOf = 1 }, trades).Rows.All(one => one.Total <= two.Of(one.Organization!.Value.Value).Total);
    });

    [Fact]
    public void The_order_of_trades_does_not_matter() => Holds(trades =>
        TeamField.Rank(Points(TiedPoints.Shared), trades).Line()
            == TeamField.Rank(Points(TiedPoints.Shared), [.. trades.Reverse()]).Line()
        || TeamField.Rank(Points(TiedPoints.Shared), trades).Rows.GroupBy(r => r.Rank).Any(g => g.Count() > 1));

    [Fact]
    public void The_total_is_the_sum_of_what_was_counted() => Holds(trades =>
        TeamField.Rank(new TeamRanking("t", TeamMethod.BestTotals, BestOf: 2, PerTrade: true), trades).Rows
            .All(row => row.Total == row.Shares.Where(s => s.Counted).Sum(s => s.Points)));
}

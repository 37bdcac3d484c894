using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Core.Teams;

/// <summary>优秀组织奖 (R-F3, R-J11).</summary>
internal static class OrganizationPrizes
{
    /// <summary>Those the rule finds, then nominees who are not among them. An organization gets it once.</summary>
    public static IReadOnlyList<PrizeWinner> Award(
        OrganizationPrize prize, IReadOnlyList<TeamResult> teams, IReadOnlyList<TradeOutcome> trades, IReadOnlyDictionary<EntrantId, Entrant> people)
    {
        var found = prize.By switch
        {
            OrganizationPrizeBasis.Entrants => ByEntrants(prize.Count, trades, people),
            OrganizationPrizeBasis.Points => Best(prize.Count, teams.Where(t => t.Rank is not null && t.Total > 0m)
                .GroupBy(t => t.Organization)
                .Select(g => (Organization: g.Key, Value: g.Max(t => t.Total))), total => $"团体总分 {Chinese.Figure(total)}"),
            _ => teams.Where(t => t.Rank >= (prize.RankFrom ?? 1) && t.Rank <= (prize.RankTo ?? int.MaxValue))
                .Select(t => new PrizeWinner(t.Organization, $"团体第 {t.Rank} 名")),
        };
        return found
            .Concat((prize.Nominees ?? []).Select(organization => new PrizeWinner(organization, "组委会提名")))
            .DistinctBy(winner => winner.Organization)
            .ToList();
    }

    /// <summary>Those who started, not those who registered (R-J11).</summary>
    private static IEnumerable<PrizeWinner> ByEntrants(
        int count, IReadOnlyList<TradeOutcome> trades, IReadOnlyDictionary<EntrantId, Entrant> people) =>
        Best(count, trades
            .SelectMany(trade => trade.Standings.Rows)
            .Where(row => row.Result.Status is not (EntrantStatus.Absent or EntrantStatus.Withdrawn) && people.ContainsKey(row.Result.Entrant))
            .GroupBy(row => people[row.Result.Entrant].Organization)
            .Select(g => (Organization: g.Key, Value: (decimal)g.Count())), entrants => $"参赛 {entrants:0} 人");

    /// <summary>Equals at the last place all get it.</summary>
    private static IEnumerable<PrizeWinner> Best(int count, IEnumerable<(OrganizationId Organization, decimal Value)> organizations, Func<decimal, string> words)
    {
        var ordered = organizations.OrderByDescending(o => o.Value).ToList();
        return ordered
            .Select(o => (o.Organization, o.Value, Rank: 1 + ordered.Count(other => other.Value > o.Value)))
            .Where(o => o.Rank <= count)
            .Select(o => new PrizeWinner(o.Organization, $"{words(o.Value)}，居第 {o.Rank}"));
    }
}

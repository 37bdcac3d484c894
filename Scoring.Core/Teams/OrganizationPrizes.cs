using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Teams;

/// <summary>优秀组织奖 (R-F3, R-J11).</summary>
internal static class OrganizationPrizes
{
    /// <summary>Those the rule finds, then nominees who are not among them. An organization gets it once.</summary>
    public static IReadOnlyList<PrizeWinner> Award(
        OrganizationPrize prize, IReadOnlyList<TeamResult> teams, IReadOnlyList<TradeOutcome> trades, IReadOnlyDictionary<EntrantId, Entrant> people,
        int decimals)
    {
        var found = prize.By switch
        {
            OrganizationPrizeBasis.Entrants => ByEntrants(prize, trades, people),
            OrganizationPrizeBasis.Points => Best(prize, teams.Where(t => t.Rank is not null && t.Organization is not null)
                .GroupBy(t => t.Organization!.Value) // not null by Where
                .Select(g => (Organization: g.Key, Value: g.Max(t => t.Total))), total => $"团体总分 {Marking.Words.Mark(total, decimals)}"),
            OrganizationPrizeBasis.RankRange => teams
                .Where(t => t.Rank >= (prize.RankFrom ?? 1) && t.Rank <= (prize.RankTo ?? int.MaxValue) && t.Organization is not null)
                .Select(t => new PrizeWinner(t.Organization!.Value, $"团体第 {t.Rank} 名")), // not null by Where
        };
        return found
            .Concat((prize.Nominees ?? []).Select(organization => new PrizeWinner(organization, $"组委会提名")))
            .DistinctBy(winner => winner.Organization)
            .ToList();
    }

    /// <summary>Those who started, not those who registered (R-J11).</summary>
    private static IEnumerable<PrizeWinner> ByEntrants(
        OrganizationPrize prize, IReadOnlyList<TradeOutcome> trades, IReadOnlyDictionary<EntrantId, Entrant> people) =>
        Best(prize, trades
            .SelectMany(trade => trade.Standings.Rows)
            .Where(row => row.Result.Status is not (EntrantStatus.Absent or EntrantStatus.Withdrawn) && people.ContainsKey(row.Result.Entrant))
            .GroupBy(row => people[row.Result.Entrant].Organization)
            .Select(g => (Organization: g.Key, Value: (decimal)g.Count())), entrants => $"参赛 {entrants:0} 人");

    /// <summary>The first so many, equals at the last place too, or everyone from a value on; nobody with 0 (R-L3, R-M14).</summary>
    private static IEnumerable<PrizeWinner> Best(OrganizationPrize prize, IEnumerable<(OrganizationId Organization, decimal Value)> organizations, Func<decimal, Saying> words)
    {
        var ordered = organizations.Where(o => o.Value > 0).OrderByDescending(o => o.Value).ToList();
        var rank = 0;
        for (var i = 0; i < ordered.Count; i++)
        {
            rank = i > 0 && ordered[i].Value == ordered[i - 1].Value ? rank : i + 1;
            if (prize.From is { } least ? ordered[i].Value < least : rank > prize.Count)
            {
                yield break;
            }

            yield return new PrizeWinner(ordered[i].Organization, $"{words(ordered[i].Value)}，居第 {rank}");
        }
    }
}

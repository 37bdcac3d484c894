using Scoring.Api.Screens;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Feed;

/// <summary>A team's place, or its 优秀组织奖, in a contest whose trades that count are all published (R-F1, R-F3).</summary>
/// <param name="Organization">Its name; of a team by tag the tag's value (R-K13).</param>
/// <param name="Team">Name of the team within its organization; null: the organization is the team.</param>
/// <param name="Rank">Null: it has the prize without a place.</param>
/// <param name="Prize">Name of the prize; null: none.</param>
/// <param name="Decimals">Of the total (R-K2).</param>
public sealed record PastTeam(
    CompetitionId Competition, string CompetitionName, DateOnly? Date, string Ranking, string Organization, string? Team, int? Rank,
        decimal Total,
    string? Prize, int Decimals);

internal static class PastTeams
{
    public static IReadOnlyList<PastTeam> Of(Competition contest, CompetitionState state)
    {
        var teams = new List<PastTeam>();
        foreach (var ranking in contest.TeamRankings ?? [])
        {
            var counting = state.TradesInOrder.Where(t => ranking.Trades?.Contains(t.Definition.Id) != false).ToList();
            if (counting.Count == 0 || counting.Any(t => t.Phase < Phase.Final))
            {
                continue;
            }

            var standings = PublicTeams.Rank(state, ranking);
            var prizes = standings.Prize.Select(p => p.Organization).ToHashSet();
            string NameOf(OrganizationId id) => state.Organizations.GetValueOrDefault(id)?.Name ?? "";
            PastTeam Made(string organization, string? team, int? rank, decimal total, bool prize) => new(
                contest.Id, contest.Name, contest.Date, ranking.Name, organization, team, rank, total, prize ? ranking.Prize?.Name : null,
                standings.Decimals);
            teams.AddRange(standings.Rows.Where(r => r.Rank is not null).Select(r => r.Organization is { } id
                ? Made(NameOf(id), r.Team, r.Rank, r.Total, r.Team is null && prizes.Remove(id)) : Made(r.Team ?? "", null, r.Rank, r.Total,
                    false)));
            teams.AddRange(prizes.Select(id => Made(NameOf(id), null, null, 0, true)));
        }

        return teams;
    }
}

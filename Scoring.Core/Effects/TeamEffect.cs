using Scoring.Core.Definition;
using Scoring.Core.Sayings;
using Scoring.Core.Teams;

namespace Scoring.Core.Effects;

/// <summary>A team before and after a correction (R-D2): its place in a ranking (R-F1) and 优秀组织奖 (R-F3).</summary>
/// <param name="Ranking">Name of the ranking.</param>
/// <param name="Team">Name within the organization; null: the organization is the team, or it is about the prize.</param>
/// <param name="Words">What changes, e.g. 总分 22.00 → 21.00；第 1 名 → 第 2 名; 不再获组织奖.</param>
public sealed record TeamEffect(string Ranking, OrganizationId? Organization, string? Team, Saying Words)
{
    /// <summary>Of the same rankings at two moments, in the order after; a team's places first, then its organization's prize.</summary>
    internal static IReadOnlyList<TeamEffect> Between(IReadOnlyList<TeamStandings> before, IReadOnlyList<TeamStandings> after) =>
        before.Zip(after, (was, will) => Places(was, will).Concat(Prizes(was, will))).SelectMany(effects => effects).ToList();

    private static IEnumerable<TeamEffect> Places(TeamStandings before, TeamStandings after)
    {
        var was = before.Rows.ToDictionary(row => (row.Organization, row.Team));
        var will = after.Rows.ToDictionary(row => (row.Organization, row.Team));
        foreach (var team in will.Keys.Union(was.Keys))
        {
            var (a, b) = (was.GetValueOrDefault(team), will.GetValueOrDefault(team));
            List<Saying> words = [];
            if (a?.Total != b?.Total)
            {
                words.Add($"总分 {Marking.Words.Mark(a?.Total ?? 0m, before.Decimals)}"
                    + $" → {Marking.Words.Mark(b?.Total ?? 0m, after.Decimals)}");
            }

            if (a?.Rank != b?.Rank)
            {
                words.Add($"{Place(a)} → {Place(b)}");
            }

            if (words.Count > 0)
            {
                yield return new TeamEffect(after.Name, team.Organization, team.Team, Saying.Join("；", words));
            }
        }
    }

    private static IEnumerable<TeamEffect> Prizes(TeamStandings before, TeamStandings after)
    {
        var had = before.Prize.Select(p => p.Organization).ToList();
        var has = after.Prize.Select(p => p.Organization).ToList();
        return had.Except(has).Select(o => new TeamEffect(after.Name, o, null, $"不再获组织奖"))
            .Concat(has.Except(had).Select(o => new TeamEffect(after.Name, o, null, $"新获组织奖")));
    }

    private static Saying Place(TeamResult? team) => team?.Rank is { } rank ? (Saying)$"第 {rank} 名" : $"不排名";
}

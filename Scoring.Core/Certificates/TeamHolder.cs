using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Core.Certificates;

/// <summary>Who holds a certificate of a team or an organization, where others name an entrant (R-F1, R-F3).</summary>
public static class TeamHolder
{
    /// <param name="ranking">Name of the team ranking.</param>
    /// <param name="team">Name within the organization; null: the organization is the team.</param>
    /// <param name="organization">Null: the team is a tag's value (R-K13).</param>
    public static EntrantId OfTeam(string ranking, OrganizationId? organization, string? team) =>
        new(team is null ? $"team:{ranking}/{organization}" : $"team:{ranking}/{organization}/{team}");

    /// <summary>Of 优秀组织奖.</summary>
    public static EntrantId OfPrize(string ranking, OrganizationId organization) => new($"prize:{ranking}/{organization}");

    /// <summary>Everything this entrant has a share in: the own team of each ranking the own trade counts in, and the organization's prize there.</summary>
    public static IReadOnlySet<EntrantId> Shared(Competition competition, Entrant entrant) => (competition.TeamRankings ?? [])
        .Where(ranking => ranking.Tag is null && ranking.Trades?.Contains(entrant.Trade) != false)
        .SelectMany(ranking => (EntrantId[])
        [
            OfTeam(ranking.Name, entrant.Organization, ranking.Unit == TeamUnit.NamedTeam ? entrant.Team : null),
            OfPrize(ranking.Name, entrant.Organization),
        ])
        .ToHashSet();
}

using Scoring.Core.Definition;
using Scoring.Core.Ranking;

namespace Scoring.Core.Teams;

/// <summary>One entrant's part in a team's total, exact.</summary>
internal sealed record Contribution(TradeId Trade, Standing Row, Fraction Points);

/// <summary>A team with its entrants' parts, the best of them counted.</summary>
internal sealed class TeamSum
{
    private readonly OrganizationId organization;
    private readonly string? team;
    private readonly IReadOnlyList<Contribution> all;
    private readonly HashSet<Contribution> counted;
    private int[]? ranks;

    public TeamSum(OrganizationId organization, string? team, TeamRanking ranking, IReadOnlyList<Contribution> all)
    {
        (this.organization, this.team, this.all) = (organization, team, all);
        var finishers = all.Where(c => c.Row.Rank is not null);
        var pools = ranking.PerTrade ? finishers.GroupBy(c => c.Trade).Select(IEnumerable<Contribution> (g) => g) : [finishers];
        var best = pools.SelectMany(pool =>
            pool.OrderByDescending(c => c.Points, Fraction.BySize).ThenBy(c => c.Row.Rank).Take(ranking.BestOf ?? int.MaxValue));
        counted = new HashSet<Contribution>(best, ReferenceEqualityComparer.Instance);
        Total = counted.Aggregate(Fraction.Zero, (sum, c) => sum + c.Points).Rounded();
    }

    /// <summary>Someone of the team is ranked in a trade.</summary>
    public bool Ranked => all.Any(c => c.Row.Rank is not null);

    public decimal Total { get; }

    /// <summary>How many of the team's ranked entrants stand at a rank, over all counting trades; tied firsts count for both (R-J11).</summary>
    public int AtRank(int rank) => all.Count(c => c.Row.Rank == rank);

    /// <summary>Of its ranked entrants, best first.</summary>
    public IReadOnlyList<int> Ranks => ranks ??= [.. all.Where(c => c.Row.Rank is not null).Select(c => c.Row.Rank!.Value).Order()]; // not null: filtered

    /// <summary>Over all ranked entrants of the team; null: one of them has no time (R-J11).</summary>
    public decimal? Seconds
    {
        get
        {
            var times = all.Where(c => c.Row.Rank is not null).Select(c => c.Row.Result.SecondsUsed).ToList();
            return times.Contains(null) ? null : times.Sum();
        }
    }

    public TeamResult Row(int? rank, string words) => new(
        organization, team, rank, Total,
        all.Select(c => new TeamShare(c.Trade, c.Row.Result.Entrant, c.Row.Rank, c.Points.Rounded(), counted.Contains(c))).ToList(),
        words);
}

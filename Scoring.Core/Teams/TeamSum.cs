using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Ranking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Teams;

/// <summary>One entrant's part in a team's total, exact.</summary>
internal sealed record Contribution(Trade Trade, Standing Row, Fraction Points);

/// <summary>A team with its entrants' parts, the best of them counted.</summary>
internal sealed class TeamSum
{
    private readonly OrganizationId? organization;
    private readonly string? team;
    private readonly IReadOnlyList<Contribution> all;
    private readonly int decimals;
    private readonly HashSet<Contribution> counted;
    private int[]? ranks;

    public TeamSum(OrganizationId? organization, string? team, TeamRanking ranking, IReadOnlyList<Contribution> all, int decimals)
    {
        (this.organization, this.team, this.all, this.decimals) = (organization, team, all, decimals);
        var finishers = all.Where(c => c.Row.Rank is not null);
        var pools = ranking.PerTrade || ranking.BestOfIn is not null
            ? finishers.GroupBy(c => c.Trade.Id).Select(g => (Pool: (IEnumerable<Contribution>)g, Most: ranking.BestOfIn?.TryGetValue(g.Key, out var own) == true ? own : ranking.BestOf))
            : [(finishers, ranking.BestOf)];
        var best = pools.SelectMany(p =>
            p.Pool.OrderByDescending(c => c.Points, Fraction.BySize).ThenBy(c => c.Row.Rank).Take(p.Most ?? int.MaxValue));
        counted = new HashSet<Contribution>(best, ReferenceEqualityComparer.Instance);
        Total = counted.Aggregate(Fraction.Zero, (sum, c) => sum + c.Points).Rounded(decimals);
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

    /// <summary>Of a kind of component, over all ranked entrants of the team (R-M12).</summary>
    public decimal Part(ComponentKind kind) => Parts(kind).Sum(c => c.Figure ?? 0m);

    /// <summary>Over all ranked entrants of the team; null: one of them has no time in it.</summary>
    public decimal? PartSeconds(ComponentKind kind)
    {
        var times = Parts(kind).SelectMany(c => c.Modules.Where(m => m.Timed).Select(m => m.Result.SecondsUsed)).ToList();
        return times.Count == 0 || times.Contains(null) ? null : times.Sum();
    }

    private IEnumerable<(decimal? Figure, IEnumerable<(ModuleResult Result, bool Timed)> Modules)> Parts(ComponentKind kind) =>
        all.Where(c => c.Row.Rank is not null).SelectMany(c => c.Trade.Components.Zip(c.Row.Result.Components))
            .Where(c => c.First.Kind == kind)
            .Select(c => (c.Second.Figure, c.First.Modules.Zip(c.Second.Modules).Select(m => (m.Second, m.First.Time is not null))));

    public TeamResult Row(int? rank, Saying words) => new(
        organization, team, rank, Total,
        all.Select(c => new TeamShare(c.Trade.Id, c.Row.Result.Entrant, c.Row.Rank, c.Points.Rounded(decimals), counted.Contains(c))).ToList(),
        words);
}

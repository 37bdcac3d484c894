using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Ranking;

namespace Scoring.Core.Teams;

/// <summary>What each entrant of a trade brings to a team (R-F1, R-F2).</summary>
internal sealed class TeamPoints(TeamRanking ranking, TradeOutcome trade)
{
    private readonly Dictionary<int, int> equals = trade.Standings.Rows.Where(r => r.Rank is not null).GroupBy(r => r.Rank!.Value).ToDictionary(g => g.Key, g => g.Count()); // not null: filtered
    private readonly Dictionary<EntrantId, string?> tiers = trade.Awards.Rows.ToDictionary(r => r.Entrant, r => r.Tier);

    /// <summary>By the order of the standings; the unranked bring nothing.</summary>
    public Fraction Of(Standing row) => row.Rank is not { } rank ? Fraction.Zero : ranking.Method switch
    {
        TeamMethod.BestTotals => Fraction.Of(row.Result.Total ?? 0m),
        TeamMethod.RankPoints => OfRank(rank, row),
        TeamMethod.AwardPoints => Fraction.Of(OfAward(row)),
    };

    /// <summary>Equals each take the points of their rank, or share those of the places they fill.</summary>
    private Fraction OfRank(int rank, Standing row)
    {
        if (ranking.EveryPart && rank > (ranking.Points?.Count ?? 0))
        {
            return Fraction.Of(Finisher(row));
        }

        if (ranking.TiedIndividuals == TiedPoints.Full)
        {
            return Fraction.Of(At(rank));
        }

        var pool = Enumerable.Range(rank, equals[rank]).Sum(At);
        return Fraction.Of(pool) / equals[rank];
    }

    private decimal At(int place) => ranking.Points is { } points && place <= points.Count ? points[place - 1] : ranking.FinisherPoints;

    private decimal OfAward(Standing row) =>
        tiers.GetValueOrDefault(row.Result.Entrant) is { } tier && ranking.AwardPoints?.TryGetValue(tier, out var points) == true ? points : Finisher(row);

    private decimal Finisher(Standing row) => ranking.EveryPart && !PassMarks.PassesAll(trade.Trade, row.Result) ? 0m : ranking.FinisherPoints;
}

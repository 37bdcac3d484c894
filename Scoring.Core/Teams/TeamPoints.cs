using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Ranking;

namespace Scoring.Core.Teams;

/// <summary>What one entrant brings to a team (R-F1, R-F2).</summary>
internal static class TeamPoints
{
    /// <summary>By the order of the standings; the unranked bring nothing.</summary>
    public static Fraction Of(TeamRanking ranking, TradeOutcome trade, Standing row) => row.Rank is not { } rank ? Fraction.Zero : ranking.Method switch
    {
        TeamMethod.RankPoints => OfRank(ranking, rank, trade.Standings.Rows.Count(other => other.Rank == rank)),
        TeamMethod.AwardPoints => Fraction.Of(OfAward(ranking, trade.Awards, row.Result.Entrant)),
        _ => Fraction.Of(row.Result.Total ?? 0m),
    };

    /// <summary>Equals each take the points of their rank, or share those of the places they fill.</summary>
    private static Fraction OfRank(TeamRanking ranking, int rank, int equals)
    {
        if (ranking.TiedIndividuals == TiedPoints.Full)
        {
            return Fraction.Of(At(ranking, rank));
        }

        var pool = Enumerable.Range(rank, equals).Sum(place => At(ranking, place));
        return Fraction.Of(pool) / equals;
    }

    private static decimal At(TeamRanking ranking, int place) =>
        ranking.Points is { } points && place <= points.Count ? points[place - 1] : ranking.FinisherPoints;

    private static decimal OfAward(TeamRanking ranking, AwardList awards, EntrantId entrant) =>
        awards.Rows.FirstOrDefault(row => row.Entrant == entrant)?.Tier is { } tier && ranking.AwardPoints?.TryGetValue(tier, out var points) == true
            ? points
            : ranking.FinisherPoints;
}

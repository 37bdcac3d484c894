using Scoring.Core.Awards;
using Scoring.Core.Fold.State;

namespace Scoring.Core.Teams;

/// <summary>Every team ranking of a competition as its ledger leaves it, with its prize (R-F1, R-F3).</summary>
public static class TeamRankings
{
    /// <summary>In the order defined; empty if the competition has none.</summary>
    public static IReadOnlyList<TeamStandings> Of(CompetitionState state) => With(state, null);

    /// <param name="other">Takes the place of the trade of the same id: the trade as an entry that is only tried would leave it.</param>
    internal static IReadOnlyList<TeamStandings> With(CompetitionState state, TradeState? other)
    {
        if (state.Competition?.TeamRankings is not { Count: > 0 } rankings)
        {
            return [];
        }

        var trades = state.TradesInOrder.Select(t => other is not null && t.Definition.Id == other.Definition.Id ? other : t).ToList();
        var outcomes = trades.Select(t => new TradeOutcome(t.Definition, t.Standings(), t.Awards())).ToList();
        var entrants = trades.SelectMany(t => t.Entrants).Select(e => e.Entrant).DistinctBy(e => e.Id).ToList();
        return rankings.Select(ranking => TeamTable.Rank(ranking, outcomes, entrants, state.TagOf)).ToList();
    }
}

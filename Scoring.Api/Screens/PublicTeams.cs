using Scoring.Core.Awards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Teams;

namespace Scoring.Api.Screens;

/// <summary>Team rankings for the public: only those whose every trade is published, so that nothing of a hidden mark shows (R-A3).</summary>
internal static class PublicTeams
{
    /// <summary>Null: none is complete.</summary>
    public static IReadOnlyList<TeamBoard>? Of(CompetitionState state)
    {
        var boards = new List<TeamBoard>();
        foreach (var ranking in state.Competition?.TeamRankings ?? [])
        {
            var counting = state.TradesInOrder.Where(t => ranking.Trades?.Contains(t.Definition.Id) != false).ToList();
            if (counting.Count > 0 && counting.All(t => t.Phase >= Phase.Final && t.Public.Shown == Visibility.Named))
            {
                boards.Add(Board(state, ranking));
            }
        }

        return boards.Count == 0 ? null : boards;
    }

    public static TeamStandings Rank(CompetitionState state, TeamRanking ranking) => TeamTable.Rank(
        ranking, [.. state.TradesInOrder.Select(t => new TradeOutcome(t.Definition, t.Standings(), t.Awards()))], [.. state.Entrants.Values.Select(e => e.Entrant)],
        state.TagOf);

    private static TeamBoard Board(CompetitionState state, TeamRanking ranking)
    {
        var standings = Rank(state, ranking);
        return new TeamBoard(
            ranking.Name,
            [.. standings.Rows.Select(r => new TeamBoardRow(r.Rank, NameOf(state, r.Organization, r.Team), r.Total, r.Shares.Count(s => s.Counted), r.Words.ToString(), ShortNameOf(state, r.Organization, r.Team)))],
            standings.Prize.Count == 0 ? null : ranking.Prize?.Name, [.. standings.Prize.Select(p => NameOf(state, p.Organization, null))], standings.Decimals);
    }

    /// <param name="id">Null: the team is a tag's value (R-K13).</param>
    public static string NameOf(CompetitionState state, OrganizationId? id, string? team) =>
        id is { } of ? (state.Organizations.GetValueOrDefault(of)?.Name ?? "") + Suffix(team) : team ?? "";

    /// <summary>Null: the organization has none.</summary>
    public static string? ShortNameOf(CompetitionState state, OrganizationId? id, string? team) =>
        id is { } of && state.Organizations.GetValueOrDefault(of)?.ShortName is { } name ? name + Suffix(team) : null;

    private static string Suffix(string? team) => team is null ? "" : $" {team}";
}

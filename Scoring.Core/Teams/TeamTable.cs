// From the trades' results to a ranking of teams (R-F1, R-F2, R-J11).
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Core.Teams;

public static class TeamTable
{
    /// <param name="trades">All trades of the competition; the ranking may name which of them count.</param>
    /// <param name="entrants">Whoever stands in the trades' standings; one who is missing here belongs to no team.</param>
    /// <param name="tag">Value of a kind of tag of an entrant (R-K15); needed by a ranking by tag.</param>
    public static TeamStandings Rank(
        TeamRanking ranking, IReadOnlyList<TradeOutcome> trades, IReadOnlyCollection<Entrant> entrants, Func<EntrantId, string, string?>? tag = null)
    {
        var counting = trades.Where(t => ranking.Trades?.Contains(t.Trade.Id) != false).ToList();
        var decimals = counting.Select(t => t.Trade.Decimals).Append(2).Max(); // R-M1
        var people = entrants.Where(e => e.Counts is null).ToDictionary(e => e.Id); // R-K10
        var teams = counting
            .SelectMany(trade => { var points = new TeamPoints(ranking, trade); return trade.Standings.Rows.Select(row => (trade, row, points)); })
            .Where(x => people.ContainsKey(x.row.Result.Entrant))
            .Select(x => (Member: people[x.row.Result.Entrant], Result: new Contribution(x.trade.Trade, x.row, x.points.Of(x.row))))
            .Select(x => (Team: TeamOf(ranking, x.Member, tag), x.Result))
            .Where(x => x.Team is not null)
            .GroupBy(x => x.Team!.Value) // not null by the line before
            .Select(g => new TeamSum(g.Key.Organization, g.Key.Team, ranking, g.Select(x => x.Result).ToList(), decimals))
            .ToList();

        var order = new TeamOrder(ranking, decimals);
        var rows = order.Rank(teams.Where(t => t.Ranked).ToList())
            .Concat(teams.Where(t => !t.Ranked).Select(t => t.Row(null, $"无人计名次，不排名")))
            .ToList();
        return new TeamStandings(
            ranking.Name, rows, ranking.Prize is { } prize ? OrganizationPrizes.Award(prize, rows, counting, people, decimals) : [], decimals);
    }

    // Who has no such tag is in no team.
    private static (OrganizationId? Organization, string? Team)? TeamOf(TeamRanking ranking, Entrant member, Func<EntrantId, string, string?>? tag) => ranking switch
    {
        { Tag: { } kind } => tag?.Invoke(member.Id, kind) is { } value ? (null, value) : null,
        { Unit: TeamUnit.NamedTeam } => (member.Organization, member.Team),
        _ => (member.Organization, null),
    };
}

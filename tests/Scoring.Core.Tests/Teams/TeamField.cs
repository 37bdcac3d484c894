using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Teams;
using Scoring.Core.Tests.Awards;

namespace Scoring.Core.Tests.Teams;

/// <summary>Trades of contestants whose id tells their organization: "A1" and "A2" are of organization A; "A.x1" is of its team x.</summary>
public static class TeamField
{
    public static TradeOutcome Trade(string id, params Contestant[] contestants) => Trade(id, Field.Scheme(), contestants);

    public static TradeOutcome Trade(string id, AwardScheme scheme, params Contestant[] contestants)
    {
        var trade = Field.Trade(scheme with { Gate = new AwardGate(0m) }, id);
        var standings = Field.Of(contestants);
        return new TradeOutcome(trade, standings, AwardAllocation.Allocate(trade, standings, Field.Started(standings), Field.NoDecisions));
    }

    /// <summary>In the order of rank, one each point apart: the first of twenty has 99.</summary>
    public static TradeOutcome InOrder(string id, params string[] entrants) =>
        Trade(id, entrants.Select((entrant, i) => new Contestant(entrant, 99m - i)).ToArray());

    public static TeamStandings Rank(TeamRanking ranking, params TradeOutcome[] trades) => TeamTable.Rank(ranking, trades, People(trades));

    public static Entrant[] People(params TradeOutcome[] trades) => trades
        .SelectMany(trade => trade.Standings.Rows.Select(row => (trade, row.Result.Entrant)))
        .Select(x => new Entrant(
            x.Entrant, x.Entrant.Value, new OrganizationId(x.Entrant.Value[..1]), x.trade.Trade.Id,
            Team: x.Entrant.Value[1] == '.' ? x.Entrant.Value[2..3] : null))
        .ToArray();

    /// <summary>1 A 40.00, 2 B 30.00, - C 0.00.</summary>
    public static string Line(this TeamStandings standings) =>
        string.Join(", ", standings.Rows.Select(row => $"{row.Rank?.ToString() ?? "-"} {row.Organization}{row.Team} {row.Total:0.00}"));

    public static TeamResult Of(this TeamStandings standings, string organization) => standings.Rows.Single(row => row.Organization?.Value == organization);
}

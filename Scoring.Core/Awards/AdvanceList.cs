using Scoring.Core.Definition;
using Scoring.Core.Ranking;

namespace Scoring.Core.Awards;

/// <summary>晋级/选拔 (R-C3): who goes on to the next stage or a higher competition.</summary>
/// <param name="To">Where to, as the trade names it.</param>
/// <param name="Places">By the rule, before ties.</param>
/// <param name="Entrants">In order; equals at the last place all enter, so there may be more than <paramref name="Places"/>, or fewer if fewer are ranked.</param>
/// <param name="Words">e.g. 取前 3 名进入市级决赛；第 3 名 2 人并列，全部进入，共 4 人.</param>
public sealed record AdvanceList(string To, int Places, IReadOnlyList<EntrantId> Entrants, string Words)
{
    /// <summary>Null: the trade has no advance rule. A percentage is of those who started, rounded as the trade's quotas are.</summary>
    public static AdvanceList? Of(Trade trade, Standings standings, int started)
    {
        if (trade.Advance is not { } rule)
        {
            return null;
        }

        var places = rule.Top ?? AwardQuotas.Share(rule.Percent ?? 0m, started, trade.Awards.Rounding);
        var ranked = standings.Rows.Where(row => row.Rank is not null).ToList();
        var lastRank = ranked.Take(places).LastOrDefault()?.Rank ?? 0;
        var enter = ranked.Where(row => row.Rank <= lastRank).ToList();
        var tied = enter.Count > places ? $"；第 {lastRank} 名 {enter.Count(row => row.Rank == lastRank)} 人并列，全部进入" : "";
        return new AdvanceList(rule.To, places, enter.Select(row => row.Result.Entrant).ToList(), $"取前 {places} 名进入{rule.To}{tied}，共 {enter.Count} 人");
    }
}

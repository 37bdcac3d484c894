using Scoring.Core.Definition;
using Scoring.Core.Ranking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

/// <summary>晋级/选拔 (R-C3, R-K11): who goes on to the next stage or a higher competition.</summary>
/// <param name="To">Where to, as the trade names it.</param>
/// <param name="Places">By the rule, before ties.</param>
/// <param name="Entrants">In order; equals at the last place all enter, so there may be more than <paramref name="Places"/>, or fewer if fewer are ranked.</param>
/// <param name="Words">e.g. 取前 3 名进入市级决赛；第 3 名 2 人并列，全部进入，共 4 人.</param>
public sealed record AdvanceList(string To, int Places, IReadOnlyList<EntrantId> Entrants, Saying Words)
{
    /// <summary>递补 in the order in which they would move up; as many as the rule names, equals at the last of them together.</summary>
    public IReadOnlyList<EntrantId> Reserves { get; init; } = [];

    /// <summary>Who stands higher than the last on the list and is not on it, with the reason, by rank.</summary>
    public IReadOnlyList<PassedOver> PassedOver { get; init; } = [];

    /// <summary>Null: the trade has no advance rule. A percentage is of those who started, rounded as the trade's quotas are.</summary>
    /// <param name="whose">Needed where the rule has limits; null: it has none.</param>
    /// <param name="declined">放弃晋级 with the reason: the list is made without them (R-M10).</param>
    public static AdvanceList? Of(
        Trade trade, Standings standings, int started, Func<EntrantId, Belonging>? whose = null, IReadOnlyDictionary<EntrantId, string>? declined = null)
    {
        if (trade.Advance is not { } rule)
        {
            return null;
        }

        var places = rule.Top ?? AwardQuotas.Share(rule.Percent ?? 0m, started, trade.Awards.Rounding);
        var limits = new PrizeLimits(rule.Limits ?? [], whose ?? Belonging.None, Place);
        var (enter, reserves, over) = (new List<Standing>(), new List<Standing>(), new List<Standing>());
        var why = new Dictionary<EntrantId, Saying>();
        var ranked = standings.Rows.Where(row => row.Rank is not null).ToList();
        foreach (var equals in ranked.GroupBy(row => row.Rank))
        {
            var (to, room) = enter.Count < places ? (enter, places) : (reserves, rule.Reserves);
            if (to.Count >= room)
            {
                break;
            }

            var may = equals.Where(row => Against(trade, rule, row, declined, why) is null).ToList();
            var within = limits.Within(Place, [.. may.Select(row => row.Result.Entrant)]).ToHashSet();
            foreach (var row in may.Where(row => !within.Contains(row.Result.Entrant)))
            {
                why[row.Result.Entrant] = $"{limits.PassedOver(row.Result.Entrant)!.Value.Words}，不晋级"; // not within, so passed over
            }

            to.AddRange(may.Where(row => within.Contains(row.Result.Entrant)));
            over.AddRange(to == enter ? equals.Where(row => why.ContainsKey(row.Result.Entrant)) : []);
            foreach (var entrant in within)
            {
                limits.Count(Place, entrant);
            }
        }

        // The rank up to which everybody would be on the list if nobody were passed over.
        var last = ranked.ElementAtOrDefault(places - 1)?.Rank ?? int.MaxValue;
        return new AdvanceList(rule.To, places, [.. enter.Select(row => row.Result.Entrant)], Sentence(rule, places, enter))
        {
            Reserves = [.. reserves.Select(row => row.Result.Entrant)],
            PassedOver = [.. over.Select(row => new PassedOver(
                row.Result.Entrant, row.Rank ?? 0, $"{why[row.Result.Entrant]}{MovesUp(row, over, enter, last)}"))],
        };
    }

    private const string Place = "晋级名额";

    private static Saying? Against(Trade trade, AdvanceRule rule, Standing row, IReadOnlyDictionary<EntrantId, string>? declined, Dictionary<EntrantId, Saying> why)
    {
        var entrant = row.Result.Entrant;
        var against = declined?.TryGetValue(entrant, out var reason) == true ? (Saying)$"放弃晋级：{reason}"
            : rule.PassMarks && PassMarks.Failed(trade, row.Result) is { } below ? (Saying)$"{below}，不晋级" : null;
        if (against is not null)
        {
            why[entrant] = against;
        }

        return against;
    }

    // The n-th place that is left open goes to the n-th of those who would not be on the list otherwise.
    private static Saying? MovesUp(Standing row, List<Standing> over, List<Standing> enter, int last) =>
        row.Rank <= last && enter.Where(e => e.Rank > last).ElementAtOrDefault(over.IndexOf(row)) is { } next ? (Saying)$"，由第 {next.Rank} 名递补" : null;

    private static Saying Sentence(AdvanceRule rule, int places, List<Standing> enter)
    {
        var last = enter.LastOrDefault()?.Rank ?? 0;
        var tied = enter.Count > places ? (Saying)$"；第 {last} 名 {enter.Count(row => row.Rank == last)} 人并列，全部进入" : null;
        return $"取前 {places} 名进入{rule.To}{tied}，共 {enter.Count} 人";
    }
}

/// <param name="Words">Why, and who moves up, e.g. 理论 58.00 低于 60，不晋级，由第 2 名递补.</param>
public sealed record PassedOver(EntrantId Entrant, int Rank, Saying Words);

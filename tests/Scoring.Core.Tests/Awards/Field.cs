// A field of entrants with ranks, for tests of what comes after ranking.
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Ranking;

namespace Scoring.Core.Tests.Awards;

/// <summary>One result of a test, ranked by total alone: equal totals share a rank.</summary>
public sealed record Contestant(
    string Id, decimal? Total, decimal Theory = 80m, decimal Practical = 80m, int? Seconds = null, EntrantStatus Status = EntrantStatus.Normal);

public static class Field
{
    public static readonly AwardTier First = new("一等奖", 1);
    public static readonly AwardTier Second = new("二等奖", 3);
    public static readonly AwardTier Third = new("三等奖", 3);

    public static readonly IReadOnlyDictionary<string, BoundaryDecision> NoDecisions = new Dictionary<string, BoundaryDecision>();

    /// <summary>1, 2, 3, 4, 4, 6, 7, 8, 9, 10: the second tier ends between the two fourths.</summary>
    public static readonly decimal[] SecondTied = [95, 94, 93, 92, 92, 90, 89, 88, 87, 86];

    /// <summary>A union contest, theory 30 and practical 70.</summary>
    public static Trade Trade(AwardScheme awards, string id = "dg") => new(
        new TradeId(id), "电工", "DG",
        [
            new Component(new ComponentId("theory"), "理论", ComponentKind.Theory, 30m, [new Module(new ModuleId("T"), "理论", 100m, MarkingMethod.Clerk, [])]),
            new Component(new ComponentId("practical"), "实操", ComponentKind.Practical, 70m, [new Module(new ModuleId("P"), "实操", 100m, MarkingMethod.Judge, [])]),
        ],
        awards);

    public static AwardScheme Scheme(params AwardTier[] tiers) => new(tiers);

    /// <summary>First, second, third prize with these quotas.</summary>
    public static AwardScheme Prizes(BoundaryPolicy policy, params int[] quotas) =>
        new([.. quotas.Select((quota, i) => new AwardTier(new[] { "一等奖", "二等奖", "三等奖" }[i], quota))], policy);

    /// <summary>E1, E2, … with these totals, given best first.</summary>
    public static Standings Totals(params decimal[] totals) => Of(totals.Select((total, i) => new Contestant($"E{i + 1}", total)).ToArray());

    public static Standings Of(params Contestant[] contestants)
    {
        var results = contestants.Select(Result).ToList();
        var ranked = results.Where(r => r.Ranked).OrderByDescending(r => r.Total).ToList();
        var rows = ranked.Select((r, i) => new Standing(
            r, 1 + ranked.Count(other => other.Total > r.Total), i == 0 ? null : Reason(ranked[i - 1], r)));
        return new Standings(rows.Concat(results.Where(r => !r.Ranked).Select(r => new Standing(r, null, null))).ToList(), []);
    }

    /// <summary>As <see cref="AwardAllocation"/> is asked by a trade: started counts all but absent and withdrawn.</summary>
    public static AwardList Allot(AwardScheme scheme, Standings standings, params (string Tier, string[] Chosen)[] decisions) =>
        AwardAllocation.Allocate(Trade(scheme), standings, Started(standings), decisions.ToDictionary(
            d => d.Tier, d => new BoundaryDecision(Ids(d.Chosen), null, "抽签")));

    public static int Started(Standings standings) =>
        standings.Rows.Count(row => row.Result.Status is not (EntrantStatus.Absent or EntrantStatus.Withdrawn));

    /// <summary>E1 一等奖, E2 二等奖, E3 — …: who got what, in order.</summary>
    public static string Line(this AwardList awards) => string.Join(" ", awards.Rows.Select(row => $"{row.Entrant}:{row.Tier?[..1] ?? "-"}"));

    public static AwardRow Row(this AwardList awards, string id) => awards.Rows.Single(row => row.Entrant == new EntrantId(id));

    public static EntrantId[] Ids(params string[] ids) => ids.Select(id => new EntrantId(id)).ToArray();

    private static EntrantResult Result(Contestant contestant) => new(
        new EntrantId(contestant.Id), contestant.Status,
        [
            new ComponentResult(new ComponentId("theory"), [], contestant.Theory, contestant.Theory * 0.3m),
            new ComponentResult(new ComponentId("practical"), [], contestant.Practical, contestant.Practical * 0.7m),
        ],
        contestant.Status == EntrantStatus.Normal ? contestant.Total : null, contestant.Seconds, null);

    private static RankReason Reason(EntrantResult before, EntrantResult result) => before.Total == result.Total
        ? new RankReason(RankDecision.Equal, null, $"总分相同，并列")
        : new RankReason(RankDecision.Total, null, $"总分低于前一名 {before.Total - result.Total:0.00}");
}

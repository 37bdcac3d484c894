using Scoring.Core.Definition;
using Scoring.Core.Ranking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Review;

/// <summary>Where a trade's review stands (R-D1).</summary>
/// <param name="Wrong">Whose sheets were found wrong.</param>
/// <param name="ReviewAll">More than 5 % of the reviewed were wrong: everyone ranked is to be reviewed.</param>
/// <param name="Remaining">Still to be looked at, in the order of the plan, then of the standings.</param>
/// <param name="Words">For the head judge, e.g. 应复核 13 份，已复核 13 份，有误 1 份；有误超过 5%，须全部复核，还差 27 份.</param>
public sealed record ReviewProgress(
    int Required, int Reviewed, IReadOnlyList<EntrantId> Wrong, bool ReviewAll, IReadOnlyList<EntrantId> Remaining, Saying Words)
{
    public bool Complete => Remaining.Count == 0;

    /// <param name="ticks">Of each entrant looked at: right, or wrong once. One that was wrong stays wrong after its correction.</param>
    public static ReviewProgress Of(ReviewPlan plan, Standings standings, IReadOnlyDictionary<EntrantId, bool> ticks)
    {
        var planned = plan.All().ToList();
        var all = TooManyWrong(planned, planned, ticks) || TooManyWrong(ticks.Keys, planned, ticks);
        var required = all
            ? planned.Union(standings.Rows.Where(row => row.Rank is not null).Select(row => row.Result.Entrant)).ToList()
            : planned;
        var remaining = required.Where(entrant => !ticks.ContainsKey(entrant)).ToList();
        var wrong = ticks.Where(tick => !tick.Value).Select(tick => tick.Key).ToList();
        return new ReviewProgress(required.Count, ticks.Count, wrong, all, remaining, Describe(required.Count, ticks.Count, wrong.Count, all, remaining.Count));
    }

    /// <summary>Of the plan as a whole even while it is under way, so that the verdict can only come, never go;
    /// and of the plan with whatever else was looked at.</summary>
    private static bool TooManyWrong(IEnumerable<EntrantId> looked, List<EntrantId> planned, IReadOnlyDictionary<EntrantId, bool> ticks)
    {
        var sheets = planned.Union(looked).ToList();
        return sheets.Count(entrant => ticks.TryGetValue(entrant, out var right) && !right) * 20 > sheets.Count;
    }

    private static Saying Describe(int required, int reviewed, int wrong, bool all, int remaining)
    {
        var extended = all ? (Saying)$"；有误超过 5%，须全部复核" : null;
        var left = remaining > 0 ? (Saying)$"，还差 {remaining} 份" : $"，已全部完成";
        return $"应复核 {required} 份，已复核 {reviewed} 份，有误 {wrong} 份{extended}{left}";
    }
}

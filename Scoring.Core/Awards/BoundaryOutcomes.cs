using Scoring.Core.Definition;
using Scoring.Core.Ranking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

/// <summary>What each choice at a boundary would lead to (R-E2), in words that stand under the choice.</summary>
internal sealed class BoundaryOutcomes(
    IReadOnlyList<TierQuota> tiers, IReadOnlyList<Standing> ranked, PlaceFilling expanded, PlaceFilling fromNext)
{
    public Dictionary<BoundaryPolicy, Saying> Of(Straddle straddle, PlaceFilling actual) => new()
    {
        [BoundaryPolicy.Expand] = Counts(expanded),
        [BoundaryPolicy.ExpandFromNext] = $"{Counts(fromNext)}{Losers()}",
        [BoundaryPolicy.Decide] = straddle.Chosen is null ? (Saying)$"定人并写理由；议定前不能公布" : Counts(actual),
    };

    /// <summary>一 1、二 4、三 4，共 9 人; other names than 几等奖 in full.</summary>
    private Saying Counts(PlaceFilling filling)
    {
        var numbered = tiers.All(tier => tier.Name.Length > 2 && tier.Name.EndsWith("等奖", StringComparison.Ordinal));
        var parts = tiers.Select((tier, i) => $"{(numbered ? tier.Name[..^2] : tier.Name)} {filling.Given[i]}");
        return $"{Saying.Join("、", parts)}，共 {filling.Given.Sum()} 人";
    }

    private Saying? Losers()
    {
        var ranks = ranked
            .Where(row => expanded.TierOf(row.Result.Entrant) is not null && fromNext.TierOf(row.Result.Entrant) is null)
            .Select(row => row.Rank!.Value) // ranked holds only those who have one
            .ToList();
        return ranks.Count == 0 ? null : (Saying)$"；{Chinese.Ranks(ranks)}不获奖";
    }
}

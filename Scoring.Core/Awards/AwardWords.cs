using Scoring.Core.Definition;
using Scoring.Core.Ranking;

namespace Scoring.Core.Awards;

/// <summary>依据: why a row has its award or none, in one sentence that can be read out.</summary>
internal sealed class AwardWords(
    AwardQuotas quotas, BoundaryPolicy policy, PlaceFilling filling, PlaceFilling withoutGate,
    IReadOnlyList<Standing> ranked, IReadOnlyDictionary<EntrantId, string> failed)
{
    private readonly Dictionary<EntrantId, Straddle> straddleOf = filling.Straddles
        .SelectMany(s => s.Tied, (straddle, entrant) => (straddle, entrant)).GroupBy(x => x.entrant).ToDictionary(g => g.Key, g => g.Last().straddle);

    private readonly List<int> failedRanks = [.. ranked.Where(r => failed.ContainsKey(r.Result.Entrant)).Select(r => r.Rank!.Value)]; // ranked holds only those who have one

    public string For(Standing row)
    {
        var entrant = row.Result.Entrant;
        if (quotas.Tiers.All(tier => tier.Places == 0))
        {
            return NoAwards();
        }

        if (failed.TryGetValue(entrant, out var below))
        {
            return $"{below}，不授奖";
        }

        if (straddleOf.GetValueOrDefault(entrant) is { } straddle)
        {
            return AtBoundary(straddle, entrant);
        }

        if (filling.TierOf(entrant) is not { } tier)
        {
            return $"{quotas.Tiers.Last(t => t.Places > 0).Name}名额已满";
        }

        if (tier < (withoutGate.TierOf(entrant) ?? int.MaxValue) && MovedUp(row) is { } moved)
        {
            return moved;
        }

        return ReferenceEquals(row, ranked[0]) ? "总分最高" : row.Reason?.Words ?? $"名次在{quotas.Tiers[tier].Name}名额内";
    }

    private string NoAwards() => quotas switch
    {
        { Cancelled: { } few } => $"参赛不足 {few.FewerThan} 人，按规程不设奖",
        { Tiers.Count: 0 } => "本工种未设奖项",
        _ => "参赛人数折算后各奖项名额为 0",
    };

    /// <summary>A place of someone above who failed the gate came down to this one (R-E4).</summary>
    private string? MovedUp(Standing row)
    {
        var above = failedRanks.TakeWhile(rank => rank < row.Rank).ToList();
        return above.Count switch
        {
            0 => null,
            <= 3 => $"{Chinese.Ranks(above)}不授奖，由第 {row.Rank} 名递补",
            _ => $"前面 {above.Count} 人未过线不授奖，由第 {row.Rank} 名递补",
        };
    }

    private string AtBoundary(Straddle straddle, EntrantId entrant)
    {
        var tier = quotas.Tiers[straddle.Tier].Name;
        var tied = $"{tier}末位 {straddle.Tied.Count} 人并列";
        if (policy == BoundaryPolicy.Expand)
        {
            return $"{tied}，扩额授奖";
        }

        if (policy == BoundaryPolicy.ExpandFromNext)
        {
            var next = quotas.Tiers.Skip(straddle.Tier + 1).FirstOrDefault(t => t.Places > 0);
            return next is null ? $"{tied}，扩额授奖" : $"{tied}，扩额授奖，多出 {straddle.Tied.Count - straddle.Places} 个从{next.Name}里扣";
        }

        return straddle.Chosen is not { } chosen ? $"{tied}，剩 {straddle.Places} 个名额，待组委会议定"
            : chosen.Contains(entrant) ? $"{tied}，组委会议定授予"
            : filling.TierOf(entrant) is { } lower ? $"{tied}，组委会议定授{quotas.Tiers[lower].Name}"
            : $"{tied}，组委会议定不授予";
    }
}

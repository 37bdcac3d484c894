using Scoring.Core.Definition;
using Scoring.Core.Ranking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

/// <summary>依据: why a row has its award or none, in one sentence that can be read out.</summary>
internal sealed class AwardWords(
    Trade trade, AwardQuotas quotas, PlaceFilling filling, PlaceFilling withoutRules,
    IReadOnlyList<Standing> ranked, IReadOnlyDictionary<EntrantId, Saying> failed, PrizeLimits limits)
{
    private readonly BoundaryPolicy policy = trade.Awards.Boundary;

    private readonly Dictionary<EntrantId, Straddle> straddleOf = filling.Straddles
        .SelectMany(s => s.Tied, (straddle, entrant) => (straddle, entrant)).GroupBy(x => x.entrant).ToDictionary(g => g.Key, g => g.Last().straddle);

    private readonly List<int> failedRanks = [.. ranked.Where(r => failed.ContainsKey(r.Result.Entrant)).Select(r => r.Rank!.Value)]; // ranked holds only those who have one

    public Saying For(Standing row)
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

        var passedOver = limits.PassedOver(entrant);
        if (filling.TierOf(entrant) is not { } tier)
        {
            return passedOver is { } over ? (Saying)$"{over.Words}，按规程不再授{(over.Tier is null ? (Saying)$"奖" : $"{over.Tier}")}" : NotReached(row) ?? $"{quotas.Tiers.Last(t => t.Places > 0).Name}名额已满";
        }

        if (passedOver is { } lower)
        {
            return $"{lower.Words}，按规程授{quotas.Tiers[tier].Name}";
        }

        if (tier < (withoutRules.TierOf(entrant) ?? int.MaxValue) && MovedUp(row, tier) is { } moved)
        {
            return moved;
        }

        return quotas.Tiers[tier].From is { } standard ? Standards.Words(standard, trade, row.Result)
            : ReferenceEquals(row, ranked[0]) ? (Saying)$"总分最高" : row.Reason?.Words ?? $"名次在{quotas.Tiers[tier].Name}名额内";
    }

    // The lowest tier asks for a mark that this one has not.
    private Saying? NotReached(Standing row) =>
        quotas.Tiers.Last(t => t.Places > 0) is { From: { } from } tier && !(Standards.Figure(from, row.Result) >= from.Mark)
            ? (Saying)$"{Standards.Words(from, trade, row.Result)}，不授{tier.Name}" : null;

    private Saying NoAwards() => quotas switch
    {
        { Cancelled: { } few } => $"参赛不足 {few.FewerThan} 人，按规程不设奖",
        { Tiers.Count: 0 } => $"未设奖项",
        _ => $"参赛人数折算后各奖项名额为 0",
    };

    /// <summary>A place of someone above who failed the gate (R-E4), or was passed over (R-K12), came down to this one.</summary>
    private Saying? MovedUp(Standing row, int tier)
    {
        var above = failedRanks.TakeWhile(rank => rank < row.Rank).ToList();
        var passed = ranked.TakeWhile(r => r.Rank < row.Rank)
            .Where(r => limits.PassedOver(r.Result.Entrant) is not null && !(filling.TierOf(r.Result.Entrant) <= tier)).Select(r => r.Rank!.Value).ToList(); // ranked
        if (passed.Count > 0)
        {
            return $"{Chinese.Ranks(above.Concat(passed).Order())}按规程不授{quotas.Tiers[tier].Name}，由第 {row.Rank} 名递补";
        }

        return above.Count switch
        {
            0 => null,
            <= 3 => $"{Chinese.Ranks(above)}不授奖，由第 {row.Rank} 名递补",
            _ => $"前面 {above.Count} 人未过线不授奖，由第 {row.Rank} 名递补",
        };
    }

    private Saying AtBoundary(Straddle straddle, EntrantId entrant)
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
            return next is null ? (Saying)$"{tied}，扩额授奖" : $"{tied}，扩额授奖，多出 {straddle.Tied.Count - straddle.Places} 个从{next.Name}里扣";
        }

        return straddle.Chosen is not { } chosen ? (Saying)$"{tied}，剩 {straddle.Places} 个名额，待组委会议定"
            : chosen.Contains(entrant) ? (Saying)$"{tied}，组委会议定授予"
            : filling.TierOf(entrant) is { } lower ? (Saying)$"{tied}，组委会议定授{quotas.Tiers[lower].Name}"
            : $"{tied}，组委会议定不授予";
    }
}

using Scoring.Core.Definition;

namespace Scoring.Core.Awards;

/// <summary>How many places each tier has, given how many started (R-E1, R-E3).</summary>
/// <param name="Cancelled">The few-entrants row that left no tier; null: awards are given.</param>
internal sealed record AwardQuotas(IReadOnlyList<TierQuota> Tiers, FewEntrantsRow? Cancelled)
{
    /// <summary>Of several few-entrants rows that hold, the one with the smallest limit applies (R-J10).</summary>
    public static AwardQuotas Of(AwardScheme scheme, int started)
    {
        var few = (scheme.Few ?? []).Where(row => started < row.FewerThan).MinBy(row => row.FewerThan);
        var tiers = (few?.Tiers ?? scheme.Tiers)
            .Select(tier => new TierQuota(tier.Name, tier.Quota ?? Share(tier.Percent ?? 0m, started, scheme.Rounding)))
            .ToList();
        return new AwardQuotas(tiers, few is { Tiers.Count: 0 } ? few : null);
    }

    /// <summary>Rounded tier by tier, never over the tiers together (R-J10).</summary>
    public static int Share(decimal percent, int of, QuotaRounding rounding)
    {
        var exact = percent * of / 100m;
        return (int)(rounding switch
        {
            QuotaRounding.Floor => Math.Floor(exact),
            QuotaRounding.Ceiling => Math.Ceiling(exact),
            _ => Math.Round(exact, MidpointRounding.AwayFromZero),
        });
    }
}

internal sealed record TierQuota(string Name, int Places);

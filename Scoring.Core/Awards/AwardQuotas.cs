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
            .Select(tier => new TierQuota(tier.Name, Places(tier, started, scheme.Rounding), tier.From, Unlimited: tier is { Quota: null, Percent: null }))
            .ToList();
        return new AwardQuotas(tiers, few is { Tiers.Count: 0 } ? few : null);
    }

    private static int Places(AwardTier tier, int started, QuotaRounding rounding) => tier switch
    {
        { Quota: { } quota } => quota,
        { Percent: { } percent } => Share(percent, started, rounding),
        { From: not null } => int.MaxValue,
        _ => 0,
    };

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

/// <param name="From">To be reached as well (R-K12); null: nothing.</param>
/// <param name="Unlimited">A standard without an upper number.</param>
/// <param name="Group">Value of the tag by which awards are counted (R-K15); null: they are counted once.</param>
internal sealed record TierQuota(string Name, int Places, AwardStandard? From = null, bool Unlimited = false, string? Group = null)
{
    /// <summary>What a committee's decision about its end is kept under.</summary>
    public string Key => Group is null ? Name : $"{Name}（{Group}）";
}

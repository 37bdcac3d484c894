// Whose sheets are looked at again (R-D1, R-J9).
using System.Security.Cryptography;
using System.Text;
using Scoring.Core.Definition;
using Scoring.Core.Ranking;

namespace Scoring.Core.Review;

/// <param name="Seed">Written down before the draw; anyone can repeat the draw with it.</param>
/// <param name="Top">The best of the ranked by the trade's rule, in order.</param>
/// <param name="Sample">Drawn from the rest of the ranked, in the order of the standings.</param>
public sealed record ReviewPlan(string Seed, IReadOnlyList<EntrantId> Top, IReadOnlyList<EntrantId> Sample)
{
    /// <summary>Everyone to be looked at, best first.</summary>
    public IEnumerable<EntrantId> All() => Top.Concat(Sample);
}

public static class ReviewDraw
{
    private static readonly ReviewRule Usual = new();

    /// <summary>Equals at the end of the top do not enlarge it (R-J9): it goes by the order of the standings.</summary>
    /// <param name="rule">R-K16; null: the best 30 % and 15 % of the rest.</param>
    public static ReviewPlan Draw(TradeId trade, Standings standings, string seed, ReviewRule? rule = null)
    {
        var ranked = standings.Rows.Where(row => row.Rank is not null).Select(row => row.Result.Entrant).ToList();
        var (best, size) = Sizes(ranked.Count, rule ?? Usual);
        var top = ranked.Take(best).ToList();
        var rest = ranked.Skip(best).ToList();
        var drawn = rest
            .Select(entrant => (Entrant: entrant, Lot: Lot(seed, trade, entrant)))
            .OrderBy(x => x.Lot, StringComparer.Ordinal)
            .Take(size)
            .Select(x => x.Entrant)
            .ToHashSet();
        return new ReviewPlan(seed, top, rest.Where(drawn.Contains).ToList());
    }

    /// <summary>How many of so many ranked are looked at: the best, and of the rest.</summary>
    public static (int Top, int Sample) Sizes(int ranked, ReviewRule rule)
    {
        var top = Math.Min(ranked, rule.First ?? PartOf(ranked, rule.TopPercent));
        return (top, PartOf(ranked - top, rule.SamplePercent));
    }

    private static int PartOf(int count, decimal percent) => (int)Math.Ceiling(count * percent / 100m);

    /// <summary>SHA-256 over seed, trade and entrant, in lower-case hex: the lowest are drawn.</summary>
    private static string Lot(string seed, TradeId trade, EntrantId entrant) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{trade.Value}\n{entrant.Value}")));
}

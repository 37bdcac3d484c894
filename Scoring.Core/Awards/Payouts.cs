using Scoring.Core.Definition;

namespace Scoring.Core.Awards;

/// <summary>What one prize or honour pays (R-K12), a pair's once (R-M11).</summary>
/// <param name="For">Tier, 单项奖 or title, as it was won.</param>
public sealed record Payment(EntrantId Entrant, string For, decimal Amount);

/// <summary>奖金 of a trade: prizes as they stand, honours once they are approved (R-M11).</summary>
public static class Payouts
{
    /// <param name="approved">Titles that were approved.</param>
    /// <returns>Best first: tiers, 单项奖, honours; who wins nothing that pays is not among them.</returns>
    public static IReadOnlyList<Payment> Of(Trade trade, AwardList awards, IEnumerable<(EntrantId Entrant, string Title)> approved)
    {
        var few = (trade.Awards.Few ?? []).Where(row => awards.Started < row.FewerThan).MinBy(row => row.FewerThan);
        var amounts = (few?.Tiers ?? trade.Awards.Tiers).Select(t => (t.Name, t.Amount))
            .Concat((trade.Awards.Singles ?? []).Select(s => (s.Name, s.Amount)))
            .Where(a => a.Amount is > 0).DistinctBy(a => a.Name).ToDictionary(a => a.Name, a => a.Amount!.Value,
                StringComparer.Ordinal); // by Where
        var ranks = awards.Rows.ToDictionary(row => row.Entrant, row => row.Rank);
        decimal? Honoured(EntrantId entrant, string title) => (trade.Honours ?? []).Where(rule => Is(rule, title))
            .OrderByDescending(rule => ranks.GetValueOrDefault(entrant) is var rank && rank >= rule.RankFrom && rank <= rule.RankTo)
            .FirstOrDefault()?.Amount;
        return
        [
            .. awards.Prizes().Where(p => amounts.ContainsKey(p.Prize)).Select(p => new Payment(p.Entrant, p.Prize, amounts[p.Prize])),
            .. approved.Select(h => (h.Entrant, h.Title, Amount: Honoured(h.Entrant, h.Title))).Where(h => h.Amount is > 0)
                .Select(h => new Payment(h.Entrant, h.Title, h.Amount!.Value)), // by Where
        ];
    }

    /// <summary>Something of the trade pays, whether or not anybody has won it.</summary>
    public static bool Any(Trade trade) =>
        trade.Awards.Tiers.Concat((trade.Awards.Few ?? []).SelectMany(row => row.Tiers)).Any(t => t.Amount is > 0)
        || (trade.Awards.Singles ?? []).Any(s => s.Amount is > 0) || (trade.Honours ?? []).Any(h => h.Amount is > 0);

    private static bool Is(HonourRule rule, string title) => rule.Promotion ? GradeLadder.Reaches(rule, title) : rule.Title == title;
}

using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Effects;

/// <summary>One entrant before and after a correction (R-D2). Null: no total, not ranked, no award.</summary>
/// <param name="Words">What changes, e.g. 总分 87.50 → 87.00；第 3 名 → 第 4 名；二等奖 → 三等奖.</param>
public sealed record EntrantEffect(
    EntrantId Entrant, decimal? TotalBefore, decimal? TotalAfter, int? RankBefore, int? RankAfter, string? AwardBefore, string? AwardAfter, Saying Words)
{
    /// <summary>Null: nothing changes.</summary>
    internal static EntrantEffect? Of(EntrantId entrant, Place was, Place will, int decimals)
    {
        if (was == will)
        {
            return null;
        }

        List<Saying> words = [];
        if (was.Total != will.Total)
        {
            words.Add((was.Total, will.Total) switch
            {
                ({ } a, { } b) => $"总分 {Marking.Words.Mark(a, decimals)} → {Marking.Words.Mark(b, decimals)}",
                _ => $"{TotalWords(was, decimals)} → {TotalWords(will, decimals)}",
            });
        }

        if (was.Rank != will.Rank)
        {
            words.Add($"{RankWords(was)} → {RankWords(will)}");
        }

        if (was.AwardWords != will.AwardWords)
        {
            words.Add($"{was.AwardWords} → {will.AwardWords}");
        }

        return new EntrantEffect(entrant, was.Total, will.Total, was.Rank, will.Rank, was.Award, will.Award, Saying.Join("；", words));
    }

    private static Saying TotalWords(Place place, int decimals) => place.Total is { } total ? (Saying)$"总分 {Marking.Words.Mark(total, decimals)}" : $"没有总分";

    private static Saying RankWords(Place place) => place.Rank is { } rank ? (Saying)$"第 {rank} 名" : $"不计名次";
}

/// <summary>Where an entrant stands at one moment.</summary>
/// <param name="Open">Among equals whose boundary awaits the committee: no award yet.</param>
internal sealed record Place(decimal? Total, int? Rank, string? Award, bool Open)
{
    public static readonly Place Unlisted = new(null, null, null, false);

    public Saying AwardWords => Award is { } award ? (Saying)$"{award}" : Open ? (Saying)$"待议定" : $"无奖项";

    public static Dictionary<EntrantId, Place> All(TradeOutcome outcome)
    {
        var tiers = outcome.Awards.Rows.ToDictionary(row => row.Entrant, row => row.Tier);
        var open = outcome.Awards.Open
            ? outcome.Awards.Boundaries.Where(b => b.Chosen is null).SelectMany(b => b.Tied).ToHashSet()
            : [];
        return outcome.Standings.Rows.ToDictionary(
            row => row.Result.Entrant,
            row => new Place(row.Result.Total, row.Rank, tiers.GetValueOrDefault(row.Result.Entrant), open.Contains(row.Result.Entrant)));
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

/// <summary>Who gets what in a trade, as it would be published now (R-E1 to R-E4); medals too (R-G5).</summary>
/// <param name="Rows">In the order of the standings; everyone ranked, with or without an award.</param>
/// <param name="Tiers">Best first, as they apply to the number who started (R-E3); empty: no awards.</param>
/// <param name="Boundaries">Ties at the end of a tier, each with what the choices lead to.</param>
/// <param name="Started">All but absent and withdrawn (R-J9): what percentages are of.</param>
/// <param name="Open">True while a boundary awaits the committee (R-E2 c), or a tag by which awards are counted is missing (R-M13): not publishable.</param>
public sealed record AwardList(
    IReadOnlyList<AwardRow> Rows, IReadOnlyList<TierUse> Tiers, IReadOnlyList<BoundaryTie> Boundaries, int Started, bool Open)
{
    /// <summary>Ranked, and without the tag by which awards are counted (R-M13).</summary>
    public IReadOnlyList<EntrantId> Untagged { get; init; } = [];

    /// <summary>单项奖 (R-K12); null: the trade has none.</summary>
    public IReadOnlyList<SingleList>? Singles { get; init; }

    /// <summary>Every prize that somebody won, best first: the tiers, then 单项奖 as they are defined.</summary>
    public IEnumerable<(EntrantId Entrant, string Prize)> Prizes() =>
        Rows.Where(row => row.Tier is not null).Select(row => (row.Entrant, row.Tier!)) // not null by Where
            .Concat(SinglesWon());

    /// <summary>单项奖 and who won them, as they are defined.</summary>
    public IEnumerable<(EntrantId Entrant, string Prize)> SinglesWon() =>
        (Singles ?? []).SelectMany(single => single.Winners.Select(winner => (winner.Entrant, single.Name)));
}

/// <param name="Tier">Null: none, or not yet as its boundary is open.</param>
/// <param name="FailsGate">Below a pass mark (R-E4), whether or not the rank would have reached a tier; the place moves down.</param>
/// <param name="Words">Why, e.g. 总分最高; 第 9 名不授奖，由第 10 名递补.</param>
public sealed record AwardRow(EntrantId Entrant, int Rank, string? Tier, bool FailsGate, Saying Words)
{
    /// <summary>Among whom the row's award was counted (R-K15), e.g. 学生组; null: the whole trade.</summary>
    public string? Group { get; init; }
}

/// <param name="Quota">Places by the scheme, rounded (R-J10), before any boundary tie; of a medallion or a standard without an upper number, which have no quota, the number given.</param>
public sealed record TierUse(string Name, int Quota, int Given);

/// <param name="Tied">Equals that straddle the end of <paramref name="Tier"/>.</param>
/// <param name="Places">Places left in the tier for them.</param>
/// <param name="Outcomes">Winners per tier under each policy, in words, e.g. 一 1、二 4、三 4，共 9 人.</param>
/// <param name="Chosen">Who of them the committee gave the tier (R-E2 c); null: not decided, or another policy holds.</param>
public sealed record BoundaryTie(
    string Tier, IReadOnlyList<EntrantId> Tied, int Places, IReadOnlyDictionary<BoundaryPolicy, Saying> Outcomes,
    IReadOnlyList<EntrantId>? Chosen = null);

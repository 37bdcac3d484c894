using Scoring.Core.Definition;

namespace Scoring.Core.Awards;

/// <summary>Who gets what in a trade, as it would be published now (R-E1 to R-E4).</summary>
/// <param name="Rows">In the order of the standings; everyone ranked, with or without an award.</param>
/// <param name="Boundaries">Ties at the end of a tier, each with what the choices lead to.</param>
/// <param name="Open">True while a boundary awaits the committee (R-E2 c).</param>
public sealed record AwardList(
    IReadOnlyList<AwardRow> Rows, IReadOnlyList<TierUse> Tiers, IReadOnlyList<BoundaryTie> Boundaries, int Started, bool Open);

/// <param name="Tier">Null: none.</param>
/// <param name="FailsGate">Below a pass mark (R-E4); the place moves down.</param>
/// <param name="Words">Why, e.g. 总分最高; 第 9 名不授奖，由第 10 名递补.</param>
public sealed record AwardRow(EntrantId Entrant, int Rank, string? Tier, bool FailsGate, string Words);

public sealed record TierUse(string Name, int Quota, int Given);

/// <param name="Tied">Equals that straddle the end of <paramref name="Tier"/>.</param>
/// <param name="Places">Places left in the tier for them.</param>
/// <param name="Outcomes">Winners per tier under each policy, in words, e.g. 一 1、二 4、三 4，共 9 人.</param>
public sealed record BoundaryTie(string Tier, IReadOnlyList<EntrantId> Tied, int Places, IReadOnlyDictionary<BoundaryPolicy, string> Outcomes);

namespace Scoring.Core.Definition;

/// <summary>Who gets what in a trade (R-E1 to R-E4, R-J10).</summary>
/// <param name="Tiers">Best first; names are free (一等奖, 金奖…).</param>
/// <param name="Boundary">When equals straddle the end of a tier (R-E2).</param>
/// <param name="Rounding">Of percentage quotas.</param>
/// <param name="Few">Rows "fewer than n started → these quotas", any order (R-E3).</param>
/// <param name="Gate">Both components at or above the pass mark (R-E4); null: no gate.</param>
public sealed record AwardScheme(
    IReadOnlyList<AwardTier> Tiers,
    BoundaryPolicy Boundary = BoundaryPolicy.Expand,
    QuotaRounding Rounding = QuotaRounding.HalfUp,
    IReadOnlyList<FewEntrantsRow>? Few = null,
    AwardGate? Gate = null);

/// <summary>Exactly one of <paramref name="Quota"/> and <paramref name="Percent"/> (of those who started) is set.</summary>
public sealed record AwardTier(string Name, int? Quota = null, decimal? Percent = null);

/// <summary>(a) expand, the next keeps its quota; (b) expand and take from the next; (c) the committee decides.</summary>
public enum BoundaryPolicy { Expand, ExpandFromNext, Decide }

public enum QuotaRounding { HalfUp, Floor, Ceiling }

/// <param name="FewerThan">Holds if fewer than this many started; of several the smallest that holds applies (R-J10).</param>
/// <param name="Tiers">In place of the scheme's; empty: no awards.</param>
public sealed record FewEntrantsRow(int FewerThan, IReadOnlyList<AwardTier> Tiers);

/// <param name="PassMark">Per 100 of full mark, for every component without its own.</param>
public sealed record AwardGate(decimal PassMark = 60m);

/// <summary>R-G5, R-J12. Differences and base are on the scale of the total unless a scaled value is given.</summary>
public sealed record MedalScheme(decimal Window = 2m, decimal? ExcellenceBase = null, IReadOnlyList<string>? Names = null);

/// <summary>R-E5: ranks up to <paramref name="RankTo"/> are proposed for a title or for grade promotion.</summary>
/// <param name="Title">技术能手, 五一劳动奖章…; with <paramref name="Promotion"/> the wording of the promotion.</param>
/// <param name="Promotion">One step up from the recorded grade, both parts ≥ 60.</param>
/// <param name="Grades">Ladder from lowest to highest for promotion, e.g. 中级工, 高级工, 技师, 高级技师.</param>
public sealed record HonourRule(string Title, int RankFrom, int RankTo, bool Promotion = false, IReadOnlyList<string>? Grades = null);

/// <summary>R-F1 to R-F3, R-J11.</summary>
/// <param name="BestOf">How many results count; null: all.</param>
/// <param name="PerTrade">Whether <paramref name="BestOf"/> counts in each trade or overall.</param>
/// <param name="Points">Rank points by rank from 1; ranks beyond get <paramref name="FinisherPoints"/>.</param>
/// <param name="AwardPoints">Points by tier name.</param>
public sealed record TeamRanking(
    string Name,
    TeamMethod Method,
    int? BestOf = null,
    bool PerTrade = false,
    IReadOnlyList<decimal>? Points = null,
    decimal FinisherPoints = 0m,
    IReadOnlyDictionary<string, decimal>? AwardPoints = null,
    TeamTie Tie = TeamTie.Firsts,
    TiedPoints TiedIndividuals = TiedPoints.Full,
    IReadOnlyList<TradeId>? Trades = null,
    OrganizationPrize? Prize = null);

public enum TeamMethod { BestTotals, RankPoints, AwardPoints }

public enum TeamTie { Firsts, TotalTime }

public enum TiedPoints { Full, Shared }

/// <summary>优秀组织奖 (R-F3): by entrants who started, by points or by rank range, plus nominees.</summary>
public sealed record OrganizationPrize(string Name, OrganizationPrizeBasis By, int Count, int? RankFrom = null, int? RankTo = null, IReadOnlyList<OrganizationId>? Nominees = null);

public enum OrganizationPrizeBasis { Entrants, Points, RankRange }

namespace Scoring.Core.Definition;

/// <summary>Who gets what in a trade (R-E1 to R-E4, R-J10).</summary>
/// <param name="Tiers">Best first; names are free (一等奖, 金奖…).</param>
/// <param name="Boundary">When equals straddle the end of a tier (R-E2).</param>
/// <param name="Rounding">Of percentage quotas.</param>
/// <param name="Few">Rows "fewer than n started → these quotas", any order (R-E3).</param>
/// <param name="Gate">Both components at or above the pass mark (R-E4); null: the default, on with 60 each. Off is a pass mark of 0.</param>
/// <param name="Limits">At most so many prizes an organization, tag or person (R-K12); null: none.</param>
/// <param name="CountBy">Kind of tag whose groups get the tiers' places each, e.g. 组别 (R-K15); null: the whole trade once.</param>
/// <param name="Singles">单项奖 beside the tiers (R-K12); null: none.</param>
public sealed record AwardScheme(
    IReadOnlyList<AwardTier> Tiers,
    BoundaryPolicy Boundary = BoundaryPolicy.Expand,
    QuotaRounding Rounding = QuotaRounding.HalfUp,
    IReadOnlyList<FewEntrantsRow>? Few = null,
    AwardGate? Gate = null,
    IReadOnlyList<AwardLimit>? Limits = null,
    string? CountBy = null,
    IReadOnlyList<SinglePrize>? Singles = null);

/// <summary>
/// Exactly one of <paramref name="Quota"/> and <paramref name="Percent"/> (of those who started) is set; where <paramref name="From"/> is, neither need be, and one
/// that is set is the upper number (R-K12).
/// </summary>
/// <param name="From">A mark to be reached, in place of places; null: by rank alone.</param>
/// <param name="Amount">奖金 of each winner, a pair's once (R-M11); null: none.</param>
public sealed record AwardTier(string Name, int? Quota = null, decimal? Percent = null, AwardStandard? From = null, decimal? Amount = null);

/// <summary>At or above this mark, compared with the published figure itself (R-K12, R-M11).</summary>
/// <param name="Component">Null: the total.</param>
public sealed record AwardStandard(decimal Mark, ComponentId? Component = null);

/// <summary>At most so many (R-K12). Equals at a limit are treated alike: all of them, if it was not reached before them (R-M10).</summary>
/// <param name="Tag">Kind of tag; needed with <see cref="LimitPer.Tag"/>.</param>
/// <param name="Tier">Of this tier; null: of all prizes of the scheme together.</param>
public sealed record AwardLimit(int Most, LimitPer Per, string? Tag = null, string? Tier = null);

/// <summary>Whoever has no organization or tag has no limit (R-M10); a person's prizes are counted over the trades in order.</summary>
public enum LimitPer { Organization, Tag, Person }

/// <summary>单项奖: the best n by a module, one of its aspects, or the gain of a metric before it is mapped (R-K12, R-M11); outside all limits (R-M10).</summary>
/// <param name="Aspect">Null: the module's figure.</param>
/// <param name="Gain">Of a metric with a base: the difference from it, whichever way is better for the metric.</param>
/// <param name="Amount">As of a tier.</param>
public sealed record SinglePrize(string Name, int Count, ModuleId Module, AspectId? Aspect = null, bool Gain = false, decimal? Amount = null);

/// <summary>(a) expand, the next keeps its quota; (b) expand and take from the next; (c) the committee decides.</summary>
public enum BoundaryPolicy { Expand, ExpandFromNext, Decide }

public enum QuotaRounding { HalfUp, Floor, Ceiling }

/// <param name="FewerThan">Holds if fewer than this many started; of several the smallest that holds applies (R-J10).</param>
/// <param name="Tiers">In place of the scheme's; empty: no awards.</param>
public sealed record FewEntrantsRow(int FewerThan, IReadOnlyList<AwardTier> Tiers);

/// <param name="PassMark">Per 100 of full mark, for theory and practical without one of their own; 0: everyone passes.</param>
public sealed record AwardGate(decimal PassMark = 60m);

/// <summary>R-G5, R-J12. In place of the award tiers. Differences and base are on the scale of the total unless a scaled value is given.</summary>
/// <param name="ExcellenceBase">At or above it without a medal: the medallion; null: none is given.</param>
/// <param name="Names">Gold, silver, bronze, medallion; null: 金牌, 银牌, 铜牌, 优胜奖.</param>
public sealed record MedalScheme(decimal Window = 2m, decimal? ExcellenceBase = null, IReadOnlyList<string>? Names = null);

/// <summary>R-E5: ranks up to <paramref name="RankTo"/> are proposed for a title or for grade promotion.</summary>
/// <param name="Title">技术能手, 五一劳动奖章…; with <paramref name="Promotion"/> the wording of the promotion, where {等级} stands for the grade
/// reached: 晋升{等级} becomes 晋升技师. Without it the grade follows the wording.</param>
/// <param name="Promotion">One step up from the recorded grade, both parts ≥ 60.</param>
/// <param name="Amount">Of each who is approved (R-K12, R-M11); null: none.</param>
/// <param name="Grades">Ladder from lowest to highest for promotion; null: 初级工, 中级工, 高级工, 技师, 高级技师.</param>
public sealed record HonourRule(string Title, int RankFrom, int RankTo, bool Promotion = false, IReadOnlyList<string>? Grades = null, decimal? Amount = null);

/// <summary>R-F1 to R-F3, R-J11.</summary>
/// <param name="BestOf">How many results count; null: all.</param>
/// <param name="PerTrade">Whether <paramref name="BestOf"/> counts in each trade or overall.</param>
/// <param name="Points">Rank points by rank from 1; ranks beyond get <paramref name="FinisherPoints"/>.</param>
/// <param name="FinisherPoints">Of any other ranked entrant: past the last of <paramref name="Points"/>, or without a tier in <paramref name="AwardPoints"/>.</param>
/// <param name="EveryPart">The point of any other finisher asks that every component was passed, per 100 (R-K13, R-M12).</param>
/// <param name="BestOfIn"><paramref name="BestOf"/> of trades that differ (R-K13); each trade then counts by itself. Null: none differs.</param>
/// <param name="TieComponent">Needed with <see cref="TeamTie.Component"/>: the kind whose sum, then time, decides.</param>
/// <param name="Tag">Teams are the values of this kind of tag, e.g. 区县 (R-K13); null: by <paramref name="Unit"/>.</param>
/// <param name="AwardPoints">Points by tier name.</param>
/// <param name="Trades">Which trades count; null: all.</param>
/// <param name="Unit">Whether an organization is one team, or may send several.</param>
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
    OrganizationPrize? Prize = null,
    TeamUnit Unit = TeamUnit.Organization,
    bool EveryPart = false,
    IReadOnlyDictionary<TradeId, int>? BestOfIn = null,
    ComponentKind? TieComponent = null,
    string? Tag = null);

/// <summary>One team per organization, or one per organization and team name of its entrants (一队, 二队).</summary>
public enum TeamUnit { Organization, NamedTeam }

public enum TeamMethod { BestTotals, RankPoints, AwardPoints }

/// <summary>More firsts, seconds…; less time over all; or the sum of a component over the team's ranked entrants, then that component's time (R-K13, R-M12).</summary>
public enum TeamTie { Firsts, TotalTime, Component }

public enum TiedPoints { Full, Shared }

/// <summary>优秀组织奖 (R-F3): by entrants who started, by points or by rank range, plus nominees.</summary>
/// <param name="Count">How many, equals at the last place all get it; a rank range needs none.</param>
/// <param name="From">In place of <paramref name="Count"/>: everyone with so many entrants or points (R-L3).</param>
public sealed record OrganizationPrize(string Name, OrganizationPrizeBasis By, int Count, int? RankFrom = null, int? RankTo = null, IReadOnlyList<OrganizationId>? Nominees = null,
    decimal? From = null);

public enum OrganizationPrizeBasis { Entrants, Points, RankRange }

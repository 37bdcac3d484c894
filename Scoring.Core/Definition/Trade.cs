namespace Scoring.Core.Definition;

/// <summary>工种/赛项: everything that turns its marks into ranks and awards. A locked definition has no errors.</summary>
/// <param name="Code">Short form for certificate numbers and drawn codes, e.g. DG.</param>
/// <param name="Aliases">Other names this trade is known by in lists (R-I1e).</param>
/// <param name="Scoring">Weighted components or raw sum (R-B1).</param>
/// <param name="RawTotal">Declared total of raw-sum mode, e.g. 200; null in weighted mode (R-J1).</param>
/// <param name="Rounding">Of component and total (R-B9); aspects are always half-up (R-J2).</param>
/// <param name="TieChain">Steps after the total (R-C1); null: the default, practical, then time.</param>
/// <param name="CodeLayers">0 to 3 drawn codes (R-A1).</param>
/// <param name="PublicView">What the public sees until publication (R-A3).</param>
/// <param name="PublicityDays">公示 in working days; 0: until the ceremony (R-D3).</param>
/// <param name="PublicityTotals">Whether the 公示 list carries totals (R-D3).</param>
/// <param name="AppealHours">Window for written appeals after the contest (R-D4).</param>
/// <param name="StartsAt">Start on the day as told to the hall, local time; null if not set.</param>
/// <param name="Decimals">Of component and total, 0 to 4 (R-K2).</param>
/// <param name="Review">Whose sheets are looked at again (R-K16); null: the best 30 % and 15 % of the rest (R-D1).</param>
/// <param name="EntrantSigns">The entrant signs the sheet beside the judge, or is noted as refusing to (R-K18).</param>
/// <param name="Tags">Kind → value, e.g. 产业链 → 绿色食品 (R-K15); null: none of its own.</param>
/// <param name="Venue">Where it is held, where the contest has several places, e.g. 二号车间; null: at the contest's.</param>
/// <param name="WorldSkills">True: criteria must total exactly 100 (R-G1) and the trade signs off by day (R-G6).</param>
public sealed record Trade(
    TradeId Id,
    string Name,
    string Code,
    IReadOnlyList<Component> Components,
    AwardScheme Awards,
    IReadOnlyList<string>? Aliases = null,
    ScoringMode Scoring = ScoringMode.Weighted,
    decimal? RawTotal = null,
    RoundingMode Rounding = RoundingMode.HalfUp,
    IReadOnlyList<TieStep>? TieChain = null,
    TiePolicy Ties = TiePolicy.Shared,
    int CodeLayers = 1,
    Visibility PublicView = Visibility.Codes,
    int PublicityDays = 5,
    bool PublicityTotals = true,
    decimal AppealHours = 2,
    TimeOnly? StartsAt = null,
    bool WorldSkills = false,
    MedalScheme? Medals = null,
    AdvanceRule? Advance = null,
    IReadOnlyList<HonourRule>? Honours = null,
    int Decimals = 2,
    ReviewRule? Review = null,
    bool EntrantSigns = false,
    IReadOnlyDictionary<string, string>? Tags = null,
    string? Venue = null)
{
    /// <summary>All modules of all components, in order.</summary>
    public IEnumerable<Module> Modules() => Components.SelectMany(c => c.Modules);
}

/// <summary>R-B1.</summary>
public enum ScoringMode { Weighted, RawSum }

/// <summary>四舍五入 or 四舍六入五成双 (R-B9), or cut off 去尾 (R-K2).</summary>
public enum RoundingMode { HalfUp, HalfEven, Truncate }

/// <summary>R-D1, R-K16.</summary>
/// <param name="First">The first n in place of <paramref name="TopPercent"/>; null: the percentage.</param>
/// <param name="TopPercent">Of the ranked, rounded up.</param>
/// <param name="SamplePercent">Of the rest, rounded up.</param>
public sealed record ReviewRule(int? First = null, decimal TopPercent = 30m, decimal SamplePercent = 15m);

/// <summary>R-C2: equal ranks are shared (1, 2, 2, 4), or 不并列: the committee decides before publication.</summary>
public enum TiePolicy { Shared, Decide }

/// <summary>R-A3, of a trade before it is named.</summary>
public enum Visibility { Hidden, Codes, Frozen, Named }

/// <summary>A step of the tie chain (R-C1, R-J8).</summary>
/// <param name="Module">Needed by all kinds that compare something in a module.</param>
/// <param name="Aspect">Needed by <see cref="TieStepKind.Aspect"/>.</param>
/// <param name="Criterion">Needed by <see cref="TieStepKind.Criterion"/> (R-K4).</param>
/// <param name="Attempt">From 1; needed by <see cref="TieStepKind.Attempt"/> (R-K7).</param>
public sealed record TieStep(TieStepKind Kind, ModuleId? Module = null, AspectId? Aspect = null, string? Criterion = null, int? Attempt = null);

public enum TieStepKind { Practical, Theory, Time, Module, Aspect, FewestFaults, EarliestFinish, Criterion, Attempt, NextBestAttempt }

/// <summary>晋级/选拔: top n or a percentage; ties at the last place all enter (R-C3). Exactly one is set.</summary>
/// <param name="PassMarks">Only who is at or above the pass marks of awards (R-E4) goes on (R-K11).</param>
/// <param name="Limits">At most so many an organization or tag (R-K11); null: none.</param>
/// <param name="Reserves">递补 named in order after the list (R-K11).</param>
public sealed record AdvanceRule(
    string To, int? Top = null, decimal? Percent = null, bool PassMarks = false, IReadOnlyList<AwardLimit>? Limits = null, int Reserves = 0);

using System.Text.Json.Serialization;

namespace Scoring.Core.Definition;

/// <summary>理论, 实操 and the like (R-B1).</summary>
/// <param name="Weight">Percent of the total, 0 to 100; ignored in raw-sum mode.</param>
/// <param name="PassMark">Per 100 of full mark, for the award gate (R-E4); null: the gate's default.</param>
/// <param name="Scaled">Its modules may make any sum; the figure is brought to 100 (R-K1).</param>
/// <param name="BelowZero">It does not stop at 0 (R-K9).</param>
public sealed record Component(
    ComponentId Id,
    string Name,
    ComponentKind Kind,
    decimal Weight,
    IReadOnlyList<Module> Modules,
    decimal? PassMark = null,
    bool Scaled = false,
    bool BelowZero = false)
{
    /// <summary>Of all its modules.</summary>
    [JsonIgnore]
    public decimal ModulesFullMark => Modules.Sum(m => m.FullMark);

    /// <summary>What its figure can reach.</summary>
    [JsonIgnore]
    public decimal FullMark => Scaled ? 100m : ModulesFullMark;
}

/// <summary>At most one component is practical (R-J8).</summary>
public enum ComponentKind { Theory, Practical, Other }

/// <summary>任务/模块: what one sheet is about.</summary>
/// <param name="FullMark">Above 0; the modules of a weighted component make 100 (R-J1).</param>
/// <param name="Marking">Who marks it (R-B2).</param>
/// <param name="Sheet">Criteria with aspects; empty where one figure is entered for the whole module.</param>
/// <param name="Panel">Null: the default rule (R-B3).</param>
/// <param name="SpreadLimit">Largest max − min of the panel per 100 of full mark that needs no confirmation (R-B4); null: no check.</param>
/// <param name="Time">Time used is recorded for this module (R-B6); null: it is not.</param>
/// <param name="Bonus">加分: the most that bonus aspects and factors lift it above the full mark (R-K9).</param>
/// <param name="BelowZero">Its aspects and figures may be below 0 (R-K9).</param>
/// <param name="Attempts">It may be run more than once (R-K7); null: once.</param>
/// <param name="PerMember">Members of a pair or team are marked one by one (R-K14); null: the team once.</param>
public sealed record Module(
    ModuleId Id,
    string Name,
    decimal FullMark,
    MarkingMethod Marking,
    IReadOnlyList<Criterion> Sheet,
    PanelRule? Panel = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? SpreadLimit = 10m,
    TimeRule? Time = null,
    decimal? Bonus = null,
    bool BelowZero = false,
    AttemptRule? Attempts = null,
    MemberRule? PerMember = null)
{
    /// <summary>Full mark of one run: of a module whose runs are added up, its share (R-M6).</summary>
    [JsonIgnore]
    public decimal FullMarkOfOne => Attempts switch
    {
        { Counts: AttemptCount.Sum, Most: var most } => FullMark / Math.Max(1, most),
        { Counts: AttemptCount.SumOfBest, Best: var best } => FullMark / Math.Max(1, best ?? 1),
        _ => PerMember is { Counts: MemberCount.Sum, Size: { } size } ? FullMark / Math.Max(1, size) : FullMark,
    };

    /// <summary>How many entries of its own an entrant of so many members has in it: runs (R-K7) or members (R-K14).</summary>
    public int EntriesOf(int members) => PerMember is null ? Attempts?.Most ?? 1 : Math.Max(1, members);

    /// <summary>Most that one run can come to, bonus and all.</summary>
    [JsonIgnore]
    public decimal MostOfOne => FullMarkOfOne + (Bonus ?? 0m);

    /// <summary>Whether a figure for one whole run may be entered.</summary>
    public bool Allows(decimal figure) => figure <= MostOfOne && (BelowZero || figure >= 0);

    /// <summary>All aspects of the sheet, in order.</summary>
    public IEnumerable<Aspect> Aspects() => Sheet.SelectMany(c => c.AllAspects());
}

/// <summary>R-B2: one judge, a panel, a clerk, or two clerks with a third to resolve differences.</summary>
public enum MarkingMethod { Judge, Panel, Clerk, DoubleEntry }

/// <summary>R-B3, R-J3.</summary>
/// <param name="Method">Default: with five or more drop one each side, with fewer a plain mean.</param>
/// <param name="DropEachSide">For <see cref="PanelMethod.Trimmed"/>: how many are dropped on each side.</param>
/// <param name="Smallest">Below this many judges there is no figure and the trade is blocked.</param>
/// <param name="Groups">分组: panels side by side, each with judges and entrants of its own (R-K3); null: one panel.</param>
/// <param name="Levelling">The groups' figures are brought to one level; null: they stand as they are.</param>
public sealed record PanelRule(
    PanelMethod Method = PanelMethod.Default, int DropEachSide = 1, int Smallest = 1, IReadOnlyList<PanelGroup>? Groups = null, Levelling? Levelling = null);

/// <summary><see cref="TrimmedPerAspect"/>: of each aspect the highest and lowest marks are left out, the module is the sum of the means (R-K4).</summary>
public enum PanelMethod { Default, Mean, Trimmed, Median, Sum, TrimmedPerAspect }

/// <summary>One of the panels of a module, as its judges' seats and its entrants name it.</summary>
public sealed record PanelGroup(string Id, string Name);

/// <summary>拉平 (R-K3): an entrant's figure × the common mean ÷ the mean of the own group.</summary>
/// <param name="To">The common mean.</param>
/// <param name="LeaveOut">So many highest and so many lowest figures of a group are left out of the means.</param>
/// <param name="CoefficientDecimals">The coefficient is rounded half-up; null: exact.</param>
public sealed record Levelling(LevelTo To = LevelTo.MeanOfMeans, int LeaveOut = 0, int? CoefficientDecimals = null);

public enum LevelTo { MeanOfMeans, MeanOfAll }

/// <summary>R-K7: up to so many runs, each with its sheets and its time.</summary>
/// <param name="Best">How many count with <see cref="AttemptCount.SumOfBest"/>.</param>
public sealed record AttemptRule(int Most, AttemptCount Counts = AttemptCount.Best, int? Best = null);

/// <summary>R-K14: the members' figures together. A member who is absent is noted as such with a reason.</summary>
/// <param name="Size">Members a team has; needed with <see cref="MemberCount.Sum"/>, whose full mark is theirs together (R-M6).</param>
/// <param name="Absent">Counts 0, or is left out of the mean.</param>
public sealed record MemberRule(MemberCount Counts = MemberCount.Mean, int? Size = null, AbsentMember Absent = AbsentMember.Zero);

public enum MemberCount { Mean, Sum }

public enum AbsentMember { Zero, LeaveOut }

public enum AttemptCount { Best, Last, Sum, SumOfBest }

/// <summary>R-B6, R-J6. Seconds throughout.</summary>
/// <param name="LimitSeconds">Time allowed; null: recorded only.</param>
/// <param name="Overtime">First band whose upper edge is not exceeded applies; the last may have no upper edge.</param>
/// <param name="PerStep">In place of bands: so much for every so many seconds (R-K6).</param>
/// <param name="Out">Above so much overtime it is over (R-K6); null: never.</param>
public sealed record TimeRule(
    decimal? LimitSeconds = null, IReadOnlyList<OvertimeBand>? Overtime = null, OvertimeSteps? PerStep = null, OutRule? Out = null);

/// <param name="Full">Only full steps count; otherwise a step begun counts.</param>
/// <param name="AtMost">Most that comes off; null: no end.</param>
public sealed record OvertimeSteps(decimal EverySeconds, decimal Deduction, bool Full = false, decimal? AtMost = null);

/// <param name="AboveSeconds">Of net overtime; exactly this is still in (R-M5).</param>
public sealed record OutRule(decimal AboveSeconds, OutMeans Then = OutMeans.Entrant);

/// <summary>超时淘汰: listed without rank and total; or only the module is zero.</summary>
public enum OutMeans { Entrant, Module }

/// <param name="UpToSeconds">Inclusive upper edge of the overtime; null: anything above.</param>
/// <param name="Deduction">Taken off the module, 0 or more.</param>
public sealed record OvertimeBand(decimal? UpToSeconds, decimal Deduction);

/// <summary>评分项: criterion, or sub-criterion inside one (R-B5). Holds aspects or parts, at most two levels.</summary>
public sealed record Criterion(string Id, string Name, IReadOnlyList<Aspect>? Aspects = null, IReadOnlyList<Criterion>? Parts = null)
{
    public IEnumerable<Aspect> AllAspects() => (Aspects ?? []).Concat((Parts ?? []).SelectMany(p => p.AllAspects()));
}

using System.Text.Json.Serialization;

namespace Scoring.Core.Definition;

/// <summary>理论, 实操 and the like (R-B1).</summary>
/// <param name="Weight">Percent of the total, 0 to 100; ignored in raw-sum mode.</param>
/// <param name="PassMark">Per 100 of full mark, for the award gate (R-E4); null: the gate's default.</param>
public sealed record Component(
    ComponentId Id,
    string Name,
    ComponentKind Kind,
    decimal Weight,
    IReadOnlyList<Module> Modules,
    decimal? PassMark = null);

/// <summary>At most one component is practical (R-J8).</summary>
public enum ComponentKind { Theory, Practical, Other }

/// <summary>任务/模块: what one sheet is about.</summary>
/// <param name="FullMark">Above 0; the modules of a weighted component make 100 (R-J1).</param>
/// <param name="Marking">Who marks it (R-B2).</param>
/// <param name="Sheet">Criteria with aspects; empty where one figure is entered for the whole module.</param>
/// <param name="Panel">Null: the default rule (R-B3).</param>
/// <param name="SpreadLimit">Largest max − min of the panel per 100 of full mark that needs no confirmation (R-B4); null: no check.</param>
/// <param name="Time">Time used is recorded for this module (R-B6); null: it is not.</param>
public sealed record Module(
    ModuleId Id,
    string Name,
    decimal FullMark,
    MarkingMethod Marking,
    IReadOnlyList<Criterion> Sheet,
    PanelRule? Panel = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? SpreadLimit = 10m,
    TimeRule? Time = null)
{
    /// <summary>All aspects of the sheet, in order.</summary>
    public IEnumerable<Aspect> Aspects() => Sheet.SelectMany(c => c.AllAspects());
}

/// <summary>R-B2: one judge, a panel, a clerk, or two clerks with a third to resolve differences.</summary>
public enum MarkingMethod { Judge, Panel, Clerk, DoubleEntry }

/// <summary>R-B3, R-J3.</summary>
/// <param name="Method">Default: with five or more drop one each side, with fewer a plain mean.</param>
/// <param name="DropEachSide">For <see cref="PanelMethod.Trimmed"/>: how many are dropped on each side.</param>
/// <param name="Smallest">Below this many judges there is no figure and the trade is blocked.</param>
public sealed record PanelRule(PanelMethod Method = PanelMethod.Default, int DropEachSide = 1, int Smallest = 1);

public enum PanelMethod { Default, Mean, Trimmed, Median, Sum }

/// <summary>R-B6, R-J6. Seconds throughout.</summary>
/// <param name="LimitSeconds">Time allowed; null: recorded only.</param>
/// <param name="Overtime">First band whose upper edge is not exceeded applies; the last may have no upper edge.</param>
public sealed record TimeRule(int? LimitSeconds = null, IReadOnlyList<OvertimeBand>? Overtime = null);

/// <param name="UpToSeconds">Inclusive upper edge of the overtime; null: anything above.</param>
/// <param name="Deduction">Taken off the module, 0 or more.</param>
public sealed record OvertimeBand(int? UpToSeconds, decimal Deduction);

/// <summary>评分项: criterion, or sub-criterion inside one (R-B5). Holds aspects or parts, at most two levels.</summary>
public sealed record Criterion(string Id, string Name, IReadOnlyList<Aspect>? Aspects = null, IReadOnlyList<Criterion>? Parts = null)
{
    public IEnumerable<Aspect> AllAspects() => (Aspects ?? []).Concat((Parts ?? []).SelectMany(p => p.AllAspects()));
}

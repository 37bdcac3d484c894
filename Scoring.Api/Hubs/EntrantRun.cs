using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Api.Hubs;

/// <summary>
/// One run (R-K7) or one member (R-K14) of an entrant in a module, or the whole module where it has neither.
/// Members are numbered, never named (R-A1).
/// </summary>
/// <param name="Attempt">From 1; null: the module has neither.</param>
public sealed record EntrantRun(EntrantState Entrant, ModuleState Module, int? Attempt)
{
    private ModuleResult? Whole => Entrant.Result.Module(Module.Definition.Id);

    private AttemptResult? Own => Attempt is { } number ? Whole?.Attempts?.ElementAtOrDefault(number - 1) : null;

    public ModuleEntries? Entries => Entrant.Entries(Module.Definition.Id)?.Attempt(Attempt ?? 1);

    public RunKind? Kind => KindOf(Module.Definition);

    /// <summary>第 2 次, 第 2 人; null: the module has one sheet an entrant.</summary>
    public string? Name => Attempt is { } number ? NameOf(Module.Definition, number) : null;

    /// <summary>As a clerk, who knows people by name, sees it: 第 2 人 and the member's name.</summary>
    public string? Called => Kind == RunKind.Member && Attempt is { } number && Entrant.Entrant.Names.Count > 1
        ? $"{Name} {Entrant.Entrant.Names[number - 1]}" : Name;

    public IReadOnlyList<SheetResult> Sheets => Attempt is null ? Whole?.Sheets ?? [] : Own?.Sheets ?? [];

    /// <summary>After overtime; of a whole module after all deductions.</summary>
    public decimal? Figure => Attempt is null ? Whole?.Figure : Own?.Figure;

    /// <summary>Before deductions.</summary>
    public decimal? Panel => Attempt is null ? Whole?.Panel : Own?.Panel;

    public decimal? Seconds => Attempt is null ? Whole?.SecondsUsed : Own?.SecondsUsed;

    public decimal? Spread => Attempt is null ? Whole?.Spread : Own?.Spread;

    public bool SpreadOpen => Attempt is null ? Whole?.SpreadOpen == true : Own?.SpreadOpen == true;

    /// <summary>Why the panel itself must be confirmed (R-L3, R-L4).</summary>
    public Saying? PanelOpen => Attempt is null ? Whole?.PanelOpen : Own?.PanelOpen;

    /// <summary>Why the figure may still move with others' (R-K3, R-K8).</summary>
    public Saying? MayMove => Whole?.Provisional;

    public bool AsksHeadJudge => SpreadOpen || PanelOpen is not null;

    /// <summary>弃试 or 缺考, with the reason.</summary>
    public string? Waived => Own?.Waived is { } reason ? $"{Own.LeftOut}：{reason}" : null;

    public bool? Counts => Attempt is null ? null : Whole?.Figure is null ? false : Own?.Counts;

    /// <summary>What keeps this one from having its figure, in words without names.</summary>
    public IReadOnlyList<Saying> Missing => Attempt is null ? Whole?.Missing ?? []
        : Waived is not null ? []
        : Own is { Sheets.Count: 0, Missing.Count: 0, Figure: null } ? [$"没有成绩"] : Own?.Missing ?? [];

    public static RunKind? KindOf(Module module) =>
        module.Attempts is not null ? RunKind.Attempt : module.PerMember is not null ? RunKind.Member : null;

    public static string NameOf(Module module, int number) => module.PerMember is null ? $"第 {number} 次" : $"第 {number} 人";

    /// <summary>Those of an entrant, in order; one where the module has neither runs nor members.</summary>
    public static IEnumerable<EntrantRun> Of(EntrantState entrant, ModuleState module) => KindOf(module.Definition) is null
        ? [new(entrant, module, null)]
        : Enumerable.Range(1, module.Definition.EntriesOf(entrant.Entrant.Names.Count)).Select(n => new EntrantRun(entrant, module, n));
}

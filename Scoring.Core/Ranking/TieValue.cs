using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Panels;

namespace Scoring.Core.Ranking;

/// <summary>What a step of the tie chain compares (R-C1, R-J8).</summary>
public static class TieValue
{
    /// <summary>Practical, then time.</summary>
    public static IReadOnlyList<TieStep> DefaultChain { get; } = [new(TieStepKind.Practical), new(TieStepKind.Time)];

    /// <summary>The figure compared, two decimals; null: this entrant has none, so the step is passed over for the whole group.</summary>
    public static decimal? Of(TieStep step, Trade trade, EntrantResult result) => step.Kind switch
    {
        TieStepKind.Practical => ComponentFigure(trade, result, ComponentKind.Practical),
        TieStepKind.Theory => ComponentFigure(trade, result, ComponentKind.Theory),
        TieStepKind.Time => result.SecondsUsed,
        TieStepKind.Module => step.Module is { } id && result.Module(id)?.ExactFigure is { } figure ? Rounding.Round(figure, trade.Rounding) : null,
        TieStepKind.Aspect => AspectMark(step, trade, result),
        TieStepKind.FewestFaults => Faults(trade, result),
        TieStepKind.EarliestFinish => result.FinishedAt is { } at ? at.UtcTicks : null,
        _ => null,
    };

    /// <summary>Whether less is better: time, faults, finish.</summary>
    public static bool LessIsBetter(TieStepKind kind) => kind is TieStepKind.Time or TieStepKind.FewestFaults or TieStepKind.EarliestFinish;

    /// <summary>实操, 用时, 模块 A… as it is read out.</summary>
    public static string Name(TieStep step, Trade trade) => step.Kind switch
    {
        TieStepKind.Practical => trade.Components.FirstOrDefault(c => c.Kind == ComponentKind.Practical)?.Name ?? "实操",
        TieStepKind.Theory => trade.Components.FirstOrDefault(c => c.Kind == ComponentKind.Theory)?.Name ?? "理论",
        TieStepKind.Time => "用时",
        TieStepKind.Module => trade.Modules().FirstOrDefault(m => m.Id == step.Module)?.Name ?? $"模块 {step.Module}",
        TieStepKind.Aspect => $"评分点 {step.Aspect}",
        TieStepKind.FewestFaults => "失误",
        _ => "完成时间",
    };

    /// <summary>How the better of two values compares with the other.</summary>
    public static string Compared(TieStepKind kind) => kind switch
    {
        TieStepKind.Time => "短于",
        TieStepKind.FewestFaults => "少于",
        TieStepKind.EarliestFinish => "早于",
        _ => "高于",
    };

    public static string Format(TieStep step, decimal value, EntrantResult result) => step.Kind switch
    {
        TieStepKind.Time => Words.Time((int)value),
        TieStepKind.FewestFaults => $"{Words.Plain(value)} 处",
        TieStepKind.EarliestFinish => result.FinishedAt?.ToString("HH:mm:ss", CultureInfo.InvariantCulture) ?? "",
        _ => Words.Mark(value),
    };

    private static decimal? ComponentFigure(Trade trade, EntrantResult result, ComponentKind kind)
    {
        for (var i = 0; i < trade.Components.Count && i < result.Components.Count; i++)
        {
            if (trade.Components[i].Kind == kind)
            {
                return result.Components[i].Figure;
            }
        }

        return null;
    }

    // Under a panel by the panel's method on that aspect; dropping starts anew with the aspect's own marks.
    private static decimal? AspectMark(TieStep step, Trade trade, EntrantResult result)
    {
        if (step.Module is not { } id || step.Aspect is not { } aspect || result.Module(id) is not { } module)
        {
            return null;
        }

        if (module.Judgements?.FirstOrDefault(j => j.Aspect == aspect) is { } judged)
        {
            return judged.Mark;
        }

        var marks = new List<decimal>();
        foreach (var sheet in Live(module))
        {
            if (sheet.Aspects.FirstOrDefault(a => a.Aspect == aspect) is not { } mark)
            {
                return null;
            }

            marks.Add(mark.Mark);
        }

        var rule = trade.Modules().FirstOrDefault(m => m.Id == id) is { Marking: MarkingMethod.Panel } panel ? panel.Panel : new PanelRule(PanelMethod.Mean);
        return PanelFigure.Of(rule, [.. marks], new SheetUse[marks.Count]) is { } figure ? Rounding.Round(figure, RoundingMode.HalfUp) : null;
    }

    // Under a panel the mean count of its judges, dropped ones too.
    private static decimal? Faults(Trade trade, EntrantResult result)
    {
        Exact? sum = null;
        foreach (var definition in trade.Modules())
        {
            var counted = definition.Aspects().OfType<FaultsAspect>().Select(a => a.Id).ToHashSet();
            if (counted.Count == 0)
            {
                continue;
            }

            var sheets = result.Module(definition.Id) is { } module ? Live(module).ToList() : [];
            if (sheets.Count == 0)
            {
                return null;
            }

            var faults = sheets.Sum(s => s.Aspects.Where(a => counted.Contains(a.Aspect)).Sum(a => a.Entry.Number ?? 0m));
            sum = (sum ?? Exact.Zero) + new Exact(faults, sheets.Count);
        }

        return sum is { } total ? Rounding.Round(total, RoundingMode.HalfUp) : null;
    }

    private static IEnumerable<SheetResult> Live(ModuleResult module) =>
        module.Sheets.Where(s => s.Use is SheetUse.Counted or SheetUse.DroppedHigh or SheetUse.DroppedLow);
}

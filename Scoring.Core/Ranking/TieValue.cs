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

    /// <summary>The figure compared: components as they are rounded, all else to two decimals (R-M1); null: this entrant has none, so the step is passed over for the whole group.</summary>
    public static decimal? Of(TieStep step, Trade trade, EntrantResult result) => step.Kind switch
    {
        TieStepKind.Practical => ComponentFigure(trade, result, ComponentKind.Practical),
        TieStepKind.Theory => ComponentFigure(trade, result, ComponentKind.Theory),
        TieStepKind.Time => result.SecondsUsed,
        TieStepKind.Module => Rounded(ModuleOf(step, result)?.ExactFigure, trade),
        TieStepKind.Aspect => Marked(step, trade, result, aspect => aspect.Id == step.Aspect),
        TieStepKind.FewestFaults => Faults(trade, result),
        TieStepKind.EarliestFinish => result.FinishedAt is { } at ? at.UtcTicks : null,
        TieStepKind.Criterion => Criterion(step, trade, result),
        TieStepKind.Attempt => ModuleOf(step, result) is { } module ? module.SetToZero ? 0m : Rounded(module.Attempts?.ElementAtOrDefault((step.Attempt ?? 1) - 1)?.ExactFigure, trade) : null,
        TieStepKind.NextBestAttempt => ModuleOf(step, result) is { } module ? module.SetToZero ? 0m : NextBest(module, trade) : null,
    };

    /// <summary>Whether less is better: time, faults, finish.</summary>
    public static bool LessIsBetter(TieStepKind kind) => kind switch
    {
        TieStepKind.Time or TieStepKind.FewestFaults or TieStepKind.EarliestFinish => true,
        TieStepKind.Practical or TieStepKind.Theory or TieStepKind.Module or TieStepKind.Aspect or TieStepKind.Criterion or TieStepKind.Attempt
            or TieStepKind.NextBestAttempt => false,
    };

    /// <summary>实操, 用时, 模块 A… as it is read out.</summary>
    public static string Name(TieStep step, Trade trade) => step.Kind switch
    {
        TieStepKind.Practical => trade.Components.FirstOrDefault(c => c.Kind == ComponentKind.Practical)?.Name ?? "实操",
        TieStepKind.Theory => trade.Components.FirstOrDefault(c => c.Kind == ComponentKind.Theory)?.Name ?? "理论",
        TieStepKind.Time => "用时",
        TieStepKind.Module => ModuleName(step, trade),
        TieStepKind.Aspect => $"评分点“{Definition(step, trade)?.Aspects().FirstOrDefault(a => a.Id == step.Aspect)?.Text ?? $"{step.Aspect}"}”",
        TieStepKind.FewestFaults => "失误",
        TieStepKind.EarliestFinish => "完成时间",
        TieStepKind.Criterion => $"评分项“{CriterionOf(step, trade)?.Name ?? step.Criterion}”",
        TieStepKind.Attempt => $"{ModuleName(step, trade)}第 {step.Attempt} 次",
        TieStepKind.NextBestAttempt => $"{ModuleName(step, trade)}次好的一次",
    };

    /// <summary>How the better of two values compares with the other.</summary>
    public static string Compared(TieStepKind kind) => kind switch
    {
        TieStepKind.Time => "短于",
        TieStepKind.FewestFaults => "少于",
        TieStepKind.EarliestFinish => "早于",
        TieStepKind.Practical or TieStepKind.Theory or TieStepKind.Module or TieStepKind.Aspect or TieStepKind.Criterion or TieStepKind.Attempt
            or TieStepKind.NextBestAttempt => "高于",
    };

    /// <param name="withDate">Finishing times of the group are of more than one day.</param>
    public static string Format(TieStep step, Trade trade, decimal value, EntrantResult result, bool withDate = false) => step.Kind switch
    {
        TieStepKind.Time => Words.Time(value),
        TieStepKind.FewestFaults => $"{Words.Plain(value)} 处",
        TieStepKind.EarliestFinish => result.FinishedAt?.ToString(withDate ? "M 月 d 日 HH:mm:ss" : "HH:mm:ss", CultureInfo.InvariantCulture) ?? "",
        TieStepKind.Practical or TieStepKind.Theory => Words.Mark(value, trade.Decimals),
        TieStepKind.Module or TieStepKind.Aspect or TieStepKind.Criterion or TieStepKind.Attempt or TieStepKind.NextBestAttempt => Words.Mark(value),
    };

    /// <summary>The criterion or sub-criterion a step names; null: there is none.</summary>
    internal static Criterion? CriterionOf(TieStep step, Trade trade) =>
        Definition(step, trade)?.Sheet.SelectMany(c => (c.Parts ?? []).Prepend(c)).FirstOrDefault(c => c.Id == step.Criterion);

    private static Module? Definition(TieStep step, Trade trade) => trade.Modules().FirstOrDefault(m => m.Id == step.Module);

    private static string ModuleName(TieStep step, Trade trade) => Definition(step, trade)?.Name ?? $"模块 {step.Module}";

    private static ModuleResult? ModuleOf(TieStep step, EntrantResult result) => step.Module is { } id ? result.Module(id) : null;

    private static decimal? Rounded(Exact? figure, Trade trade) => figure is { } exact ? Rounding.Round(exact, trade.Rounding) : null;

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

    // The best of the runs that do not count (R-M6).
    private static decimal? NextBest(ModuleResult module, Trade trade)
    {
        Exact? best = null;
        foreach (var attempt in module.Attempts ?? [])
        {
            if (attempt is { Counts: false, ExactFigure: { } figure } && (best is null || figure.ToRatio().CompareTo(best.Value.ToRatio()) > 0))
            {
                best = figure;
            }
        }

        return Rounded(best, trade);
    }

    private static decimal? Criterion(TieStep step, Trade trade, EntrantResult result)
    {
        var aspects = CriterionOf(step, trade)?.AllAspects().Where(a => a is not FactorAspect).Select(a => a.Id).ToHashSet();
        return aspects is null ? null : Marked(step, trade, result, aspect => aspects.Contains(aspect.Id));
    }

    // Under a panel by the panel's method on the judges' marks of just these aspects; dropping starts anew with them. Of several runs their sum (R-M6).
    private static decimal? Marked(TieStep step, Trade trade, EntrantResult result, Func<Aspect, bool> which)
    {
        if (ModuleOf(step, result) is not { } module || Definition(step, trade) is not { } definition)
        {
            return null;
        }

        if (module.SetToZero)
        {
            return 0m; // R-L3
        }

        var ids = definition.Aspects().Where(which).Select(a => a.Id).ToHashSet();
        var rule = definition is { Marking: MarkingMethod.Panel } panel ? panel.Panel : new PanelRule(PanelMethod.Mean);
        var sum = Exact.Zero;
        var any = false;
        foreach (var run in module.Runs())
        {
            if (OfRun(run, ids, rule) is not { } figure)
            {
                return null;
            }

            (sum, any) = (sum + figure, true);
        }

        return any ? Rounding.Round(sum, RoundingMode.HalfUp) : null;
    }

    private static Exact? OfRun((IReadOnlyList<SheetResult> Sheets, IReadOnlyList<JudgementResult>? Judgements) run, HashSet<AspectId> ids, PanelRule? rule)
    {
        var judged = (run.Judgements ?? []).Where(j => ids.Contains(j.Aspect)).ToDictionary(j => j.Aspect, j => j.Mark);
        var byJudge = ids.Where(id => !judged.ContainsKey(id)).ToHashSet();
        var sum = Exact.Of(judged.Values.Sum());
        if (byJudge.Count == 0)
        {
            return ids.Count == 0 ? null : sum;
        }

        var marks = new List<decimal>();
        foreach (var sheet in Live(run.Sheets))
        {
            var own = sheet.Aspects.Where(a => byJudge.Contains(a.Aspect)).ToList();
            if (own.Count < byJudge.Count)
            {
                return null;
            }

            marks.Add(own.Sum(a => a.Mark));
        }

        return PanelFigure.Of(rule, [.. marks], new SheetUse[marks.Count]) is { } figure ? sum + figure : null;
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

            foreach (var (sheets, _) in result.Module(definition.Id)?.Runs() ?? [([], null)])
            {
                var live = Live(sheets).ToList();
                if (live.Count == 0 && result.Module(definition.Id) is not { SetToZero: true }) // R-M14: zero without sheets has none
                {
                    return null;
                }

                var faults = live.Sum(s => s.Aspects.Where(a => counted.Contains(a.Aspect)).Sum(a => a.Entry.Number ?? 0m));
                sum = (sum ?? Exact.Zero) + new Exact(faults, Math.Max(1, live.Count));
            }
        }

        return sum is { } total ? Rounding.Round(total, RoundingMode.HalfUp) : null;
    }

    private static IEnumerable<SheetResult> Live(IReadOnlyList<SheetResult> sheets) =>
        sheets.Where(s => s.Use is SheetUse.Counted or SheetUse.DroppedHigh or SheetUse.DroppedLow);
}

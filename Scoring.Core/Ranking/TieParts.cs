using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Panels;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

/// <summary>What several kinds of step read of a trade and its results.</summary>
internal static class TieParts
{
    public static Module? Definition(TieStep step, Trade trade) => trade.Modules().FirstOrDefault(m => m.Id == step.Module);

    public static Saying ModuleName(TieStep step, Trade trade) =>
        Definition(step, trade)?.Name is { } own ? (Saying)$"{own}" : $"模块 {step.Module}";

    /// <summary>The criterion or sub-criterion a step names; null: there is none.</summary>
    public static Criterion? CriterionOf(TieStep step, Trade trade) =>
        Definition(step, trade)?.Sheet.SelectMany(c => (c.Parts ?? []).Prepend(c)).FirstOrDefault(c => c.Id == step.Criterion);

    public static ModuleResult? ModuleOf(TieStep step, EntrantResult result) => step.Module is { } id ? result.Module(id) : null;

    public static decimal? Rounded(Exact? figure, Trade trade) => figure is { } exact ? Rounding.Round(exact, trade.Rounding) : null;

    public static decimal? ComponentFigure(Trade trade, EntrantResult result, ComponentKind kind)
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

    // Under a panel by the panel's method on the judges' marks of just these aspects; dropping starts anew with them. Of several runs
    // their sum (R-M6).
    public static decimal? Marked(TieStep step, Trade trade, EntrantResult result, Func<Aspect, bool> which)
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

    public static IEnumerable<SheetResult> Live(IReadOnlyList<SheetResult> sheets) =>
        sheets.Where(s => s.Use is SheetUse.Counted or SheetUse.DroppedHigh or SheetUse.DroppedLow);

    private static Exact? OfRun((IReadOnlyList<SheetResult> Sheets, IReadOnlyList<JudgementResult>? Judgements) run,
        HashSet<AspectId> ids, PanelRule? rule)
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
}

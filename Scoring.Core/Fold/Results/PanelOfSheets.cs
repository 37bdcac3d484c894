using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.Panels;
using Scoring.Core.Sayings;

namespace Scoring.Core.Fold.Results;

/// <summary>A module marked by a panel (R-B3); its judgement aspects are combined one by one (R-G2).</summary>
internal static class PanelOfSheets
{
    public static MarkedFigure Of(ModuleState module, EntrantState entrant, ModuleEntries? entries)
    {
        if (module.Definition.Panel?.Groups is not null && entrant.GroupOf(module.Definition.Id) is null)
        {
            return new([], null, null, [$"还没有分组"], null);
        }

        var slots = PanelSlots.Of(module, entrant, entries);
        var missing = new List<Saying>();
        var live = new List<(int Slot, SheetFigures Figures)>(slots.Count);
        var sheets = new List<SheetResult>(slots.Count);
        var required = 0;
        foreach (var slot in slots)
        {
            required += slot.Use is SheetUse.Recused or SheetUse.OffPanel or SheetUse.Trainee ? 0 : 1;
            if (slot.Sheet is not { } sheet)
            {
                missing.Add($"{slot.Name}未交");
                continue;
            }

            var own = sheet.Figures(module.Sheet);
            var use = slot.Use == SheetUse.Counted && own.Flaw is not null ? SheetUse.Incomplete : slot.Use;
            if (use == SheetUse.Counted)
            {
                live.Add((sheets.Count, own));
            }
            else if (use == SheetUse.Returned)
            {
                missing.Add($"{slot.Name}的评分表已退回，未重交");
            }
            else if (use == SheetUse.Incomplete)
            {
                missing.Add($"{slot.Name}：{own.Flaw}");
            }

            sheets.Add(Result(module, entrant, slot, own, use));
        }

        var lost = slots.Count(s => s.Use == SheetUse.Recused) + NeverHandedIn(module, entrant, slots);
        return Combine(module, entrant, sheets, live, missing, required, lost);
    }

    /// <summary>A sheet as it is told, with the marks that come from the field (R-K8).</summary>
    public static SheetResult Result(ModuleState module, EntrantState entrant, PanelSlot slot, SheetFigures own, SheetUse use)
    {
        var sheet = slot.Sheet!; // not null: asked of a slot that is filled
        return module.Sheet.Fields.Count == 0
            ? new(sheet.Judge, slot.Number, own.Total, own.Aspects, use)
            : new(
                sheet.Judge, slot.Number, own.TotalWith(module.Cross!.FieldSum(entrant)), // not null: it has fields
                [.. own.Aspects.Select(a => module.Cross.Mark(entrant, a.Aspect) is { } mark ? a with { Mark = mark } : a)], use);
    }

    // Recused judges without a sheet take no slot (R-A4), but the panel is smaller for them all the same.
    private static int NeverHandedIn(ModuleState module, EntrantState entrant, List<PanelSlot> slots) => module.Seats.Count(
        s => module.InGroup(s, entrant) && s.Judge.IsRecusedFrom(entrant.Entrant) && !slots.Exists(slot => slot.Sheet?.Judge == s.Judge.Id));

    private static MarkedFigure Combine(
        ModuleState module, EntrantState entrant, List<SheetResult> sheets, List<(int Slot, SheetFigures Figures)> live, List<Saying> missing, int required, int lost)
    {
        var marks = new decimal[live.Count];
        var uses = new SheetUse[live.Count];
        var field = module.Cross?.FieldSum(entrant) ?? 0m;
        for (var i = 0; i < live.Count; i++)
        {
            marks[i] = live[i].Figures.PanelTotalWith(field);
        }

        var sheet = module.Sheet;
        var onlyJudgement = sheet.Judgements.Count > 0 && sheet.PanelFullMark == 0;
        var spread = Spread.Of(marks, sheet.PanelFullMark);
        var rule = module.Definition.Panel ?? new PanelRule();
        if (required < Math.Max(1, rule.Smallest))
        {
            missing.Add($"裁判 {required} 人，不足 {Math.Max(1, rule.Smallest)} 人");
        }

        if (missing.Count > 0)
        {
            return new(sheets, null, spread, missing, null);
        }

        var figure = PanelKinds.Of(rule).PerAspect
            ? PerAspect(module, entrant, rule, live)
            : PanelFigure.Of(onlyJudgement ? rule with { Method = PanelMethod.Mean } : rule, marks, uses);
        for (var i = 0; i < live.Count; i++)
        {
            if (uses[i] != SheetUse.Counted)
            {
                sheets[live[i].Slot] = sheets[live[i].Slot] with { Use = uses[i] };
            }
        }

        if (figure is null)
        {
            return new(sheets, null, spread, [$"去掉最高、最低分后没有剩余的评分"], null);
        }

        var changes = PanelFigure.MethodChanges(rule, live.Count + lost, live.Count) ? (Saying)$"裁判由 {live.Count + lost} 人减为 {live.Count} 人，不再去掉最高、最低分" : null;
        return (sheet.Judgements.Count == 0 ? new(sheets, figure, spread, missing, null) : Judged(sheet, sheets, figure.Value, spread, live)) with
        {
            Reduced = sheet.Judgements.Count > 0 && live.Count < Judgement.Judges ? (Saying)$"评判只有 {live.Count} 名裁判，应为 {Judgement.Judges} 名" : changes,
        };
    }

    // R-K4: highest and lowest go aspect by aspect; the module is the sum of the means. Nothing is dropped of a sheet as a whole.
    private static Exact? PerAspect(ModuleState module, EntrantState entrant, PanelRule rule, List<(int Slot, SheetFigures Figures)> live)
    {
        var (sum, bonus) = (Exact.Zero, Exact.Zero);
        var marks = new decimal[live.Count];
        var uses = new SheetUse[live.Count];
        foreach (var aspect in module.Sheet.Aspects)
        {
            var use = AspectKinds.Of(aspect).Use;
            if (use is AspectUse.Judged or AspectUse.Factor)
            {
                continue;
            }

            for (var i = 0; i < marks.Length; i++)
            {
                marks[i] = module.Cross?.Mark(entrant, aspect.Id) ?? AspectMarks.Value(aspect, live[i].Figures.Marks[aspect.Id], module.Definition.BelowZero);
            }

            if (PanelFigure.Of(rule, marks, uses) is not { } figure)
            {
                return null;
            }

            (sum, bonus) = use == AspectUse.Bonus ? (sum, bonus + figure) : (sum + figure, bonus);
        }

        return sum + Exact.Of(Ratio.Min(bonus.ToRatio(), Ratio.Of(module.Definition.Bonus ?? 0m)));
    }

    private static MarkedFigure Judged(
        ModuleSheet sheet, List<SheetResult> sheets, Exact figure, Spread? spread, List<(int Slot, SheetFigures Figures)> live)
    {
        var judgements = new List<JudgementResult>(sheet.Judgements.Count);
        var missing = new List<Saying>();
        foreach (var aspect in sheet.Judgements)
        {
            var scores = new decimal[live.Count];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = live[i].Figures.Marks[aspect.Id].Number ?? 0m;
            }

            if (Judgement.IsTooWide(scores))
            {
                missing.Add($"{aspect.Id} 待合议：裁判评分相差超过 1，须各自重评");
            }

            var mark = Judgement.Mark(aspect.FullMark, scores);
            judgements.Add(new JudgementResult(aspect.Id, scores, mark));
            figure += Exact.Of(mark);
        }

        return new(sheets, missing.Count == 0 ? figure : null, spread, missing, judgements);
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Panels;

namespace Scoring.Core.Fold;

/// <summary>A module marked by a panel (R-B3); its judgement aspects are combined one by one (R-G2).</summary>
internal static class PanelOfSheets
{
    public static MarkedFigure Of(ModuleState module, EntrantState entrant, ModuleEntries? entries)
    {
        var slots = PanelSlots.Of(module, entrant, entries);
        var missing = new List<string>();
        var live = new List<(int Slot, SheetFigures Figures)>(slots.Count);
        var sheets = new List<SheetResult>(slots.Count);
        var required = 0;
        foreach (var slot in slots)
        {
            required += slot.Use is SheetUse.Recused or SheetUse.OffPanel ? 0 : 1;
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

            sheets.Add(new SheetResult(sheet.Judge, slot.Number, own.Total, own.Aspects, use));
        }

        return Combine(module, sheets, live, missing, required);
    }

    private static MarkedFigure Combine(
        ModuleState module, List<SheetResult> sheets, List<(int Slot, SheetFigures Figures)> live, List<string> missing, int required)
    {
        Span<decimal> marks = live.Count <= 16 ? stackalloc decimal[16] : new decimal[live.Count];
        Span<SheetUse> uses = live.Count <= 16 ? stackalloc SheetUse[16] : new SheetUse[live.Count];
        marks = marks[..live.Count];
        uses = uses[..live.Count];
        for (var i = 0; i < live.Count; i++)
        {
            marks[i] = live[i].Figures.PanelTotal;
        }

        var sheet = module.Sheet;
        var onlyJudgement = sheet.Judgements.Count > 0 && sheet.PanelFullMark == 0;
        var spread = onlyJudgement ? null : Spread.Of(marks, sheet.PanelFullMark);
        var rule = module.Definition.Panel ?? new PanelRule();
        if (required < Math.Max(1, rule.Smallest))
        {
            missing.Add($"裁判 {required} 人，不足 {Math.Max(1, rule.Smallest)} 人");
        }

        if (missing.Count > 0)
        {
            return new(sheets, null, spread, missing, null);
        }

        var figure = PanelFigure.Of(onlyJudgement ? rule with { Method = PanelMethod.Mean } : rule, marks, uses);
        for (var i = 0; i < live.Count; i++)
        {
            if (uses[i] != SheetUse.Counted)
            {
                sheets[live[i].Slot] = sheets[live[i].Slot] with { Use = uses[i] };
            }
        }

        if (figure is null)
        {
            return new(sheets, null, spread, ["去掉最高、最低分后没有剩余的评分"], null);
        }

        return sheet.Judgements.Count == 0 ? new(sheets, figure, spread, missing, null) : Judged(sheet, sheets, figure.Value, spread, live);
    }

    private static MarkedFigure Judged(
        ModuleSheet sheet, List<SheetResult> sheets, Exact figure, Spread? spread, List<(int Slot, SheetFigures Figures)> live)
    {
        var judgements = new List<JudgementResult>(sheet.Judgements.Count);
        var missing = new List<string>();
        foreach (var aspect in sheet.Judgements)
        {
            var scores = new decimal[live.Count];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = live[i].Figures.Marks[aspect.Id].Number ?? 0m;
            }

            if (Judgement.IsTooWide(scores))
            {
                missing.Add($"{aspect.Id} 评分相差超过 1，须重评");
            }

            var mark = Judgement.Mark(aspect.FullMark, scores);
            judgements.Add(new JudgementResult(aspect.Id, scores, mark));
            figure += Exact.Of(mark);
        }

        return new(sheets, missing.Count == 0 ? figure : null, spread, missing, judgements);
    }
}

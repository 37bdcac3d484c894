using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.Panels;
using Scoring.Core.Sayings;

namespace Scoring.Core.Fold.Results;

/// <summary>A module's figure before deductions, by whoever marks it (R-B2).</summary>
/// <param name="Figure">Null: incomplete, <paramref name="Missing"/> says what.</param>
/// <param name="Spread">Null: not a panel, or fewer than two sheets.</param>
internal sealed record MarkedFigure(
    IReadOnlyList<SheetResult> Sheets, Exact? Figure, Spread? Spread, IReadOnlyList<Saying> Missing, IReadOnlyList<JudgementResult>? Judgements)
{
    /// <summary>What the head judge must confirm, in words (R-L3, R-L4); null: nothing.</summary>
    public Saying? Reduced { get; init; }

    public static MarkedFigure Of(ModuleState module, EntrantState entrant, ModuleEntries? entries) => module.Definition.Marking switch
    {
        MarkingMethod.Panel => PanelOfSheets.Of(module, entrant, entries),
        MarkingMethod.Judge => OneSheet.Of(module, entrant, entries, $"裁判未交评分表"),
        MarkingMethod.Clerk => entries switch
        {
            { Settled: { } settled } => Plain(settled.Mark),
            { ClerkMarks: [.., var last] } => Plain(last.Mark),
            _ => OneSheet.Of(module, entrant, entries, $"成绩未录入"),
        },
        MarkingMethod.DoubleEntry => TwoClerks(module, entries),
    };

    private static MarkedFigure Plain(decimal mark) => new([], Exact.Of(mark), null, [], null);

    private static MarkedFigure Without(Saying missing) => new([], null, null, [missing], null);

    // Equal is numeric (R-J13).
    private static MarkedFigure TwoClerks(ModuleState module, ModuleEntries? entries)
    {
        if (entries?.Settled is { } settled)
        {
            return Plain(settled.Mark);
        }

        if (entries is null or { ClerkMarks.Count: 0 })
        {
            return Without($"成绩未录入");
        }

        if (entries.ClerkMarks.Count == 1)
        {
            return Without($"还差第二人录入");
        }

        var first = entries.ClerkMarks[0].Mark;
        for (var i = 1; i < entries.ClerkMarks.Count; i++)
        {
            if (entries.ClerkMarks[i].Mark != first)
            {
                return Without($"两次录入不一致，须由第三人核定"); // neither clerk learns the other's value (R-L6)
            }
        }

        return Plain(first);
    }
}

/// <summary>A module marked by one judge, or a clerk's module filled in aspect by aspect: the first live sheet in panel order.</summary>
internal static class OneSheet
{
    public static MarkedFigure Of(ModuleState module, EntrantState entrant, ModuleEntries? entries, Saying nothing)
    {
        if (entries is null || entries.Sheets.Count == 0)
        {
            return new([], null, null, [nothing], null);
        }

        var slots = PanelSlots.Of(module, entrant, entries);
        var sheets = new List<SheetResult>(slots.Count);
        SheetFigures? figures = null;
        Saying? missing = null;
        foreach (var slot in slots)
        {
            if (slot.Sheet is not { } sheet)
            {
                continue;
            }

            var own = sheet.Figures(module.Sheet);
            var use = slot.Use != SheetUse.Counted ? slot.Use : own.Flaw is not null ? SheetUse.Incomplete : figures is null ? SheetUse.Counted : SheetUse.OffPanel;
            sheets.Add(PanelOfSheets.Result(module, entrant, slot, own, use));
            figures = use == SheetUse.Counted ? own : figures;
            missing ??= use switch
            {
                SheetUse.Returned => $"{slot.Name}的评分表已退回，未重交",
                SheetUse.Incomplete => $"{slot.Name}：{own.Flaw}",
                _ => null,
            };
        }

        return figures is null ? new(sheets, null, null, [missing ?? nothing], null) : new(sheets, Exact.Of(figures.TotalWith(module.Cross?.FieldSum(entrant) ?? 0m)), null, [], null);
    }
}

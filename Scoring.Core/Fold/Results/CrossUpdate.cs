using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.Panels;
using Scoring.Core.People;

namespace Scoring.Core.Fold.Results;

/// <summary>
/// Keeps up what in a module follows from the values of others (R-K3, R-K8): the values of whoever an entry concerned are read anew, and
/// whoever's marks move with them is named.
/// </summary>
internal sealed class CrossUpdate
{
    private readonly ModuleState module;
    private readonly CrossFigures cross;
    private readonly HashSet<EntrantState> moved = [];

    private CrossUpdate(ModuleState module)
    {
        this.module = module;
        cross = module.Cross!; // not null: asked of a module that has it
    }

    /// <summary>Of every module of the trade.</summary>
    /// <returns>Whose marks move, though nothing of their own changed.</returns>
    public static IReadOnlyCollection<EntrantState> Of(TradeState trade, IReadOnlyCollection<EntrantState> changed) =>
        [.. trade.Crossed.SelectMany(m => new CrossUpdate(m).Apply(changed, trade.Entrants))];

    private List<EntrantState> Apply(IReadOnlyCollection<EntrantState> changed, IReadOnlyList<EntrantState> entrants)
    {
        foreach (var entrant in changed.Distinct())
        {
            cross.Entered[entrant] = Read(entrant);
        }

        for (var i = 0; i < cross.Fields.Count; i++)
        {
            var field = cross.Fields[i];
            foreach (var scope in cross.Entered.GroupBy(e => cross.Scope(field, e.Key)))
            {
                Remark(i, [.. scope]);
            }
        }

        if (Relevel(changed))
        {
            moved.UnionWith(entrants);
        }

        foreach (var entrant in moved)
        {
            entrant.Entries(module.Definition.Id)?.Computed = null;
        }

        return [.. moved.Where(entrants.Contains)];
    }

    /// <returns>Whether levels, or what is waited for, are others than before: then everybody's figure is to be worked out.</returns>
    private bool Relevel(IReadOnlyCollection<EntrantState> changed)
    {
        var id = module.Definition.Id;
        var before = (cross.Levels, cross.Waiting);
        cross.Waiting =
            [.. cross.Entered.Where(e => e.Value.Joins && !e.Value.IsIn)
                .SelectMany(e => cross.Fields.Select(f => cross.Scope(f, e.Key)).Append(""))];
        if (cross.Rule is { } rule)
        {
            foreach (var entrant in changed.Concat(moved).Distinct().ToList())
            {
                cross.Entered[entrant] = cross.Entered[entrant]
                    with { Raw = MarkedFigure.Of(module, entrant, entrant.Entries(id)).Figure?.ToRatio() };
            }

            var groups = module.Definition.Panel!.Groups ?? []; // not null: it has a rule
            cross.Levels = GroupLevels.Of(rule, groups, cross.Entered.Select(e => (e.Key.GroupOf(id), e.Value.Joins, e.Value.Raw)));
            cross.Waiting = cross.Entered.Values.Any(e => e.Joins && e.Raw is null) ? ["", .. cross.Waiting] : cross.Waiting;
        }

        return !before.Levels.Equals(cross.Levels) || !before.Waiting.SetEquals(cross.Waiting);
    }

    private void Remark(int field, List<KeyValuePair<EntrantState, EnteredValues>> scope)
    {
        var with = scope.Where(e => e.Value.Values[field] is not null).ToList();
        var place = new FieldPlaces(
            cross.Fields[field], [.. with.Where(e => e.Value.Joins).Select(e => e.Value.Values[field]!)]); // not null: filtered
        foreach (var (entrant, own) in with)
        {
            var mark = place.Mark(own.Values[field]!); // not null: filtered
            if (!cross.Marks.TryGetValue(entrant, out var known))
            {
                cross.Marks[entrant] = known = new decimal?[cross.Fields.Count];
            }

            if (known[field] != mark)
            {
                known[field] = mark;
                moved.Add(entrant);
            }
        }

        foreach (var (entrant, _) in scope.Where(e => e.Value.Values[field] is null))
        {
            if (cross.Marks.TryGetValue(entrant, out var known))
            {
                known[field] = null; // by an entry of its own: nobody to name
            }
        }
    }

    private EnteredValues Read(EntrantState entrant)
    {
        var values = new Ratio?[cross.Fields.Count];
        if (entrant.Entries(module.Definition.Id) is { } entries && Sheets(entrant, entries) is { Count: > 0 } sheets)
        {
            for (var i = 0; i < values.Length; i++)
            {
                var id = cross.Fields[i].Id;
                values[i] = sheets.Aggregate(Ratio.Zero, (sum, s) => sum + Ratio.Of(s.Marks[id].Number ?? 0m)) / new Ratio(sheets.Count, 1);
            }
        }

        return new(entrant.Status == EntrantStatus.Normal && !entrant.IsGuest, values, null);
    }

    // Null: the panel is not complete.
    private List<SheetFigures>? Sheets(EntrantState entrant, ModuleEntries entries)
    {
        var sheets = new List<SheetFigures>();
        foreach (var slot in PanelSlots.Of(module, entrant, entries))
        {
            if (slot.Use is SheetUse.Recused or SheetUse.OffPanel or SheetUse.Trainee)
            {
                continue;
            }

            if (slot is { Use: SheetUse.Counted, Sheet: { } sheet } && sheet.Figures(module.Sheet) is { Flaw: null } figures)
            {
                sheets.Add(figures);
                if (module.Definition.Marking != MarkingMethod.Panel)
                {
                    return sheets;
                }
            }
            else if (module.Definition.Marking == MarkingMethod.Panel)
            {
                return null;
            }
        }

        return sheets;
    }
}

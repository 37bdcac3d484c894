using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Panels;
using Scoring.Core.People;

namespace Scoring.Core.Fold;

/// <summary>
/// What in a module follows from the values of others: marks against the field (R-K8) and groups brought to one level (R-K3). Kept up entry by entry: the values of
/// whoever it concerned are read anew, and whoever's marks move with them is named.
/// </summary>
internal sealed class CrossMarks(ModuleState module)
{
    private readonly Dictionary<EntrantState, Entered> entered = [];
    private readonly Dictionary<EntrantState, decimal?[]> marks = [];
    private readonly IReadOnlyList<FieldAspect> fields = module.Sheet.Fields;
    private GroupLevels levels = GroupLevels.None;
    private HashSet<string> waiting = [];
    private bool left;

    private Levelling? Rule => module.Definition.Panel?.Levelling;

    /// <summary>Sum of the aspects marked against the field.</summary>
    public decimal FieldSum(EntrantState entrant) => marks.TryGetValue(entrant, out var own) ? own.Sum() ?? 0m : 0m;

    public decimal? Mark(EntrantState entrant, AspectId aspect)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Id == aspect)
            {
                return marks.TryGetValue(entrant, out var own) ? own[i] : null;
            }
        }

        return null;
    }

    /// <returns>Null: this module is not levelled.</returns>
    public (Exact? Figure, string? Missing, LevelledFigure? Words)? Level(EntrantState entrant, Exact? raw)
    {
        if (Rule is null || raw is not { } figure)
        {
            return null;
        }

        if (levels.Missing is { } missing)
        {
            return (null, missing, null);
        }

        var level = levels.Of(entrant.GroupOf(module.Definition.Id));
        if (level is null)
        {
            return (null, "没有分组，不能拉平", null);
        }

        var most = Ratio.Of(module.Definition.FullMark + (module.Definition.Bonus ?? 0m));
        var levelled = Ratio.Min(figure.ToRatio() * level.Coefficient, most);
        return (Exact.Of(levelled), null, new(level.Name, figure.ToDecimal(), level.Mean.ToDecimal(), levels.Common.ToDecimal(), level.Coefficient.ToDecimal()));
    }

    public string? Provisional(EntrantState entrant) =>
        Rule is not null && waiting.Count > 0 ? "暂定：各组成绩没有到齐，拉平后还会变"
        : fields.Any(f => waiting.Contains(Scope(f, entrant))) ? "暂定：还有选手没有成绩，按全场计分的得分还会变"
        : null;

    public void Leaves(EntrantState entrant)
    {
        left |= entered.Remove(entrant);
        marks.Remove(entrant);
    }

    /// <returns>Whose marks move, though nothing of their own changed.</returns>
    public List<EntrantState> Update(IReadOnlyCollection<EntrantState> changed, IReadOnlyList<EntrantState> entrants)
    {
        if (changed.Count == 0 && !left)
        {
            return [];
        }

        left = false;
        foreach (var entrant in changed.Distinct())
        {
            entered[entrant] = Entered.Of(module, entrant);
        }

        var moved = new HashSet<EntrantState>();
        for (var i = 0; i < fields.Count; i++)
        {
            foreach (var scope in entered.GroupBy(e => Scope(fields[i], e.Key)))
            {
                Remark(i, [.. scope], moved);
            }
        }

        var before = (levels, waiting);
        waiting = [.. entered.Where(e => e.Value.Joins && !e.Value.IsIn).SelectMany(e => fields.Select(f => Scope(f, e.Key)).Append(""))];
        if (Rule is { } rule)
        {
            foreach (var entrant in changed.Concat(moved).Distinct().ToList())
            {
                entered[entrant] = entered[entrant] with { Raw = MarkedFigure.Of(module, entrant, entrant.Entries(module.Definition.Id)).Figure?.ToRatio() };
            }

            levels = GroupLevels.Of(rule, module.Definition.Panel!.Groups ?? [], entered.Select(e => (e.Key.GroupOf(module.Definition.Id), e.Value.Joins, e.Value.Raw))); // not null: it has a rule
            waiting = entered.Values.Any(e => e.Joins && e.Raw is null) ? ["", .. waiting] : waiting;
        }

        if (!before.levels.Equals(levels) || !before.waiting.SetEquals(waiting))
        {
            moved.UnionWith(entrants);
        }

        foreach (var entrant in moved)
        {
            entrant.Entries(module.Definition.Id)?.Computed = null;
        }

        return [.. moved.Where(entrants.Contains)];
    }

    private string Scope(FieldAspect aspect, EntrantState entrant) => aspect.Field switch
    {
        FieldScope.Trade => "",
        FieldScope.Group => entrant.GroupOf(module.Definition.Id) ?? "",
    };

    private void Remark(int field, List<KeyValuePair<EntrantState, Entered>> scope, HashSet<EntrantState> moved)
    {
        var with = scope.Where(e => e.Value.Values[field] is not null).ToList();
        var place = new FieldPlaces(fields[field], [.. with.Where(e => e.Value.Joins).Select(e => e.Value.Values[field]!)]); // not null: filtered
        foreach (var (entrant, own) in with)
        {
            var mark = place.Mark(own.Values[field]!); // not null: filtered
            if (!marks.TryGetValue(entrant, out var known))
            {
                marks[entrant] = known = new decimal?[fields.Count];
            }

            if (known[field] != mark)
            {
                known[field] = mark;
                moved.Add(entrant);
            }
        }

        foreach (var (entrant, _) in scope.Where(e => e.Value.Values[field] is null))
        {
            if (marks.TryGetValue(entrant, out var known) && known[field] is not null)
            {
                known[field] = null;
                moved.Add(entrant);
            }
        }
    }

    /// <summary>What one entrant brings to the field.</summary>
    /// <param name="Joins">Of normal status (R-M2).</param>
    /// <param name="Values">One a field aspect: the judges' mean, exact; null: not all have entered.</param>
    /// <param name="Raw">The module's figure before it is levelled; null: incomplete.</param>
    private sealed record Entered(bool Joins, Ratio?[] Values, Ratio? Raw)
    {
        public bool IsIn => Array.TrueForAll(Values, v => v is not null);

        public static Entered Of(ModuleState module, EntrantState entrant)
        {
            var values = new Ratio?[module.Sheet.Fields.Count];
            if (entrant.Entries(module.Definition.Id) is { } entries && Sheets(module, entrant, entries) is { Count: > 0 } sheets)
            {
                for (var i = 0; i < values.Length; i++)
                {
                    var id = module.Sheet.Fields[i].Id;
                    values[i] = sheets.Aggregate(Ratio.Zero, (sum, s) => sum + Ratio.Of(s.Marks[id].Number ?? 0m)) / new Ratio(sheets.Count, 1);
                }
            }

            return new(entrant.Status == EntrantStatus.Normal, values, null);
        }

        private static List<SheetFigures>? Sheets(ModuleState module, EntrantState entrant, ModuleEntries entries)
        {
            var sheets = new List<SheetFigures>();
            foreach (var slot in PanelSlots.Of(module, entrant, entries))
            {
                if (slot.Use is SheetUse.Recused or SheetUse.OffPanel)
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
}

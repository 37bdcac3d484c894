using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Panels;
using Scoring.Core.Sayings;

namespace Scoring.Core.Fold.State;

/// <summary>
/// What is known in a module of the values of others: marks against the field (R-K8) and groups brought to one level (R-K3). Kept up entry
/// by entry by the room of results; here it is held and read.
/// </summary>
internal sealed class CrossFigures(ModuleState module)
{
    /// <summary>What each entrant brings to the field.</summary>
    public Dictionary<EntrantState, EnteredValues> Entered { get; } = [];

    /// <summary>One a field aspect, in the sheet's order; null: not everything it needs is in.</summary>
    public Dictionary<EntrantState, decimal?[]> Marks { get; } = [];

    public GroupLevels Levels { get; set; } = GroupLevels.None;

    /// <summary>Scopes that still wait for somebody's values; "": the whole trade.</summary>
    public HashSet<string> Waiting { get; set; } = [];

    public IReadOnlyList<FieldAspect> Fields { get; } = module.Sheet.Fields;

    public Levelling? Rule => module.Definition.Panel?.Levelling;

    /// <summary>Sum of the aspects marked against the field.</summary>
    public decimal FieldSum(EntrantState entrant) => Marks.TryGetValue(entrant, out var own) ? own.Sum() ?? 0m : 0m;

    public decimal? Mark(EntrantState entrant, AspectId aspect)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Id == aspect)
            {
                return Marks.TryGetValue(entrant, out var own) ? own[i] : null;
            }
        }

        return null;
    }

    /// <returns>Null: this module is not levelled.</returns>
    public (Exact? Figure, Saying? Missing, LevelledFigure? Words)? Level(EntrantState entrant, Exact? raw)
    {
        if (Rule is null || raw is not { } figure)
        {
            return null;
        }

        if (Levels.Missing is { } missing)
        {
            return (null, missing, null);
        }

        var level = Levels.Of(entrant.GroupOf(module.Definition.Id));
        if (level is null)
        {
            return (null, $"没有分组，不能拉平", null);
        }

        var most = Ratio.Of(module.Definition.FullMark + (module.Definition.Bonus ?? 0m));
        var levelled = Ratio.Min(figure.ToRatio() * level.Coefficient, most);
        var words = new LevelledFigure(
            level.Name, figure.ToDecimal(), level.Mean.ToDecimal(), Levels.Common.ToDecimal(), level.Coefficient.ToDecimal());
        return (Exact.Of(levelled), null, words);
    }

    public Saying? Provisional(EntrantState entrant) =>
        Rule is not null && Waiting.Count > 0 ? (Saying)$"暂定：各组成绩没有到齐，拉平后还会变"
        : Fields.Any(f => Waiting.Contains(Scope(f, entrant))) ? (Saying)$"暂定：还有选手没有成绩，按全场计分的得分还会变"
        : null;

    /// <summary>Who is compared with whom: the whole trade, or the entrant's group.</summary>
    public string Scope(FieldAspect aspect, EntrantState entrant) => aspect.Field switch
    {
        FieldScope.Trade => "",
        FieldScope.Group => entrant.GroupOf(module.Definition.Id) ?? "",
    };

    public void Leaves(EntrantState entrant)
    {
        Entered.Remove(entrant);
        Marks.Remove(entrant);
    }
}

/// <summary>What one entrant brings to the field.</summary>
/// <param name="Joins">Of normal status (R-M2) and no guest, who is marked against the field without joining it (R-M7).</param>
/// <param name="Values">One a field aspect: the judges' mean, exact; null: not all have entered.</param>
/// <param name="Raw">The module's figure before it is levelled; null: incomplete.</param>
internal sealed record EnteredValues(bool Joins, Ratio?[] Values, Ratio? Raw)
{
    public bool IsIn => Array.TrueForAll(Values, v => v is not null);
}

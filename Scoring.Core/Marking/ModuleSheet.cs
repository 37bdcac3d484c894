using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>A module's score sheet laid flat: its aspects in order and what they can come to, worked out once per definition.</summary>
public sealed class ModuleSheet
{
    private readonly Dictionary<AspectId, Aspect> byId;

    public ModuleSheet(Module module)
    {
        Module = module;
        Aspects = [.. module.Aspects()];
        Judgements = [.. Aspects.OfType<JudgementAspect>()];
        Fields = [.. Aspects.OfType<FieldAspect>()];
        FullMark = Aspects.Count == 0 ? module.FullMark : Aspects.Sum(a => a.Share());
        PanelFullMark = FullMark - Judgements.Sum(a => a.FullMark);
        Lifts = Aspects.Any(a => a is BonusAspect or FactorAspect);
        byId = [];
        foreach (var aspect in Aspects)
        {
            byId.TryAdd(aspect.Id, aspect);
        }
    }

    public Module Module { get; }

    public IReadOnlyList<Aspect> Aspects { get; }

    /// <summary>Combined aspect by aspect over the judges (R-G2), not as part of a sheet's total.</summary>
    public IReadOnlyList<JudgementAspect> Judgements { get; }

    /// <summary>Marked by the values of all (R-K8).</summary>
    public IReadOnlyList<FieldAspect> Fields { get; }

    /// <summary>It has a bonus or a factor (R-K9).</summary>
    public bool Lifts { get; }

    /// <summary>What one sheet can reach; the module's full mark where one figure is entered.</summary>
    public decimal FullMark { get; }

    /// <summary>The same without judgement aspects: what the spread is measured by (R-J4).</summary>
    public decimal PanelFullMark { get; }

    public Aspect? Aspect(AspectId id) => byId.GetValueOrDefault(id);
}

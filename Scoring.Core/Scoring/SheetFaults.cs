using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Scoring;

/// <summary>What is wrong with a sheet, aspect by aspect: not marked, not allowed (R-J5), or not on the sheet at all.</summary>
internal static class SheetFaults
{
    public static Dictionary<string, Saying> Of(ModuleState module, IReadOnlyDictionary<AspectId, Entry> marks)
    {
        var faults = new Dictionary<string, Saying>(StringComparer.Ordinal);
        foreach (var aspect in module.Sheet.Aspects)
        {
            if (!marks.TryGetValue(aspect.Id, out var entry))
            {
                faults[aspect.Id.Value] = $"还没有评分";
            }
            else if (AspectMarks.Check(aspect, entry, module.Definition.BelowZero) is { } wrong)
            {
                faults[aspect.Id.Value] = wrong;
            }
        }

        foreach (var id in marks.Keys)
        {
            if (module.Sheet.Aspect(id) is null)
            {
                faults[id.Value] = $"评分表里没有这个评分点，请刷新后重填";
            }
        }

        return faults;
    }
}

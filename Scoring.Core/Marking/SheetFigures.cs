using System.Collections;
using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>What one judge's marks come to under a module's definition.</summary>
/// <param name="Total">Sum of all its aspects that can be marked.</param>
/// <param name="PanelTotal">The same without judgement aspects, which are combined aspect by aspect (R-G2).</param>
/// <param name="Flaw">Which aspect is not marked, or not as its kind allows; null: complete.</param>
/// <param name="Aspects">In the order of the sheet; words are made when read.</param>
public sealed record SheetFigures(ModuleSheet Sheet, IReadOnlyDictionary<AspectId, Entry> Marks, decimal Total, decimal PanelTotal, string? Flaw, IReadOnlyList<AspectResult> Aspects)
{
    public static SheetFigures Of(ModuleSheet sheet, IReadOnlyDictionary<AspectId, Entry> marks)
    {
        var (total, panel) = (0.00m, 0.00m);
        string? flaw = null;
        for (var i = 0; i < sheet.Aspects.Count; i++)
        {
            var aspect = sheet.Aspects[i];
            if (!(marks is SheetMarks typed ? typed.TryGetValue(aspect.Id, i, out var entry) : marks.TryGetValue(aspect.Id, out entry)))
            {
                flaw ??= $"{aspect.Id} 未评";
                continue;
            }

            if (AspectMarks.Check(aspect, entry) is { } wrong)
            {
                flaw ??= $"{aspect.Id}：{wrong}";
                continue;
            }

            var mark = AspectMarks.Value(aspect, entry);
            total += mark;
            panel += aspect is JudgementAspect ? 0m : mark;
        }

        return new SheetFigures(sheet, marks, total, panel, flaw, new AspectResults(sheet, marks));
    }

    /// <summary>The explanation of a sheet, made when somebody reads it: most sheets are summed a thousand times and explained once.</summary>
    private sealed class AspectResults(ModuleSheet sheet, IReadOnlyDictionary<AspectId, Entry> marks) : IReadOnlyList<AspectResult>
    {
        private List<AspectResult>? made;

        public int Count => Made.Count;

        public AspectResult this[int index] => Made[index];

        private List<AspectResult> Made => made ??= Make();

        public IEnumerator<AspectResult> GetEnumerator() => Made.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private List<AspectResult> Make()
        {
            var list = new List<AspectResult>(sheet.Aspects.Count);
            foreach (var aspect in sheet.Aspects)
            {
                if (marks.TryGetValue(aspect.Id, out var entry) && AspectMarks.Check(aspect, entry) is null)
                {
                    list.Add(AspectMarks.Mark(aspect, entry));
                }
            }

            return list;
        }
    }
}

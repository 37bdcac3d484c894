using System.Collections;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

/// <summary>What one judge's marks come to under a module's definition.</summary>
/// <param name="Points">Sum of the aspects that count by themselves.</param>
/// <param name="Judged">Sum of the judgement aspects, which are combined aspect by aspect (R-G2).</param>
/// <param name="Bonus">Of all bonus aspects, at most the module's (R-K9, R-M8).</param>
/// <param name="Factor">Product of the chosen factors.</param>
/// <param name="Flaw">Which aspect is not marked, or not as its kind allows; null: complete.</param>
/// <param name="Aspects">In the order of the sheet; words are made when read.</param>
public sealed record SheetFigures(
    ModuleSheet Sheet, IReadOnlyDictionary<AspectId, Entry> Marks, decimal Points, decimal Judged, decimal Bonus, decimal Factor, Saying? Flaw,
    IReadOnlyList<AspectResult> Aspects)
{
    /// <summary>Sum of all its aspects that can be marked, those marked against the field left out.</summary>
    public decimal Total => TotalWith(0m);

    /// <summary>Sum of all aspects.</summary>
    /// <param name="field">What the aspects marked against the field come to (R-K8).</param>
    public decimal TotalWith(decimal field) => Lifted(Points + Judged + field, Sheet.FullMark);

    /// <summary>The same without judgement aspects.</summary>
    public decimal PanelTotalWith(decimal field) => Lifted(Points + field, Sheet.PanelFullMark);

    public static SheetFigures Of(ModuleSheet sheet, IReadOnlyDictionary<AspectId, Entry> marks)
    {
        var (points, judged, bonus, factor) = (0.00m, 0.00m, 0.00m, 1m);
        Saying? flaw = null;
        var belowZero = sheet.Module.BelowZero;
        for (var i = 0; i < sheet.Aspects.Count; i++)
        {
            var aspect = sheet.Aspects[i];
            if (!(marks is SheetMarks typed ? typed.TryGetValue(aspect.Id, i, out var entry) : marks.TryGetValue(aspect.Id, out entry)))
            {
                flaw ??= $"{aspect.Id} 未评";
                continue;
            }

            if (AspectMarks.Check(aspect, entry, belowZero) is { } wrong)
            {
                flaw ??= $"{aspect.Id}：{wrong}";
                continue;
            }

            var mark = AspectMarks.Value(aspect, entry, belowZero);
            switch (AspectKinds.Of(aspect).Use)
            {
                case AspectUse.Part:
                    points += mark;
                    break;
                case AspectUse.Judged:
                    judged += mark;
                    break;
                case AspectUse.Bonus:
                    bonus += mark;
                    break;
                case AspectUse.Factor:
                    factor *= mark;
                    break;
                case AspectUse.Field:
                    break;
            }
        }

        return new SheetFigures(sheet, marks, points, judged, Math.Min(bonus, sheet.Module.Bonus ?? 0m), factor, flaw, new AspectResults(sheet, marks));
    }

    // (aspects + bonus) × factor, at most full mark + bonus (R-M8).
    private decimal Lifted(decimal sum, decimal full) => Sheet.Lifts ? Math.Min((sum + Bonus) * Factor, full + (Sheet.Module.Bonus ?? 0m)) : sum;

    /// <summary>The explanation of a sheet, made when somebody reads it and not kept alive: most sheets are summed a thousand times and
    /// explained once.</summary>
    private sealed class AspectResults(ModuleSheet sheet, IReadOnlyDictionary<AspectId, Entry> marks) : IReadOnlyList<AspectResult>
    {
        private WeakReference<List<AspectResult>>? made;

        public int Count => Made.Count;

        public AspectResult this[int index] => Made[index];

        private List<AspectResult> Made
        {
            get
            {
                if (made is null || !made.TryGetTarget(out var list))
                {
                    made = new(list = Make());
                }

                return list;
            }
        }

        public IEnumerator<AspectResult> GetEnumerator() => Made.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private List<AspectResult> Make()
        {
            var list = new List<AspectResult>(sheet.Aspects.Count);
            foreach (var aspect in sheet.Aspects)
            {
                if (marks.TryGetValue(aspect.Id, out var entry) && AspectMarks.Check(aspect, entry, sheet.Module.BelowZero) is null)
                {
                    list.Add(AspectMarks.Mark(aspect, entry, sheet.Module.BelowZero));
                }
            }

            return list;
        }
    }
}

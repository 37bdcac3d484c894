using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Panels;

internal sealed class MedianPanel : PanelKind
{
    public override PanelMethod Method => PanelMethod.Median;

    public override string Name => "中位数";

    public override Exact? Figure(PanelRule rule, ReadOnlySpan<decimal> marks, Span<SheetUse> uses)
    {
        var sorted = marks.ToArray();
        Array.Sort(sorted);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? Exact.Of(sorted[middle]) : new Exact(sorted[middle - 1] + sorted[middle], 2);
    }

    public override Saying Told(PanelRule rule, IReadOnlyList<Saying> dropped, int left) => $"取中位数";
}

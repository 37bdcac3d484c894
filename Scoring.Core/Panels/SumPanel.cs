using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Panels;

internal sealed class SumPanel : PanelKind
{
    public override PanelMethod Method => PanelMethod.Sum;

    public override string Name => "各人的分相加";

    public override bool AddsUp => true;

    public override Exact? Figure(PanelRule rule, ReadOnlySpan<decimal> marks, Span<SheetUse> uses) => Sum(marks, uses, 1);

    public override Saying Told(PanelRule rule, IReadOnlyList<Saying> dropped, int left) => $"相加";
}

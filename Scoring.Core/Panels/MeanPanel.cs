using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Panels;

internal sealed class MeanPanel : PanelKind
{
    public override PanelMethod Method => PanelMethod.Mean;

    public override string Name => "平均";

    public override Exact? Figure(PanelRule rule, ReadOnlySpan<decimal> marks, Span<SheetUse> uses) => Trimmed(marks, uses, 0);
}

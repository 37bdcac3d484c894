using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Panels;

internal sealed class TrimmedPanel : PanelKind
{
    public override PanelMethod Method => PanelMethod.Trimmed;

    public override string Name => "去高去低再平均";

    public override Exact? Figure(PanelRule rule, ReadOnlySpan<decimal> marks, Span<SheetUse> uses) =>
        Trimmed(marks, uses, rule.DropEachSide);

    public override long Least(PanelRule rule) => (2L * rule.DropEachSide) + 1;
}

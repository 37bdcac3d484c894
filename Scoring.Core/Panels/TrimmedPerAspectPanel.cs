using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Panels;

/// <summary>R-K4.</summary>
internal sealed class TrimmedPerAspectPanel : PanelKind
{
    public override PanelMethod Method => PanelMethod.TrimmedPerAspect;

    public override string Name => "逐项去高去低再平均";

    public override bool PerAspect => true;

    public override Exact? Figure(PanelRule rule, ReadOnlySpan<decimal> marks, Span<SheetUse> uses) =>
        Trimmed(marks, uses, rule.DropEachSide); // of one aspect, or of sums (R-M3)

    public override long Least(PanelRule rule) => (2L * rule.DropEachSide) + 1;

    public override Saying Told(PanelRule rule, IReadOnlyList<Saying> dropped, int left) =>
        $"逐项去掉 {rule.DropEachSide} 个最高、{rule.DropEachSide} 个最低，其余平均，各项相加";
}

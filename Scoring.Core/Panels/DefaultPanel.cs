using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Panels;

/// <summary>R-B3: from five judges on one is dropped on each side.</summary>
internal sealed class DefaultPanel : PanelKind
{
    public override PanelMethod Method => PanelMethod.Default;

    public override string Name => "五人起去最高最低，取平均";

    public override Exact? Figure(PanelRule rule, ReadOnlySpan<decimal> marks, Span<SheetUse> uses) =>
        Trimmed(marks, uses, marks.Length >= DropsFrom ? 1 : 0);

    public override bool Changes(int from, int to) => from >= DropsFrom && to < DropsFrom;

    private const int DropsFrom = 5;
}

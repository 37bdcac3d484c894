using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Ranking;

internal sealed class TheoryRule : TieRule
{
    public override TieStepKind Kind => TieStepKind.Theory;

    public override decimal? Value(TieStep step, Trade trade, EntrantResult result) =>
        TieParts.ComponentFigure(trade, result, ComponentKind.Theory);

    public override string Name(TieStep step, Trade trade) =>
        trade.Components.FirstOrDefault(c => c.Kind == ComponentKind.Theory)?.Name ?? "理论";

    public override string Format(Trade trade, decimal value, EntrantResult result, bool withDate) => Words.Mark(value, trade.Decimals);

    public override bool Compares(Trade trade) => trade.Components.Any(c => c.Kind == ComponentKind.Theory);

    public override IEnumerable<TieStep> Offers(Trade trade) => [new(Kind)];
}

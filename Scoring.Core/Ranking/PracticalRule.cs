using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Ranking;

internal sealed class PracticalRule : TieRule
{
    public override TieStepKind Kind => TieStepKind.Practical;

    public override decimal? Value(TieStep step, Trade trade, EntrantResult result) =>
        TieParts.ComponentFigure(trade, result, ComponentKind.Practical);

    public override string Name(TieStep step, Trade trade) =>
        trade.Components.FirstOrDefault(c => c.Kind == ComponentKind.Practical)?.Name ?? "实操";

    public override string Format(Trade trade, decimal value, EntrantResult result, bool withDate) => Words.Mark(value, trade.Decimals);

    public override bool Compares(Trade trade) => trade.Components.Any(c => c.Kind == ComponentKind.Practical);

    public override IEnumerable<TieStep> Offers(Trade trade) => [new(Kind)];
}

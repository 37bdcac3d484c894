using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

/// <summary>Compares the figure of a trade's first component of a kind.</summary>
/// <param name="usual">How such a component is read out where the trade has none of its own.</param>
internal abstract class ComponentRule(TieStepKind kind, ComponentKind part, Saying usual) : TieRule
{
    public override TieStepKind Kind => kind;

    public override decimal? Value(TieStep step, Trade trade, EntrantResult result) => TieParts.ComponentFigure(trade, result, part);

    public override Saying Name(TieStep step, Trade trade) =>
        trade.Components.FirstOrDefault(c => c.Kind == part)?.Name is { } own ? $"{own}" : usual;

    public override Saying Format(Trade trade, decimal value, EntrantResult result, string clock) => $"{Words.Mark(value, trade.Decimals)}";

    public override bool Compares(Trade trade) => trade.Components.Any(c => c.Kind == part);

    public override IEnumerable<TieStep> Offers(Trade trade) => [new(Kind)];
}

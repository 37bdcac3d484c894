using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

internal sealed class AspectRule : TieRule
{
    public override TieStepKind Kind => TieStepKind.Aspect;

    public override TiePart Part => TiePart.Aspect;

    public override decimal? Value(TieStep step, Trade trade, EntrantResult result) =>
        TieParts.Marked(step, trade, result, a => a.Id == step.Aspect);

    public override Saying Name(TieStep step, Trade trade) => $"评分点“{TextOf(step, trade) ?? $"{step.Aspect}"}”";

    public override IEnumerable<TieStep> Offers(Trade trade) =>
        trade.Modules().SelectMany(m => m.Aspects().Select(a => new TieStep(Kind, m.Id, a.Id)));

    public override Saying Choice(TieStep step, Trade trade) => $"评分点 {step.Aspect} {TextOf(step, trade)}高的在前";

    private static string? TextOf(TieStep step, Trade trade) =>
        TieParts.Definition(step, trade)?.Aspects().FirstOrDefault(a => a.Id == step.Aspect)?.Text;
}

using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

internal sealed class ModuleRule : TieRule
{
    public override TieStepKind Kind => TieStepKind.Module;

    public override TiePart Part => TiePart.Module;

    public override decimal? Value(TieStep step, Trade trade, EntrantResult result) =>
        TieParts.Rounded(TieParts.ModuleOf(step, result)?.ExactFigure, trade);

    public override Saying Name(TieStep step, Trade trade) => TieParts.ModuleName(step, trade);

    public override IEnumerable<TieStep> Offers(Trade trade) => trade.Modules().Select(m => new TieStep(Kind, m.Id));

    public override Saying Choice(TieStep step, Trade trade) => $"模块 {step.Module} {TieParts.Definition(step, trade)?.Name}高的在前";
}

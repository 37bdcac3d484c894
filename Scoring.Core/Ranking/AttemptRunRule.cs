using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

/// <summary>One run of a module (R-K7).</summary>
internal sealed class AttemptRunRule : TieRule
{
    public override TieStepKind Kind => TieStepKind.Attempt;

    public override TiePart Part => TiePart.Attempt;

    public override decimal? Value(TieStep step, Trade trade, EntrantResult result) => TieParts.ModuleOf(step, result) switch
    {
        null => null,
        { SetToZero: true } => 0m,
        var module => TieParts.Rounded(module.Attempts?.ElementAtOrDefault((step.Attempt ?? 1) - 1)?.ExactFigure, trade),
    };

    public override Saying Name(TieStep step, Trade trade) => $"{TieParts.ModuleName(step, trade)}第 {step.Attempt} 次";

    public override IEnumerable<TieStep> Offers(Trade trade) => trade.Modules().SelectMany(
        m => Enumerable.Range(1, m.Attempts?.Most ?? 0).Select(n => new TieStep(Kind, m.Id, Attempt: n)));
}

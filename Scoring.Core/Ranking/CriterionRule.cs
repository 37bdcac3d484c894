using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

/// <summary>R-K4.</summary>
internal sealed class CriterionRule : TieRule
{
    public override TieStepKind Kind => TieStepKind.Criterion;

    public override TiePart Part => TiePart.Criterion;

    public override decimal? Value(TieStep step, Trade trade, EntrantResult result)
    {
        var aspects = TieParts.CriterionOf(step, trade)?.AllAspects().Where(a => a is not FactorAspect).Select(a => a.Id).ToHashSet();
        return aspects is null ? null : TieParts.Marked(step, trade, result, a => aspects.Contains(a.Id));
    }

    public override Saying Name(TieStep step, Trade trade) => $"评分项“{TieParts.CriterionOf(step, trade)?.Name ?? step.Criterion}”";

    public override IEnumerable<TieStep> Offers(Trade trade) => trade.Modules().SelectMany(
        m => m.Sheet.SelectMany(c => (c.Parts ?? []).Prepend(c)).Select(c => new TieStep(Kind, m.Id, Criterion: c.Id)));

    public override Saying Choice(TieStep step, Trade trade) => $"评分项 {step.Criterion} {TieParts.CriterionOf(step, trade)?.Name}高的在前";
}

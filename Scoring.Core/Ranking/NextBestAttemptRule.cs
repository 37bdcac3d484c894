using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

/// <summary>The best of the runs that do not count (R-M6).</summary>
internal sealed class NextBestAttemptRule : TieRule
{
    public override TieStepKind Kind => TieStepKind.NextBestAttempt;

    public override TiePart Part => TiePart.Runs;

    public override decimal? Value(TieStep step, Trade trade, EntrantResult result) => TieParts.ModuleOf(step, result) switch
    {
        null => null,
        { SetToZero: true } => 0m,
        var module => NextBest(module, trade),
    };

    public override Saying Name(TieStep step, Trade trade) => $"{TieParts.ModuleName(step, trade)}次好的一次";

    public override IEnumerable<TieStep> Offers(Trade trade) =>
        trade.Modules().Where(m => m.Attempts is not null).Select(m => new TieStep(Kind, m.Id));

    private static decimal? NextBest(ModuleResult module, Trade trade)
    {
        Exact? best = null;
        foreach (var attempt in module.Attempts ?? [])
        {
            if (attempt is { Counts: false, ExactFigure: { } figure }
                && (best is null || figure.ToRatio().CompareTo(best.Value.ToRatio()) > 0))
            {
                best = figure;
            }
        }

        return TieParts.Rounded(best, trade);
    }
}

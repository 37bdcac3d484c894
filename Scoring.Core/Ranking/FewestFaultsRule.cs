using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

internal sealed class FewestFaultsRule : TieRule
{
    public override TieStepKind Kind => TieStepKind.FewestFaults;

    public override bool LessIsBetter => true;

    public override Saying Compared => $"少于";

    // Under a panel the mean count of its judges, dropped ones too.
    public override decimal? Value(TieStep step, Trade trade, EntrantResult result)
    {
        Exact? sum = null;
        foreach (var definition in trade.Modules())
        {
            var counted = definition.Aspects().OfType<FaultsAspect>().Select(a => a.Id).ToHashSet();
            if (counted.Count == 0)
            {
                continue;
            }

            foreach (var (sheets, _) in result.Module(definition.Id)?.Runs() ?? [([], null)])
            {
                var live = TieParts.Live(sheets).ToList();
                if (live.Count == 0 && result.Module(definition.Id) is not { SetToZero: true }) // R-M14: zero without sheets has none
                {
                    return null;
                }

                var faults = live.Sum(s => s.Aspects.Where(a => counted.Contains(a.Aspect)).Sum(a => a.Entry.Number ?? 0m));
                sum = (sum ?? Exact.Zero) + new Exact(faults, Math.Max(1, live.Count));
            }
        }

        return sum is { } total ? Rounding.Round(total, RoundingMode.HalfUp) : null;
    }

    public override Saying Name(TieStep step, Trade trade) => $"失误";

    public override Saying Format(Trade trade, decimal value, EntrantResult result, string clock) => $"{Words.Plain(value)} 处";

    public override bool Compares(Trade trade) => trade.Modules().SelectMany(m => m.Aspects()).OfType<FaultsAspect>().Any();

    public override IEnumerable<TieStep> Offers(Trade trade) => [new(Kind)];

    public override Saying Choice(TieStep step, Trade trade) => $"失误少的在前";
}

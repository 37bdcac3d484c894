using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

internal sealed class ShortestTimeRule : TieRule
{
    public override TieStepKind Kind => TieStepKind.Time;

    public override bool LessIsBetter => true;

    public override Saying Compared => $"短于";

    public override decimal? Value(TieStep step, Trade trade, EntrantResult result) => result.SecondsUsed;

    public override Saying Name(TieStep step, Trade trade) => $"用时";

    public override Saying Format(Trade trade, decimal value, EntrantResult result, string clock) => $"{Words.Time(value)}";

    public override bool Compares(Trade trade) => trade.Modules().Any(m => m.Time is not null);

    public override IEnumerable<TieStep> Offers(Trade trade) => [new(Kind)];

    public override Saying Choice(TieStep step, Trade trade) => $"用时短的在前";
}

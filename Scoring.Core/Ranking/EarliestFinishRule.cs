using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Ranking;

internal sealed class EarliestFinishRule : TieRule
{
    public override TieStepKind Kind => TieStepKind.EarliestFinish;

    public override bool LessIsBetter => true;

    public override string Compared => "早于";

    public override decimal? Value(TieStep step, Trade trade, EntrantResult result) => result.FinishedAt is { } at ? at.UtcTicks : null;

    public override string Name(TieStep step, Trade trade) => "完成时间";

    public override string Format(Trade trade, decimal value, EntrantResult result, bool withDate) =>
        result.FinishedAt?.ToString(withDate ? "M 月 d 日 HH:mm:ss" : "HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    public override bool Compares(Trade trade) => trade.Modules().Any(m => m.Time is not null);

    public override IEnumerable<TieStep> Offers(Trade trade) => [new(Kind)];

    public override string Choice(TieStep step, Trade trade) => "先完成的在前";
}

using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

internal sealed class EarliestFinishRule : TieRule
{
    public override TieStepKind Kind => TieStepKind.EarliestFinish;

    public override bool LessIsBetter => true;

    public override Saying Compared => $"早于";

    public override decimal? Value(TieStep step, Trade trade, EntrantResult result) => result.FinishedAt is { } at ? at.UtcTicks : null;

    public override Saying Name(TieStep step, Trade trade) => $"完成时间";

    public override Saying Format(Trade trade, decimal value, EntrantResult result, string clock) =>
        $"{result.FinishedAt?.ToString(clock, CultureInfo.InvariantCulture)}";

    /// <summary>How finishing times are written side by side: no finer than tells them apart, with the date where their days
    /// differ.</summary>
    public static string Clock(IReadOnlyCollection<DateTimeOffset> times)
    {
        var date = times.DistinctBy(t => t.Date).Count() == 1 ? ""
            : times.DistinctBy(t => t.Year).Count() == 1 ? "M 月 d 日 " : "yyyy 年 M 月 d 日 ";
        var instants = times.DistinctBy(t => t.UtcTicks).Count();
        bool Tells(string clock) => times.DistinctBy(t => t.ToString(clock, CultureInfo.InvariantCulture)).Count() == instants;
        return new[] { $"{date}HH:mm:ss", $"{date}HH:mm:ss.ff" }.FirstOrDefault(Tells) ?? $"{date}HH:mm:ss.fffffff";
    }

    public override bool Compares(Trade trade) => trade.Modules().Any(m => m.Time is not null);

    public override IEnumerable<TieStep> Offers(Trade trade) => [new(Kind)];

    public override Saying Choice(TieStep step, Trade trade) => $"先完成的在前";
}

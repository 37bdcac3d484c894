using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Phases;

/// <summary>公示 of a trade (R-D3).</summary>
public static class PublicNotice
{
    /// <summary>The last of its working days; null: it has not begun, or lasts until the ceremony.</summary>
    public static DateOnly? LastDay(TradeState trade) =>
        trade.Definition.PublicityDays is > 0 and var days && trade.Publication.Reached.TryGetValue(Phase.Publicity, out var since)
            ? WorkingDays.After(WorkingDays.DayOf(since.At), days, trade.Competition.Competition) : null;
}

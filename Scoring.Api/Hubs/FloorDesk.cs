// What a floor judge's tablet shows of a trade: who is there, whose clock runs. Codes only (R-A1), no mark.
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Hubs;

internal static class FloorDesk
{
    public static FloorTable Of(TradeState trade, DateTimeOffset now)
    {
        var modules = trade.Modules.Where(m => m.MarkedBy == Role.Judge).ToList();
        return new FloorTable(
            trade.Definition.Id, trade.Definition.Name, trade.Phase,
            [.. modules.Select(m => new FloorModule(
                m.Definition.Id, m.Definition.Name, m.Definition.FullMark, m.Definition.Time is not null, m.Definition.Time?.LimitSeconds, Closed.Said(trade, m.Definition.Id)))],
            [.. HeadJudgeDesk.InOrder(trade).Select(e => Row(e, modules))], now, trade.Competition.Version);
    }

    private static FloorRow Row(EntrantState entrant, List<ModuleState> modules)
    {
        var clocks = new Dictionary<ModuleId, FloorClock>();
        foreach (var module in modules)
        {
            var entries = entrant.Entries(module.Definition.Id);
            if (entries?.Clock is { } running)
            {
                clocks[module.Definition.Id] = new(running.StartedAt, null, running.ExtensionSeconds, running.Reason);
            }
            else if (entries?.Time is { } time)
            {
                clocks[module.Definition.Id] = new(null, time.UsedSeconds, time.ExtensionSeconds, time.Reason);
            }
        }

        return new FloorRow(
            entrant.Code!, entrant.Station, entrant.Status, entrant.StatusReason, entrant.ArrivedAt, clocks,
            HeadJudgeDesk.Violations(entrant), entrant.CalledAt, entrant.Calls); // not null: InOrder
    }
}

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
            [.. modules.SelectMany(m => Module(trade, m))],
            [.. HeadJudgeDesk.InOrder(trade).Select(e => Row(e, modules))], now, trade.Competition.Version);
    }

    private static IEnumerable<FloorModule> Module(TradeState trade, ModuleState module)
    {
        var definition = module.Definition;
        var kind = EntrantRun.KindOf(definition);
        var most = kind is null ? 1 : definition.EntriesOf(trade.Entrants.Select(e => e.Entrant.Names.Count).DefaultIfEmpty(1).Max());
        return Enumerable.Range(1, most).Select(n => new FloorModule(
            definition.Id, kind is null ? definition.Name : $"{definition.Name}（{EntrantRun.NameOf(definition, n)}）", definition.FullMark,
            definition.Time is not null, definition.Time?.LimitSeconds, Closed.Said(trade, definition.Id), Key(definition, kind is null ? null : n),
            kind is null ? null : n, kind));
    }

    private static string Key(Module module, int? attempt) => attempt is { } n ? $"{module.Id}.{n}" : module.Id.Value;

    private static FloorRow Row(EntrantState entrant, List<ModuleState> modules)
    {
        var clocks = new Dictionary<string, FloorClock>();
        var waived = new Dictionary<string, string>();
        foreach (var run in modules.SelectMany(m => EntrantRun.Of(entrant, m)))
        {
            var key = Key(run.Module.Definition, run.Attempt);
            if (run.Entries?.Clock is { } running)
            {
                clocks[key] = new(running.StartedAt, null, running.ExtensionSeconds, running.Reason);
            }
            else if (run.Entries?.Time is { } time)
            {
                clocks[key] = new(null, time.UsedSeconds, time.ExtensionSeconds, time.Reason);
            }

            if (run.Entries?.Waived is { } reason)
            {
                waived[key] = reason;
            }
        }

        return new FloorRow(
            entrant.Code!, entrant.Station, entrant.Status, entrant.StatusReason, entrant.ArrivedAt, clocks,
            HeadJudgeDesk.Violations(entrant), entrant.CalledAt, entrant.Calls, // not null: InOrder
            waived.Count > 0 ? waived : null, entrant.Entrant.Members is { Count: > 0 } members ? members.Count : null);
    }
}

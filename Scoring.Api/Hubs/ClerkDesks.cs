// What a clerk's tablet shows. Figures go by exam number and name, paper by code; never both in one answer (R-A1).
using System.Globalization;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Hubs;

internal static class ClerkDesks
{
    public static ClerkDesk Of(TradeState trade, string clerk) => new(
        trade.Definition.Id, trade.Definition.Name, trade.Phase,
        [.. trade.Modules.Where(m => m.MarkedBy == Role.Clerk || m.Sheet.Aspects.Count > 0).Select(m => Module(trade, m, clerk))]);

    public static bool Differs(ModuleEntries? entries) =>
        entries is { ClerkMarks.Count: >= 2, Settled: null } && entries.ClerkMarks.Any(m => m.Mark != entries.ClerkMarks[0].Mark);

    public static MarkTable Marks(TradeState trade, ModuleState module, string clerk) => new(
        trade.Definition.Id, trade.Definition.Name, module.Definition.Id, module.Definition.Name, module.Definition.Marking, module.Definition.FullMark,
        Closed.Said(trade, module.Definition.Id),
        [.. trade.Entrants.Select(e => Row(trade, module, e, clerk)).OrderBy(r => r.Number.Length).ThenBy(r => r.Number, StringComparer.Ordinal)],
        trade.Competition.Version);

    public static PaperDesk Paper(TradeState trade, ModuleState module) => new(
        trade.Definition.Id, trade.Definition.Name, module.Definition.Id, module.Definition.Name, module.Definition.FullMark,
        [.. module.Definition.Sheet.Select(TabletSessions.WithoutKeys)], Closed.Said(trade, module.Definition.Id),
        [.. module.Seats.Select(s => new PaperSeat(s.Judge.Id, s.Number))],
        [.. HeadJudgeDesk.InOrder(trade).Select(e => new PaperRow(e.Code!, e.Station, e.Status, [.. module.Seats.Select(s => PaperCell(e, module, s.Judge))]))]); // not null: InOrder

    private static PaperCell PaperCell(EntrantState entrant, ModuleState module, Judge judge)
    {
        var cell = HeadJudgeDesk.Cell(entrant, module, judge);
        var sheet = cell.State == PanelCellState.Recused ? null : entrant.Sheet(module.Definition.Id, judge.Id);
        return new(cell.State, sheet?.Version ?? 0, cell.Paper, sheet?.Receipt);
    }

    private static ClerkModule Module(TradeState trade, ModuleState module, string clerk)
    {
        var id = module.Definition.Id;
        var due = trade.Entrants.Where(e => e.Status == EntrantStatus.Normal).ToList();
        var paper = module.MarkedBy == Role.Judge;
        return new ClerkModule(
            id, module.Definition.Name, module.Definition.Marking, module.Definition.FullMark, paper,
            paper ? due.Sum(e => e.Entries(id)?.Sheets.Count(s => s.Picture is not null) ?? 0)
                : due.Count(e => e.Entries(id) is { } entries && (entries.Mark(clerk) is not null || (module.Definition.Marking == MarkingMethod.Clerk && entries.ClerkMarks.Count > 0))),
            due.Count, due.Count(e => Differs(e.Entries(id))), Closed.Said(trade, module.Definition.Id));
    }

    private static MarkRow Row(TradeState trade, ModuleState module, EntrantState entrant, string clerk)
    {
        var entries = entrant.Entries(module.Definition.Id);
        var own = entries?.Mark(clerk);
        var other = entries?.ClerkMarks.LastOrDefault(m => m.Clerk != clerk);
        var twice = module.Definition.Marking == MarkingMethod.DoubleEntry;
        var maySettle = twice && own is null && Differs(entries);
        return new MarkRow(
            entrant.Entrant.Id, entrant.Entrant.ExamNumber ?? (entrant.Index + 1).ToString("000", CultureInfo.InvariantCulture), entrant.Entrant.Name,
            trade.Competition.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Name ?? "", entrant.Status, own?.Mark, own?.Version ?? 0,
            other is not null, own is not null || !twice ? other?.Mark : null, entries?.Settled?.Mark, maySettle,
            maySettle ? [.. entries!.ClerkMarks.Select(m => m.Mark)] : null); // not null: it differs
    }
}

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
        trade.Definition.Id, trade.Definition.Name, module.Definition.Id, module.Definition.Name, module.Definition.Marking, module.Definition.FullMarkOfOne,
        Closed.Said(trade, module.Definition.Id),
        [.. trade.Entrants.SelectMany(e => EntrantRun.Of(e, module)).Where(r => r.Waived is null).Select(r => Row(trade, r, clerk))
            .OrderBy(r => r.Number, ReadingOrder.Names).ThenBy(r => r.Attempt)],
        trade.Competition.Version);

    public static PaperDesk Paper(TradeState trade, ModuleState module) => new(
        trade.Definition.Id, trade.Definition.Name, module.Definition.Id, module.Definition.Name, module.Definition.FullMarkOfOne,
        [.. module.Definition.Sheet.Select(TabletSessions.WithoutKeys)], Closed.Said(trade, module.Definition.Id),
        [.. module.Seats.Select(s => new PaperSeat(s.Judge.Id, s.Number))],
        [.. HeadJudgeDesk.InOrder(trade).SelectMany(e => EntrantRun.Of(e, module)).Where(r => r.Waived is null).Select(r => new PaperRow(
            r.Entrant.Code!, r.Entrant.Station, r.Entrant.Status, [.. module.Seats.Select(s => PaperCell(r, s.Judge))], r.Attempt, r.Name))], // not null: InOrder
        trade.Definition.Decimals, module.Definition.Bonus, module.Definition.BelowZero, EntrantRun.KindOf(module.Definition));

    private static PaperCell PaperCell(EntrantRun run, Judge judge)
    {
        var cell = HeadJudgeDesk.Cell(run, judge);
        var sheet = cell.State is PanelCellState.Recused or PanelCellState.OtherGroup ? null : run.Entries?.Sheet(judge.Id);
        return new(cell.State, sheet?.Version ?? 0, cell.Paper, sheet?.Receipt);
    }

    private static ClerkModule Module(TradeState trade, ModuleState module, string clerk)
    {
        var id = module.Definition.Id;
        var due = trade.Entrants.Where(e => e.Status == EntrantStatus.Normal).SelectMany(e => EntrantRun.Of(e, module))
            .Where(r => r.Waived is null).Select(r => r.Entries).ToList();
        var paper = module.MarkedBy == Role.Judge;
        return new ClerkModule(
            id, module.Definition.Name, module.Definition.Marking, module.Definition.FullMark, paper,
            paper ? due.Sum(e => e?.Sheets.Count(s => s.Picture is not null) ?? 0)
                : due.Count(e => e?.Mark(clerk) is not null || (module.Definition.Marking == MarkingMethod.Clerk && e is { ClerkMarks.Count: > 0 })),
            due.Count, due.Count(Differs), Closed.Said(trade, module.Definition.Id));
    }

    private static MarkRow Row(TradeState trade, EntrantRun run, string clerk)
    {
        var (entries, entrant) = (run.Entries, run.Entrant);
        var own = entries?.Mark(clerk);
        var other = entries?.ClerkMarks.LastOrDefault(m => m.Clerk != clerk);
        var twice = run.Module.Definition.Marking == MarkingMethod.DoubleEntry;
        var maySettle = twice && own is null && Differs(entries);
        return new MarkRow(
            entrant.Entrant.Id, entrant.Entrant.ExamNumber ?? (entrant.Index + 1).ToString("000", CultureInfo.InvariantCulture), NameOf(run),
            trade.Competition.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Name ?? "", entrant.Status, own?.Mark, own?.Version ?? 0,
            other is not null, own is not null || !twice ? other?.Mark : null, entries?.Settled?.Mark, maySettle,
            maySettle ? [.. entries!.ClerkMarks.Select(m => m.Mark)] : null, run.Attempt, run.Name); // not null: it differs
    }

    private static string NameOf(EntrantRun run) => run.Kind == RunKind.Member && run.Attempt is { } number
        ? run.Entrant.Entrant.Names[number - 1] : run.Entrant.Entrant.Name;
}

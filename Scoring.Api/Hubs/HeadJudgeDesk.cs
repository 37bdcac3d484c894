// What a head judge's tablet shows of a trade and of a panel, built from the fold. Codes only (R-A1).
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Hubs;

internal static class HeadJudgeDesk
{
    public static TradeDesk Trade(CompetitionState state, TradeState trade, Actor by) => new(
        trade.Definition.Id, trade.Definition.Name, trade.Phase, trade.Entrants.Count,
        trade.Entrants.Count(e => e.Status is EntrantStatus.Absent or EntrantStatus.Withdrawn),
        trade.Entrants.Count(e => e.Status == EntrantStatus.Disqualified),
        [.. trade.Modules.Select(m => Module(trade, m))],
        (SignDay.Decide(state, by, trade.Definition.Id) as Decision.Refuse)?.Message.ToString(),
        state.Version);

    public static PanelTable Panel(TradeState trade, ModuleState module) => new(
        trade.Definition.Id, trade.Definition.Name, module.Definition.Id, module.Definition.Name, module.Definition.Marking, module.Definition.FullMark,
        module.Definition.Marking == MarkingMethod.Panel ? module.Definition.SpreadLimit : null, module.Definition.Time is not null,
        trade.Phase == Phase.Scoring && !module.Locked, module.Locked,
        [.. Seats(module).Select(s => new PanelJudge(
            s.Judge.Id, s.Number, s.Judge.Name, Handed(trade, module, s.Judge), Expected(trade, module, s.Judge), s.Trainee, Group(module, s.Group)))],
        [.. InOrder(trade).SelectMany(e => EntrantRun.Of(e, module)).Select(Row)],
        trade.Competition.Version);

    public static IEnumerable<EntrantState> InOrder(TradeState trade) =>
        trade.Entrants.Where(e => e.Code is not null).InCodeOrder();

    /// <summary>The panel, then trainees beside it (R-K10).</summary>
    public static IEnumerable<Core.Panels.PanelSeat> Seats(ModuleState module) => module.Seats.Concat(module.Trainees);

    /// <summary>A group's name (R-K3).</summary>
    public static string? Group(ModuleState module, string? id) => module.Definition.Panel?.Groups?.FirstOrDefault(g => g.Id == id)?.Name;

    public static PanelCell Cell(EntrantRun run, Judge judge)
    {
        if (!run.Module.Marks(judge.Id, run.Entrant))
        {
            return new(judge.IsRecusedFrom(run.Entrant.Entrant) ? PanelCellState.Recused : PanelCellState.OtherGroup);
        }

        var sheet = run.Entries?.Sheet(judge.Id);
        var result = run.Sheets.FirstOrDefault(s => s.Judge == judge.Id);
        return sheet is null
            ? new(PanelCellState.Missing)
            : new(sheet.Returned ? PanelCellState.Returned : PanelCellState.Handed, sheet.Figures(run.Module.Sheet).Total, result?.Use, sheet.Picture is not null);
    }

    public static IReadOnlyList<ViolationLine> Violations(EntrantState entrant) =>
        [.. entrant.Violations.Select(v => new ViolationLine(v.Number, v.Module, v.What, v.Outcome, v.Deduction, $"{v.PersonRole ?? (v.As is { } office ? RoleWords.Of(office) : "")} {v.Person}".Trim()))];

    /// <summary>In points of the module's sheet, as people compare them; the ledger keeps it per 100 (R-B4).</summary>
    public static decimal? Points(ModuleState module, decimal? per100) =>
        per100 is { } spread ? decimal.Round(spread * module.Sheet.PanelFullMark / 100m, 2, MidpointRounding.AwayFromZero) : null;

    private static DeskModule Module(TradeState trade, ModuleState module)
    {
        var id = module.Definition.Id;
        var due = trade.Entrants.Where(e => e.Status == EntrantStatus.Normal).ToList();
        var results = due.Select(e => e.Result.Module(id)).ToList();
        var (handed, expected) = module.Definition.Marking switch
        {
            MarkingMethod.Panel => (module.Seats.Sum(s => Handed(trade, module, s.Judge)), module.Seats.Sum(s => Expected(trade, module, s.Judge))),
            _ => (results.Count(r => r?.Panel is not null), due.Count),
        };
        return new DeskModule(
            id, module.Definition.Name, module.Definition.Marking, module.Definition.FullMark, module.Seats.Count, handed, expected,
            due.SelectMany(e => EntrantRun.Of(e, module)).Sum(r => r.Entries?.Sheets.Count(s => s.Returned) ?? 0), results.Count(r => r is { AsksHeadJudge: true }),
            module.Definition.Marking == MarkingMethod.DoubleEntry ? due.SelectMany(e => EntrantRun.Of(e, module)).Count(r => ClerkDesks.Differs(r.Entries)) : 0,
            due.Count > 0 && results.TrueForAll(r => r is { IsFinal: true }), module.Locked);
    }

    private static IEnumerable<EntrantRun> Due(TradeState trade, ModuleState module, Judge judge) => trade.Entrants
        .Where(e => e.Status == EntrantStatus.Normal && module.Marks(judge.Id, e)).SelectMany(e => EntrantRun.Of(e, module)).Where(r => r.Entries?.Waived is null);

    private static int Handed(TradeState trade, ModuleState module, Judge judge) =>
        Due(trade, module, judge).Count(r => r.Entries?.Sheet(judge.Id) is { Returned: false });

    private static int Expected(TradeState trade, ModuleState module, Judge judge) => Due(trade, module, judge).Count();

    private static PanelRow Row(EntrantRun run)
    {
        var (entrant, module, attempt) = run;
        return new PanelRow(
            entrant.Code!, entrant.Station, entrant.Status, entrant.StatusReason, [.. Seats(module).Select(s => Cell(run, s.Judge))], // not null: InOrder
            run.Figure, Points(module, run.Spread), run.AsksHeadJudge, run.Entries?.SpreadReason, run.Seconds,
            [.. run.Missing.Select(m => m.ToString()), .. run.PanelOpen is { } reduced ? [$"{reduced}，请确认"] : (string[])[]], Violations(entrant),
            SheetComparisons.Apart(run).Count(), attempt, run.Name, run.Waived, run.Counts,
            Group(module, entrant.GroupOf(module.Definition.Id)), entrant.IsGuest, run.MayMove?.ToString());
    }
}

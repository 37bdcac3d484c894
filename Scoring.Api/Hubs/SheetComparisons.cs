// One entrant's sheets beside each other: which aspect makes the spread (R-B4).
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.Scoring;

namespace Scoring.Api.Hubs;

internal static class SheetComparisons
{
    /// <param name="attempt">From 1; of a module without runs and members 1.</param>
    public static SheetComparison? Of(TradeState trade, ModuleState module, EntrantState entrant, int attempt)
    {
        var id = module.Definition.Id;
        var runs = EntrantRun.Of(entrant, module).ToList();
        if (runs.ElementAtOrDefault(attempt - 1) is not { } run)
        {
            return null;
        }

        var seats = HeadJudgeDesk.Seats(module).Where(s => module.Marks(s.Judge.Id, entrant) || run.Entries?.Sheet(s.Judge.Id) is not null || s.Group is null).ToList();
        var states = seats.Select(s => run.Entries?.Sheet(s.Judge.Id)).ToList();
        var marks = states.Select(s => s is null ? null : Marks(run, s)).ToList();
        var (apart, agree) = (Apart(run).ToHashSet(), Agreement.Open(module, entrant, attempt).ToHashSet());
        var open = HeadJudgeDesk.InOrder(trade).SelectMany(e => EntrantRun.Of(e, module))
            .Where(r => r.AsksHeadJudge && (r.Entrant != entrant || r.Attempt != run.Attempt)).ToList();
        return new SheetComparison(
            trade.Definition.Id, trade.Definition.Name, id, module.Definition.Name, module.Definition.FullMarkOfOne, entrant.Code ?? "", entrant.Station,
            entrant.Status, [.. seats.Zip(states, (seat, sheet) => Sheet(run, seat, sheet))],
            [.. module.Definition.Sheet.Select(c => Criterion(c, states, marks, apart, agree))],
            run.Panel, Words(run), HeadJudgeDesk.Points(module, run.Spread), HeadJudgeDesk.Points(module, module.Definition.SpreadLimit),
            run.SpreadOpen, run.Entries?.SpreadReason, trade.Phase == Phase.Scoring && !module.Locked,
            HeadJudgeDesk.Violations(entrant), open.Count, open.FirstOrDefault()?.Entrant.Code, trade.Competition.Version, open.FirstOrDefault()?.Attempt,
            run.PanelOpen?.ToString(), run.Attempt, [.. runs.Where(r => r.Attempt is not null).Select(Run)], [.. ResultLines.Of(run)],
            HeadJudgeDesk.Group(module, entrant.GroupOf(id)));
    }

    /// <summary>Aspects on which sheets in differ by more than half the full mark: opposite differences cancel in the sums.</summary>
    public static IEnumerable<AspectId> Apart(EntrantRun run)
    {
        var sheets = run.Module.Seats.Select(s => run.Entries?.Sheet(s.Judge.Id)).OfType<SheetState>().Where(s => !s.Returned)
            .Select(s => s.Figures(run.Module.Sheet).Aspects.ToDictionary(a => a.Aspect, a => a.Mark)).ToList();
        return sheets.Count < 2 ? [] : run.Module.Definition.Aspects()
            .Where(a => sheets.Max(s => s.GetValueOrDefault(a.Id)) - sheets.Min(s => s.GetValueOrDefault(a.Id)) > a.FullMark / 2 && a is not FactorAspect)
            .Select(a => a.Id);
    }

    // As they are told: marks against the field are in the sheet's result only (R-K8).
    private static Dictionary<AspectId, AspectResult> Marks(EntrantRun run, SheetState sheet) =>
        (run.Sheets.FirstOrDefault(s => s.Judge == sheet.Judge)?.Aspects ?? sheet.Figures(run.Module.Sheet).Aspects).ToDictionary(a => a.Aspect);

    private static ComparedRun Run(EntrantRun run) => new(
        run.Attempt ?? 1, run.Name ?? "", run.Figure, run.Seconds, run.Counts == true, run.Waived,
        run.AsksHeadJudge || Agreement.Open(run.Module, run.Entrant, run.Attempt ?? 1).Count > 0);

    private static ComparedSheet Sheet(EntrantRun run, Core.Panels.PanelSeat seat, SheetState? sheet)
    {
        var cell = HeadJudgeDesk.Cell(run, seat.Judge);
        return new ComparedSheet(
            seat.Judge.Id, seat.Number, seat.Judge.Name, cell.State, cell.Total, cell.Use, sheet?.Receipt?.At, sheet?.Returned == true ? sheet.ReturnReason : null,
            sheet?.Signature is not null, sheet?.Picture, sheet?.Corrections ?? 0, seat.Trainee, sheet?.EntrantSignature is not null, sheet?.EntrantRefused);
    }

    private static ComparedCriterion Criterion(
        Criterion criterion, IReadOnlyList<SheetState?> sheets, IReadOnlyList<Dictionary<AspectId, AspectResult>?> marks,
        HashSet<AspectId> apart, HashSet<AspectId> agree)
    {
        var aspects = criterion.AllAspects().ToList();
        return new ComparedCriterion(
            criterion.Id, criterion.Name, aspects.Sum(a => a.Share()),
            [.. marks.Select(m => m is null ? (decimal?)null : aspects.Where(a => a is not FactorAspect).Sum(a => m.GetValueOrDefault(a.Id)?.Mark ?? 0m))],
            [.. aspects.Select(a => new ComparedAspect(
                a.Id, a.Text, a.FullMark,
                [.. marks.Select(m => m?.GetValueOrDefault(a.Id)?.Mark)],
                [.. marks.Select(m => m?.GetValueOrDefault(a.Id) is { } mark && AspectWords.Typed(a, mark.Entry) is { Length: > 0 } typed ? typed : null)],
                [.. sheets.Select(s => s?.Notes?.GetValueOrDefault(a.Id))], apart.Contains(a.Id), agree.Contains(a.Id),
                sheets.Any(s => s?.FirstMarks?.ContainsKey(a.Id) == true)
                    ? [.. sheets.Select(s => s?.FirstMarks?.TryGetValue(a.Id, out var first) == true ? $"{first}" : null)] : null))]);
    }

    private static string Words(EntrantRun result)
    {
        if (result is not { Panel: not null, Sheets.Count: > 0 })
        {
            return string.Join("；", result.Missing);
        }

        var high = result.Sheets.Where(s => s.Use == SheetUse.DroppedHigh).Select(s => s.Total).ToList();
        var low = result.Sheets.Where(s => s.Use == SheetUse.DroppedLow).Select(s => s.Total).ToList();
        var counted = result.Sheets.Count(s => s.Use == SheetUse.Counted);
        return high.Count + low.Count == 0
            ? $"{counted} 份计入"
            : $"去最高 {List(high)}、最低 {List(low)}，{counted} 份计入";
    }

    private static string List(List<decimal> totals) => string.Join('、', totals.Select(t => Core.Marking.Words.Mark(t)));
}

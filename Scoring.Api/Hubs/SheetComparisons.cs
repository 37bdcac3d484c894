// One entrant's sheets beside each other: which aspect makes the spread (R-B4).
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;

namespace Scoring.Api.Hubs;

internal static class SheetComparisons
{
    public static SheetComparison Of(TradeState trade, ModuleState module, EntrantState entrant)
    {
        var id = module.Definition.Id;
        var result = entrant.Result.Module(id);
        var states = module.Seats.Select(s => entrant.Sheet(id, s.Judge.Id)).ToList();
        var marks = states.Select(s => s?.Figures(module.Sheet).Aspects.ToDictionary(a => a.Aspect)).ToList();
        var (apart, agree) = (Apart(module, entrant).ToHashSet(), Core.Scoring.Agreement.Open(module, entrant).ToHashSet());
        var open = HeadJudgeDesk.InOrder(trade).Where(e => e != entrant && e.Result.Module(id) is { AsksHeadJudge: true }).Select(e => e.Code!).ToList();
        return new SheetComparison(
            trade.Definition.Id, trade.Definition.Name, id, module.Definition.Name, module.Definition.FullMark, entrant.Code ?? "", entrant.Station, entrant.Status,
            [.. module.Seats.Zip(states, (seat, sheet) => Sheet(entrant, module, seat, sheet))],
            [.. module.Definition.Sheet.Select(c => Criterion(c, states, marks, apart, agree))],
            result?.Panel, Words(result), HeadJudgeDesk.Points(module, result?.Spread), HeadJudgeDesk.Points(module, module.Definition.SpreadLimit),
            result is { AsksHeadJudge: true }, entrant.Entries(id)?.SpreadReason, trade.Phase == Phase.Scoring && !module.Locked,
            HeadJudgeDesk.Violations(entrant), open.Count, open.FirstOrDefault(), trade.Competition.Version);
    }

    /// <summary>Aspects on which sheets in differ by more than half the full mark: opposite differences cancel in the sums.</summary>
    public static IEnumerable<AspectId> Apart(ModuleState module, EntrantState entrant)
    {
        var sheets = module.Seats.Select(s => entrant.Sheet(module.Definition.Id, s.Judge.Id)).OfType<SheetState>().Where(s => !s.Returned)
            .Select(s => s.Figures(module.Sheet).Aspects.ToDictionary(a => a.Aspect, a => a.Mark)).ToList();
        return sheets.Count < 2 ? [] : module.Definition.Aspects()
            .Where(a => sheets.Max(s => s.GetValueOrDefault(a.Id)) - sheets.Min(s => s.GetValueOrDefault(a.Id)) > a.FullMark / 2)
            .Select(a => a.Id);
    }

    private static ComparedSheet Sheet(EntrantState entrant, ModuleState module, Core.Panels.PanelSeat seat, SheetState? sheet)
    {
        var cell = HeadJudgeDesk.Cell(entrant, module, seat.Judge);
        return new ComparedSheet(
            seat.Judge.Id, seat.Number, seat.Judge.Name, cell.State, cell.Total, cell.Use, sheet?.Receipt?.At, sheet?.Returned == true ? sheet.ReturnReason : null,
            sheet?.Signature is not null, sheet?.Picture, sheet?.Corrections ?? 0);
    }

    private static ComparedCriterion Criterion(
        Criterion criterion, IReadOnlyList<SheetState?> sheets, IReadOnlyList<Dictionary<AspectId, AspectResult>?> marks,
        HashSet<AspectId> apart, HashSet<AspectId> agree)
    {
        var aspects = criterion.AllAspects().ToList();
        return new ComparedCriterion(
            criterion.Id, criterion.Name, aspects.Sum(a => a.FullMark),
            [.. marks.Select(m => m is null ? (decimal?)null : aspects.Sum(a => m.GetValueOrDefault(a.Id)?.Mark ?? 0m))],
            [.. aspects.Select(a => new ComparedAspect(
                a.Id, a.Text, a.FullMark,
                [.. marks.Select(m => m?.GetValueOrDefault(a.Id)?.Mark)],
                [.. marks.Select(m => m?.GetValueOrDefault(a.Id) is { } mark && AspectWords.Typed(a, mark.Entry) is { Length: > 0 } typed ? typed : null)],
                [.. sheets.Select(s => s?.Notes?.GetValueOrDefault(a.Id))], apart.Contains(a.Id), agree.Contains(a.Id)))]);
    }

    private static string Words(ModuleResult? result)
    {
        if (result is not { Panel: not null, Sheets.Count: > 0 })
        {
            return result is { Missing.Count: > 0 } ? string.Join("；", result.Missing) : "";
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

using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Api.Console.Progress;

/// <summary>A module's sheets, entrant by entrant and seat by seat. Codes only (R-A1).</summary>
/// <param name="Lacks">What the head judge's signature still waits for, in the words it would be refused with; null: nothing.</param>
public sealed record SheetTable(
    Module Module, Phase Phase, bool Locked, string? Lacks, bool Panel, IReadOnlyList<SheetSeat> Seats, IReadOnlyList<SheetRow> Rows, IReadOnlyList<ModuleChoice> Modules)
{
    /// <summary>Of the module named, else the first that judges mark.</summary>
    public static SheetTable? Of(TradeState trade, string? module)
    {
        var judged = trade.Modules.Where(m => m.MarkedBy == Role.Judge).ToList();
        if ((judged.Find(m => m.Definition.Id.Value == module) ?? judged.FirstOrDefault()) is not { } chosen)
        {
            return null;
        }

        var seats = chosen.Seats.Select(s => new SheetSeat(s.Judge.Id, s.Number, s.Judge.Name)).ToList();
        return new SheetTable(
            chosen.Definition, trade.Phase, chosen.Locked, SignModule.Everything(trade, chosen)?.Message, chosen.Definition.Marking == MarkingMethod.Panel, seats,
            [.. trade.Entrants.Where(e => e.Code is not null).InCodeOrder().Select(e => SheetRow.Of(e, chosen, seats))],
            [.. judged.Select(m => new ModuleChoice(m.Definition.Id, m.Definition.Name, trade.Entrants.Count(e => e.Result.Module(m.Definition.Id) is { SpreadOpen: true })))]);
    }
}

public sealed record ModuleChoice(ModuleId Id, string Name, int Spreads);

public sealed record SheetSeat(JudgeId Judge, int Number, string Name);

/// <param name="Missing">What is still missing, in words; null: nothing.</param>
public sealed record SheetRow(
    string Code, EntrantStatus Status, IReadOnlyList<SheetCell> Cells, decimal? Figure, decimal? Spread, bool SpreadOpen, string? SpreadReason, decimal? Seconds, string? Missing)
{
    public static SheetRow Of(EntrantState entrant, ModuleState module, IReadOnlyList<SheetSeat> seats)
    {
        var result = entrant.Result.Module(module.Definition.Id);
        var entries = entrant.Entries(module.Definition.Id);
        return new SheetRow(
            entrant.Code!, // asked for before
            entrant.Status,
            [.. seats.Select(s => SheetCell.Of(entrant.Sheet(module.Definition.Id, s.Judge), result?.Sheets.FirstOrDefault(x => x.Judge == s.Judge)))],
            result?.Figure, result?.Spread, result?.AsksHeadJudge ?? false, entries?.SpreadReason, result?.SecondsUsed,
            result is not { Missing.Count: > 0 } ? null
                : result.Sheets.Count == 0 ? "未开始"
                : result.Missing.Count == 1 ? result.Missing[0] : $"缺 {result.Missing.Count} 份");
    }
}

/// <param name="Total">Null: not handed in.</param>
public sealed record SheetCell(decimal? Total, bool Returned, string? Reason, SheetUse? Use)
{
    public static SheetCell Of(SheetState? sheet, SheetResult? result) => new(result?.Total, sheet?.Returned ?? false, sheet?.ReturnReason, result?.Use);

    public string Word => this switch
    {
        { Returned: true } => "退回",
        { Use: SheetUse.DroppedHigh } => "去高",
        { Use: SheetUse.DroppedLow } => "去低",
        { Use: SheetUse.Recused } => "回避",
        _ => "",
    };
}

using Scoring.Api.Hubs;
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
    /// <summary>Why figures are 暂定 (R-K3, R-K8), each reason once.</summary>
    public IEnumerable<string> MayMove => Rows.Select(r => r.MayMove).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Of the module named, else the first that judges mark.</summary>
    public static SheetTable? Of(TradeState trade, string? module)
    {
        var judged = trade.Modules.Where(m => m.MarkedBy == Role.Judge).ToList();
        if ((judged.Find(m => m.Definition.Id.Value == module) ?? judged.FirstOrDefault()) is not { } chosen)
        {
            return null;
        }

        var seats = SheetSeat.Of(chosen);
        return new SheetTable(
            chosen.Definition, trade.Phase, chosen.Locked, SignModule.Everything(trade, chosen)?.Message.ToString(), chosen.Definition.Marking == MarkingMethod.Panel, seats,
            [.. trade.Entrants.Where(e => e.Code is not null).InCodeOrder()
                .SelectMany(e => EntrantRun.Of(e, chosen)).Select(r => SheetRow.Of(r, seats))],
            [.. judged.Select(m => new ModuleChoice(m.Definition.Id, m.Definition.Name, trade.Entrants.Count(e => e.Result.Module(m.Definition.Id) is { AsksHeadJudge: true })))]);
    }
}

public sealed record ModuleChoice(ModuleId Id, string Name, int Spreads);

/// <param name="Trainee">影子裁判 (R-K10): beside the panel, in no figure.</param>
/// <param name="Group">Of a panel in groups (R-K3), by name.</param>
public sealed record SheetSeat(JudgeId Judge, int Number, string Name, bool Trainee = false, string? Group = null)
{
    /// <summary>3 号 张三, 影子裁判 李四.</summary>
    public string Called => Trainee ? $"影子裁判 {Name}" : $"{Number} 号 {Name}";

    public static List<SheetSeat> Of(ModuleState module) => [.. HeadJudgeDesk.Seats(module)
        .Select(s => new SheetSeat(s.Judge.Id, s.Number, s.Judge.Name, s.Trainee, HeadJudgeDesk.Group(module, s.Group)))];
}

/// <param name="Missing">What is still missing, in words; null: nothing.</param>
/// <param name="Attempt">Which run (R-K7) or member (R-K14), from 1; null: the module has neither.</param>
/// <param name="Run">第 2 次, 第 2 人.</param>
/// <param name="Waived">弃试 or 缺考, with the reason.</param>
/// <param name="PanelOpen">Why the panel itself must be confirmed (R-L3, R-L4).</param>
/// <param name="MayMove">Why the figure is 暂定 (R-K3, R-K8); null: no other's marks move it.</param>
public sealed record SheetRow(
    string Code, EntrantStatus Status, IReadOnlyList<SheetCell> Cells, decimal? Figure, decimal? Spread, bool SpreadOpen, string? SpreadReason, decimal? Seconds,
    string? Missing, int? Attempt, string? Run, string? Waived, bool Counts, string? Group, bool Guest, string? PanelOpen,
    string? MayMove)
{
    public static SheetRow Of(EntrantRun run, IReadOnlyList<SheetSeat> seats)
    {
        var (entrant, module, attempt) = run;
        return new SheetRow(
            entrant.Code!, // asked for before
            entrant.Status,
            [.. seats.Select(s => SheetCell.Of(
                run.Entries?.Sheet(s.Judge), run.Sheets.FirstOrDefault(x => x.Judge == s.Judge), module.Marks(s.Judge, entrant)))],
            run.Figure, run.Spread, run.AsksHeadJudge, run.Entries?.SpreadReason, run.Seconds,
            run.Missing.Count == 0 ? null
                : run.Sheets.Count == 0 ? "未开始"
                : run.Missing.Count == 1 ? run.Missing[0].ToString() : $"缺 {run.Missing.Count} 份",
            attempt, run.Name, run.Waived, run.Counts == true, HeadJudgeDesk.Group(module, entrant.GroupOf(module.Definition.Id)), entrant.IsGuest,
            run.SpreadOpen ? null : run.PanelOpen?.ToString(), run.MayMove?.ToString());
    }
}

/// <param name="Total">Null: not handed in.</param>
/// <param name="Due">This judge marks this entrant: neither recused nor of another group.</param>
public sealed record SheetCell(decimal? Total, bool Returned, string? Reason, SheetUse? Use, bool Due)
{
    public static SheetCell Of(SheetState? sheet, SheetResult? result, bool due) =>
        new(result?.Total, sheet?.Returned ?? false, sheet?.ReturnReason, result?.Use, due);

    public string Word => this switch
    {
        { Returned: true } => "退回",
        { Use: SheetUse.DroppedHigh } => "去高",
        { Use: SheetUse.DroppedLow } => "去低",
        { Use: SheetUse.Recused } => "回避",
        { Use: SheetUse.Trainee } => "不计入",
        _ => "",
    };
}

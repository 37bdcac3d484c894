using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Progress;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Judging;

/// <summary>One entrant's sheets aspect by aspect: which aspect makes the spread.</summary>
[Authorize(Policy = Policies.SeeResults)]
public sealed class CompareModel(Desk desk) : TradePage(desk)
{
    public sealed record Row(AspectId Id, string Text, decimal FullMark, IReadOnlyList<AspectResult?> Marks, decimal Difference, bool Widest);

    public sealed record Comparison(
        Module Module, IReadOnlyList<SheetSeat> Seats, IReadOnlyList<Row> Rows, IReadOnlyList<decimal?> Totals, IReadOnlyList<string> Notes);

    protected override string PageName => "sheets";

    public string Code { get; private set; } = "";

    public Comparison? View { get; private set; }

    public IActionResult OnGet(string module, string code)
    {
        Code = code;
        View = Open.Read(state => state.Trade(Trade) is { } trade && trade.Module(new ModuleId(module)) is { } found && trade.ByCode(code) is { } entrant
            ? Of(found, entrant) : null);
        return View is null ? NotFound() : Page();
    }

    private static Comparison Of(ModuleState module, EntrantState entrant)
    {
        var id = module.Definition.Id;
        var seats = module.Seats.Select(s => new SheetSeat(s.Judge.Id, s.Number, s.Judge.Name)).ToList();
        var sheets = seats.Select(s => entrant.Result.Module(id)?.Sheets.FirstOrDefault(x => x.Judge == s.Judge)).ToList();
        var rows = module.Sheet.Aspects.Select(aspect =>
        {
            var marks = sheets.Select(s => s?.Aspects.FirstOrDefault(a => a.Aspect == aspect.Id)).ToList();
            var given = marks.OfType<AspectResult>().Select(m => m.Mark).ToList();
            return new Row(aspect.Id, aspect.Text, aspect.FullMark, marks, given.Count > 1 ? given.Max() - given.Min() : 0, false);
        }).ToList();
        var widest = rows.Count == 0 ? 0 : rows.Max(r => r.Difference);
        var notes = seats.SelectMany(s => (entrant.Sheet(id, s.Judge)?.Notes ?? new Dictionary<AspectId, string>()).Select(n => $"{s.Number} 号 {n.Key}：{n.Value}")).ToList();
        return new Comparison(module.Definition, seats, [.. rows.Select(r => r with { Widest = widest > 0 && r.Difference == widest })], [.. sheets.Select(s => s?.Total)], notes);
    }
}

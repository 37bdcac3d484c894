using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Progress;
using Scoring.Api.Hubs;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.Scoring;

namespace Scoring.Api.Console.Judging;

/// <summary>One entrant's sheets aspect by aspect: which aspect makes the spread.</summary>
[Authorize(Policy = Policies.SeeResults)]
public sealed class CompareModel(Desk desk) : TradePage(desk)
{
    public sealed record Row(AspectId Id, string Text, decimal FullMark, IReadOnlyList<AspectResult?> Marks, decimal Difference, bool Widest,
        IReadOnlyList<string?> Firsts, bool Agree);

    public sealed record Comparison(
        Module Module, IReadOnlyList<SheetSeat> Seats, IReadOnlyList<Row> Rows, IReadOnlyList<decimal?> Totals, IReadOnlyList<string> Notes,
        IReadOnlyList<EntrantRun> Runs, EntrantRun Run, IReadOnlyList<string> Lines);

    protected override string PageName => "sheets";

    public string Code { get; private set; } = "";

    public Comparison? View { get; private set; }

    /// <param name="attempt">Which run (R-K7) or member (R-K14), from 1; left out: the first or only one.</param>
    public IActionResult OnGet(string module, string code, int? attempt)
    {
        Code = code;
        View = Open.Read(state => state.Trade(Trade) is { } trade && trade.Module(new ModuleId(module)) is { } found && trade.ByCode(code) is { } entrant
            ? Of(found, entrant, attempt ?? 1) : null);
        return View is null ? NotFound() : Page();
    }

    private static Comparison? Of(ModuleState module, EntrantState entrant, int attempt)
    {
        var runs = EntrantRun.Of(entrant, module).ToList();
        if (runs.ElementAtOrDefault(attempt - 1) is not { } run)
        {
            return null;
        }

        var seats = SheetSeat.Of(module).Where(s => module.Marks(s.Judge, entrant) || run.Entries?.Sheet(s.Judge) is not null).ToList();
        var states = seats.Select(s => run.Entries?.Sheet(s.Judge)).ToList();
        var sheets = seats.Select(s => run.Sheets.FirstOrDefault(x => x.Judge == s.Judge)).ToList();
        var agree = Agreement.Open(module, entrant, attempt);
        var rows = module.Sheet.Aspects.Select(aspect =>
        {
            var marks = sheets.Select(s => s?.Aspects.FirstOrDefault(a => a.Aspect == aspect.Id)).ToList();
            var given = marks.Zip(seats).Where(m => !m.Second.Trainee).Select(m => m.First).OfType<AspectResult>().Select(m => m.Mark).ToList();
            return new Row(
                aspect.Id, aspect.Text, aspect.FullMark, marks, given.Count > 1 ? given.Max() - given.Min() : 0, false,
                [.. states.Select(s => s?.FirstMarks?.TryGetValue(aspect.Id, out var first) == true ? $"{first}" : null)],
                agree.Contains(aspect.Id));
        }).ToList();
        var widest = rows.Count == 0 ? 0 : rows.Max(r => r.Difference);
        return new Comparison(
            module.Definition, seats, [.. rows.Select(r => r with { Widest = widest > 0 && r.Difference == widest })], [.. sheets.Select(s => s?.Total)],
            [.. seats.Zip(states).SelectMany(s => Notes(s.First, s.Second))], runs, run, [.. ResultLines.Of(run)]);
    }

    private static IEnumerable<string> Notes(SheetSeat seat, SheetState? sheet) =>
    [
        .. (sheet?.Notes ?? new Dictionary<AspectId, string>()).Select(n => $"{seat.Called} {n.Key}：{n.Value}"),
        .. sheet?.EntrantSignature is null ? (string[])[] : [$"{seat.Called} 的评分表有选手签名"],
        .. sheet?.EntrantRefused is { } why ? [$"{seat.Called} 的评分表选手未签字：{why}"] : (string[])[],
    ];
}

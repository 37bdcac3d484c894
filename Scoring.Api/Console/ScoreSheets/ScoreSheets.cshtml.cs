using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Api.Hubs;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;

namespace Scoring.Api.Console.ScoreSheets;

/// <summary>纸质评分表: blank for when tablets fail, filled for the file. By code (R-A1); the QR opens the back-entry of the sheet it stands on.</summary>
[Authorize(Policy = Policies.PrintSheets)]
public sealed class ScoreSheetsModel(Desk desk, VenueAddress venue) : TradePage(desk)
{
    public sealed record ModuleRow(ModuleId Id, string Name, IReadOnlyList<int> Seats, int Entrants, int Handed);

    protected override string PageName => "papers";

    public IReadOnlyList<ModuleRow> Modules { get; private set; } = [];

    /// <summary>What is being printed.</summary>
    public IReadOnlyList<ScoreSheet> Sheets { get; private set; } = [];

    public bool Filled { get; private set; }

    public IActionResult OnGet() => Show(trade => Modules = Rows(trade));

    /// <param name="seat">Null: every seat.</param>
    /// <param name="code">Null or empty: every entrant that takes part.</param>
    public IActionResult OnGetSheets(string? module, int? seat, string? code, bool filled)
    {
        if (Elsewhere() is { } elsewhere)
        {
            return elsewhere;
        }

        Filled = filled;
        var address = venue.For(HttpContext);
        Sheets = Open.Read(state => state.Trade(Trade) is { } trade && trade.Module(new ModuleId(module ?? "")) is { MarkedBy: Role.Judge } found
            ? Of(trade, found, seat, code, filled, address) : []);
        return Sheets.Count == 0 ? NotFound() : Partial("/Console/ScoreSheets/_Sheets.cshtml", this);
    }

    private static IReadOnlyList<ScoreSheet> Of(TradeState trade, ModuleState module, int? seat, string? code, bool filled, string address) =>
    [
        .. from s in module.Seats
           where seat is null || s.Number == seat
           from e in trade.Entrants.Where(e => e.Code is not null).InCodeOrder()
           where e.Status == EntrantStatus.Normal && module.Marks(s.Judge.Id, e)
           where string.IsNullOrWhiteSpace(code) || string.Equals(e.Code, code.Trim(), StringComparison.OrdinalIgnoreCase)
           from run in EntrantRun.Of(e, module)
           where run.Waived is null && (!filled || run.Entries?.Sheet(s.Judge.Id) is not null)
           select ScoreSheet.Of(trade, run, s.Judge, s.Number, filled, address),
    ];

    private static List<ModuleRow> Rows(TradeState trade) =>
    [
        .. trade.Modules.Where(m => m.MarkedBy == Role.Judge && m.Sheet.Aspects.Count > 0).Select(m => new ModuleRow(
            m.Definition.Id, m.Definition.Name, [.. m.Seats.Select(s => s.Number)], trade.Entrants.Count(e => e.Code is not null && e.Status == EntrantStatus.Normal),
            trade.Entrants.SelectMany(e => EntrantRun.Of(e, m)).Sum(r => r.Entries?.Sheets.Count ?? 0))),
    ];
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;

namespace Scoring.Api.Console.Trail;

/// <summary>台账: every entry of the chain, newest first, by person, trade or kind; a receipt is found by its number or its short hash.</summary>
[Authorize(Policy = Policies.Ledger)]
public sealed class LedgerModel(Desk desk) : ContestPage(desk)
{
    private const int PageLength = 100;
    private const int LongestLook = 20_000, MostExported = 20_000;

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "trade")]
    public string? Trade { get; set; }

    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public long? Before { get; set; }

    public IReadOnlyList<LedgerLine> Lines { get; private set; } = [];

    public IReadOnlyList<TradeChoice> Trades { get; private set; } = [];

    /// <summary>Sequence to go on from; null: the beginning is reached.</summary>
    public long? Further { get; private set; }

    public string ShortHead => Open.Sequence == 0 ? "" : Open.HeadHash[..8];

    /// <summary>The lines that match, as a workbook.</summary>
    public IActionResult OnGetExcel()
    {
        OnGet(MostExported);
        Desk.Access.Write(Me, Open.Id, "导出台账", $"{Lines.Count} 条");
        return File(
            PaperXlsx.Write(new PaperList(
                "ledger", "台账", [Contest?.Name ?? ""], [new PaperTable("台账", [new("序号", 8, ColumnKind.Count), new("时间", 18), new("经手人", 18), new("事项", 14), new("内容", 60), new("哈希", 12)],
                    [.. Lines.Select(l => (IReadOnlyList<string>)[PaperSource.Count((int)l.Sequence), l.When, l.Who, l.What, l.Detail, l.ShortHash])])], [],
                $"台账第 {Open.Sequence} 条，链值 {(Open.Sequence == 0 ? "" : Open.HeadHash[..16])}")),
            XlsxWriter.ContentType, "台账.xlsx");
    }

    public void OnGet() => OnGet(PageLength);

    private void OnGet(int most)
    {
        Trades = Open.Read(state => state.TradesInOrder.Select(t => new TradeChoice(t.Definition.Id, t.Definition.Name)).ToList());
        // As it stands on a tablet's receipt: 000812, 3FA9 C01E.
        var wanted = Find is null ? null : string.Concat(Find.Where(c => !char.IsWhiteSpace(c)));
        var number = Number(wanted);
        var from = number ?? Math.Min((Before ?? long.MaxValue) - 1, Open.Sequence);
        var lines = new List<LedgerLine>();
        var looked = 0;
        for (var sequence = Math.Min(from, Open.Sequence); sequence > 0 && lines.Count < most && looked < LongestLook; sequence--, looked++)
        {
            if (Open.EntryAt(sequence) is { } entry && Matches(entry, wanted))
            {
                lines.Add(Open.Read(state => LedgerLine.Of(state, entry, Desk)));
            }

            if (number is not null)
            {
                break;
            }

            Further = sequence > 1 ? sequence : null;
        }

        Lines = lines;
    }

    // Digits beyond the last entry are the beginning of a hash that happens to have no letter.
    private long? Number(string? wanted) => long.TryParse(wanted, out var number) && number >= 1 && number <= Open.Sequence ? number : null;

    private bool Matches(LedgerEntry entry, string? wanted) =>
        (string.IsNullOrEmpty(Type) || entry.Type == Type)
        && (string.IsNullOrEmpty(wanted) || Number(wanted) == entry.Sequence
            || Convert.ToHexStringLower(entry.Hash.Span).StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
            || entry.Actor.Contains(wanted, StringComparison.OrdinalIgnoreCase))
        && (string.IsNullOrEmpty(Trade) || Open.Read(state => ConcernedTrades.Of(state, EventTypes.Read(entry))).Contains(new TradeId(Trade)));
}

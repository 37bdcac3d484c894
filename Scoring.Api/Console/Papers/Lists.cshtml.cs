using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Personal;
using Scoring.Api.Security;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Papers;

/// <summary>表册: every list as a workbook and as an A4 print, with signature lines and the ledger's head in the foot (R-I1).</summary>
[Authorize(Policy = Policies.SeeResults)]
public sealed class ListsModel(Desk desk, PersonalSeal seal) : ContestPage(desk)
{
    /// <param name="Count">Lines on it now.</param>
    public sealed record Row(ListBook.Kind Kind, int Count);

    [BindProperty(SupportsGet = true, Name = "list")]
    public string? ListKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "trade")]
    public string? TradeKey { get; set; }

    /// <summary>A tag that lists of people and results are narrowed to, e.g. 区县=文峰区.</summary>
    [BindProperty(SupportsGet = true, Name = "tag")]
    public string? Tag { get; set; }

    public IReadOnlyList<TagFilter> Tags { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<TradeChoice> Trades { get; private set; } = [];

    /// <summary>The list being printed.</summary>
    public PaperList Paper { get; private set; } = null!; // set by the handler that prints

    public void OnGet()
    {
        Trades = Open.Read(state => state.TradesInOrder.Select(t => new TradeChoice(t.Definition.Id, t.Definition.Name)).ToList());
        Tags = Open.Read(state => TagFilter.Of(state, Trade));
        Rows =
        [
            .. ListBook.All.Where(k => Me.May(k.Policy) && (k.Key != ListBook.Programme || TagFilter.Read(Tag) is null))
                .Select(k => new Row(k, LinesOf(k))),
        ];
    }

    /// <summary>The list as a workbook.</summary>
    public IActionResult OnGetExcel()
    {
        if (Chosen(out var kind) is { } refused)
        {
            return refused;
        }

        var list = Make(kind);
        Desk.Access.Write(Me, Open.Id, $"导出{list.Title}", kind.FullNumbers ? $"{list.Tables.Sum(t => t.Rows.Count)} 人，含完整证件号码" : null);
        return File(PaperXlsx.Write(list), XlsxWriter.ContentType, $"{list.Title}.xlsx");
    }

    /// <summary>The list on A4, for the browser to print. Numbers of people are masked: a printed roster lies about.</summary>
    public IActionResult OnGetPrint()
    {
        if (Chosen(out var kind) is { } refused)
        {
            return refused;
        }

        Paper = Open.Read(state => kind.OnPaper(Source(state), Trade));
        Desk.Access.Write(Me, Open.Id, $"打印{Paper.Title}");
        return Partial("/Console/Papers/_Paper.cshtml", this);
    }

    private TradeId? Trade => string.IsNullOrEmpty(TradeKey) ? null : new TradeId(TradeKey);

    private IActionResult? Chosen(out ListBook.Kind kind)
    {
        kind = ListBook.Find(ListKey) ?? ListBook.All[0];
        return ListBook.Find(ListKey) is null ? NotFound() : Me.May(kind.Policy) ? null : Forbid();
    }

    // The roster is only counted: to make it opens every number.
    private int LinesOf(ListBook.Kind kind) => kind.Key == ListBook.Roster
        ? Open.Read(s => s.Entrants.Values.Count(e =>
            (Trade is null || e.Entrant.Trade == Trade) && TagFilter.Read(Tag)?.Holds(s, e) != false))
        : Open.Read(state => kind.OnPaper(Source(state), Trade)).Tables.Sum(t => t.Rows.Count);

    private PaperList Make(ListBook.Kind kind) => Open.Read(state => kind.Make(Source(state), Trade));

    private PaperSource Source(Core.Fold.State.CompetitionState state) =>
        new(state, Open.HeadHash, Desk.Local(Desk.Now), boxed => seal.Open(Open.Id, boxed)) { Tag = TagFilter.Read(Tag) };
}

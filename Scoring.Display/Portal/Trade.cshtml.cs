using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Display.Portal;

/// <summary>The public list of one trade: exactly its public board.</summary>
[AllowAnonymous]
public sealed class TradeModel(IResultsFeed feed) : PageModel
{
    public Board? Board { get; private set; }

    /// <summary>Of a trade whose awards are counted by groups (R-K15), the one asked for; null: all.</summary>
    [BindProperty(SupportsGet = true, Name = "group")]
    public string? Group { get; set; }

    /// <summary>As the board has them; fewer than two: nothing to choose.</summary>
    public IReadOnlyList<string> Groups =>
        [.. Board!.Rows.Select(r => r.Group).OfType<string>().Distinct(StringComparer.Ordinal).Order(Core.People.ReadingOrder.Names)];

    /// <summary>Of that group, or all.</summary>
    public IEnumerable<BoardRow> Rows => string.IsNullOrEmpty(Group) ? Board!.Rows : Board!.Rows.Where(r => r.Group == Group);

    public IActionResult OnGet(string competition, string trade)
    {
        Board = feed.State(new CompetitionId(competition))?.Boards.FirstOrDefault(b => b.Trade == new TradeId(trade));
        return Board is null ? NotFound() : Page();
    }
}

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

    public IActionResult OnGet(string competition, string trade)
    {
        Board = feed.State(new CompetitionId(competition))?.Boards.FirstOrDefault(b => b.Trade == new TradeId(trade));
        return Board is null ? NotFound() : Page();
    }
}

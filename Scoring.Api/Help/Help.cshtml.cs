using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Scoring.Api.Help;

/// <summary>/help: the contents, one chapter, the whole book for the printer, or what a search found. For everybody: it says nothing of any
/// contest.</summary>
[AllowAnonymous]
public sealed class HelpModel(Handbook book) : PageModel
{
    /// <summary>What was searched for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>Key of a chapter; <c>all</c>: the whole book; null: the contents.</summary>
    [BindProperty(SupportsGet = true, Name = "chapter")]
    public string? Key { get; set; }

    public Handbook Book => book;

    public IReadOnlyList<Found> Found { get; private set; } = [];

    public IReadOnlyList<Chapter> Shown { get; private set; } = [];

    public IActionResult OnGet()
    {
        Found = book.Search(Words);
        Shown = Key is null ? [] : Key == "all" ? book.Chapters : [.. book.Chapters.Where(c => c.Key == Key)];
        return Key is not null && Shown.Count == 0 ? NotFound() : Page();
    }
}

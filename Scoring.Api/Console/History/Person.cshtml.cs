using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Feed;
using Scoring.Api.Security;

namespace Scoring.Api.Console.History;

/// <summary>One person over all competitions: results, awards, honours.</summary>
[Authorize(Policy = Policies.SeeResults)]
[ShowsPeople("个人历届成绩")]
public sealed class PersonModel(Desk desk, Feed.History history) : ConsolePage(desk)
{
    public IReadOnlyList<PastResult> Results { get; private set; } = [];

    public IActionResult OnGet(string key)
    {
        Results = [.. history.Editions(Me.MayEnter).SelectMany(e => e.Results).Where(r => r.Person == key)];
        return Results.Count == 0 ? NotFound() : Page();
    }
}

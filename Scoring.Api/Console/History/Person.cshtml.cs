using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Feed;
using Scoring.Api.Security;
using Scoring.Api.Storage;

namespace Scoring.Api.Console.History;

/// <summary>One person over all competitions: results, awards, honours.</summary>
[Authorize(Policy = Policies.SeeResults)]
[ShowsPeople("个人历届成绩")]
public sealed class PersonModel(Desk desk, Feed.History history, AwardsRegister register) : ConsolePage(desk)
{
    public IReadOnlyList<PastResult> Results { get; private set; } = [];

    /// <summary>Of that name and organization, from elsewhere or from before.</summary>
    public IReadOnlyList<RegisteredAward> Registered { get; private set; } = [];

    public IActionResult OnGet(string key)
    {
        Results = [.. history.WithPersons(new HashSet<string>([key]), Me.MayEnter).SelectMany(e => e.Results).SelectMany(r => r.Each())
            .Where(r => r.Person == key)];
        var known = Results.Select(r => (r.Name, r.Organization)).ToHashSet();
        Registered = [.. register.All().Where(a => known.Contains((a.Name, a.Organization)))];
        return Results.Count == 0 ? NotFound() : Page();
    }
}

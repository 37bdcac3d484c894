using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Feed;
using Scoring.Api.Security;

namespace Scoring.Api.Console.History;

/// <summary>One organization over all competitions: growth by edition, results, awards, honours.</summary>
[Authorize(Policy = Policies.SeeResults)]
[ShowsPeople("单位历届成绩")]
public sealed class OrganizationModel(Desk desk, Feed.History history) : ConsolePage(desk)
{
    private const int Most = 500;

    public string Name { get; private set; } = "";

    public IReadOnlyList<PastResult> Results { get; private set; } = [];

    /// <summary>Newest edition first.</summary>
    public IReadOnlyList<(string Edition, int Entrants, int Awards, int? Best)> Growth { get; private set; } = [];

    /// <summary>Team places and 优秀组织奖, newest first.</summary>
    public IReadOnlyList<PastTeam> Teams { get; private set; } = [];

    public IActionResult OnGet(string name)
    {
        Name = name;
        var editions = history.With(n => n == name, Me.MayEnter);
        Teams = [.. editions.SelectMany(e => e.Teams).Where(t => t.Organization == name).OrderByDescending(t => t.Date).ThenBy(t => t.Rank ?? int.MaxValue)];
        Results = [.. editions.SelectMany(e => e.Results).Where(r => r.Organization == name).OrderByDescending(r => r.Date).ThenBy(r => r.Rank ?? int.MaxValue).Take(Most)];
        Growth = [.. Results.GroupBy(r => (r.Competition, r.CompetitionName)).Select(g => (g.Key.CompetitionName, g.Count(), g.Count(r => r.Award is not null), g.Min(r => r.Rank)))];
        return Results.Count + Teams.Count == 0 ? NotFound() : Page();
    }
}

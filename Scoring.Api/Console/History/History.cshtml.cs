using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Feed;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Api.Storage;

namespace Scoring.Api.Console.History;

/// <summary>历届: growth by edition, and everyone with a published result, over all competitions here (R-E5).</summary>
[Authorize(Policy = Policies.SeeResults)]
[ShowsPeople("历届成绩")]
public sealed class HistoryModel(Desk desk, Feed.History history, AwardsRegister register) : ConsolePage(desk)
{
    private const int Most = 100;

    /// <summary>Of so many of the newest it says who is in them, as long as nobody is looked for.</summary>
    private const int Newest = 100;

    public sealed record Person(string Key, string Name, string Organization, int Times, string Best, string Last);

    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    /// <summary>Of those looked through, the newest.</summary>
    public IReadOnlyList<PastEdition> Editions { get; private set; } = [];

    /// <summary>How many there are; of more than were looked through, a name finds the others.</summary>
    public int AllEditions { get; private set; }

    public IReadOnlyList<Person> People { get; private set; } = [];

    public IReadOnlyList<(string Name, int Entrants, int Awards, int Editions)> Organizations { get; private set; } = [];

    /// <summary>Awards from elsewhere or from before, by the register; the first of those found.</summary>
    public IReadOnlyList<RegisteredAward> Registered { get; private set; } = [];

    /// <summary>First places of teams and 优秀组织奖, newest first; with a search whatever place is found.</summary>
    public IReadOnlyList<PastTeam> Teams { get; private set; } = [];

    /// <summary>Found, shown or not.</summary>
    public int Found { get; private set; }

    public void OnGet()
    {
        var wanted = Find?.Trim().ToLowerInvariant();
        var all = history.Editions(Me.MayEnter);
        AllEditions = all.Count;
        var among = string.IsNullOrEmpty(wanted) ? [.. all.Take(Newest)]
            : history.With(name => name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || Pinyin.Matches(name, wanted), Me.MayEnter)
                .UnionBy(all.Where(e => e.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)).Take(Newest), e => e.Competition)
                    .ToList();
        Editions = string.IsNullOrEmpty(wanted) ? among : [.. among.Take(Newest)];
        var results = among.SelectMany(e => e.Results).ToList();
        var people = results.SelectMany(r => r.Each()).GroupBy(r => r.Person, StringComparer.Ordinal)
            .Where(g => string.IsNullOrEmpty(wanted) ? g.Any(r => r.Award is not null) : g.Any(r => Matches(r, wanted))).ToList();
        Found = people.Count;
        People =
        [
            .. people.OrderByDescending(g => g.Count(r => r.Award is not null)).ThenBy(g => g.Min(r => r.Rank ?? int.MaxValue)).Take(Most).Select(g =>
            {
                var last = g.MaxBy(r => r.Date)!; // groups have one
                var best = g.Where(r => r.Rank is not null).MinBy(r => r.Rank);
                return new Person(g.Key, last.Name, last.Organization, g.Count(), best is null ? "" : $"第 {best.Rank} 名{(best.Award is null ? "" : $"，{best.Award}")}", $"{last.Date?.Year} {last.Trade}");
            }),
        ];
        Teams = [.. among.SelectMany(e => e.Teams)
            .Where(t => string.IsNullOrEmpty(wanted) ? t.Rank == 1 || t.Prize is not null : Matches(t, wanted)).Take(Most)];
        Registered = [.. register.All().Where(a => string.IsNullOrEmpty(wanted) || Matches(a, wanted)).Take(Most)];
        Organizations =
        [
            .. results.Where(r => string.IsNullOrEmpty(wanted) || r.Organization.Contains(wanted, StringComparison.OrdinalIgnoreCase)).GroupBy(r => r.Organization, StringComparer.Ordinal)
                .Select(g => (g.Key, g.Count(), g.Count(r => r.Award is not null), g.Select(r => r.Competition).Distinct().Count())).OrderByDescending(o => o.Item3).ThenByDescending(o => o.Item2).Take(Most),
        ];
    }

    private static bool Matches(RegisteredAward award, string wanted) =>
        ((string?[])[award.Name, award.Organization, award.Title, award.Contest, award.Number]).Any(
            t => t?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true)
        || Pinyin.Matches(award.Name, wanted);

    private static bool Matches(PastTeam team, string wanted) =>
        ((string?[])[team.Organization, team.Team, team.Ranking, team.CompetitionName, team.Prize]).Any(
            t => t?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true);

    private static bool Matches(PastResult result, string wanted) =>
        result.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || result.Organization.Contains(wanted, StringComparison.OrdinalIgnoreCase)
        || result.With?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true || Pinyin.Matches(result.Name, wanted) || result.Certificate?.ToLowerInvariant() == wanted;
}

using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Scoring.Api.Lists;
using Scoring.Api.Shelf;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Contests;

/// <summary>Where a contest is: nothing marked yet, under way, all its trades published, put away.</summary>
public enum ShelfStage { Ahead, Running, Done, Archived }

/// <summary>What is looked for on the shelf; null: whatever there is.</summary>
/// <param name="Find">Part of a name or series, or its pinyin or initials.</param>
/// <param name="Stage">Null: all but those put away.</param>
/// <param name="Tag">Kind and value, e.g. 区县=文峰区.</param>
/// <param name="Page">From 1.</param>
public sealed record ShelfQuery(string? Find, int? Year, ShelfStage? Stage, int Page = 1, string? Level = null, string? Host = null,
    string? Tag = null)
{
    public bool Takes(ShelfRow row) =>
        (Year is null || row.Date?.Year == Year) && (Stage is null ? row.Stage != ShelfStage.Archived : row.Stage == Stage)
        && (string.IsNullOrEmpty(Level) || row.Level == Level)
            && (string.IsNullOrEmpty(Host) || row.Hosts.Contains(Host, StringComparer.Ordinal))
        && (string.IsNullOrEmpty(Tag) || row.Tags.Contains(Tag, StringComparer.Ordinal));
}

/// <param name="Phase">Of its trades (<see cref="PhasesOf"/>).</param>
public sealed record ShelfRow(
    CompetitionId Id, string Name, string? Series, bool Demo, bool Current, bool Hidden, DateOnly? Date, int Trades, int Entrants,
    long Sequence, ShelfStage Stage, string Phase, string? Level, IReadOnlyList<string> Hosts, IReadOnlyList<string> Tags)
{
    public static ShelfRow Of(ShelfCard card, bool current, bool hidden, bool archived)
    {
        var phases = card.Trades.Select(t => t.Phase).Order().ToList();
        return new(
            card.Id, card.Name, card.Series, card.Public?.Demo ?? false, current, hidden, card.Public?.Date, phases.Count, card.Entrants,
                card.Sequence,
            archived ? ShelfStage.Archived : phases.Count == 0 || phases[^1] < Core.Ledger.Events.Phase.Scoring ? ShelfStage.Ahead
                : phases[0] >= Core.Ledger.Events.Phase.Final ? ShelfStage.Done : ShelfStage.Running,
            PhasesOf(card),
            card.Level, card.Public?.Hosts ?? [], [.. card.Tags.Select(t => $"{t.Key}={t.Value}")]);
    }

    /// <summary>The one where all trades are, or the first and last, e.g. 评分 至 公布.</summary>
    public static string PhasesOf(ShelfCard card)
    {
        var phases = card.Trades.Select(t => t.Phase).Order().ToList();
        return string.Join(" 至 ", phases.Take(1).Concat(phases.TakeLast(1)).Distinct().Select(p => p.Chinese()));
    }

    public bool Matches(string wanted) =>
        Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || Series?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true
        || Id.Value.Contains(wanted, StringComparison.OrdinalIgnoreCase) || IsSpelled(wanted);

    // From any character on: of a contest's name people remember the middle.
    private bool IsSpelled(string wanted)
    {
        var letters = string.Concat(Name.Where(char.IsLetterOrDigit));
        return Enumerable.Range(0, letters.Length).Any(from => Pinyin.Matches(letters[from..], wanted));
    }
}

/// <summary>Contests as they are looked through: the one in use first, then the newest.</summary>
/// <param name="All">Whatever is looked for.</param>
/// <param name="Rows">Of those that were found, one page.</param>
/// <param name="Page">From 1; the last there is, if a later one was asked for.</param>
public sealed record ContestShelf(IReadOnlyList<ShelfRow> All, IReadOnlyList<ShelfRow> Rows, int Found, int Page, ShelfQuery Query)
{
    private const int PageLength = 50, Few = 8, MostChoices = 200;

    public int Pages => PagesOf(Found);

    /// <summary>So many that one looks for one.</summary>
    public bool Many => All.Count > Few;

    public static ContestShelf Of(IEnumerable<ShelfRow> rows, ShelfQuery query)
    {
        List<ShelfRow> all = [.. rows.OrderByDescending(r => r.Current).ThenByDescending(r => r.Date)];
        var wanted = query.Find?.Trim().ToLowerInvariant();
        var found = all.Where(r => query.Takes(r) && (string.IsNullOrEmpty(wanted) || r.Matches(wanted))).ToList();
        var page = Math.Clamp(query.Page, 1, PagesOf(found.Count));
        return new(all, [.. found.Skip((page - 1) * PageLength).Take(PageLength)], found.Count, page, query);
    }

    /// <summary>Address of another page of what was found.</summary>
    public string AddressOf(int page) => QueryHelpers.AddQueryString("/console/competitions", new Dictionary<string, string?>
    {
        ["find"] = Query.Find, ["year"] = Query.Year?.ToString(CultureInfo.InvariantCulture), ["stage"] = Query.Stage?.ToString(),
        ["level"] = Query.Level, ["host"] = Query.Host, ["tag"] = Query.Tag, ["p"] = page.ToString(CultureInfo.InvariantCulture),
    });

    /// <summary>As many as one can choose from in a list.</summary>
    public IReadOnlyList<ShelfRow> Newest => [.. All.Take(MostChoices)];

    /// <summary>Published contests of the year that is looked at, which can be put away together; empty: no year is.</summary>
    public IReadOnlyList<ShelfRow> Over => Query.Year is { } year
        ? [.. All.Where(r => r.Date?.Year == year && r is { Stage: ShelfStage.Done, Current: false })] : [];

    /// <summary>What there is to choose from, most used first.</summary>
    public IReadOnlyList<string> Choices(Func<ShelfRow, IEnumerable<string?>> of) =>
        [.. All.SelectMany(of).OfType<string>().CountBy(c => c, StringComparer.Ordinal).OrderByDescending(c => c.Value).Select(c => c.Key)
            .Take(MostChoices)];

    private static int PagesOf(int rows) => Math.Max(1, (rows + PageLength - 1) / PageLength);
}

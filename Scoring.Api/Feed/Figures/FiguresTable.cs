using System.Globalization;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Api.Feed.Figures;

/// <summary>What a line of figures stands for.</summary>
public enum FiguresBy { Edition, Year, Series, Level, Host, Tag }

/// <summary>Which editions count, and what a line is.</summary>
/// <param name="Tag">Kind of tag where lines are its values.</param>
/// <param name="From">First year; null: from the first there is.</param>
/// <param name="To">Last year; null: up to the newest.</param>
public sealed record FiguresQuery(
    FiguresBy By, string? Tag = null, string? Series = null, int? From = null, int? To = null, string? Level = null, string? Host = null)
{
    public bool Takes(PastEdition edition) =>
        (Series is null || edition.Series == Series) && (Level is null || edition.Level == Level)
        && (Host is null || edition.Hosts.Contains(Host, StringComparer.Ordinal))
        && (From is null || edition.Date?.Year >= From) && (To is null || edition.Date?.Year <= To);

    /// <summary>Lines follow one another in time, so that each has a growth.</summary>
    public bool InTime => By is FiguresBy.Edition or FiguresBy.Year;

    /// <summary>An award of the register is of no edition, series or entrant: it counts by year, level and giver.</summary>
    public bool TakesRegister => By is FiguresBy.Year or FiguresBy.Level or FiguresBy.Host && Series is null;
}

/// <summary>An entry of an edition, or a team's place in it; without either an edition nobody has entered yet.</summary>
/// <param name="Award">Of the register; <paramref name="Edition"/> then says its year, level and giver and is no contest.</param>
public sealed record FiguresFact(PastEdition Edition, PastEntry? Entry, PastTeam? Team = null, RegisteredAward? Award = null)
{
    public static FiguresFact Of(RegisteredAward award) => new(
        new(new CompetitionId("-"), award.Contest ?? "", null, null, Year(award) is { } year ? new DateOnly(year, 12, 31) : null,
            0, 0, 0, 0, award.Level, award.Giver is { } giver ? [giver] : []),
        null, Award: award);

    private static int? Year(RegisteredAward award) =>
        int.TryParse(award.Awarded?.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is > 0 and < 10_000 ? year : null;
}

/// <param name="Key">Stable, for an address.</param>
public sealed record FiguresLine(string Key, string Name, IReadOnlyList<FiguresFact> Facts)
{
    // A page asks for each count several times: to show it, for its growth and for the next line's.
    private readonly Dictionary<string, decimal> figures = new(StringComparer.Ordinal);

    /// <summary>How many of that there are in this line, or how much.</summary>
    public decimal Figure(Measure measure) =>
        figures.TryGetValue(measure.Key, out var known) ? known : figures[measure.Key] = measure.Number(Facts);

    /// <summary>The same of what is counted and not summed.</summary>
    public int Count(Measure measure) => (int)Figure(measure);
}

/// <summary>Editions added up: a line a year, series, level, host or tag, and all of them together.</summary>
/// <param name="Total">Over all facts: whoever stands in two lines counts once.</param>
/// <param name="Measures">The columns, those that are nowhere more than 0.</param>
public sealed record FiguresTable(FiguresQuery Query, IReadOnlyList<FiguresLine> Lines, FiguresLine Total, IReadOnlyList<Measure> Measures)
{
    public const string Unsaid = "（没有写）";

    /// <summary>Key of the line of those.</summary>
    public const string UnsaidKey = "-";

    /// <param name="register">Awards from elsewhere; null: none.</param>
    public static FiguresTable Of(IEnumerable<PastEdition> editions, FiguresQuery query, IEnumerable<RegisteredAward>? register = null)
    {
        var registered = (query.TakesRegister ? register ?? [] : []).Select(FiguresFact.Of).Where(f => query.Takes(f.Edition));
        var facts = editions.Where(query.Takes).SelectMany(e => Facts(e, query)).Concat(registered).OrderBy(f => f.Edition.Date)
            .ThenBy(f => f.Edition.Edition).ThenBy(f => f.Edition.Competition.Value, StringComparer.Ordinal).ToList();
        var lines = facts.SelectMany(f => Keys(f, query).Select(k => (Key: k, Fact: f))).GroupBy(f => f.Key)
            .Select(g => new FiguresLine(g.Key.Key, g.Key.Name, [.. g.Select(f => f.Fact)]));
        var total = new FiguresLine("", "合计", facts);
        return new(
            query,
            query.InTime ? [.. lines] : [.. lines.OrderByDescending(l => l.Facts.Count).ThenBy(l => l.Name, ReadingOrder.Names)],
            total,
            [.. Measure.All(facts, query.By == FiguresBy.Tag ? query.Tag : null).Where(m => m.Always || total.Figure(m) != 0)]);
    }

    /// <summary>The line with that key, or all together; null: there is none.</summary>
    public FiguresLine? Line(string? key) => string.IsNullOrEmpty(key) ? Total : Lines.FirstOrDefault(l => l.Key == key);

    /// <summary>The first and the newest line with a contest, where lines follow one another in time; null: there are not two.</summary>
    public (int First, int Newest)? Span
    {
        get
        {
            var held = Enumerable.Range(0, Query.InTime ? Lines.Count : 0)
                .Where(n => Lines[n].Key != UnsaidKey && Lines[n].Count(Measure.Contests) > 0).ToList();
            return held.Count < 2 ? null : (held[0], held[^1]);
        }
    }

    /// <summary>How much more than in the line before, in percent with one decimal; null: no line before, or nothing in it.</summary>
    public decimal? Growth(int line, Measure measure) => line <= 0 ? null : Growth(line - 1, line, measure);

    /// <summary>The same of two lines. A year without a contest is no fall to nothing.</summary>
    public decimal? Growth(int from, int to, Measure measure)
    {
        if (!Query.InTime || Lines[from].Key == UnsaidKey || Lines[from].Figure(measure) is not (> 0 and var before)
            || (Lines[to].Figure(measure) == 0 && Lines[to].Count(Measure.Contests) == 0))
        {
            return null;
        }

        return Math.Round((Lines[to].Figure(measure) - before) * 100m / before, 1, MidpointRounding.AwayFromZero);
    }

    // A team has no tag of its own.
    private static IEnumerable<FiguresFact> Facts(PastEdition edition, FiguresQuery query)
    {
        var facts = edition.Entries.Select(entry => new FiguresFact(edition, entry))
            .Concat(query.By == FiguresBy.Tag ? [] : edition.Teams.Select(team => new FiguresFact(edition, null, team))).ToList();
        return facts.Count == 0 ? [new FiguresFact(edition, null)] : facts;
    }

    private static IEnumerable<(string Key, string Name)> Keys(FiguresFact fact, FiguresQuery query)
    {
        var edition = fact.Edition;
        switch (query.By)
        {
            case FiguresBy.Edition: return [(edition.Competition.Value, edition.Name)];
            case FiguresBy.Year: return [Same(edition.Date?.Year.ToString(CultureInfo.InvariantCulture), year => year + "年")];
            case FiguresBy.Series: return [Same(edition.Series)];
            case FiguresBy.Level: return [Same(edition.Level)];
            case FiguresBy.Host when edition.Hosts.Count == 0: return [Same(null)];
            case FiguresBy.Host: return edition.Hosts.Distinct(StringComparer.Ordinal).Select(h => Same(h));
            case FiguresBy.Tag: return [Same(fact.Entry?.Tags.GetValueOrDefault(query.Tag ?? ""))];
            default: throw new ArgumentOutOfRangeException(nameof(query), query.By, null);
        }
    }

    private static (string Key, string Name) Same(string? text, Func<string, string>? name = null) =>
        string.IsNullOrWhiteSpace(text) ? (UnsaidKey, Unsaid) : (text, name?.Invoke(text) ?? text);
}

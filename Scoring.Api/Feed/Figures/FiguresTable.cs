using System.Globalization;
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
}

/// <summary>An entry of an edition; without one: an edition nobody has entered yet.</summary>
public sealed record FiguresFact(PastEdition Edition, PastEntry? Entry);

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

    public static FiguresTable Of(IEnumerable<PastEdition> editions, FiguresQuery query)
    {
        var facts = editions.Where(query.Takes).OrderBy(e => e.Date).ThenBy(e => e.Edition)
            .ThenBy(e => e.Competition.Value, StringComparer.Ordinal).SelectMany(Facts).ToList();
        var lines = facts.SelectMany(f => Keys(f, query).Select(k => (Key: k, Fact: f))).GroupBy(f => f.Key)
            .Select(g => new FiguresLine(g.Key.Key, g.Key.Name, [.. g.Select(f => f.Fact)]));
        var total = new FiguresLine("", "合计", facts);
        return new(
            query,
            query.InTime ? [.. lines] : [.. lines.OrderByDescending(l => l.Facts.Count).ThenBy(l => l.Name, ReadingOrder.Names)],
            total,
            [.. Measure.All(facts).Where(m => m.Always || total.Figure(m) != 0)]);
    }

    /// <summary>The line with that key, or all together; null: there is none.</summary>
    public FiguresLine? Line(string? key) => string.IsNullOrEmpty(key) ? Total : Lines.FirstOrDefault(l => l.Key == key);

    /// <summary>How much more than in the line before, in percent with one decimal; null: no line before, or nothing in it.</summary>
    public decimal? Growth(int line, Measure measure)
    {
        if (!Query.InTime || line <= 0 || Lines[line - 1].Figure(measure) is not (> 0 and var before))
        {
            return null;
        }

        return Math.Round((Lines[line].Figure(measure) - before) * 100m / before, 1, MidpointRounding.AwayFromZero);
    }

    private static IEnumerable<FiguresFact> Facts(PastEdition edition) =>
        edition.Entries.Count == 0 ? [new FiguresFact(edition, null)] : edition.Entries.Select(entry => new FiguresFact(edition, entry));

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
        string.IsNullOrWhiteSpace(text) ? ("-", Unsaid) : (text, name?.Invoke(text) ?? text);
}

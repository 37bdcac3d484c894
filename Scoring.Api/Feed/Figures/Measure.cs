using Scoring.Api.Storage;
using Scoring.Core.People;

namespace Scoring.Api.Feed.Figures;

/// <summary>Something that is counted, and the list behind the count.</summary>
/// <param name="Key">Stable, for an address, e.g. <c>award:一等奖</c>.</param>
/// <param name="Name">The column's head; where it is one of the contest's trades, 工种.</param>
/// <param name="Unit">After the count in a sentence, e.g. 家.</param>
/// <param name="Of">What is counted, once each.</param>
/// <param name="Number">How many those are, without listing them; of an amount its sum.</param>
/// <param name="Always">Shown even where it is 0 everywhere.</param>
public sealed record Measure(
    string Key, string Name, string Unit, Func<IReadOnlyList<FiguresFact>, IReadOnlyList<Counted>> Of,
    Func<IReadOnlyList<FiguresFact>, decimal> Number, bool Always = false)
{
    /// <summary>A sum such as money or kWh, or a mean such as kWh/t, of which <see cref="Of"/> lists the parts.</summary>
    public bool IsAmount { get; private init; }

    public static readonly Measure Contests = new("contests", "比赛", "场", facts =>
        [.. facts.Where(f => f.Award is null).GroupBy(f => f.Edition.Competition)
            .Select(g => new Counted(g.First().Edition.Name, [.. g]))],
        facts => facts.Where(f => f.Award is null).Select(f => f.Edition.Competition).Distinct().Count(), Always: true);

    public static readonly Measure Trades = new("trades", Core.Definition.TradeWord.Usual, "个", facts =>
        [.. Entered(facts).GroupBy(f => (f.Edition.Competition, f.Entry!.Trade)).Select(g => new Counted(g.Key.Trade, [.. g]))],
        facts => Entered(facts).Select(f => (f.Edition.Competition, f.Entry!.Trade)).Distinct().Count(), Always: true);

    public static readonly Measure Organizations = new("organizations", "单位", "家", facts =>
        [.. Entered(facts).Where(f => f.Entry!.Organization.Length > 0).GroupBy(f => f.Entry!.Organization, StringComparer.Ordinal)
            .Select(g => new Counted(g.Key, [.. g]))],
        facts => Entered(facts).Select(f => f.Entry!.Organization).Where(o => o.Length > 0).Distinct(StringComparer.Ordinal).Count(),
            Always: true);

    public static readonly Measure People = new("people", "人数", "人", facts =>
        [.. Persons(facts).GroupBy(p => p.Person, StringComparer.Ordinal)
            .Select(g => new Counted(g.First().Fact.Entry!.Name, [.. g.Select(p => p.Fact)]))],
        facts => Entered(facts).SelectMany(f => f.Entry!.People).Distinct(StringComparer.Ordinal).Count(), Always: true);

    public static readonly Measure Times = new("times", "人次", "人次", facts =>
        [.. Persons(facts).Select(p => new Counted(p.Fact.Entry!.Name, [p.Fact]))],
        facts => Entered(facts).Sum(f => f.Entry!.People.Count), Always: true);

    public static readonly Measure Groups = new("groups", "双人和团队", "组", facts =>
        [.. Entered(facts).Where(IsGroup).Select(f => new Counted(f.Entry!.Name, [f]))], facts => Entered(facts).Count(IsGroup));

    public static readonly Measure TeamFirsts = Places("team:first", "团体第一", t => t.Rank == 1);

    public static readonly Measure Registered = Held("registered", "荣誉登记", "项", _ => true);

    public static readonly Measure Awards = Each("awards", "获奖", "项", e => e.Award is null ? 0 : 1, always: true);

    public static readonly Measure Certificates = Each("certificates", "证书", "份", e => e.Certificates);

    public static readonly Measure Money = Amount("money", "奖金", "元", e => e.Money);

    /// <summary>Those that have columns of their own whatever the contests are, then each kind of tag, tier, 单项奖, title, team prize and
    /// amount, the certificates and the register.</summary>
    /// <param name="divided">Kind of tag that is the lines and so no column; null: none is.</param>
    public static IEnumerable<Measure> All(IReadOnlyList<FiguresFact> facts, string? divided = null)
    {
        var entries = Entered(facts).Select(f => f.Entry!).ToList();
        return
        [
            Contests, Trades,
            .. entries.SelectMany(e => e.Tags).Select(t => (t.Key, t.Value)).Distinct().CountBy(t => t.Key)
                .Where(k => k.Value > 1 && k.Key != divided)
                .Select(k => k.Key).Order(ReadingOrder.Names).Select(Tagged),
            Organizations, People, Times, Groups, Awards,
            .. Names(entries.Select(e => e.Award)).Select(tier =>
                Each("award:" + tier, tier, "名", e => e.Award == tier ? 1 : 0)),
            .. Names(entries.SelectMany(e => e.Singles ?? [])).Select(prize =>
                Each("single:" + prize, prize, "名", e => e.Singles?.Count(s => s == prize) ?? 0)),
            .. Names(entries.SelectMany(e => e.Titles ?? [])).Select(title =>
                Each("title:" + title, title, "人", e => e.Titles?.Count(t => t == title) ?? 0)),
            TeamFirsts,
            .. Names(facts.Select(f => f.Team?.Prize)).Select(prize => Places("teamprize:" + prize, prize, t => t.Prize == prize)),
            Certificates, Money, .. MetricMeasures.Of(entries), Registered,
            .. Names(facts.Select(f => f.Award?.Title)).Select(title =>
                Held("registered:" + title, title + "（登记）", "人", a => a.Title == title)),
        ];
    }

    /// <summary>First the tiers as they are ranked, then the rest as they are met.</summary>
    private static IEnumerable<string> Names(IEnumerable<string?> met)
    {
        string[] usual = ["特等奖", "一等奖", "二等奖", "三等奖", "优秀奖", "优胜奖", "金奖", "银奖", "铜奖", "金牌", "银牌", "铜牌"];
        return met.OfType<string>().Distinct(StringComparer.Ordinal)
            .OrderBy(n => Array.IndexOf(usual, n) is >= 0 and var at ? at : usual.Length);
    }

    private static IEnumerable<FiguresFact> Entered(IEnumerable<FiguresFact> facts) => facts.Where(f => f.Entry is not null);

    private static IEnumerable<(string Person, FiguresFact Fact)> Persons(IEnumerable<FiguresFact> facts) =>
        Entered(facts).SelectMany(f => f.Entry!.People.Select(person => (person, f)));

    private static bool IsGroup(FiguresFact fact) => fact.Entry!.People.Count > 1;

    /// <summary>A sum; behind it stand those who have a part in it.</summary>
    internal static Measure Amount(string key, string name, string unit, Func<PastEntry, decimal> of) => new(
        key, name, unit, facts => [.. Entered(facts).Where(f => of(f.Entry!) != 0)
            .Select(f => new Counted(f.Entry!.Name, [f], of(f.Entry!)))],
        facts => Entered(facts).Sum(f => of(f.Entry!)))
    {
        IsAmount = true,
    };

    /// <summary>A mean with two decimals of those who have a figure.</summary>
    internal static Measure Mean(string key, string name, string unit, Func<PastEntry, decimal?> of) => new(
        key, name, unit, facts => [.. Entered(facts).Where(f => of(f.Entry!) is not null)
            .Select(f => new Counted(f.Entry!.Name, [f], of(f.Entry!)))],
        facts => Math.Round(Entered(facts).Select(f => of(f.Entry!)).Average() ?? 0, 2, MidpointRounding.AwayFromZero))
    {
        IsAmount = true,
    };

    // Values of a kind of tag, e.g. 行业.
    private static Measure Tagged(string kind) => new(
        "tag:" + kind, kind, "个", facts => [.. Entered(facts).Where(f => f.Entry!.Tags.ContainsKey(kind))
            .GroupBy(f => f.Entry!.Tags[kind], StringComparer.Ordinal).Select(g => new Counted(g.Key, [.. g]))],
        facts => Entered(facts).Select(f => f.Entry!.Tags.GetValueOrDefault(kind)).OfType<string>()
            .Distinct(StringComparer.Ordinal).Count());

    private static Measure Places(string key, string name, Func<PastTeam, bool> takes) => new(
        key, name, "个", facts => [.. facts.Where(f => f.Team is { } team && takes(team))
            .Select(f => new Counted($"{f.Team!.Organization} {f.Team.Team}".TrimEnd(), [f]))],
        facts => facts.Count(f => f.Team is { } team && takes(team)));

    private static Measure Held(string key, string name, string unit, Func<RegisteredAward, bool> takes) => new(
        key, name, unit, facts => [.. facts.Where(f => f.Award is { } award && takes(award)).Select(f => new Counted(f.Award!.Name, [f]))],
        facts => facts.Count(f => f.Award is { } award && takes(award)));

    // So many of each entry.
    private static Measure Each(string key, string name, string unit, Func<PastEntry, int> times, bool always = false) => new(
        key, name, unit, facts => [.. Entered(facts).SelectMany(f => Enumerable.Repeat(new Counted(f.Entry!.Name, [f]), times(f.Entry!)))],
        facts => Entered(facts).Sum(f => times(f.Entry!)), always);
}

/// <summary>One of what is counted, and what it was counted from.</summary>
/// <param name="Amount">Its part of a sum; null: it is counted.</param>
public sealed record Counted(string Name, IReadOnlyList<FiguresFact> From, decimal? Amount = null);

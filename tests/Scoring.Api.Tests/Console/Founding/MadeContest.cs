// Contests made of figures: so many people, prizes, titles and sums of a report, and no more than that.
using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console.Founding;

/// <param name="Entrants">The first has the best mark, the next the next.</param>
/// <param name="Tiers">How many of each, best first.</param>
internal sealed record MadeTrade(string Name, int Entrants, params IReadOnlyList<(string Name, int Count)> Tiers)
{
    /// <summary>Approved from the first rank on.</summary>
    public (string Title, int Count)? Honour { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>What is measured, and each entrant's value, from 0.</summary>
    public (string Text, string Unit, Func<int, decimal> Value)? Metric { get; init; }
}

internal static class MadeContest
{
    private static readonly ModuleId theory = new("LL"), measured = new("B");
    private static readonly AspectId metric = new("a");
    private static readonly JudgeId judge = new("J1");

    /// <summary>Every trade published. Firm n and person n are the same in every contest with as many firms.</summary>
    public static CompetitionFile File(Competition contest, int firms, params IReadOnlyList<MadeTrade> trades)
    {
        var entrants = trades.Index().SelectMany(t => Enumerable.Range(0, t.Item.Entrants).Select(n => (Trade: t.Index, Place: n)))
            .Select((e, n) => (
                Entrant: new FileEntrant(new(Number("e", n)), Number("选手", n), new(Number("u", n % firms)), Id(e.Trade)), e.Place,
                Of: trades[e.Trade])).ToList();
        var byTrade = entrants.ToLookup(e => e.Entrant.Trade);
        return new(
            CompetitionFile.CurrentFormat, contest, [.. trades.Select((t, n) => Definition(t, Id(n)))],
            [.. Enumerable.Range(0, firms).Select(n => new Organization(new(Number("u", n)), Number("单位", n)))],
            [.. entrants.Select(e => e.Entrant)],
            trades.All(t => t.Metric is null) ? []
                : [new Judge(judge, "计量员", [.. trades.Index().Where(t => t.Item.Metric is not null)
                    .Select(t => new JudgeSeat(Role.Judge, Id(t.Index), measured, 1))])],
            [.. entrants.Select(e => new EntrantMarks(e.Entrant.Id, [.. Marks(e.Of, e.Place)]))],
            [.. trades.Select((t, n) => new TradeProgress(
                Id(n), Phase.Final, AwardsConfirmedBy: "h1", Honours: t.Honour is not { } honour ? null : new("admin",
                    [.. byTrade[Id(n)].Take(honour.Count).Select(e => new ApprovedHonour(e.Entrant.Id, honour.Title))])))]);
    }

    /// <summary>A file as it is once all its trades are published.</summary>
    public static CompetitionFile Published(CompetitionFile file)
    {
        var known = (file.Progress ?? []).ToDictionary(p => p.Trade);
        return file with
        {
            Progress = [.. file.Trades!.Select(t => // it has trades
                (known.GetValueOrDefault(t.Id) ?? new(t.Id)) with { Phase = Phase.Final })],
        };
    }

    /// <summary>An online stage: whoever answered is on its roster, and nothing is published yet.</summary>
    public static CompetitionFile Roster(Competition contest, int people, int firms)
    {
        var file = File(contest, firms, new MadeTrade("网上答题", people));
        return file with { Marks = [], Progress = [] };
    }

    private static IEnumerable<ModuleMarks> Marks(MadeTrade trade, int place)
    {
        yield return new(theory, Figures: [new("L1", 100m - (place * 0.01m))]);
        if (trade.Metric is { } told)
        {
            yield return new(measured, [new FileSheet(judge, new Dictionary<AspectId, Entry> { [metric] = Entry.Of(told.Value(place)) })]);
        }
    }

    private static Trade Definition(MadeTrade trade, TradeId id)
    {
        var module = new Module(theory, "理论", 100m, MarkingMethod.Clerk, []);
        IReadOnlyList<Component> components = trade.Metric is not { } told ? [new(new("ll"), "理论", ComponentKind.Theory, 100m, [module])]
            :
            [
                new(new("ll"), "理论", ComponentKind.Theory, 99m, [module]),
                new(new("sc"), "实绩", ComponentKind.Practical, 1m, [new Module(measured, "实绩", 100m, MarkingMethod.Judge,
                    [new("B1", "实绩", [new MetricAspect(metric, told.Text, 100m, told.Unit, [new(0m, 0m), new(1_000_000_000m, 100m)])])])]),
            ];
        return new(
            id, trade.Name, id.Value.ToUpperInvariant(), components,
            new([.. trade.Tiers.Select(t => new AwardTier(t.Name, t.Count))]), CodeLayers: 0,
            Honours: trade.Honour is { } honour ? [new(honour.Title, 1, honour.Count)] : null, Tags: trade.Tags);
    }

    private static TradeId Id(int n) => new(Number("t", n));

    private static string Number(string of, int n) => string.Create(CultureInfo.InvariantCulture, $"{of}{n + 1}");
}

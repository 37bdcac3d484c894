// Gold, silver, bronze and the Medallion for Excellence (R-G5, R-J12).
using Scoring.Core.Definition;
using Scoring.Core.Ranking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

public static class MedalAllocation
{
    internal static IReadOnlyList<string> UsualNames { get; } = ["金牌", "银牌", "铜牌", "优胜奖"];

    /// <summary>Medals as an award list, so that boards, ceremony and certificates treat them as tiers. The award gate (R-E4) is of quotas only.</summary>
    /// <param name="scaled">Given values on another scale by entrant, in place of the totals; an entrant without one gets nothing. Null: totals.</param>
    /// <param name="decimals">Of what is compared, in words (R-K2).</param>
    public static AwardList Allocate(
        MedalScheme scheme, Standings standings, int started, IReadOnlyDictionary<EntrantId, decimal>? scaled = null, int decimals = 2)
    {
        var names = UsualNames.Select((usual, i) => scheme.Names?.ElementAtOrDefault(i) ?? usual).ToList();
        var ranked = standings.Rows.Where(row => row.Rank is not null).ToList();
        var waiting = new Queue<Contender>(ranked
            .Select(row => (row.Result.Entrant, Value: Value(row, scaled)))
            .Where(x => x.Value is not null)
            .Select(x => new Contender(x.Entrant, x.Value!.Value)) // not null by the line before
            .OrderByDescending(c => c.Value));
        var given = new Dictionary<EntrantId, Given>();
        var used = 0; // of the three places
        for (var medal = 0; medal < 3; medal++)
        {
            var best = used > medal ? null : waiting.FirstOrDefault();
            while (best is not null && waiting.TryPeek(out var next) && best.Value - next.Value <= scheme.Window)
            {
                given[waiting.Dequeue().Entrant] = new Given(
                    names[medal], MedalWords(names[medal], medal, best.Value - next.Value, scheme.Window, next == best, decimals));
                used++;
            }
        }

        while (scheme.ExcellenceBase is { } floor && waiting.TryDequeue(out var next) && next.Value >= floor)
        {
            given[next.Entrant] = new Given(names[3], $"{Marking.Words.Mark(next.Value, decimals)} 达到{names[3]}基准 {Marking.Words.Plain(floor)}");
        }

        return new AwardList(
            ranked.Select(row => new AwardRow(
                row.Result.Entrant,
                row.Rank!.Value, // ranked holds only those who have one
                given.GetValueOrDefault(row.Result.Entrant)?.Name,
                FailsGate: false,
                given.GetValueOrDefault(row.Result.Entrant)?.Words ?? Without(scheme, names[3]))).ToList(),
            Tiers(scheme, names, given),
            [], started, Open: false);
    }

    private static decimal? Value(Standing row, IReadOnlyDictionary<EntrantId, decimal>? scaled) =>
        scaled is null ? row.Result.Total : scaled.TryGetValue(row.Result.Entrant, out var value) ? value : null;

    private static List<TierUse> Tiers(MedalScheme scheme, List<string> names, Dictionary<EntrantId, Given> given)
    {
        int Count(string name) => given.Values.Count(g => g.Name == name);
        var tiers = names.Take(3).Select(name => new TierUse(name, 1, Count(name))).ToList();
        if (scheme.ExcellenceBase is not null)
        {
            tiers.Add(new TierUse(names[3], Count(names[3]), Count(names[3])));
        }

        return tiers;
    }

    private static Saying MedalWords(string name, int medal, decimal behind, decimal window, bool best, int decimals) => (best, medal, behind) switch
    {
        (true, 0, _) => $"成绩最高",
        (true, _, _) => $"其余选手中成绩最高，授{name}",
        (_, _, 0m) => $"与{name}首位成绩相同，同获{name}",
        _ => $"与{name}首位相差 {Marking.Words.Mark(behind, decimals)}，不超过 {Marking.Words.Plain(window)}，同获{name}",
    };

    private static Saying Without(MedalScheme scheme, string medallion) =>
        scheme.ExcellenceBase is { } floor ? (Saying)$"未获奖牌，未达到{medallion}基准 {Marking.Words.Plain(floor)}" : $"奖牌名额已满";

    private sealed record Contender(EntrantId Entrant, decimal Value);

    private sealed record Given(string Name, Saying Words);
}

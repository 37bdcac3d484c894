using Scoring.Core.Definition;

namespace Scoring.Core.Tests.Ranking;

/// <summary>Entrants with equal totals, and the words that part them.</summary>
public static class TiedEntrants
{
    /// <summary>P with faults and Q, both timed, compared step by step.</summary>
    public static Trade Chain(TiePolicy ties, params TieStep[] chain) => Contest.Union(
        Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 40m), Contest.Points("b", 20m), new FaultsAspect(new("f"), "失误", 10m, 1m)) with { Time = new() },
        Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 30m)) with { Time = new() }) with { TieChain = chain, Ties = ties };

    /// <summary>Everyone 80 in theory and 80 in practical: 30, 20, 0 faults and 20 by default.</summary>
    public static Contest Tied(Trade trade, int entrants, Func<int, (decimal A, decimal B, decimal Faults, decimal Q)>? marks = null)
    {
        var contest = new Contest(trade, entrants: entrants);
        foreach (var n in Enumerable.Range(1, entrants))
        {
            var (a, b, faults, q) = marks?.Invoke(n) ?? (30m, 20m, 0m, 20m);
            contest.Theory(n, 80m).Sheet(n, 1, "P", ("a", a), ("b", b), ("f", faults)).Sheet(n, q, module: "Q");
        }

        return contest;
    }

    /// <summary>Why an entrant stands below the one before.</summary>
    public static string? Words(Contest contest, int n) => contest.Standing(n).Reason?.Words.ToString();
}

using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

/// <summary>Counts prizes against the limits of a scheme (R-K12, R-M10) while places are filled from the best down.</summary>
/// <param name="any">What is counted where a limit names no tier, as it is read out.</param>
internal sealed class PrizeLimits(IReadOnlyList<AwardLimit> limits, Func<EntrantId, Belonging> of, string any = "奖")
{
    private readonly Dictionary<(int Limit, string Whose), int> counts = [];
    private readonly Dictionary<EntrantId, (string? Tier, Saying Words)> passedOver = [];

    /// <summary>Nothing is limited.</summary>
    public static PrizeLimits None => new([], Belonging.None);

    /// <summary>Why an entrant was passed over, the last time they were; null: they were not.</summary>
    /// <returns>The tier, null: all prizes; and e.g. 甲厂已有 2 个一等奖.</returns>
    public (string? Tier, Saying Words)? PassedOver(EntrantId entrant) => passedOver.TryGetValue(entrant, out var why) ? why : null;

    /// <summary>Who of these equals may have one more of a tier.</summary>
    public List<EntrantId> Within(string tier, IReadOnlyList<EntrantId> equals)
    {
        var within = new List<EntrantId>(equals.Count);
        foreach (var entrant in equals)
        {
            if (Reached(tier, entrant) is { } reached)
            {
                passedOver[entrant] = reached;
            }
            else
            {
                within.Add(entrant);
            }
        }

        return within;
    }

    public void Count(string tier, EntrantId entrant) => Count(tier, of(entrant), _ => true);

    /// <summary>A prize won in an earlier trade: only a person's are counted over trades (R-M10).</summary>
    public void CountElsewhere(string tier, Belonging winner) => Count(tier, winner, limit => limit.Per == LimitPer.Person);

    private void Count(string tier, Belonging winner, Func<AwardLimit, bool> holds)
    {
        for (var i = 0; i < limits.Count; i++)
        {
            if (holds(limits[i]) && Counts(limits[i], tier) && Whose(limits[i], winner) is { } whose)
            {
                counts[(i, whose)] = counts.GetValueOrDefault((i, whose)) + 1;
            }
        }
    }

    private (string? Tier, Saying Words)? Reached(string tier, EntrantId entrant)
    {
        for (var i = 0; i < limits.Count; i++)
        {
            if (Counts(limits[i], tier) && Whose(limits[i], of(entrant)) is { } whose && counts.GetValueOrDefault((i, whose)) is var have && have >= limits[i].Most)
            {
                return (limits[i].Tier, $"{(limits[i].Per == LimitPer.Person ? (Saying)$"本人" : $"{whose}")}已有 {have} 个{limits[i].Tier ?? any}");
            }
        }

        return null;
    }

    private static bool Counts(AwardLimit limit, string tier) => limit.Tier is null || limit.Tier == tier;

    private static string? Whose(AwardLimit limit, Belonging entrant) => limit.Per switch
    {
        LimitPer.Organization => entrant.Organization.Length > 0 ? entrant.Organization : null,
        LimitPer.Tag => entrant.Tag(limit.Tag ?? ""),
        LimitPer.Person => entrant.Person,
    };
}

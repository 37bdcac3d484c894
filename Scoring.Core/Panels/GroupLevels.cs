using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Panels;

/// <summary>One group's mean and what its figures are multiplied by (R-K3).</summary>
internal sealed record GroupLevel(string Name, Ratio Mean, Ratio Coefficient);

/// <summary>Panels side by side brought to one level (R-K3, R-M2). By a mean of 0 or below (R-K9) nothing can be divided: better would
/// become worse.</summary>
/// <param name="Missing">Why it cannot be done, in words; null: done.</param>
internal sealed record GroupLevels(Ratio Common, IReadOnlyDictionary<string, GroupLevel> Groups, Saying? Missing)
{
    public static GroupLevels None { get; } = new(Ratio.Zero, new Dictionary<string, GroupLevel>(), null);

    public GroupLevel? Of(string? group) => group is null ? null : Groups.GetValueOrDefault(group);

    public bool Equals(GroupLevels? other) =>
        other is not null && Missing == other.Missing && Common == other.Common && Groups.Count == other.Groups.Count
        && Groups.All(g => other.Groups.TryGetValue(g.Key, out var same) && same == g.Value);

    public override int GetHashCode() => HashCode.Combine(Missing, Common, Groups.Count);

    /// <param name="figures">Of everyone: the group, whether they join the means, and the figure before deductions.</param>
    public static GroupLevels Of(Levelling rule, IReadOnlyList<PanelGroup> groups, IEnumerable<(string? Group, bool Joins, Ratio? Figure)> figures)
    {
        var byGroup = figures.Where(f => f.Group is not null).ToLookup(f => f.Group!, f => f.Joins ? f.Figure : null, StringComparer.Ordinal); // not null: filtered
        var means = new List<(PanelGroup Group, Ratio Mean, Ratio Sum, int Count)>();
        foreach (var group in groups.Where(g => byGroup.Contains(g.Id)))
        {
            var left = byGroup[group.Id].OfType<Ratio>().Order(Comparer<Ratio>.Create((a, b) => a.CompareTo(b))).Skip(rule.LeaveOut).SkipLast(rule.LeaveOut).ToList();
            if (left.Count == 0)
            {
                return None with { Missing = $"{group.Name}没有可以拉平的成绩" };
            }

            var sum = left.Aggregate(Ratio.Zero, (all, f) => all + f);
            var mean = sum / new Ratio(left.Count, 1);
            if (mean.Sign <= 0)
            {
                return None with
                {
                    Missing = $"{group.Name}平均 {Words.Mark(mean.Round(2, RoundingMode.HalfUp))}，不大于 0，不能按比例拉平，请核对本组评分或改为不拉平",
                };
            }

            means.Add((group, mean, sum, left.Count));
        }

        if (means.Count == 0)
        {
            return None;
        }

        var common = rule.To switch
        {
            LevelTo.MeanOfMeans => means.Aggregate(Ratio.Zero, (all, m) => all + m.Mean) / new Ratio(means.Count, 1),
            LevelTo.MeanOfAll => means.Aggregate(Ratio.Zero, (all, m) => all + m.Sum) / new Ratio(means.Sum(m => m.Count), 1),
        };
        return new(common, means.ToDictionary(m => m.Group.Id, m => new GroupLevel(m.Group.Name, m.Mean, Coefficient(common / m.Mean, rule)), StringComparer.Ordinal), null);
    }

    private static Ratio Coefficient(Ratio exact, Levelling rule) =>
        rule.CoefficientDecimals is { } decimals ? Ratio.Of(exact.Round(decimals, RoundingMode.HalfUp)) : exact;
}

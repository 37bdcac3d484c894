using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Teams;

/// <summary>
/// Orders teams by total, then by more firsts, seconds and so on, by total time (R-F1), or by a component's sum and its time (R-K13); what is still equal shares a rank.
/// </summary>
internal sealed class TeamOrder(TeamRanking ranking, int decimals)
{
    private readonly ComponentKind part = ranking.TieComponent ?? ComponentKind.Practical;

    public IEnumerable<TeamResult> Rank(IReadOnlyList<TeamSum> teams)
    {
        var placed = 0;
        var rank = 0;
        decimal? above = null;
        foreach (var equals in teams.GroupBy(t => t.Total).OrderByDescending(g => g.Key))
        {
            Saying? leading = above is { } total ? (Saying)$"总分低于前一队 {Figure(total - equals.Key)}" : $"团体总分最高";
            foreach (var (team, behind) in Within([.. equals]))
            {
                placed++;
                rank = (leading ?? behind) is null ? rank : placed;
                yield return team.Row(rank, leading ?? behind ?? $"总分和{Compared()}都相同，并列");
                leading = null;
            }

            above = equals.Key;
        }
    }

    /// <summary>Teams of one total in order; what put a team behind the one before it, null for the first and for equals.</summary>
    private List<(TeamSum Team, Saying? Behind)> Within(List<TeamSum> equals)
    {
        if (ranking.Tie == TeamTie.Component)
        {
            var timed = equals.TrueForAll(t => t.PartSeconds(part) is not null);
            return Pairwise([.. equals.OrderByDescending(t => t.Part(part)).ThenBy(t => timed ? t.PartSeconds(part) : 0m)], (before, team) => LesserPart(before, team, timed));
        }

        if (ranking.Tie == TeamTie.TotalTime)
        {
            return equals.Any(t => t.Seconds is null)
                ? equals.Select(t => (t, (Saying?)null)).ToList()
                : Pairwise([.. equals.OrderBy(t => t.Seconds)], LongerTime);
        }

        return Pairwise([.. equals.OrderDescending(Comparer<TeamSum>.Create((a, b) => FirstDifference(a, b).By))], FewerAhead);
    }

    private static List<(TeamSum Team, Saying? Behind)> Pairwise(List<TeamSum> ordered, Func<TeamSum, TeamSum, Saying?> why) =>
        ordered.Select((team, i) => (team, i == 0 ? null : why(ordered[i - 1], team))).ToList();

    private Saying Compared() => ranking.Tie switch
    {
        TeamTie.Firsts => $"名次构成",
        TeamTie.TotalTime => $"总用时",
        TeamTie.Component => $"{PartName}合计、用时",
    };

    private string Figure(decimal value) => Marking.Words.Mark(value, decimals);

    private Saying PartName => part switch
    {
        ComponentKind.Theory => $"理论",
        ComponentKind.Practical => $"实操",
        ComponentKind.Other => $"其他",
    };

    private Saying? LesserPart(TeamSum before, TeamSum team, bool timed)
    {
        var (more, less) = (before.Part(part), team.Part(part));
        return more != less ? (Saying)$"总分同为 {Figure(team.Total)}，{PartName}合计 {Figure(more)} 高于 {Figure(less)}"
            : timed && before.PartSeconds(part) != team.PartSeconds(part)
                ? (Saying)($"总分同为 {Figure(team.Total)}，{PartName}合计同为 {Figure(less)}，"
                    + $"{PartName}用时 {Marking.Words.Time(before.PartSeconds(part) ?? 0)} 短于 {Marking.Words.Time(team.PartSeconds(part) ?? 0)}")
                : null;
    }

    private Saying? LongerTime(TeamSum before, TeamSum team) => team.Seconds == before.Seconds
        ? null
        : (Saying)$"总分同为 {Figure(team.Total)}，总用时 {Marking.Words.Time(team.Seconds ?? 0)} 长于 {Marking.Words.Time(before.Seconds ?? 0)}";

    private Saying? FewerAhead(TeamSum before, TeamSum team) => FirstDifference(before, team) is { Rank: > 0 and var rank }
        ? (Saying)$"总分同为 {Figure(team.Total)}，第 {rank} 名 {team.AtRank(rank)} 个少于 {before.AtRank(rank)} 个"
        : null;

    /// <summary>The best rank at which one has more; rank 0: none. Where the sorted ranks first differ, the smaller one is it.</summary>
    private static (int Rank, int By) FirstDifference(TeamSum a, TeamSum b)
    {
        for (var i = 0; i < Math.Max(a.Ranks.Count, b.Ranks.Count); i++)
        {
            var (own, other) = (i < a.Ranks.Count ? a.Ranks[i] : int.MaxValue, i < b.Ranks.Count ? b.Ranks[i] : int.MaxValue);
            if (own != other)
            {
                return own < other ? (own, 1) : (other, -1);
            }
        }

        return (0, 0);
    }
}

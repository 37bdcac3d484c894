using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Sayings;
using Scoring.Core.Scoring;

namespace Scoring.Core.Setup;

/// <summary>How teams are ranked and who gets 优秀组织奖 (R-F1 to R-F3). Once a trade is being scored a change needs a reason.</summary>
public static class DefineTeamRankings
{
    /// <param name="rankings">All of them, in the order they are read out; empty: the competition has none.</param>
    public static Decision Decide(CompetitionState state, Actor by, IReadOnlyList<TeamRanking> rankings, string? reason)
    {
        if (by.Role != Role.Admin)
        {
            return new Decision.Refuse(Refusal.WrongRole, $"团体排名的办法只能由管理员来改");
        }

        if (state.Competition is not { } competition)
        {
            return new Decision.Refuse(Refusal.NoCompetition, $"还没有比赛，请先新建");
        }

        var begun = state.TradesInOrder.Any(t => t.Phase >= Phase.Scoring);
        return begun && Asking.Reason(reason) is { } refused ? refused
            : rankings.GroupBy(r => r.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice
                ? new Decision.Refuse(Refusal.DuplicateName, $"有两个团体排名都叫“{twice.Key}”，请换一个名称")
                : rankings.Select(Fault).FirstOrDefault(f => f is not null) is { } fault ? new Decision.Refuse(Refusal.BadRanking, fault)
                : Decision.Of(new CompetitionDefined(competition with { TeamRankings = rankings.Count == 0 ? null : rankings }, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()));
    }

    private static Saying? Fault(TeamRanking ranking) =>
        string.IsNullOrWhiteSpace(ranking.Name) ? (Saying)$"请填写团体排名的名称"
        : ranking.BestOf < 1 ? (Saying)$"取前几名应为 1 或以上；全部计入就空着"
        : ranking.Method == TeamMethod.RankPoints && ranking.Points is not { Count: > 0 } ? (Saying)$"按名次计分时要写各名次的分，例如 10 9 8 7 6 5"
        : ranking.Method == TeamMethod.AwardPoints && ranking.AwardPoints is not { Count: > 0 } ? (Saying)$"按奖项计分时要写各奖项的分，例如 一等奖=8"
        : ranking.FinisherPoints < 0 || (ranking.Points ?? []).Any(p => p < 0) || (ranking.AwardPoints?.Values ?? []).Any(p => p < 0) ? (Saying)$"分应为 0 或以上"
        : ranking.Prize is { } prize ? Fault(prize) : null;

    private static Saying? Fault(OrganizationPrize prize) =>
        string.IsNullOrWhiteSpace(prize.Name) ? (Saying)$"请填写组织奖的名称"
        : prize.By == OrganizationPrizeBasis.RankRange && !(prize.RankFrom >= 1 && prize.RankTo >= prize.RankFrom) ? (Saying)$"按名次范围评选时要写起止名次，例如 1 到 6"
        : prize.By != OrganizationPrizeBasis.RankRange && prize.Count < 0 ? (Saying)$"组织奖的名额应为 0 或以上" : null;
}

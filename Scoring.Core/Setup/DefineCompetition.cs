using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Sayings;
using Scoring.Core.Scoring;

namespace Scoring.Core.Setup;

/// <summary>竞赛设置: what the contest says of itself. Any time before a trade is published; afterwards a correction by two people with a reason.</summary>
public static class DefineCompetition
{
    /// <param name="competition">As it shall be; its team rankings and the order of its trades have use cases of their own and stay as they are.</param>
    /// <param name="second">Who signs beside <paramref name="by"/>; null: nobody.</param>
    public static Decision Decide(CompetitionState state, Actor by, Competition competition, string? reason = null, Actor? second = null)
    {
        if (by.Role != Role.Admin || (state.TradesInOrder is [var any, ..] && Asking.Role(any, by, Role.Admin) is not null))
        {
            return new Decision.Refuse(Refusal.WrongRole, $"竞赛设置只能由管理员来改");
        }

        if (state.Competition is not { } before || before.Id != competition.Id)
        {
            return new Decision.Refuse(Refusal.NoCompetition, $"还没有比赛，请先新建");
        }

        var problems = CompetitionCheck.Check(competition).Where(p => !p.Warning).ToList();
        if (problems.Count > 0)
        {
            return new Decision.Refuse(Refusal.BadCompetition, Said(problems[0]), problems.DistinctBy(p => p.Path).ToDictionary(p => p.Path, Said));
        }

        var name = PracticeContest.Named(before, competition.Name);
        var renamed = name != before.Name;
        var after = competition with
        {
            Name = name,
            TeamRankings = before.TeamRankings,
            TradeOrder = before.TradeOrder,
            Demo = before.Demo,
            NameLines = renamed ? null : before.NameLines,
        };
        var published = state.TradesInOrder.FirstOrDefault(t => t.Phase >= Phase.Final);
        return published is not null && (Asking.Reason(reason) ?? Asking.Second(published, by, second, Role.Admin, Role.HeadJudge, Role.Supervisor)) is { } refused
            ? refused
            : Decision.Of(new CompetitionDefined(after, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), published is null ? null : second!.Id)); // asked in the line before
    }

    /// <summary>Whether a change is a correction.</summary>
    public static bool IsPublished(CompetitionState state) => state.TradesInOrder.Any(t => t.Phase >= Phase.Final);

    private static Saying Said(Problem problem) => $"{Fields.GetValueOrDefault(problem.Path.Split('[')[0], "这一项")}：{problem.Allowed}";

    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["$.name"] = "比赛全称", ["$.series"] = "系列", ["$.edition"] = "届次", ["$.level"] = "级别", ["$.venue"] = "地点", ["$.city"] = "城市", ["$.hosts"] = "主办",
        ["$.organizers"] = "承办", ["$.coOrganizers"] = "协办", ["$.issuers"] = "颁发单位", ["$.certificatePrefix"] = "证书编号前缀", ["$.contact"] = "联系方式", ["$.timeZone"] = "时区", ["$.lastDate"] = "最后一天", ["$.holidays"] = "放假的工作日", ["$.extraWorkdays"] = "调休上班的周末",
    };
}

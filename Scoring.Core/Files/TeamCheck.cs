using Scoring.Core.Checking;
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files;

/// <summary>Team rankings and 优秀组织奖 (R-F1 to R-F3).</summary>
internal static class TeamCheck
{
    public static void Check(TeamRanking ranking, CompetitionFile file, FileIds ids, string path, Findings findings)
    {
        findings.Name($"{path}.name", ranking.Name);
        findings.Must(ranking.BestOf is null or >= 1, $"{path}.bestOf", ranking.BestOf ?? 0, $"取前几名应为 1 或以上；全部计入就不写");
        findings.Must(ranking.FinisherPoints >= 0, $"{path}.finisherPoints", ranking.FinisherPoints, $"应为 0 或以上");
        findings.Must(
            ranking.Method != TeamMethod.RankPoints || ranking.Points is { Count: > 0 }, $"{path}.points", ranking.Points is null ? (Saying)$"缺少" : $"空列表", $"按名次计分时要写各名次的分，如 [10, 9, 8, 7, 6, 5]");
        foreach (var (index, points) in (ranking.Points ?? []).Index())
        {
            findings.Must(points >= 0, $"{path}.points[{index}]", points, $"应为 0 或以上");
        }

        foreach (var (index, trade) in (ranking.Trades ?? []).Index())
        {
            findings.Known($"{path}.trades[{index}]", trade.Value, ids.Trades.Keys, $"{findings.TradeWord}");
        }

        findings.Must(
            (ranking.Tie == TeamTie.Component) == ranking.TieComponent is not null || !findings.Readable($"{path}.tie"), $"{path}.tieComponent", ranking.TieComponent is null ? (Saying)$"缺少" : $"写了",
            $"同分比某部分成绩时，tie 写 component，tieComponent 写 theory、practical 或 other；其他不写");
        findings.NameIfAny($"{path}.tag", ranking.Tag);
        findings.Must(ranking.Tag is null || ranking.Prize is null, $"{path}.prize", $"写了", $"按标签排名时不评优秀组织奖，请在按单位的排名里写");
        foreach (var (trade, most) in ranking.BestOfIn ?? new Dictionary<TradeId, int>())
        {
            var at = RecordReader.At($"{path}.bestOfIn", trade.Value);
            findings.Known(at, trade.Value, ids.Trades.Keys, $"{findings.TradeWord}");
            findings.Must(most >= 1, at, most, $"取前几名应为 1 或以上");
        }

        AwardPoints(ranking, file, path, findings);
        if (ranking.Prize is { } prize)
        {
            Prize(prize, ids, $"{path}.prize", findings);
        }
    }

    private static void AwardPoints(TeamRanking ranking, CompetitionFile file, string path, Findings findings)
    {
        findings.Must(
            ranking.Method != TeamMethod.AwardPoints || ranking.AwardPoints is { Count: > 0 }, $"{path}.awardPoints", ranking.AwardPoints is null ? (Saying)$"缺少" : $"空的 {{}}", $"按奖项计分时要写各奖项的分，如 {{ \"一等奖\": 8 }}");
        var tiers = (file.Trades ?? []).SelectMany(Awards).ToHashSet(StringComparer.Ordinal);
        foreach (var (tier, points) in ranking.AwardPoints ?? new Dictionary<string, decimal>())
        {
            var at = RecordReader.At($"{path}.awardPoints", tier);
            findings.Must(points >= 0, at, points, $"应为 0 或以上");
            if (findings.Whole("$.trades"))
            {
                findings.Known(at, tier, tiers, $"奖项");
            }
        }
    }

    /// <summary>What can be won in a trade: its medals, else its tiers (R-G5).</summary>
    private static IEnumerable<string> Awards(Trade trade) =>
        trade.Medals is { } medals ? medals.Names ?? MedalAllocation.UsualNames : trade.Awards.Tiers.Concat((trade.Awards.Few ?? []).SelectMany(f => f.Tiers)).Select(t => t.Name);

    private static void Prize(OrganizationPrize prize, FileIds ids, string path, Findings findings)
    {
        findings.Name($"{path}.name", prize.Name);
        findings.Must(prize.Count >= 0, $"{path}.count", prize.Count, $"名额应为 0 或以上");
        var byRank = prize.By == OrganizationPrizeBasis.RankRange;
        findings.Must(!byRank || prize.RankFrom >= 1, $"{path}.rankFrom", Shown(prize.RankFrom), $"按名次范围评选时，起始名次应为 1 或以上");
        findings.Must(!byRank || prize.RankTo >= (prize.RankFrom ?? 1), $"{path}.rankTo", Shown(prize.RankTo), $"按名次范围评选时要写末位名次，不小于起始名次");
        foreach (var (index, nominee) in (prize.Nominees ?? []).Index())
        {
            findings.Known($"{path}.nominees[{index}]", nominee.Value, ids.Organizations, $"单位");
        }
    }

    private static Saying Shown(int? rank) => rank is { } written ? (Saying)$"{Findings.Figure(written)}" : $"缺少";
}

using Scoring.Core.Checking;
using System.Text.RegularExpressions;
using Scoring.Core.Definition;

namespace Scoring.Core.Files;

/// <summary>Whether a trade's definition adds up (R-B1, R-J1, R-G1): a definition with errors cannot be locked.</summary>
public static partial class DefinitionCheck
{
    /// <summary>Everything wrong with a trade; paths start at the trade itself, <c>$</c>.</summary>
    /// <param name="entrants">How many are registered; null: not known yet, so quotas are not compared with it.</param>
    public static IReadOnlyList<Problem> Check(Trade trade, int? entrants = null)
    {
        var findings = new Findings();
        Check(trade, "$", entrants, findings);
        return findings.All();
    }

    internal static void Check(Trade trade, string path, int? entrants, Findings findings)
    {
        findings.Id($"{path}.id", trade.Id.Value);
        findings.Name($"{path}.name", trade.Name);
        findings.Must(ShortCode().IsMatch(trade.Code), $"{path}.code", Findings.Quote(trade.Code), $"应为 1 至 8 个英文字母或数字，用在证书编号里");
        findings.Names($"{path}.aliases", trade.Aliases);
        findings.Must(trade.CodeLayers is >= 0 and <= 3, $"{path}.codeLayers", trade.CodeLayers, $"代号应为 0 至 3 层");
        findings.Must(trade.PublicityDays is >= 0 and <= 365, $"{path}.publicityDays", trade.PublicityDays, $"公示应为 0 至 365 个工作日");
        findings.Must(trade.AppealHours is >= 0 and <= 1000, $"{path}.appealHours", trade.AppealHours, $"申诉时限应为 0 至 1000 小时");
        findings.Must(trade.Decimals is >= 0 and <= 4, $"{path}.decimals", trade.Decimals, $"小数位应为 0 至 4");
        Review(trade.Review, $"{path}.review", findings);
        ComponentCheck.Check(trade, path, findings);
        WorldSkills(trade, path, findings);
        TieChainCheck.Check(trade, path, findings);
        AwardCheck.Check(trade, path, entrants, findings);
    }

    // R-K16.
    private static void Review(ReviewRule? review, string path, Findings findings)
    {
        if (review is not null)
        {
            findings.Must(review.First is null or >= 1, $"{path}.first", review.First ?? 0, $"前几名应为 1 或以上；按比例就不写");
            findings.Must(review.TopPercent is >= 0 and <= 100, $"{path}.topPercent", review.TopPercent, $"比例应为 0 至 100");
            findings.Must(review.SamplePercent is >= 0 and <= 100, $"{path}.samplePercent", review.SamplePercent, $"抽查比例应为 0 至 100");
        }
    }

    private static void WorldSkills(Trade trade, string path, Findings findings)
    {
        if (trade.WorldSkills && ComponentCheck.FullMarksReadable(trade, path, findings))
        {
            var total = trade.Modules().Sum(m => m.FullMark);
            findings.Must(total == 100, $"{path}.components", total, $"世赛式{findings.TradeWord}的全部模块合计应正好 100 分{Split(trade)}");
        }

        if (trade.Medals is not { } medals)
        {
            return;
        }

        findings.Must(medals.Window >= 0, $"{path}.medals.window", medals.Window, $"同牌分差应为 0 或以上");
        findings.Must(medals.ExcellenceBase is not < 0, $"{path}.medals.excellenceBase", medals.ExcellenceBase ?? 0, $"优胜奖基准应为 0 或以上");
        findings.Must(medals.Names is null or { Count: 4 }, $"{path}.medals.names", $"{medals.Names?.Count} 个", $"奖牌名称应为四个：金、银、铜、优胜");
        findings.Names($"{path}.medals.names", medals.Names);
        findings.Unique(medals.Names, n => n, i => $"{path}.medals.names[{i}]", $"奖牌名称");
    }

    // Weighted components make 100 each (R-J1), so that several never make 100 together.
    private static string Split(Trade trade) =>
        trade.Scoring == ScoringMode.Weighted && trade.Components.Count > 1 ? "；分几个部分时请用 \"scoring\": \"rawSum\"" : "";

    [GeneratedRegex(@"^[A-Za-z0-9]{1,8}\z", RegexOptions.NonBacktracking)]
    private static partial Regex ShortCode();
}

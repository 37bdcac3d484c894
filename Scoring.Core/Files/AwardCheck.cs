using Scoring.Core.Checking;
using System.Globalization;
using Scoring.Core.Definition;

namespace Scoring.Core.Files;

/// <summary>Awards, advance list and honours of a trade (R-C3, R-E1 to R-E5).</summary>
internal static class AwardCheck
{
    public static void Check(Trade trade, string path, int? entrants, Findings findings)
    {
        var scheme = trade.Awards;
        var at = $"{path}.awards";
        Tiers(scheme.Tiers, $"{at}.tiers", findings);
        var few = scheme.Few ?? [];
        findings.Unique(few, r => r.FewerThan.ToString(CultureInfo.InvariantCulture), i => $"{at}.few[{i}].fewerThan", "人数");
        foreach (var (index, row) in few.Index())
        {
            findings.Must(row.FewerThan >= 1, $"{at}.few[{index}].fewerThan", row.FewerThan, "人数应为 1 或以上");
            Tiers(row.Tiers, $"{at}.few[{index}].tiers", findings);
        }

        findings.Must(scheme.Gate is not { PassMark: < 0 or > 100 }, $"{at}.gate.passMark", scheme.Gate?.PassMark ?? 0, "合格线按百分制，应为 0 至 100");
        Quotas(scheme, at, entrants, findings);
        Advance(trade.Advance, $"{path}.advance", entrants, findings);
        Honours(trade.Honours ?? [], $"{path}.honours", findings);
    }

    private static void Tiers(IReadOnlyList<AwardTier> tiers, string path, Findings findings)
    {
        findings.Unique(tiers, t => t.Name, i => $"{path}[{i}].name", "奖项名称");
        foreach (var (index, tier) in tiers.Index())
        {
            var at = $"{path}[{index}]";
            findings.Name($"{at}.name", tier.Name);
            findings.Must(tier.Quota is null or >= 0, $"{at}.quota", tier.Quota ?? 0, "名额应为 0 或以上");
            findings.Must(tier.Percent is null or (>= 0 and <= 100), $"{at}.percent", tier.Percent ?? 0, "比例应为 0 至 100");
            if (findings.Readable($"{at}.quota") && findings.Readable($"{at}.percent"))
            {
                findings.Must(tier.Quota is null != tier.Percent is null, at, tier.Quota is null ? "名额和比例都没有" : "名额和比例都有", "应在名额 quota 与比例 percent 中写一个");
            }
        }

        var percent = tiers.Sum(t => t.Percent ?? 0);
        findings.Must(percent <= 100, path, percent, "各等次比例合计不能超过 100");
    }

    private static void Quotas(AwardScheme scheme, string path, int? entrants, Findings findings)
    {
        if (entrants is not { } count || count == 0 || !findings.Whole($"{path}.few"))
        {
            return;
        }

        var rows = (scheme.Few ?? []).Index().Where(r => count < r.Item.FewerThan).OrderBy(r => r.Item.FewerThan).ToList();
        var (tiers, at) = rows is [var (index, row), ..] ? (row.Tiers, $"{path}.few[{index}].tiers") : (scheme.Tiers, $"{path}.tiers");
        var quota = tiers.Sum(t => (long)(t.Quota ?? 0));
        findings.Must(quota <= count, at, quota, $"奖项名额合计不能超过报名的 {count} 人");
    }

    private static void Advance(AdvanceRule? advance, string path, int? entrants, Findings findings)
    {
        if (advance is null)
        {
            return;
        }

        findings.Name($"{path}.to", advance.To);
        if (findings.Readable($"{path}.top") && findings.Readable($"{path}.percent"))
        {
            findings.Must(advance.Top is null != advance.Percent is null, path, advance.Top is null ? "人数和比例都没有" : "人数和比例都有", "应在人数 top 与比例 percent 中写一个");
        }

        findings.Must(advance.Top is null or > 0, $"{path}.top", advance.Top ?? 0, "晋级人数应大于 0");
        findings.Must(entrants is not > 0 || advance.Top is not { } top || top <= entrants, $"{path}.top", advance.Top ?? 0, $"晋级人数不能超过报名的 {entrants} 人");
        findings.Must(advance.Percent is null or (> 0 and <= 100), $"{path}.percent", advance.Percent ?? 0, "晋级比例应大于 0、不超过 100");
    }

    private static void Honours(IReadOnlyList<HonourRule> honours, string path, Findings findings)
    {
        foreach (var (index, rule) in honours.Index())
        {
            var at = $"{path}[{index}]";
            findings.Name($"{at}.title", rule.Title);
            findings.Must(rule.RankFrom >= 1, $"{at}.rankFrom", rule.RankFrom, "名次从 1 起");
            findings.Must(rule.RankTo >= rule.RankFrom, $"{at}.rankTo", rule.RankTo, $"不能小于起始名次 {rule.RankFrom}");
            findings.Must(rule.Grades is null or { Count: >= 2 }, $"{at}.grades", $"{rule.Grades?.Count} 级", "等级阶梯由低到高至少两级；通行的五级就不写");
            findings.Names($"{at}.grades", rule.Grades);
            findings.Unique(rule.Grades, g => g, i => $"{at}.grades[{i}]", "等级");
        }
    }
}

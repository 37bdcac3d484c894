using Scoring.Core.Checking;
using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files;

/// <summary>Awards, advance list and honours of a trade (R-C3, R-E1 to R-E5, R-K11, R-K12).</summary>
internal static class AwardCheck
{
    public static void Check(Trade trade, string path, int? entrants, Findings findings)
    {
        var scheme = trade.Awards;
        var at = $"{path}.awards";
        Tiers(scheme.Tiers, $"{at}.tiers", trade, findings);
        var few = scheme.Few ?? [];
        findings.Unique(few, r => r.FewerThan.ToString(CultureInfo.InvariantCulture), i => $"{at}.few[{i}].fewerThan", $"人数");
        foreach (var (index, row) in few.Index())
        {
            findings.Must(row.FewerThan >= 1, $"{at}.few[{index}].fewerThan", row.FewerThan, $"人数应为 1 或以上");
            Tiers(row.Tiers, $"{at}.few[{index}].tiers", trade, findings);
        }

        findings.Must(scheme.Gate is not { PassMark: < 0 or > 100 }, $"{at}.gate.passMark", scheme.Gate?.PassMark ?? 0, $"合格线按百分制，应为 0 至 100");
        Quotas(scheme, at, entrants, findings);
        Limits(scheme.Limits, [.. scheme.Tiers.Concat(few.SelectMany(r => r.Tiers)).Select(t => t.Name).Distinct()], $"{at}.limits", findings);
        findings.NameIfAny($"{at}.countBy", scheme.CountBy);
        SinglePrizeCheck.Check(trade, $"{at}.singles", findings);
        Advance(trade.Advance, $"{path}.advance", entrants, findings);
        Honours(trade.Honours ?? [], $"{path}.honours", findings);
    }

    private static void Tiers(IReadOnlyList<AwardTier> tiers, string path, Trade trade, Findings findings)
    {
        findings.Unique(tiers, t => t.Name, i => $"{path}[{i}].name", $"奖项名称");
        foreach (var (index, tier) in tiers.Index())
        {
            var at = $"{path}[{index}]";
            findings.Name($"{at}.name", tier.Name);
            findings.Must(tier.Quota is null or >= 0, $"{at}.quota", tier.Quota ?? 0, $"名额应为 0 或以上");
            findings.Must(tier.Percent is null or (>= 0 and <= 100), $"{at}.percent", tier.Percent ?? 0, $"比例应为 0 至 100");
            findings.Must(tier.Amount is null or >= 0, $"{at}.amount", tier.Amount ?? 0, $"奖金应为 0 或以上");
            Standard(tier.From, $"{at}.from", trade, findings);
            if (findings.Readable($"{at}.quota") && findings.Readable($"{at}.percent"))
            {
                findings.Must(
                    tier.Quota is null || tier.Percent is null, at, $"名额和比例都有", $"应在名额 quota 与比例 percent 中写一个{(tier.From is null ? (Saying)$"" : $"，或都不写")}");
                findings.Must(
                    tier.Quota is not null || tier.Percent is not null || tier.From is not null, at, $"名额和比例都没有", $"应在名额 quota 与比例 percent 中写一个，或写达到的分数 from");
            }
        }

        var percent = tiers.Sum(t => t.Percent ?? 0);
        findings.Must(percent <= 100, path, percent, $"各等次比例合计不能超过 100");
    }

    // R-K12.
    private static void Standard(AwardStandard? standard, string path, Trade trade, Findings findings)
    {
        if (standard is null)
        {
            return;
        }

        findings.Must(standard.Mark > 0, $"{path}.mark", standard.Mark, $"要达到的分数应大于 0");
        if (standard.Component is { } component)
        {
            findings.Known($"{path}.component", component.Value, [.. trade.Components.Select(c => c.Id.Value)], $"成绩组成");
        }
    }

    /// <summary>Limits of prizes, or of who goes on, which has no tiers (R-K11, R-K12).</summary>
    private static void Limits(IReadOnlyList<AwardLimit>? limits, IReadOnlyCollection<string> tiers, string path, Findings findings)
    {
        foreach (var (index, limit) in (limits ?? []).Index())
        {
            var at = $"{path}[{index}]";
            findings.Must(limit.Most >= 1, $"{at}.most", limit.Most, $"至多几个应为 1 或以上");
            findings.NameIfAny($"{at}.tag", limit.Tag);
            if (findings.Readable($"{at}.per"))
            {
                findings.Must((limit.Per == LimitPer.Tag) == limit.Tag is not null, $"{at}.tag", limit.Tag is { } kind ? $"{kind}" : (Saying)$"缺少", $"按标签限制时写标签种类 tag，如 区县；其他不写");
            }

            if (limit.Tier is { } tier)
            {
                findings.Known($"{at}.tier", tier, tiers, $"奖项");
            }
        }
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
            findings.Must(advance.Top is null != advance.Percent is null, path, advance.Top is null ? (Saying)$"人数和比例都没有" : $"人数和比例都有", $"应在人数 top 与比例 percent 中写一个");
        }

        findings.Must(advance.Top is null or > 0, $"{path}.top", advance.Top ?? 0, $"晋级人数应大于 0");
        findings.Must(entrants is not > 0 || advance.Top is not { } top || top <= entrants, $"{path}.top", advance.Top ?? 0, $"晋级人数不能超过报名的 {entrants} 人");
        findings.Must(advance.Percent is null or (> 0 and <= 100), $"{path}.percent", advance.Percent ?? 0, $"晋级比例应大于 0、不超过 100");
        findings.Must(advance.Reserves >= 0, $"{path}.reserves", advance.Reserves, $"递补人数应为 0 或以上");
        Limits(advance.Limits, [], $"{path}.limits", findings);
    }

    private static void Honours(IReadOnlyList<HonourRule> honours, string path, Findings findings)
    {
        foreach (var (index, rule) in honours.Index())
        {
            var at = $"{path}[{index}]";
            findings.Name($"{at}.title", rule.Title);
            findings.Must(rule.Amount is null or >= 0, $"{at}.amount", rule.Amount ?? 0, $"奖金应为 0 或以上");
            findings.Must(rule.RankFrom >= 1, $"{at}.rankFrom", rule.RankFrom, $"名次从 1 起");
            findings.Must(rule.RankTo >= rule.RankFrom, $"{at}.rankTo", rule.RankTo, $"不能小于起始名次 {rule.RankFrom}");
            findings.Must(rule.Grades is null or { Count: >= 2 }, $"{at}.grades", $"{rule.Grades?.Count} 级", $"等级阶梯由低到高至少两级；通行的五级就不写");
            findings.Names($"{at}.grades", rule.Grades);
            findings.Unique(rule.Grades, g => g, i => $"{at}.grades[{i}]", $"等级");
        }
    }
}

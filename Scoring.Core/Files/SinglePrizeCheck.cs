using Scoring.Core.Checking;
using Scoring.Core.Definition;

namespace Scoring.Core.Files;

/// <summary>单项奖 (R-K12): something there is to compare, under names of their own.</summary>
internal static class SinglePrizeCheck
{
    public static void Check(Trade trade, string path, Findings findings)
    {
        var prizes = trade.Awards.Singles ?? [];
        findings.Unique(prizes, p => p.Name, i => $"{path}[{i}].name", $"单项奖名称");
        var modules = trade.Modules().DistinctBy(m => m.Id).ToDictionary(m => m.Id.Value);
        foreach (var (index, prize) in prizes.Index())
        {
            var at = $"{path}[{index}]";
            findings.Name($"{at}.name", prize.Name);
            findings.Must(trade.Awards.Tiers.All(t => t.Name != prize.Name), $"{at}.name", Findings.Quote(prize.Name), $"与奖项同名，请另取一个");
            findings.Must(prize.Count >= 1, $"{at}.count", prize.Count, $"取几名应为 1 或以上");
            findings.Must(prize.Amount is null or >= 0, $"{at}.amount", prize.Amount ?? 0, $"奖金应为 0 或以上");
            if (!findings.Known($"{at}.module", prize.Module.Value, modules.Keys, $"模块"))
            {
                continue;
            }

            var aspects = modules[prize.Module.Value].Aspects().DistinctBy(a => a.Id).ToDictionary(a => a.Id.Value);
            var known = prize.Aspect is not { } id || findings.Known($"{at}.aspect", id.Value, aspects.Keys, $"评分点");
            if (known && prize.Gain)
            {
                findings.Must(
                    prize.Aspect is { } own && aspects[own.Value] is MetricAspect { Base: not null }, $"{at}.gain", $"true", $"进步只能比有基数 base 的 metric 评分点，请写 aspect");
            }
        }
    }
}

using System.Text.Json;
using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Ranking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files;

/// <summary>The steps after the total: modules and aspects that exist, and something to compare (R-C1, R-J8).</summary>
internal static class TieChainCheck
{
    public static void Check(Trade trade, string path, Findings findings)
    {
        var modules = trade.Modules().ToList();
        foreach (var (index, step) in (trade.TieChain ?? []).Index().Where(s => findings.Readable($"{path}.tieChain[{s.Index}].kind")))
        {
            var at = $"{path}.tieChain[{index}]";
            var rule = TieRules.Of(step.Kind);
            var needs = rule.Part;
            var (needsModule, needsAspect) = (needs != TiePart.None, needs == TiePart.Aspect);
            findings.Must(needsModule == step.Module.HasValue, $"{at}.module", Shown(step.Module?.Value), needsModule ? (Saying)$"应写明按哪个模块比" : $"这一步不比模块，不要写");
            findings.Must(needsAspect == step.Aspect.HasValue, $"{at}.aspect", Shown(step.Aspect?.Value), needsAspect ? (Saying)$"应写明按哪个评分点比" : $"这一步不比评分点，不要写");

            var (needsCriterion, needsAttempt) = (needs == TiePart.Criterion, needs == TiePart.Attempt);
            findings.Must(needsCriterion == step.Criterion is not null, $"{at}.criterion", Shown(step.Criterion), needsCriterion ? (Saying)$"应写明按哪个评分项比" : $"这一步不比评分项，不要写");
            findings.Must(needsAttempt == step.Attempt.HasValue, $"{at}.attempt", Shown(step.Attempt?.ToString(System.Globalization.CultureInfo.InvariantCulture)), needsAttempt ? (Saying)$"应写明比第几次" : $"这一步不比次数，不要写");

            // With modules missing or misread nothing can be said about what they hold.
            if (modules.Count == 0 || !findings.Whole($"{path}.components"))
            {
                continue;
            }

            if (needsModule && step.Module is { } module)
            {
                Exists(modules, module, needsAspect ? step.Aspect : null, at, findings);
                Runs(modules.Find(m => m.Id == module), step, needs, at, findings);
                if (needsCriterion && step.Criterion is { } criterion && modules.Find(m => m.Id == module) is { } holder)
                {
                    findings.Known($"{at}.criterion", criterion, [.. holder.Sheet.SelectMany(c => (c.Parts ?? []).Prepend(c)).Select(c => c.Id)], $"评分项");
                }
            }

            if (!rule.Compares(trade))
            {
                findings.Warn(at, $"{JsonNamingPolicy.CamelCase.ConvertName(step.Kind.ToString())}", $"{findings.TradeWord}里没有这一步要比的内容，比较时会跳过（R-J8）");
            }
        }
    }

    private static void Exists(List<Module> modules, ModuleId id, AspectId? aspect, string path, Findings findings)
    {
        if (!findings.Known($"{path}.module", id.Value, [.. modules.Select(m => m.Id.Value)], $"模块") || aspect is null)
        {
            return;
        }

        var aspects = modules.Find(m => m.Id == id)!.Aspects().Select(a => a.Id.Value).ToList();
        if (aspects.Count == 0)
        {
            findings.Error($"{path}.aspect", Findings.Quote(aspect.Value.Value), $"模块 {id.Value} 只录总分，没有评分点；请按模块比（\"kind\": \"module\"）");
            return;
        }

        findings.Known($"{path}.aspect", aspect.Value.Value, aspects, $"评分点");
    }

    private static void Runs(Module? module, TieStep step, TiePart needs, string path, Findings findings)
    {
        if (module is null || needs is not (TiePart.Attempt or TiePart.Runs))
        {
            return;
        }

        findings.Must(module.Attempts is not null, $"{path}.module", Findings.Quote(module.Id.Value), $"这个模块只进行一次，没有可比的次数");
        if (module.Attempts is { } rule && step.Attempt is { } number)
        {
            findings.Must(number >= 1 && number <= rule.Most, $"{path}.attempt", number, $"应为 1 至 {rule.Most}");
        }
    }

    private static Saying Shown(string? value) => value is null ? $"缺少" : Findings.Quote(value);
}

using Scoring.Core.Checking;
using Scoring.Core.Definition;

namespace Scoring.Core.Files;

/// <summary>Components, weights and modules: do they make 100, or the declared total (R-B1, R-J1)?</summary>
internal static class ComponentCheck
{
    public static void Check(Trade trade, string path, Findings findings)
    {
        var components = $"{path}.components";
        findings.Must(trade.Components.Count > 0, components, $"空列表", $"至少要有一个部分，如理论、实操");
        findings.Unique(trade.Components, c => c.Id.Value, i => $"{components}[{i}].id", $"部分编号");
        var modules = trade.Components.Index().SelectMany(c => c.Item.Modules.Index().Select(m => (m.Item.Id.Value, Path: $"{components}[{c.Index}].modules[{m.Index}].id"))).ToList();
        findings.Unique(modules, m => m.Value, i => modules[i].Path, $"模块编号在一个{findings.TradeWord}里");
        foreach (var (index, component) in trade.Components.Index())
        {
            Check(component, $"{components}[{index}]", findings);
            findings.Must(
                component.Kind != ComponentKind.Practical || trade.Components.Take(index).All(c => c.Kind != ComponentKind.Practical),
                $"{components}[{index}].kind", $"practical", $"实操部分最多一个，其余请用 other");
        }

        if (!findings.Readable($"{path}.scoring"))
        {
            return;
        }

        if (trade.Scoring == ScoringMode.Weighted)
        {
            Weights(trade, path, findings);
        }
        else
        {
            RawTotal(trade, path, findings);
        }
    }

    private static void Weights(Trade trade, string path, Findings findings)
    {
        findings.Must(trade.RawTotal is null, $"{path}.rawTotal", trade.RawTotal ?? 0, $"按权重计分时不写总分；各部分分数相加请用 \"scoring\": \"rawSum\"");
        foreach (var (index, component) in trade.Components.Index())
        {
            var at = $"{path}.components[{index}]";
            findings.Must(component.Weight is > 0 and <= 100, $"{at}.weight", component.Weight, $"权重应大于 0、不超过 100");
            if (FullMarksReadable(component, at, findings))
            {
                var full = component.Modules.Sum(m => m.FullMark);
                findings.Must(full == 100 || component.Scaled, $"{at}.modules", Sums.Of(component.Modules.Select(m => m.FullMark), full), $"各模块满分合计应为 100{Sums.Off(full, 100)}；按比例折算成 100 请写 \"scaled\": true");
            }
        }

        if (trade.Components.Count > 0 && trade.Components.Index().All(c => findings.Readable($"{path}.components[{c.Index}].weight")))
        {
            var sum = trade.Components.Sum(c => c.Weight);
            findings.Must(sum == 100, $"{path}.components", Sums.Of(trade.Components.Select(c => c.Weight), sum), $"各部分权重合计应为 100{Sums.Off(sum, 100)}");
        }
    }

    private static void RawTotal(Trade trade, string path, Findings findings)
    {
        foreach (var (index, component) in trade.Components.Index())
        {
            findings.Must(!component.Scaled, $"{path}.components[{index}].scaled", $"true", $"分数相加时不折算；要折算成 100 请按权重计分");
        }

        findings.Must(trade.RawTotal is not null, $"{path}.rawTotal", $"缺少", $"分数相加时要写明总分，如 200");
        if (trade.RawTotal is { } total && FullMarksReadable(trade, path, findings))
        {
            var sum = trade.Modules().Sum(m => m.FullMark);
            findings.Must(sum == total, $"{path}.rawTotal", total, $"全部模块满分合计为 {Findings.Figure(sum)}，应与总分相等");
        }
    }

    private static void Check(Component component, string path, Findings findings)
    {
        findings.Id($"{path}.id", component.Id.Value);
        findings.Name($"{path}.name", component.Name);
        findings.Must(component.PassMark is null or (>= 0 and <= 100), $"{path}.passMark", component.PassMark ?? 0, $"合格线按百分制，应为 0 至 100");
        findings.Must(component.Modules.Count > 0, $"{path}.modules", $"空列表", $"至少要有一个模块");
        foreach (var (index, module) in component.Modules.Index())
        {
            ModuleCheck.Check(module, $"{path}.modules[{index}]", findings);
        }

    }

    /// <summary>Whether there are full marks to add up and all could be read; of a trade without any that has been said.</summary>
    internal static bool FullMarksReadable(Trade trade, string path, Findings findings) =>
        trade.Components.Count > 0 && trade.Components.Index().All(c => FullMarksReadable(c.Item, $"{path}.components[{c.Index}]", findings));

    private static bool FullMarksReadable(Component component, string path, Findings findings) =>
        component.Modules.Count > 0 && component.Modules.Index().All(m => findings.Readable($"{path}.modules[{m.Index}].fullMark"));
}

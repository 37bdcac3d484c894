using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.Panels;

namespace Scoring.Api.Console.Defining;

/// <summary>A trade's tree with one sum per level beside what it must be.</summary>
public sealed record DefinitionView(Trade Trade, Phase Phase, IReadOnlyList<DefinitionLine> Lines, IReadOnlyList<SumCheck> Sums, IReadOnlyList<Problem> Problems)
{
    public bool AddsUp => Problems.All(p => p.Warning);

    public static DefinitionView Of(TradeState trade) => Of(trade.Definition, trade.Phase, trade.Entrants.Count);

    public static DefinitionView Of(Trade trade, Phase phase, int entrants)
    {
        var lines = new List<DefinitionLine>();
        foreach (var component in trade.Components)
        {
            var sum = component.Modules.Sum(m => m.FullMark);
            decimal? must = trade.Scoring == ScoringMode.Weighted && !component.Scaled ? 100m : null;
            lines.Add(new DefinitionLine(0, new Selection.OfComponent(component.Id), "", component.Name, "", Told(trade, component), sum, must));
            foreach (var module in component.Modules)
            {
                Add(lines, module);
            }
        }

        return new DefinitionView(trade, phase, lines, SumsOf(trade), DefinitionCheck.Check(trade, entrants));
    }

    private static string Told(Trade trade, Component component) => trade.Scoring != ScoringMode.Weighted ? "累计分"
        : $"权重 {Words.Plain(component.Weight)}%{(component.Scaled ? "，折算成 100" : "")}{(component.BelowZero ? "，可为负" : "")}";

    private static void Add(List<DefinitionLine> lines, Module module)
    {
        string? time = module.Time is { LimitSeconds: { } limit } ? $"限时 {Wording.Clock(limit)}" : module.Time is not null ? "记录用时" : null;
        var setting = string.Join("；", Set(module).Append(time).OfType<string>());
        var sheet = module.Aspects().ToList();
        lines.Add(new DefinitionLine(
            1, new Selection.OfModule(module.Id), "", $"模块 {module.Id} {module.Name}", Marking(module.Marking), setting, sheet.Count == 0 ? module.FullMarkOfOne : sheet.Sum(a => a.Share()), module.FullMarkOfOne));
        foreach (var criterion in module.Sheet)
        {
            Add(lines, module, criterion, 2);
        }
    }

    // What is set of the rules beside the plain fields.
    private static IEnumerable<string?> Set(Module module) =>
        Rules.RuleForms.All.OfType<Rules.RuleForm<Module>>().Select(r => ((Rules.RuleForm)r).Set(module));

    private static void Add(List<DefinitionLine> lines, Module module, Criterion criterion, int depth)
    {
        lines.Add(new DefinitionLine(depth, new Selection.OfCriterion(module.Id, criterion.Id), criterion.Id, criterion.Name, "", "", criterion.AllAspects().Sum(a => a.Share()), null));
        foreach (var aspect in criterion.Aspects ?? [])
        {
            var kind = KindForms.Of(aspect).Form;
            lines.Add(new DefinitionLine(
                3, new Selection.OfAspect(module.Id, aspect.Id), aspect.Id.Value, aspect.Text, kind.Name, kind.Setting(aspect), aspect.FullMark, null));
        }

        foreach (var part in criterion.Parts ?? [])
        {
            Add(lines, module, part, depth);
        }
    }

    private static List<SumCheck> SumsOf(Trade trade)
    {
        var sums = new List<SumCheck>();
        if (trade.Scoring == ScoringMode.Weighted)
        {
            var total = trade.Components.Sum(c => c.Weight);
            sums.Add(new SumCheck("权重", $"{string.Join(" ＋ ", trade.Components.Select(c => $"{c.Name} {c.Weight.Plain()}%"))} ＝ {total.Plain()}%", total == 100, total == 100 ? "" : $"差 {(100 - total).Plain()}%"));
        }
        else
        {
            var total = trade.Modules().Sum(m => m.FullMark);
            sums.Add(new SumCheck("累计分", $"{total.Plain()} / {trade.RawTotal?.Plain()}", total == trade.RawTotal, total == trade.RawTotal ? "" : "与声明的总分不符"));
        }

        foreach (var component in trade.Components.Where(c => c.Modules.Count > 1))
        {
            var total = component.Modules.Sum(m => m.FullMark);
            var right = trade.Scoring == ScoringMode.RawSum || component.Scaled || total == 100;
            sums.Add(new SumCheck(
                $"{component.Name}模块配分", $"{string.Join(" ＋ ", component.Modules.Select(m => $"{m.Id} {m.FullMark.Plain()}"))} ＝ {total.Plain()}", right,
                right ? "" : total < 100 ? $"还差 {(100 - total).Plain()}" : $"多出 {(total - 100).Plain()}"));
        }

        var sheets = trade.Modules().Where(m => m.Sheet.Count > 0).ToList();
        if (sheets.Count > 0)
        {
            var aspects = sheets.SelectMany(m => m.Aspects()).ToList();
            var off = sheets.Where(m => m.Aspects().Sum(a => a.Share()) != m.FullMarkOfOne && !PanelFigure.AddsUp(m.Panel)).ToList();
            sums.Add(new SumCheck("评分点合计", $"{aspects.Count} 个评分点，共 {aspects.Sum(a => a.Share()).Mark()}", off.Count == 0, off.Count == 0 ? "" : $"{string.Join('、', off.Select(m => m.Id.Value))} 与模块配分不符"));
        }

        return sums;
    }

    public static string Marking(MarkingMethod marking) => marking switch
    {
        MarkingMethod.Judge => "一名裁判",
        MarkingMethod.Panel => "评委组",
        MarkingMethod.Clerk => "录入",
        _ => "双录",
    };
}

/// <param name="Depth">0 component, 1 module, 2 criterion, 3 aspect.</param>
/// <param name="At">What choosing this line chooses.</param>
/// <param name="Must">What the sum must be; null: anything.</param>
public sealed record DefinitionLine(int Depth, Selection At, string Number, string Name, string Kind, string Setting, decimal Sum, decimal? Must)
{
    public bool Right => Must is null || Sum == Must;
}

public sealed record SumCheck(string Name, string Words, bool Right, string Fault);

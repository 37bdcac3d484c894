using System.Globalization;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining;

/// <summary>A new aspect, criterion or module beside what is chosen, with the next free id.</summary>
public static class DefinitionAdd
{
    /// <param name="what"><c>aspect</c>, <c>criterion</c>, <c>module</c> or <c>component</c>.</param>
    public static (Trade? Changed, string? Fault) To(Trade trade, string? at, string what)
    {
        var parts = (at ?? "").Split(':', 3);
        var module = parts is [_, var id, ..] && parts[0] != "c" ? trade.Modules().FirstOrDefault(m => m.Id.Value == id) : null;
        return what switch
        {
            "module" => Module(trade, parts is ["c", var component] ? component : trade.Components.FirstOrDefault(c => module is not null && c.Modules.Contains(module))?.Id.Value),
            "component" => Component(trade),
            "criterion" when module is not null => (trade.WithModule(module.Id, m => m with { Sheet = [.. m.Sheet, new Criterion(NextCriterion(m), "新评分项", [])] }), null),
            "aspect" when module is not null => Aspect(trade, module, parts),
            _ => (null, what == "aspect" ? "请先选择一个评分项或评分点，新的加在它后面" : "请先选择一个模块"),
        };
    }

    private static (Trade?, string?) Component(Trade trade)
    {
        var number = trade.Components.Count + 1;
        while (trade.Components.Any(c => c.Id.Value == $"part-{number}"))
        {
            number++;
        }

        var id = new ComponentId(string.Create(CultureInfo.InvariantCulture, $"part-{number}"));
        return (trade with { Components = [.. trade.Components, new Component(id, "新部分", ComponentKind.Other, Math.Max(0, 100 - trade.Components.Sum(c => c.Weight)), [])] }, null);
    }

    private static (Trade?, string?) Module(Trade trade, string? component)
    {
        if (trade.Components.FirstOrDefault(c => c.Id.Value == component) is not { } found)
        {
            return (null, "请先选择一个部分，新模块加在它里面");
        }

        var letter = Enumerable.Range('A', 26).Select(c => ((char)c).ToString()).FirstOrDefault(l => trade.Modules().All(m => m.Id.Value != l));
        return letter is null ? (null, "模块太多了")
            : (trade.WithComponent(found.Id, c => c with { Modules = [.. c.Modules, new Module(new ModuleId(letter), "新模块", 10, MarkingMethod.Panel, [])] }), null);
    }

    private static (Trade?, string?) Aspect(Trade trade, Module module, string[] parts)
    {
        var criterion = parts switch
        {
            ["k", _, var id] => id,
            ["a", _, var aspect] => All(module.Sheet).FirstOrDefault(c => c.Aspects?.Any(a => a.Id.Value == aspect) == true)?.Id,
            _ => module.Sheet.Count > 0 ? module.Sheet[^1].Id : null,
        };
        if (criterion is null)
        {
            return (null, "请先加一个评分项");
        }

        var number = 1;
        while (module.Aspects().Any(a => a.Id.Value == Id(number)))
        {
            number++;
        }

        return (trade.WithCriterion(module.Id, criterion, c => c with { Aspects = [.. c.Aspects ?? [], new PointsAspect(new AspectId(Id(number)), "新评分点", 1)] }), null);

        string Id(int n) => string.Create(CultureInfo.InvariantCulture, $"{criterion}.{n}");
    }

    private static string NextCriterion(Module module)
    {
        var number = 1;
        while (All(module.Sheet).Any(c => c.Id == $"{module.Id}{number}"))
        {
            number++;
        }

        return $"{module.Id}{number}";
    }

    private static IEnumerable<Criterion> All(IEnumerable<Criterion> criteria) => criteria.SelectMany(c => (c.Parts ?? []).Prepend(c));
}

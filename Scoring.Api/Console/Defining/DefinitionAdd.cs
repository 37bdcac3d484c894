using System.Globalization;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining;

/// <summary>A new aspect, criterion or module beside what is chosen, with the next free id.</summary>
public static class DefinitionAdd
{
    /// <param name="what"><c>aspect</c>, <c>criterion</c>, <c>module</c> or <c>component</c>.</param>
    public static (Trade? Changed, string? Fault) To(Trade trade, Selection? at, string what)
    {
        var module = at?.Module is { } id ? trade.Modules().FirstOrDefault(m => m.Id == id) : null;
        return what switch
        {
            "module" => Module(trade, trade.Components.FirstOrDefault(c => at is Selection.OfComponent chosen ? c.Id == chosen.Id : module is not null && c.Modules.Contains(module))),
            "component" => Component(trade),
            "criterion" when module is not null => (trade.WithModule(module.Id, m => m with { Sheet = [.. m.Sheet, new Criterion(NextCriterion(m), "新评分项", [])] }), null),
            "aspect" when module is not null => Aspect(trade, module, at),
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

    private static (Trade?, string?) Module(Trade trade, Component? found)
    {
        if (found is null)
        {
            return (null, "请先选择一个部分，新模块加在它里面");
        }

        var letter = Enumerable.Range('A', 26).Select(c => ((char)c).ToString()).FirstOrDefault(l => trade.Modules().All(m => m.Id.Value != l));
        return letter is null ? (null, "模块太多了")
            : (trade.WithComponent(found.Id, c => c with { Modules = [.. c.Modules, new Module(new ModuleId(letter), "新模块", 10, MarkingMethod.Panel, [])] }), null);
    }

    private static (Trade?, string?) Aspect(Trade trade, Module module, Selection? at)
    {
        var criterion = at switch
        {
            Selection.OfCriterion chosen => chosen.Id,
            Selection.OfAspect chosen => All(module.Sheet).FirstOrDefault(c => c.Aspects?.Any(a => a.Id == chosen.Id) == true)?.Id,
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

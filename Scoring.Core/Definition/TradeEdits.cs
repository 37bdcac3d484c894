// Changes to a trade's tree, each giving a new trade. Ids stay: marks hang on them.
namespace Scoring.Core.Definition;

/// <summary>One change of a component, module, criterion or aspect; what is not there leaves the trade as it is.</summary>
public static class TradeEdits
{
    public static Trade WithComponent(this Trade trade, ComponentId id, Func<Component, Component> change) =>
        trade with { Components = [.. trade.Components.Select(c => c.Id == id ? change(c) : c)] };

    public static Trade WithModule(this Trade trade, ModuleId id, Func<Module, Module?> change) =>
        trade with { Components = [.. trade.Components.Select(c => c with { Modules = [.. c.Modules.Select(m => m.Id == id ? change(m) : m).OfType<Module>()] })] };

    public static Trade WithCriterion(this Trade trade, ModuleId module, string id, Func<Criterion, Criterion?> change) =>
        trade.WithModule(module, m => m with { Sheet = Criteria(m.Sheet, c => c.Id == id ? change(c) : c) });

    public static Trade WithAspect(this Trade trade, ModuleId module, AspectId id, Func<Aspect, Aspect?> change) =>
        trade.WithModule(module, m => m with
        {
            Sheet = Criteria(m.Sheet, c => c.Aspects is null ? c : c with { Aspects = [.. c.Aspects.Select(a => a.Id == id ? change(a) : a).OfType<Aspect>()] }),
        });

    /// <summary>One place up or down among its neighbours in the criterion.</summary>
    /// <param name="step">−1 up, 1 down.</param>
    public static Trade MoveAspect(this Trade trade, ModuleId module, AspectId id, int step) => trade.WithModule(module, m => m with
    {
        Sheet = Criteria(m.Sheet, c =>
        {
            var aspects = (c.Aspects ?? []).ToList();
            var at = aspects.FindIndex(a => a.Id == id);
            if (at < 0 || at + step < 0 || at + step >= aspects.Count)
            {
                return c;
            }

            (aspects[at], aspects[at + step]) = (aspects[at + step], aspects[at]);
            return c with { Aspects = aspects };
        }),
    });

    /// <summary>A component one place up or down.</summary>
    /// <param name="step">−1 up, 1 down.</param>
    public static Trade MoveComponent(this Trade trade, ComponentId id, int step) => trade with { Components = Moved(trade.Components, c => c.Id == id, step) };

    /// <summary>A module one place up or down in its component.</summary>
    public static Trade MoveModule(this Trade trade, ModuleId id, int step) =>
        trade with { Components = [.. trade.Components.Select(c => c with { Modules = Moved(c.Modules, m => m.Id == id, step) })] };

    /// <summary>A criterion one place up or down among its neighbours.</summary>
    public static Trade MoveCriterion(this Trade trade, ModuleId module, string id, int step) => trade.WithModule(module, m => m with
    {
        Sheet = Criteria(Moved(m.Sheet, c => c.Id == id, step), c => c.Parts is null ? c : c with { Parts = Moved(c.Parts, p => p.Id == id, step) }),
    });

    private static List<T> Moved<T>(IReadOnlyList<T> items, Predicate<T> which, int step)
    {
        var list = items.ToList();
        var at = list.FindIndex(which);
        if (at >= 0 && at + step >= 0 && at + step < list.Count)
        {
            (list[at], list[at + step]) = (list[at + step], list[at]);
        }

        return list;
    }

    private static List<Criterion> Criteria(IEnumerable<Criterion> criteria, Func<Criterion, Criterion?> change) =>
        [.. criteria.Select(c => change(c.Parts is null ? c : c with { Parts = Criteria(c.Parts, change) })).OfType<Criterion>()];
}

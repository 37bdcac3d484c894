using System.Diagnostics.CodeAnalysis;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining;

/// <summary>What is chosen in a trade's tree. In an address it is one text, e.g. <c>a:A:A2.1</c>, made and read here alone.</summary>
public abstract record Selection : IParsable<Selection>
{
    /// <summary>What it is in this trade; null: no longer there.</summary>
    public abstract object? In(Trade trade);

    /// <summary>The trade without it, or why it has to stay.</summary>
    public abstract (Trade? Changed, string? Fault) RemoveFrom(Trade trade);

    /// <param name="step">−1 up, 1 down.</param>
    public abstract Trade MoveIn(Trade trade, int step);

    /// <summary>The module it is or stands in; null: it is a component.</summary>
    public virtual ModuleId? Module => null;

    public sealed record OfComponent(ComponentId Id) : Selection
    {
        public override Component? In(Trade trade) => trade.Components.FirstOrDefault(c => c.Id == Id);

        public override (Trade?, string?) RemoveFrom(Trade trade) => In(trade) is { Modules.Count: > 0 }
            ? (null, "这个部分里还有模块，请先删除模块")
            : (trade with { Components = [.. trade.Components.Where(c => c.Id != Id)] }, null);

        public override Trade MoveIn(Trade trade, int step) => trade.MoveComponent(Id, step);

        public override string ToString() => $"c:{Id}";
    }

    public sealed record OfModule(ModuleId Id) : Selection
    {
        public override ModuleId? Module => Id;

        public override Module? In(Trade trade) => trade.Modules().FirstOrDefault(m => m.Id == Id);

        public override (Trade?, string?) RemoveFrom(Trade trade) => (trade.WithModule(Id, _ => null), null);

        public override Trade MoveIn(Trade trade, int step) => trade.MoveModule(Id, step);

        public override string ToString() => $"m:{Id}";
    }

    public sealed record OfCriterion(ModuleId Of, string Id) : Selection
    {
        public override ModuleId? Module => Of;

        public override Criterion? In(Trade trade) =>
            new OfModule(Of).In(trade)?.Sheet.SelectMany(c => (c.Parts ?? []).Prepend(c)).FirstOrDefault(c => c.Id == Id);

        public override (Trade?, string?) RemoveFrom(Trade trade) => (trade.WithCriterion(Of, Id, _ => null), null);

        public override Trade MoveIn(Trade trade, int step) => trade.MoveCriterion(Of, Id, step);

        public override string ToString() => $"k:{Of}:{Id}";
    }

    public sealed record OfAspect(ModuleId Of, AspectId Id) : Selection
    {
        public override ModuleId? Module => Of;

        public override Aspect? In(Trade trade) => new OfModule(Of).In(trade)?.Aspects().FirstOrDefault(a => a.Id == Id);

        public override (Trade?, string?) RemoveFrom(Trade trade) => (trade.WithAspect(Of, Id, _ => null), null);

        public override Trade MoveIn(Trade trade, int step) => trade.MoveAspect(Of, Id, step);

        public override string ToString() => $"a:{Of}:{Id}";
    }

    public static Selection Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var read) ? read : throw new FormatException("no selection");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Selection result)
    {
        result = (s ?? "").Split(':', 3) switch
        {
            ["c", var component] => new OfComponent(new(component)),
            ["m", var module] => new OfModule(new(module)),
            ["k", var module, var criterion] => new OfCriterion(new(module), criterion),
            ["a", var module, var aspect] => new OfAspect(new(module), new(aspect)),
            _ => null,
        };
        return result is not null;
    }
}

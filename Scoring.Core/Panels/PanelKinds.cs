using System.Collections.Frozen;
using Scoring.Core.Definition;

namespace Scoring.Core.Panels;

/// <summary>Every method there is: whatever derives from <see cref="PanelKind"/>.</summary>
internal static class PanelKinds
{
    private static readonly FrozenDictionary<PanelMethod, PanelKind> ByMethod = typeof(PanelKind).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(PanelKind)))
        .Select(t => (PanelKind)Activator.CreateInstance(t)!) // not null: a class
        .ToFrozenDictionary(k => k.Method);

    /// <param name="rule">Null: the usual one.</param>
    public static PanelKind Of(PanelRule? rule) => Of(rule?.Method ?? PanelMethod.Default);

    public static PanelKind Of(PanelMethod method) => ByMethod.TryGetValue(method, out var kind) ? kind
        : throw new ArgumentOutOfRangeException(nameof(method), method, "a panel's method of unknown kind");
}

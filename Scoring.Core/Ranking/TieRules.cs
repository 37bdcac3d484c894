using System.Collections.Frozen;
using Scoring.Core.Definition;

namespace Scoring.Core.Ranking;

/// <summary>Every kind of step there is: whatever derives from <see cref="TieRule"/>.</summary>
internal static class TieRules
{
    private static readonly FrozenDictionary<TieStepKind, TieRule> ByKind = typeof(TieRule).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(TieRule)))
        .Select(t => (TieRule)Activator.CreateInstance(t)!) // not null: a class
        .ToFrozenDictionary(r => r.Kind);

    public static TieRule Of(TieStepKind kind) => ByKind.TryGetValue(kind, out var rule) ? rule
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "a step of unknown kind");
}

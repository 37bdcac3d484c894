using System.Collections.Frozen;
using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>Every kind there is: whatever derives from <see cref="AspectKind"/>, by the record it is of.</summary>
internal static class AspectKinds
{
    private static readonly FrozenDictionary<Type, AspectKind> ByRecord = typeof(AspectKind).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(AspectKind)))
        .Select(t => (AspectKind)Activator.CreateInstance(t)!) // not null: a class
        .ToFrozenDictionary(k => k.Record);

    public static AspectKind Of(Aspect aspect) => ByRecord.TryGetValue(aspect.GetType(), out var kind) ? kind
        : throw new ArgumentOutOfRangeException(nameof(aspect), aspect.GetType().Name, "an aspect of unknown kind");
}

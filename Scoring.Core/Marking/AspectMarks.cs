// What a judge typed becomes a mark (R-B5), or a sentence that says why it cannot (R-J5).
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

/// <summary>One aspect at a time. <see cref="Value"/> and <see cref="Mark"/> take only what <see cref="Check"/> lets through.</summary>
public static class AspectMarks
{
    /// <summary>Null: allowed. Otherwise what is wrong and what is allowed, for the judge.</summary>
    /// <param name="belowZero">The module has no floor (R-K9).</param>
    public static Saying? Check(Aspect aspect, Entry entry, bool belowZero = false) => AspectKinds.Of(aspect).Check(aspect, entry, belowZero);

    /// <summary>The mark: 0…full, two decimals, half-up. Of an aspect marked against the field 0: its mark comes from the values of all (R-K8).</summary>
    public static decimal Value(Aspect aspect, Entry entry, bool belowZero = false)
    {
        var kind = AspectKinds.Of(aspect);
        var raw = kind.Value(aspect, entry);
        return kind.Use == AspectUse.Factor ? raw : Rounding.Aspect(Math.Min(belowZero ? raw : Math.Max(0m, raw), aspect.FullMark));
    }

    /// <summary>The mark with the words that explain it.</summary>
    public static AspectResult Mark(Aspect aspect, Entry entry, bool belowZero = false) =>
        new(aspect.Id, entry, Value(aspect, entry, belowZero), AspectKinds.Of(aspect).Because(aspect, entry));

    /// <inheritdoc cref="ToleranceKind.BandOf"/>
    public static int BandOf(ToleranceAspect aspect, decimal measured) => ToleranceKind.BandOf(aspect, measured);

    /// <inheritdoc cref="TimeBandKind.BandOf"/>
    public static int BandOf(TimeBandAspect aspect, decimal seconds) => TimeBandKind.BandOf(aspect, seconds);
}

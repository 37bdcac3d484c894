using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

/// <summary>
/// A kind of aspect (R-B5), all of it in one file: what may be entered, what it comes to, the words for it on pages and paper, and what its
/// definition must hold.
/// The kind's record is in Definition.
/// </summary>
internal abstract class AspectKind
{
    /// <summary>How its mark goes into the sheet.</summary>
    public virtual AspectUse Use => AspectUse.Part;

    /// <returns>Null: allowed. Otherwise what is wrong and what is allowed, for the judge (R-J5).</returns>
    public abstract Saying? Check(Aspect aspect, Entry entry, bool belowZero);

    /// <summary>The mark before it is clamped and rounded; of what <see cref="Check"/> lets through.</summary>
    public abstract decimal Value(Aspect aspect, Entry entry);

    /// <summary>How an entry became its mark, in words that can be read out.</summary>
    public abstract Saying Because(Aspect aspect, Entry entry);

    /// <summary>Reports whatever its definition lacks.</summary>
    public abstract void Define(Aspect aspect, string path, Findings findings);

    /// <summary>The record of this kind.</summary>
    public abstract Type Record { get; }

    /// <summary>Names of the texts it is entered as; null: one figure.</summary>
    public virtual IReadOnlyList<string>? Fields(Aspect aspect) => null;

    /// <summary>The figures there are to choose from, with their words; null: any figure.</summary>
    public virtual IReadOnlyList<(decimal Figure, string Words)>? Choices(Aspect aspect) => null;

    /// <summary>What is typed, in a word or two beside the field.</summary>
    public abstract string Ask(Aspect aspect);

    /// <summary>How it is marked, for whoever has only the paper.</summary>
    public abstract string Guide(Aspect aspect);

    /// <summary>Benchmarks or bands of the paper, a line each.</summary>
    public virtual IReadOnlyList<string> Scale(Aspect aspect) =>
        aspect.Reasons is { Count: > 0 } reasons ? [$"扣分原因：{string.Join(" / ", reasons)}"] : [];

    /// <summary>Where the paper is filled in.</summary>
    public abstract string Blank(Aspect aspect);

    /// <summary>What was entered, in words beside its mark; empty: the mark says it.</summary>
    public abstract string Typed(Aspect aspect, Entry entry);
}

/// <summary>Part of the sheet's sum; combined judge by judge (R-G2); outside the full mark, added or multiplied (R-K9); or marked by the
/// values of all (R-K8).</summary>
internal enum AspectUse { Part, Judged, Bonus, Factor, Field }

internal abstract class AspectKind<T> : AspectKind where T : Aspect
{
    protected abstract Saying? Check(T aspect, Entry entry, bool belowZero);

    protected abstract decimal Value(T aspect, Entry entry);

    protected abstract Saying Because(T aspect, Entry entry);

    protected abstract void Define(T aspect, string path, Findings findings);

    protected virtual IReadOnlyList<string>? Fields(T aspect) => null;

    protected virtual IReadOnlyList<(decimal Figure, string Words)>? Choices(T aspect) => null;

    protected abstract string Ask(T aspect);

    protected abstract string Guide(T aspect);

    protected virtual IReadOnlyList<string> Scale(T aspect) => base.Scale(aspect);

    protected abstract string Blank(T aspect);

    protected abstract string Typed(T aspect, Entry entry);

    public sealed override Type Record => typeof(T);

    public sealed override IReadOnlyList<string>? Fields(Aspect aspect) => Fields((T)aspect);

    public sealed override IReadOnlyList<(decimal Figure, string Words)>? Choices(Aspect aspect) => Choices((T)aspect);

    public sealed override string Ask(Aspect aspect) => Ask((T)aspect);

    public sealed override string Guide(Aspect aspect) => Guide((T)aspect);

    public sealed override IReadOnlyList<string> Scale(Aspect aspect) => Scale((T)aspect);

    public sealed override string Blank(Aspect aspect) => Blank((T)aspect);

    public sealed override string Typed(Aspect aspect, Entry entry) => Typed((T)aspect, entry);

    public sealed override Saying? Check(Aspect aspect, Entry entry, bool belowZero) => Check((T)aspect, entry, belowZero);

    public sealed override decimal Value(Aspect aspect, Entry entry) => Value((T)aspect, entry);

    public sealed override Saying Because(Aspect aspect, Entry entry) => Because((T)aspect, entry);

    public sealed override void Define(Aspect aspect, string path, Findings findings) => Define((T)aspect, path, findings);
}

/// <summary>A kind of which one figure is entered.</summary>
internal abstract class FigureKind<T> : AspectKind<T> where T : Aspect
{
    protected abstract Saying? Check(T aspect, decimal n, bool belowZero);

    protected abstract decimal Value(T aspect, decimal n);

    protected abstract Saying Because(T aspect, decimal n);

    protected abstract string Typed(T aspect, decimal n);

    protected sealed override string Typed(T aspect, Entry entry) => Typed(aspect, entry.Number ?? 0m);

    protected sealed override Saying? Check(T aspect, Entry entry, bool belowZero) =>
        entry.Number is not { } n ? (Saying)$"请填数字" : decimal.Abs(n) > Limits.LargestFigure ? (Saying)$"数太大，请核对后重填"
            : Check(aspect, n, belowZero);

    protected sealed override decimal Value(T aspect, Entry entry) => Value(aspect, entry.Number ?? 0m);

    protected sealed override Saying Because(T aspect, Entry entry) => Because(aspect, entry.Number ?? 0m);

    protected static bool WholeFromZero(decimal n) => n >= 0 && decimal.Truncate(n) == n;

    protected static Saying? Counted(decimal n, string unit) => !WholeFromZero(n) ? (Saying)$"{unit}数须是不小于 0 的整数"
        : n > Limits.LargestCount ? (Saying)$"{unit}数最多 {Limits.LargestCount}，请核对后重填" : null;
}

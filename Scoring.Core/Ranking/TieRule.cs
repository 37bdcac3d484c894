using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

/// <summary>
/// A kind of step of the tie chain (R-C1, R-J8), all of it in one file: the figure compared, the words for it, what its definition must
/// name, and what an organizer can choose. Its name is in <see cref="TieStepKind"/>.
/// </summary>
internal abstract class TieRule
{
    public abstract TieStepKind Kind { get; }

    /// <summary>The figure compared; null: this entrant has none, so the step is passed over for the whole group.</summary>
    public abstract decimal? Value(TieStep step, Trade trade, EntrantResult result);

    /// <summary>实操, 用时, 模块 A… as it is read out.</summary>
    public abstract Saying Name(TieStep step, Trade trade);

    /// <summary>Every step of this kind that the trade has something for.</summary>
    public abstract IEnumerable<TieStep> Offers(Trade trade);

    public virtual bool LessIsBetter => false;

    /// <summary>How the better of two values compares with the other.</summary>
    public virtual Saying Compared => $"高于";

    /// <param name="clock">How finishing times of the group are written.</param>
    public virtual Saying Format(Trade trade, decimal value, EntrantResult result, string clock) => $"{Words.Mark(value)}";

    /// <summary>What a step of this kind must name.</summary>
    public virtual TiePart Part => TiePart.None;

    /// <summary>Whether the trade has anything that this step compares.</summary>
    public virtual bool Compares(Trade trade) => true;

    /// <summary>As an organizer chooses it: 实操高的在前.</summary>
    public virtual Saying Choice(TieStep step, Trade trade) => $"{Name(step, trade).Spaced()}高的在前";
}

/// <summary>What a step names: a module alone, or with one of its aspects, criteria or runs; or a module that is run more than
/// once.</summary>
internal enum TiePart { None, Module, Aspect, Criterion, Attempt, Runs }

using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

/// <summary>What a step of the tie chain compares (R-C1, R-J8), whatever its kind.</summary>
public static class TieValue
{
    /// <summary>Practical, then time.</summary>
    public static IReadOnlyList<TieStep> DefaultChain { get; } = [new(TieStepKind.Practical), new(TieStepKind.Time)];

    /// <summary>The figure compared: components as they are rounded, all else to two decimals (R-M1); null: this entrant has none, so the step is passed over for
    /// the whole group.</summary>
    public static decimal? Of(TieStep step, Trade trade, EntrantResult result) => TieRules.Of(step.Kind).Value(step, trade, result);

    /// <summary>Whether less is better: time, faults, finish.</summary>
    public static bool LessIsBetter(TieStepKind kind) => TieRules.Of(kind).LessIsBetter;

    /// <summary>实操, 用时, 模块 A… as it is read out.</summary>
    public static Saying Name(TieStep step, Trade trade) => TieRules.Of(step.Kind).Name(step, trade);

    /// <summary>How the better of two values compares with the other.</summary>
    public static Saying Compared(TieStepKind kind) => TieRules.Of(kind).Compared;

    /// <param name="clock">How finishing times of the group are written.</param>
    public static Saying Format(TieStep step, Trade trade, decimal value, EntrantResult result, string clock) =>
        TieRules.Of(step.Kind).Format(trade, value, result, clock);

    /// <summary>Every step an organizer can choose in this trade, with its words; those of its own chain too, whatever they name.</summary>
    public static IReadOnlyList<(TieStep Step, Saying Words)> Choices(Trade trade) =>
    [
        .. Enum.GetValues<TieStepKind>().SelectMany(k => TieRules.Of(k).Offers(trade)).Concat(trade.TieChain ?? DefaultChain).Distinct()
            .Select(s => (s, TieRules.Of(s.Kind).Choice(s, trade))),
    ];
}

using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Phases;

/// <summary>What a step to a phase needs (R-A5).</summary>
/// <param name="Code">Stable, for programs and pages, e.g. <c>complete</c>.</param>
/// <param name="Words">e.g. 评分表全部交齐; where it is not met, what is missing.</param>
public sealed record PhaseNeed(string Code, string Words, bool Met);

/// <summary>The state machine of a trade (R-A5): one step at a time, each says what it still lacks.</summary>
public static class PhaseSteps
{
    /// <summary>What the step to <paramref name="to"/> still lacks, in words; empty: nothing, or it is a step back.</summary>
    /// <param name="now">For what has to wait until a day; null: days are not looked at.</param>
    public static IReadOnlyList<string> Lacks(TradeState trade, Phase to, DateTimeOffset? now = null) =>
        to <= trade.Phase ? [] : [.. Needs(trade, to, now).Where(n => !n.Met).Select(n => n.Words)];

    /// <summary>Everything the step needs, met or not, in the order people do it.</summary>
    public static IReadOnlyList<PhaseNeed> Needs(TradeState trade, Phase to, DateTimeOffset? now = null) => to switch
    {
        Phase.Drawn => BeforeScoring.Drawn(trade),
        Phase.Scoring => BeforeScoring.Scoring(trade),
        Phase.Review => AfterScoring.Review(trade),
        Phase.Publicity => AfterScoring.Publicity(trade),
        Phase.Final => AfterScoring.Final(trade, now),
        _ => [],
    };

    /// <summary>What the contest itself does not say yet, though its papers will need it: advice that holds up no step, so that nobody waits for a printer's word.</summary>
    public static IReadOnlyList<PhaseNeed> Advice(Competition? competition) =>
    [
        .. competition is { Signing.Count: > 0 } ? [] : (PhaseNeed[])[new("issuers", "还没有颁发单位（或主办），公布以后不能签发证书", false)],
        .. competition?.Date is not null ? [] : (PhaseNeed[])[new("date", "还没有比赛日期，秩序册、证书和公众页面上是空的", false)],
    ];
}

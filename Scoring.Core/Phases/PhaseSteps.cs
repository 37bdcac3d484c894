using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Sayings;

namespace Scoring.Core.Phases;

/// <summary>What a step to a phase needs (R-A5).</summary>
/// <param name="Words">e.g. 评分表全部交齐; where it is not met, what is missing.</param>
public sealed record PhaseNeed(Need Code, Saying Words, bool Met);

/// <summary>In the order people meet them.</summary>
public enum Need
{
    Issuers, Date, Definition, Entrants, Codes, Judges, Complete, Spread, Panel, Signed, Review, CodedResults, Decoded, Ties, Awards, Publicity, Appeals,
}

/// <summary>The state machine of a trade (R-A5): one step at a time, each says what it still lacks.</summary>
public static class PhaseSteps
{
    /// <summary>Everything the step needs, met or not, in the order people do it.</summary>
    /// <param name="now">For what has to wait until a day; null: days are not looked at.</param>
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
        .. competition is { Signing.Count: > 0 } ? [] : (PhaseNeed[])[new(Need.Issuers, $"还没有颁发单位（或主办），公布以后不能签发证书", false)],
        .. competition?.Date is not null ? [] : (PhaseNeed[])[new(Need.Date, $"还没有比赛日期，秩序册、证书和公众页面上是空的", false)],
    ];
}

using Scoring.Api.Ledger;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Sayings;

namespace Scoring.Api.Hubs;

/// <summary>From what the ledger did to what the tablet is told.</summary>
internal static class SubmissionAnswers
{
    public static SubmissionAnswer From(Outcome outcome, OpenCompetition competition, JudgeId judge, SheetSubmission submission)
    {
        var card = competition.Read(state => Card(state, judge, submission));
        return outcome switch
        {
            Outcome.Accepted accepted => new(SubmissionOutcome.Accepted, accepted.Receipt, card),
            Outcome.Refused { Why.Code: Refusal.SheetConflict } refused => new(SubmissionOutcome.Conflict, null, card, refused.Why.Message.ToString()),
            // Not now: it goes by itself when the module is open (again).
            Outcome.Refused { Why.Code: Refusal.Closed or Refusal.Locked } refused =>
                new(SubmissionOutcome.Retry, null, card, $"{refused.Why.Message}。这份评分表存在本机，开放后自动提交"),
            Outcome.Refused refused => new(SubmissionOutcome.Refused, null, card, refused.Why.Message.ToString(), Aspects(refused.Why.Fields)),
            Outcome.NotStored not => new(SubmissionOutcome.Retry, null, card, not.Message),
            _ => throw new InvalidOperationException($"no such outcome: {outcome}"),
        };
    }

    private static EntrantCard? Card(CompetitionState state, JudgeId judge, SheetSubmission submission) =>
        state.Trades.TryGetValue(submission.Trade, out var trade) && state.Judges.TryGetValue(judge, out var person) && trade.ByCode(submission.Code) is { } entrant
            ? TabletCardsOf.One(trade, submission.Module, person, entrant, submission.Attempt)
            : null;

    private static Dictionary<AspectId, string>? Aspects(IReadOnlyDictionary<string, Saying>? fields) =>
        fields?.ToDictionary(f => new AspectId(f.Key), f => f.Value.ToString());
}

using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Review;
using Scoring.Core.Scoring;

namespace Scoring.Core.Publication;

/// <summary>The sample is drawn once, from a recorded seed (R-D1).</summary>
public static class DrawReview
{
    /// <param name="seed">Made outside Core and written down; the same seed gives the same sample.</param>
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, string seed)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if ((Asking.Role(found, by, Role.HeadJudge, Role.Supervisor) ?? Asking.Between(found, Phase.Review, Phase.Review)) is { } refused)
        {
            return refused;
        }

        if (found.Publication.Review is not null)
        {
            return new Decision.Refuse(Refusal.AlreadyDrawn, $"复核样本已经抽取，不能重抽");
        }

        var plan = ReviewDraw.Draw(trade, found.Standings(), seed, found.Definition.Review);
        return plan.Top.Count == 0
            ? new Decision.Refuse(Refusal.NobodyRanked, $"还没有人有名次，没有可复核的评分表")
            : Decision.Of(new ReviewDrawn(trade, plan.Seed, plan.Top, plan.Sample));
    }
}

/// <summary>One entrant's sheets were compared with the paper: right, or wrong with a remark (R-D1).</summary>
public static class TickReview
{
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, EntrantId entrant, bool right, string? remark)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if ((Asking.Role(found, by, Role.HeadJudge, Role.Supervisor) ?? Asking.Between(found, Phase.Review, Phase.Review)) is { } refused)
        {
            return refused;
        }

        if (found.Publication.Review is not { } review)
        {
            return new Decision.Refuse(Refusal.NotDrawn, $"还没有抽取复核样本，请先抽取");
        }

        if (found.Standings().Rows.All(r => r.Result.Entrant != entrant))
        {
            return Asking.NoEntrant;
        }

        return review.Signed is not null ? new Decision.Refuse(Refusal.Signed, $"复核已经签字，不能再改")
            : !right && string.IsNullOrWhiteSpace(remark) ? new Decision.Refuse(Refusal.NoRemark, $"请写明错在哪里")
            : Decision.Of(new ReviewTicked(trade, entrant, right, by.Id, string.IsNullOrWhiteSpace(remark) ? null : remark.Trim()));
    }
}

/// <summary>Head judge and supervisor sign the finished review (R-D1).</summary>
public static class SignReview
{
    public static Decision Decide(CompetitionState state, TradeId trade, Actor headJudge, Actor supervisor)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        var refused = Asking.Role(found, headJudge, Role.HeadJudge) ?? Asking.Role(found, supervisor, Role.Supervisor)
            ?? Asking.TwoPeople(headJudge.Id, supervisor.Id) ?? Asking.Between(found, Phase.Review, Phase.Review);
        if (refused is not null)
        {
            return refused;
        }

        if (found.Publication.Review is not { } review)
        {
            return new Decision.Refuse(Refusal.NotDrawn, $"还没有抽取复核样本，请先抽取");
        }

        var progress = Progress(found, review);
        return review.Signed is not null ? new Decision.Refuse(Refusal.AlreadySigned, $"复核已经签字")
            : !progress.Complete ? new Decision.Refuse(Refusal.NotComplete, progress.Words)
            : Decision.Of(new ReviewSigned(trade, headJudge.Id, supervisor.Id));
    }

    /// <summary>Where the review stands.</summary>
    public static ReviewProgress Progress(TradeState trade, ReviewState review) => review.Progress(trade.Standings());
}

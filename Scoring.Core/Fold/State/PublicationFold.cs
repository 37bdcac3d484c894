using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Ranking;

namespace Scoring.Core.Fold.State;

/// <summary>Phases, visibility, review, decoding, decisions, appeals, certificates.</summary>
internal static class PublicationFold
{
    public static void Apply(CompetitionState state, LedgerEvent e, Stamp stamp)
    {
        if (e is AppealFiled { Number: var number })
        {
            state.LastAppeal = Math.Max(state.LastAppeal, number);
        }

        Papers(state, e, stamp);
        if (e is not IOfTrade { Trade: var id } || state.Trade(id) is not { } trade)
        {
            return;
        }

        trade.Public.CompareBoards();
        state.Touch(trade);
        OnTheWay(trade, e, stamp);
        Decisions(trade, e, stamp);
    }

    // Of no one trade: nothing of a board changes.
    private static void Papers(CompetitionState state, LedgerEvent e, Stamp stamp)
    {
        switch (e)
        {
            case TeamCertificatesIssued issued:
                state.TeamPapers.Issue(issued.Certificates, stamp);
                break;
            case TeamCertificateRevoked revoked:
                state.TeamPapers.Revoke(revoked.Number, revoked.Reason);
                break;
            case CertificateCollected collected:
                foreach (var book in state.TradesInOrder.Select(t => t.Publication.Papers).Append(state.TeamPapers))
                {
                    book.Collect(collected.Number, collected.From, stamp);
                }

                break;
        }
    }

    private static void OnTheWay(TradeState trade, LedgerEvent e, Stamp stamp)
    {
        var publication = trade.Publication;
        switch (e)
        {
            case PhaseChanged changed:
                Enter(trade, changed, stamp);
                break;
            case VisibilityChanged changed:
                trade.ChosenVisibility = changed.Visibility;
                break;
            case CodedResultsSubmitted submitted:
                publication.CodedResultsBy = submitted.By;
                break;
            case ReviewDrawn drawn:
                publication.Review = ReviewState.Begin(drawn);
                break;
            case ReviewTicked ticked when publication.Review is { } review:
                publication.Review = review.With(ticked);
                break;
            case ReviewSigned signed when publication.Review is { } review:
                publication.Review = review with { Signed = signed };
                break;
            case DecodeRequested requested:
                publication.RequestDecode(requested.Layer, requested.By);
                break;
            case Decoded decoded:
                publication.Decode(decoded);
                break;
        }
    }

    private static void Decisions(TradeState trade, LedgerEvent e, Stamp stamp)
    {
        var publication = trade.Publication;
        switch (e)
        {
            case TieDecided decided:
                publication.Decide(new TieDecision(decided.Order, decided.Reason));
                trade.Redecided();
                break;
            case BoundaryDecided decided:
                publication.Decide(decided);
                trade.Redecided();
                break;
            case AdvanceDeclined declined:
                publication.Decline(declined.Entrant, declined.Reason);
                break;
            case AdvanceAccepted accepted:
                publication.Decline(accepted.Entrant, null);
                break;
            case AwardsConfirmed confirmed:
                publication.AwardsConfirmed = (confirmed.By, stamp.Sequence);
                break;
            case AppealFiled filed:
                publication.File(filed, stamp.Sequence);
                break;
            case AppealAnswered answered:
                publication.Answer(answered);
                break;
            case HonoursApproved approved:
                (publication.Honours, publication.HonoursBy) = (approved.Honours, approved.By);
                break;
            case CertificatesIssued issued:
                publication.Papers.Issue(issued.Certificates, stamp);
                break;
            case CertificateRevoked revoked:
                publication.Papers.Revoke(revoked.Number, revoked.Reason);
                break;
        }
    }

    // Back before the review: what was submitted, reviewed and decoded is asked for anew (R-A2).
    private static void Enter(TradeState trade, PhaseChanged changed, Stamp stamp)
    {
        var back = changed.To < trade.Phase;
        trade.Phase = changed.To;
        trade.Publication.Reach(changed.To, stamp);
        if (back && changed.To <= Phase.Scoring)
        {
            trade.Publication.CodedResultsBy = null;
            trade.Publication.Review = null;
            trade.Publication.Undecode(1);
        }
    }
}

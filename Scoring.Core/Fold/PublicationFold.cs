using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Ranking;

namespace Scoring.Core.Fold;

/// <summary>Phases, visibility, review, decoding, decisions, appeals, certificates.</summary>
internal static class PublicationFold
{
    /// <returns>False: not one of these events.</returns>
    public static bool Apply(CompetitionState state, LedgerEvent e, Stamp stamp)
    {
        if (e is AppealFiled { Number: var number })
        {
            state.LastAppeal = Math.Max(state.LastAppeal, number);
        }

        if (TradeOf(state, e) is not { } trade)
        {
            return false;
        }

        trade.Public.Hold();
        state.Touch(trade);
        return OnTheWay(trade, e, stamp) || Decisions(trade, e, stamp);
    }

    private static bool OnTheWay(TradeState trade, LedgerEvent e, Stamp stamp)
    {
        var publication = trade.Publication;
        switch (e)
        {
            case PhaseChanged changed:
                Enter(trade, changed, stamp);
                return true;
            case VisibilityChanged changed:
                trade.ChosenVisibility = changed.Visibility;
                return true;
            case CodedResultsSubmitted submitted:
                publication.CodedResultsBy = submitted.By;
                return true;
            case ReviewDrawn drawn:
                publication.Review = ReviewState.Begin(drawn);
                return true;
            case ReviewTicked ticked when publication.Review is { } review:
                publication.Review = review.With(ticked);
                return true;
            case ReviewSigned signed when publication.Review is { } review:
                publication.Review = review with { Signed = signed };
                return true;
            case DecodeRequested requested:
                publication.RequestDecode(requested.Layer, requested.By);
                return true;
            case Decoded decoded:
                publication.Decode(decoded);
                return true;
            default:
                return false;
        }
    }

    private static bool Decisions(TradeState trade, LedgerEvent e, Stamp stamp)
    {
        var publication = trade.Publication;
        switch (e)
        {
            case TieDecided decided:
                publication.Decide(new TieDecision(decided.Order, decided.Reason));
                trade.Redecided();
                return true;
            case BoundaryDecided decided:
                publication.Decide(decided);
                trade.Redecided();
                return true;
            case AwardsConfirmed confirmed:
                publication.AwardsConfirmed = (confirmed.By, stamp.Sequence);
                return true;
            case AppealFiled filed:
                publication.File(filed, stamp.Sequence);
                return true;
            case AppealAnswered answered:
                publication.Answer(answered);
                return true;
            case HonoursApproved approved:
                (publication.Honours, publication.HonoursBy) = (approved.Honours, approved.By);
                return true;
            case CertificatesIssued issued:
                publication.Issue(issued.Certificates, stamp);
                return true;
            case CertificateRevoked revoked:
                publication.Revoke(revoked.Number, revoked.Reason);
                return true;
            default:
                return false;
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

    private static TradeState? TradeOf(CompetitionState state, LedgerEvent e) => e switch
    {
        PhaseChanged x => state.Trade(x.Trade),
        VisibilityChanged x => state.Trade(x.Trade),
        CodedResultsSubmitted x => state.Trade(x.Trade),
        ReviewDrawn x => state.Trade(x.Trade),
        ReviewTicked x => state.Trade(x.Trade),
        ReviewSigned x => state.Trade(x.Trade),
        DecodeRequested x => state.Trade(x.Trade),
        Decoded x => state.Trade(x.Trade),
        TieDecided x => state.Trade(x.Trade),
        BoundaryDecided x => state.Trade(x.Trade),
        AwardsConfirmed x => state.Trade(x.Trade),
        AppealFiled x => state.Trade(x.Trade),
        AppealAnswered x => state.Trade(x.Trade),
        HonoursApproved x => state.Trade(x.Trade),
        CertificatesIssued x => state.Trade(x.Trade),
        CertificateRevoked x => state.Trade(x.Trade),
        _ => null,
    };
}

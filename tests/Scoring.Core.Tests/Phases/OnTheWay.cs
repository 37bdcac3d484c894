using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;

namespace Scoring.Core.Tests.Phases;

/// <summary>A trade of four entrants, all marked, as far as a test needs it; and who moves it on.</summary>
public static class OnTheWay
{
    public static readonly Actor Head = new(Role.HeadJudge, "H1", Contest.Here);
    public static readonly Actor Supervisor = new(Role.Supervisor, "S1", Contest.Here);
    public static readonly Actor Officer = new(Role.CodingOfficer, "C1", Contest.Here);
    public static readonly TradeId Dg = Contest.TradeId;

    public static Trade TwoPrizes => Contest.Union() with { Awards = new([new("一等奖", 1), new("二等奖", 1)]) };

    public static Contest Marked(Trade? trade = null)
    {
        var contest = new Contest(trade ?? TwoPrizes, entrants: 4);
        foreach (var n in new[] { 1, 2, 3, 4 })
        {
            contest.Theory(n, 80m + n).Sheet(n, 90m - n);
        }

        return contest;
    }

    public static Contest InReview(Trade? trade = null)
    {
        var contest = Marked(trade);
        contest.Accept<PhaseChanged>(ChangePhase.Decide(contest.State, Head, Dg, Phase.Review));
        return contest;
    }

    public static void SignReview(Contest contest)
    {
        contest.Apply(new ReviewDrawn(Dg, "42", [Contest.E(1), Contest.E(2)], [Contest.E(3)]));
        foreach (var n in new[] { 1, 2, 3 })
        {
            contest.Apply(new ReviewTicked(Dg, Contest.E(n), true, "H1"));
        }

        contest.Apply(new ReviewSigned(Dg, "H1", "S1"));
    }

    public static Contest InPublicity(Trade? trade = null)
    {
        var contest = InReview(trade);
        SignReview(contest);
        contest.Accept<CodedResultsSubmitted>(SubmitCodedResults.Decide(contest.State, Head, Dg));
        contest.Accept<DecodeRequested>(Decode.Decide(contest.State, Head, Dg, 1));
        contest.Accept<Decoded>(Decode.Decide(contest.State, Supervisor, Dg, 1));
        contest.Accept<AwardsConfirmed>(ConfirmAwards.Decide(contest.State, Head, Dg));
        contest.Accept<PhaseChanged>(ChangePhase.Decide(contest.State, Head, Dg, Phase.Publicity));
        return contest;
    }
}

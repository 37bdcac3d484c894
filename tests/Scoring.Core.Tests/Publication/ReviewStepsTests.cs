using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Publication;

namespace Scoring.Core.Tests.Publication;

public sealed class ReviewStepsTests // R-D1
{
    private static readonly Actor Head = new(Role.HeadJudge, "cpz", Contest.Here);
    private static readonly Actor Supervisor = new(Role.Supervisor, "jd", Contest.Here);

    private readonly Contest contest = InReview();

    [Fact]
    public void The_sample_is_drawn_once()
    {
        Take(DrawReview.Decide(contest.State, Head, Contest.TradeId, "seed"));
        Assert.Equal(Refusal.AlreadyDrawn, Code(DrawReview.Decide(contest.State, Head, Contest.TradeId, "another")));
    }

    [Fact]
    public void Signing_waits_for_the_last_tick_and_for_two_people()
    {
        Take(DrawReview.Decide(contest.State, Head, Contest.TradeId, "seed"));
        Assert.Equal(Refusal.NotComplete, Code(SignReview.Decide(contest.State, Contest.TradeId, Head, Supervisor)));
        foreach (var entrant in contest.Trade.Publication.Review!.Chosen.ToList())
        {
            Take(TickReview.Decide(contest.State, Supervisor, Contest.TradeId, entrant, right: true, null));
        }

        Assert.Equal(Refusal.SamePerson, Code(SignReview.Decide(contest.State, Contest.TradeId, Head, new Actor(Role.Supervisor, "cpz", Contest.Here))));
        Take(SignReview.Decide(contest.State, Contest.TradeId, Head, Supervisor));
        Assert.NotNull(contest.Trade.Publication.Review!.Signed);
        Assert.Equal(Refusal.Signed, Code(TickReview.Decide(contest.State, Head, Contest.TradeId, Contest.E(1), right: true, null)));
    }

    [Fact]
    public void What_is_wrong_is_said()
    {
        Take(DrawReview.Decide(contest.State, Head, Contest.TradeId, "seed"));
        Assert.Equal(Refusal.NoRemark, Code(TickReview.Decide(contest.State, Head, Contest.TradeId, Contest.E(1), right: false, " ")));
    }

    [Fact]
    public void A_sheet_once_found_wrong_counts_for_the_5_percent_even_after_it_was_mended_and_ticked_right()
    {
        Take(DrawReview.Decide(contest.State, Head, Contest.TradeId, "seed"));
        var chosen = contest.Trade.Publication.Review!.Chosen.ToList();
        Take(TickReview.Decide(contest.State, Head, Contest.TradeId, chosen[0], right: false, "加错"));
        Take(TickReview.Decide(contest.State, Head, Contest.TradeId, chosen[0], right: false, "又错"));
        foreach (var entrant in chosen)
        {
            Take(TickReview.Decide(contest.State, Supervisor, Contest.TradeId, entrant, right: true, null));
        }

        var review = contest.Trade.Publication.Review!;
        Assert.Equal("应复核 10 份，已复核 5 份，有误 1 份；有误超过 5%，须全部复核，还差 5 份", SignReview.Progress(contest.Trade, review).Words.ToString());
        Assert.Contains("应复核 10 份，已复核 5 份，有误 1 份；有误超过 5%，须全部复核，还差 5 份", Decided.Lacks(contest.Trade, Phase.Publicity));
        Assert.True(review.Ticks[chosen[0]].Right);
        Assert.Equal("加错", review.Faults[chosen[0]].Remark);
        Assert.Empty(review.Waiting);
        Assert.Equal(Refusal.NotComplete, Code(SignReview.Decide(contest.State, Contest.TradeId, Head, Supervisor)));
    }

    [Fact]
    public void A_new_draw_after_the_marks_were_opened_again_begins_without_faults()
    {
        Take(DrawReview.Decide(contest.State, Head, Contest.TradeId, "seed"));
        Take(TickReview.Decide(contest.State, Head, Contest.TradeId, Contest.E(1), right: false, "加错"));
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Scoring, "重评", "jd")).Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        Take(DrawReview.Decide(contest.State, Head, Contest.TradeId, "seed"));

        Assert.Empty(contest.Trade.Publication.Review!.Faults);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Equal(Refusal.NotDrawn, Code(TickReview.Decide(contest.State, Head, Contest.TradeId, Contest.E(1), right: true, null)));
        Assert.Equal(Refusal.NotDrawn, Code(SignReview.Decide(contest.State, Contest.TradeId, Head, Supervisor)));
        Assert.Equal(Refusal.NobodyRanked, Code(DrawReview.Decide(new Contest(entrants: 2).Apply(new PhaseChanged(Contest.TradeId, Phase.Review)).State, Head, Contest.TradeId, "seed")));
        Assert.Equal(Refusal.NoSuchTrade, Code(DrawReview.Decide(contest.State, Head, new("x"), "seed")));
        Assert.Equal(Refusal.NoSuchTrade, Code(TickReview.Decide(contest.State, Head, new("x"), Contest.E(1), right: true, null)));
        Assert.Equal(Refusal.NoSuchTrade, Code(SignReview.Decide(contest.State, new("x"), Head, Supervisor)));
        Assert.Equal(Refusal.WrongPhase, Code(DrawReview.Decide(new Contest(entrants: 2).State, Head, Contest.TradeId, "seed")));
        Take(DrawReview.Decide(contest.State, Head, Contest.TradeId, "seed"));
        Assert.Equal(Refusal.NoSuchEntrant, Code(TickReview.Decide(contest.State, Head, Contest.TradeId, Contest.E(11), right: true, null)));
        Assert.Equal(Refusal.WrongRole, Code(TickReview.Decide(contest.State, new Actor(Role.Clerk, "K1", Contest.Here), Contest.TradeId, Contest.E(1), right: true, null)));
        foreach (var entrant in contest.Trade.Publication.Review!.Chosen.ToList())
        {
            Take(TickReview.Decide(contest.State, Supervisor, Contest.TradeId, entrant, right: true, " 已对照 "));
        }

        Assert.Equal("已对照", contest.Trade.Publication.Review!.Ticks[Contest.E(1)].Remark);
        Take(SignReview.Decide(contest.State, Contest.TradeId, Head, Supervisor));
        Assert.Equal(Refusal.AlreadySigned, Code(SignReview.Decide(contest.State, Contest.TradeId, Head, Supervisor)));
    }

    [Fact]
    public void An_admin_reviews_nothing() => Assert.Equal(Refusal.WrongRole, Code(DrawReview.Decide(contest.State, new Actor(Role.Admin, "admin", Contest.Here), Contest.TradeId, "seed")));

    private static Contest InReview()
    {
        var marked = new Contest(entrants: 10);
        for (var n = 1; n <= 10; n++)
        {
            marked.Theory(n, 95 - n).Sheet(n, 95 - n);
        }

        return marked.Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
    }

    private void Take(Decision decision) => contest.Apply(Assert.IsType<Decision.Append>(decision).Event);

    private static Refusal Code(Decision decision) => Assert.IsType<Decision.Refuse>(decision).Code;
}

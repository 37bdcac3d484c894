using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Publication;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Publication;

/// <summary>Appeals, boundaries and review at their edges: who, in which phase, how long a text.</summary>
public sealed class PublicationEdgesTests
{
    private static Actor By(Role role) => new(role, "x", Contest.Here);

    private static Contest In(Phase phase, Trade? trade = null)
    {
        var contest = new Contest(trade, entrants: 2, phase: phase);
        for (var next = Phase.Review; next <= phase; next++)
        {
            contest.Apply(new PhaseChanged(Contest.TradeId, next));
        }

        return contest;
    }

    private static Decision File(Contest contest, string leader = "李领队", string text = "漏记", Role by = Role.Admin,
        DateTimeOffset? at = null) =>
        FileAppeal.Decide(
            contest.State, By(by), Contest.TradeId, Contest.E(1), leader, text, at ?? Contest.Start, (at ?? Contest.Start).AddHours(9));

    [Fact]
    public void A_name_has_50_characters_and_is_kept_without_its_outer_spaces()
    {
        var filed = In(Phase.Scoring).Accept<AppealFiled>(File(In(Phase.Scoring), " 李领队 ", " 漏记 "));

        Assert.Equal((1, "李领队", "漏记"), (filed.Number, filed.ByLeader, filed.Text));
        Assert.IsType<Decision.Append>(File(In(Phase.Scoring), new string('李', 50)));
        Refused(Refusal.LongName, File(In(Phase.Scoring), new string('李', 51)));
    }

    [Theory]
    [InlineData(Phase.Setup, false)]
    [InlineData(Phase.Drawn, false)]
    [InlineData(Phase.Scoring, true)]
    [InlineData(Phase.Review, true)]
    [InlineData(Phase.Publicity, true)]
    [InlineData(Phase.Final, false)]
    [InlineData(Phase.Archived, false)]
    public void An_appeal_is_taken_from_the_first_mark_to_the_end_of_publicity(Phase phase, bool taken) =>
        Assert.Equal(taken ? null : Refusal.WrongPhase, (File(In(phase)) as Decision.Refuse)?.Code);

    [Theory]
    [InlineData("0.5", 30)]
    [InlineData("2", 120)]
    [InlineData("24", 1440)]
    public void The_hours_run_from_the_end_of_scoring(string hours, int minutes)
    {
        var trade = Contest.Union() with { AppealHours = decimal.Parse(hours, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Null(FileAppeal.Deadline(In(Phase.Scoring, trade).Trade));
        foreach (var phase in new[] { Phase.Review, Phase.Publicity })
        {
            var contest = In(phase, trade);
            var over = contest.Trade.Publication.Reached[Phase.Review].At;
            Assert.Equal(over.AddMinutes(minutes), FileAppeal.Deadline(contest.Trade));
            Assert.IsType<Decision.Append>(File(contest, at: over.AddMinutes(minutes)));
            Assert.Equal(
                $"申诉时限是赛后 {hours} 小时，这份申诉已过时限，不予受理",
                Refused(Refusal.TooLate, File(contest, at: over.AddMinutes(minutes).AddTicks(1))).Message.ToString());
        }
    }

    [Fact]
    public void Each_step_has_its_offices()
    {
        string Of(Func<Role, Decision> decide) => string.Join(
            ' ', Enum.GetValues<Role>().Where(r => decide(r) is not Decision.Refuse { Code: Refusal.WrongRole }));
        var (scoring, review) = (In(Phase.Scoring), In(Phase.Review));

        Assert.Equal("Admin HeadJudge Supervisor Arbitrator", Of(r => File(scoring, by: r)));
        Assert.Equal("Arbitrator", Of(r => AnswerAppeal.Decide(scoring.State, By(r), Contest.TradeId, 1, true, "成立")));
        Assert.Equal("Admin HeadJudge", Of(r => ChooseBoundary.Decide(scoring.State, By(r), Contest.TradeId, BoundaryPolicy.Decide)));
        Assert.Equal("HeadJudge Supervisor", Of(r => DrawReview.Decide(review.State, By(r), Contest.TradeId, "seed")));
        Assert.Equal("HeadJudge Supervisor", Of(r => TickReview.Decide(review.State, By(r), Contest.TradeId, Contest.E(1), true, null)));
        Assert.Equal("HeadJudge", Of(r => SignReview.Decide(review.State, Contest.TradeId, By(r),
            new(Role.Supervisor, "y", Contest.Here))));
        Assert.Equal("Supervisor", Of(r => SignReview.Decide(
            review.State, Contest.TradeId, new(Role.HeadJudge, "y", Contest.Here), By(r))));
        foreach (var phase in new[] { Phase.Scoring, Phase.Publicity })
        {
            var other = In(phase);
            Refused(Refusal.WrongPhase, DrawReview.Decide(other.State, By(Role.HeadJudge), Contest.TradeId, "seed"));
            Refused(Refusal.WrongPhase, TickReview.Decide(other.State, By(Role.HeadJudge), Contest.TradeId, Contest.E(1), true, null));
            Refused(Refusal.WrongPhase, SignReview.Decide(
                other.State, Contest.TradeId, By(Role.HeadJudge), new(Role.Supervisor, "y", Contest.Here)));
        }
    }

    [Theory]
    [InlineData(Phase.Setup, true)]
    [InlineData(Phase.Review, true)]
    [InlineData(Phase.Publicity, false)]
    public void What_becomes_of_equals_at_a_boundary_is_chosen_before_anything_is_public(Phase phase, bool open)
    {
        var contest = In(phase);
        var chosen = ChooseBoundary.Decide(contest.State, By(Role.Admin), Contest.TradeId, BoundaryPolicy.Decide);
        if (!open)
        {
            Refused(Refusal.WrongPhase, chosen);
            return;
        }

        Assert.Equal((null, BoundaryPolicy.Decide), contest.Accept<TradeDefined>(chosen) is var e ? (e.Reason, e.Boundary) : default);
        Assert.Equal(BoundaryPolicy.Decide, contest.Trade.Definition.Awards.Boundary);
        Refused(Refusal.NoChange, ChooseBoundary.Decide(contest.State, By(Role.Admin), Contest.TradeId, BoundaryPolicy.Decide));
        Refused(Refusal.NoSuchTrade, ChooseBoundary.Decide(contest.State, By(Role.Admin), new("x"), BoundaryPolicy.Decide));
    }
}

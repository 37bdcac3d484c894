using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Publication;

namespace Scoring.Core.Tests.Publication;

public sealed class AppealTests // R-D4
{
    private static readonly Actor Supervisor = new(Role.Supervisor, "jd", Contest.Here);
    private static readonly Actor Arbitrator = new(Role.Arbitrator, "zc", Contest.Here);

    private readonly Contest contest = new(entrants: 2);

    private DateTimeOffset Over => contest.Trade.Publication.Reached[Phase.Review].At;

    [Fact]
    public void Exactly_at_the_limit_is_in_time_and_a_second_later_is_not()
    {
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        Assert.IsType<Decision.Append>(File(Over.AddHours(2)));
        Assert.Equal(Refusal.TooLate, Assert.IsType<Decision.Refuse>(File(Over.AddHours(2).AddSeconds(1))).Code);
    }

    [Fact]
    public void While_the_contest_is_on_the_clock_has_not_started()
    {
        Assert.Null(FileAppeal.Deadline(contest.Trade));
        Assert.IsType<Decision.Append>(File(Contest.Start));
    }

    [Fact]
    public void An_appeal_from_the_future_is_a_slip_of_the_pen() =>
        Assert.Equal(Refusal.InFuture, Assert.IsType<Decision.Refuse>(
            FileAppeal.Decide(contest.State, Supervisor, Contest.TradeId, Contest.E(1), "李领队", "漏记", Contest.Start.AddHours(3), Contest.Start)).Code);

    [Fact]
    public void The_own_appeal_from_the_portal_is_one_at_a_time()
    {
        Decision Own(int entrant, string trade = "dg") => FileAppeal.DecideOwn(contest.State, new(trade), Contest.E(entrant), "选手本人", "漏记", Contest.Start);

        Assert.Equal(Refusal.NoSuchTrade, Assert.IsType<Decision.Refuse>(Own(1, "x")).Code);
        var filed = contest.Accept<AppealFiled>(Own(1));
        Assert.Equal((Contest.E(1), Contest.Start), (filed.Entrant, filed.ReceivedAt));
        Assert.Equal(Refusal.OpenAppeal, Assert.IsType<Decision.Refuse>(Own(1)).Code);
        contest.Accept<AppealFiled>(Own(2));
        contest.Accept<AppealAnswered>(AnswerAppeal.Decide(contest.State, Arbitrator, Contest.TradeId, 1, false, "维持"));
        contest.Accept<AppealFiled>(Own(1));
        Assert.Equal(Refusal.OpenAppeal, Assert.IsType<Decision.Refuse>(Own(2)).Code);
    }

    [Fact]
    public void Received_this_moment_with_a_text_of_4000_characters_is_taken()
    {
        Decision File(string text, string leader = "李领队", int entrant = 2, Actor? by = null, string trade = "dg") => FileAppeal.Decide(
            contest.State, by ?? Supervisor, new(trade), Contest.E(entrant), leader, text, Contest.Start, Contest.Start);

        Assert.IsType<Decision.Append>(File(new string('漏', 4000)));
        foreach (var (code, decision) in new[]
                 {
                     (Refusal.LongText, File(new string('漏', 4001))), (Refusal.NoText, File(" ")), (Refusal.NoLeader, File("漏记", " ")), (Refusal.NoSuchEntrant, File("漏记", entrant: 9)),
                     (Refusal.WrongRole, File("漏记", by: new(Role.Clerk, "K1", Contest.Here))), (Refusal.NoSuchTrade, File("漏记", trade: "x")),
                 })
        {
            Assert.Equal(code, Assert.IsType<Decision.Refuse>(decision).Code);
        }

        contest.Apply(Assert.IsType<Decision.Append>(File("漏记")).Event);
        Assert.Equal(Refusal.NoAnswer, Assert.IsType<Decision.Refuse>(AnswerAppeal.Decide(contest.State, Arbitrator, Contest.TradeId, 1, true, " ")).Code);
        Assert.Equal(Refusal.NoSuchTrade, Assert.IsType<Decision.Refuse>(AnswerAppeal.Decide(contest.State, Arbitrator, new("x"), 1, true, "成立")).Code);
        Assert.Equal(2, Assert.IsType<AppealFiled>(Assert.IsType<Decision.Append>(File("又漏")).Event).Number);
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Final));
        Assert.Equal(Refusal.WrongPhase, Assert.IsType<Decision.Refuse>(File("漏记")).Code);
    }

    [Fact]
    public void Only_arbitrators_answer_and_only_once()
    {
        contest.Apply(Assert.IsType<Decision.Append>(File(Contest.Start)).Event);
        Assert.Equal(Refusal.WrongRole, Assert.IsType<Decision.Refuse>(AnswerAppeal.Decide(contest.State, Supervisor, Contest.TradeId, 1, false, "不成立")).Code);
        contest.Apply(Assert.IsType<Decision.Append>(AnswerAppeal.Decide(contest.State, Arbitrator, Contest.TradeId, 1, false, "评分无误")).Event);
        Assert.Equal(Refusal.AlreadyAnswered, Assert.IsType<Decision.Refuse>(AnswerAppeal.Decide(contest.State, Arbitrator, Contest.TradeId, 1, true, "成立")).Code);
        Assert.Equal(Refusal.NoSuchAppeal, Assert.IsType<Decision.Refuse>(AnswerAppeal.Decide(contest.State, Arbitrator, Contest.TradeId, 9, true, "成立")).Code);
    }

    private Decision File(DateTimeOffset received) =>
        FileAppeal.Decide(contest.State, Supervisor, Contest.TradeId, Contest.E(1), "李领队", "A1.2 漏记", received, received.AddMinutes(1));
}

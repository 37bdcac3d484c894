using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Setup;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Setup;

/// <summary>R-A4, R-B2, R-J3: who sits where.</summary>
public sealed class AppointJudgeTests
{
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);

    private readonly Contest contest = new(judges: 2, phase: Phase.Drawn);

    private static JudgeSeat Seat(int number, string module = "P", Role role = Role.Judge, string trade = "dg") => new(role, new(trade), new(module), number);

    private static Judge Someone(params JudgeSeat[] seats) => new(new("J9"), "钱裁判", seats);

    private Decision Appoint(Judge judge, string? reason = null, Actor? by = null) => AppointJudge.Decide(contest.State, by ?? Admin, judge, reason);

    [Fact]
    public void A_seat_that_is_free_is_taken_and_all_is_kept()
    {
        var judge = Someone(Seat(3)) with { RecusedFrom = [Contest.E(1)] };
        var taken = contest.Accept<JudgesAppointed>(Appoint(judge));
        Assert.Equal([judge], taken.Judges);
        Assert.Null(taken.Reason);
        Assert.Contains(contest.Trade.Module(new("P"))!.Seats, s => s.Judge.Id == judge.Id && s.Number == 3);
    }

    [Fact]
    public void Only_the_admin_appoints_and_a_name_is_needed()
    {
        Refused(Refusal.WrongRole, Appoint(Someone(Seat(3)), by: new(Role.HeadJudge, "H1", Contest.Here)));
        Assert.Equal("请填写姓名", Refused(Refusal.NoName, Appoint(Someone(Seat(3)) with { Name = " " })).Message.ToString());
        Assert.IsType<Decision.Append>(Appoint(Someone()));
    }

    [Fact]
    public void Once_a_trade_concerned_is_being_scored_it_needs_a_reason()
    {
        Assert.Null(contest.Accept<JudgesAppointed>(Appoint(Someone(Seat(3)), " ")).Reason);
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Scoring));
        Refused(Refusal.NoReason, Appoint(Someone(Seat(4))));
        Refused(Refusal.NoReason, Appoint(Someone())); // a seat is given up
        Assert.IsType<Decision.Append>(Appoint(Someone() with { Id = new("J10") })); // nothing to do with the trade
        Assert.Equal("临时替补", contest.Accept<JudgesAppointed>(Appoint(Someone(Seat(4)), " 临时替补 ")).Reason);
    }

    [Fact]
    public void Trade_and_module_must_be_there_and_marked_by_that_office()
    {
        Refused(Refusal.NoSuchTrade, Appoint(Someone(Seat(3, trade: "x"))));
        Refused(Refusal.NoSuchModule, Appoint(Someone(Seat(3, module: "x"))));
        Assert.Equal("理论由录入员给分，不能安排裁判", Refused(Refusal.NotMarkedSo, Appoint(Someone(Seat(3, module: "T")))).Message.ToString());
        Assert.Equal("P由裁判给分，不能安排录入员", Refused(Refusal.NotMarkedSo, Appoint(Someone(Seat(0, role: Role.Clerk)))).Message.ToString());
        Assert.IsType<Decision.Append>(Appoint(Someone(Seat(0, module: "T", role: Role.Clerk))));
        Assert.Equal("电工的评分裁判要写明评哪个模块", Refused(Refusal.NeedsModule, Appoint(Someone(new JudgeSeat(Role.Judge, Contest.TradeId, null, 3)))).Message.ToString());
        Assert.IsType<Decision.Append>(Appoint(Someone(new JudgeSeat(Role.Clerk, Contest.TradeId))));
        Assert.IsType<Decision.Append>(Appoint(Someone(new JudgeSeat(Role.HeadJudge, Contest.TradeId))));
        Assert.Equal("裁判长管整个工种，不选模块", Refused(Refusal.NoModule, Appoint(Someone(Seat(0, role: Role.HeadJudge)))).Message.ToString());
        Refused(Refusal.NoSuchModule, Appoint(Someone(Seat(3), Seat(3, module: "x"))));
    }

    [Fact]
    public void A_number_from_one_that_nobody_else_has()
    {
        Assert.Equal("评分裁判要有席位号，从 1 起", Refused(Refusal.NeedsNumber, Appoint(Someone(Seat(0)))).Message.ToString());
        Assert.Equal("电工模块 P 的 2 号席位是裁判2的", Refused(Refusal.SeatTaken, Appoint(Someone(Seat(2)))).Message.ToString());
        Assert.IsType<Decision.Append>(Appoint(Someone(Seat(2)) with { Id = Contest.J(2) })); // the own seat again
        Assert.IsType<Decision.Append>(Appoint(Someone(Seat(1)) with { Id = Contest.J(1) }));
        Assert.Equal("同一个席位写了两遍", Refused(Refusal.SameSeat, Appoint(Someone(Seat(3), Seat(3)))).Message.ToString());
        Assert.IsType<Decision.Append>(Appoint(Someone(Seat(3), Seat(4))));
    }

    [Fact]
    public void Whoever_leaves_leaves_with_a_reason()
    {
        Refused(Refusal.WrongRole, DismissJudge.Decide(contest.State, new(Role.HeadJudge, "H1", Contest.Here), Contest.J(1), "身体不适"));
        Refused(Refusal.NoSuchJudge, DismissJudge.Decide(contest.State, Admin, new("J9"), "身体不适"));
        Refused(Refusal.NoReason, DismissJudge.Decide(contest.State, Admin, Contest.J(1), " "));
        Assert.Equal("身体不适", contest.Accept<JudgeDismissed>(DismissJudge.Decide(contest.State, Admin, Contest.J(1), " 身体不适 ")).Reason);
        Assert.False(contest.State.Judges.ContainsKey(Contest.J(1)));
    }
}

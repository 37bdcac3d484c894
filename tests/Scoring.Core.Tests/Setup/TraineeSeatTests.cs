using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Setup;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Setup;

/// <summary>影子裁判 (R-K10): a trainee marks beside a panel, so only scoring judges are trainees.</summary>
public sealed class TraineeSeatTests
{
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);

    private readonly Contest contest = new(judges: 2, phase: Phase.Drawn);

    private Decision Appoint(JudgeSeat seat) =>
        AppointJudge.Decide(contest.State, Admin, new(new("J9"), "钱裁判", [seat with { Trainee = true }]), null);

    [Theory]
    [InlineData(0)] // no number of their own
    [InlineData(1)] // beside who has it
    public void A_trainee_needs_no_number_and_takes_nobodys(int number)
    {
        contest.Accept<JudgesAppointed>(Appoint(new(Role.Judge, Contest.TradeId, new("P"), number)));

        Assert.Equal(new JudgeId("J9"), Assert.Single(contest.Trade.Module(new("P"))!.Trainees).Judge.Id);
        Assert.Equal(2, contest.Trade.Module(new("P"))!.Seats.Count);
    }

    [Theory]
    [InlineData(Role.Clerk, "T")]
    [InlineData(Role.Clerk, null)]
    [InlineData(Role.HeadJudge, null)]
    [InlineData(Role.Supervisor, null)]
    public void Nobody_else_is_one(Role role, string? module) => Assert.Equal("只有评分裁判可以是影子裁判",
        Refused(Refusal.NoTrainee, Appoint(new(role, Contest.TradeId, module is null ? null : new ModuleId(module)))).Message.ToString());

    [Fact]
    public void A_trainee_too_says_which_module() => Refused(Refusal.NeedsModule, Appoint(new(Role.Judge, Contest.TradeId)));
}

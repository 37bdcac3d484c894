using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Publication;
using Scoring.Core.Setup;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Setup;

/// <summary>R-A5, R-B1: a definition may be a draft in setup, must add up from the draw on, and changes with a reason once marks come in.</summary>
public sealed class DefineTradeTests
{
    private static readonly Actor Admin = new(Role.Admin, "admin", Contest.Here);
    private static readonly Trade Good = Contest.Union() with { Awards = new([new("一等奖", 1)]) };
    private static readonly Trade Bad = Good.WithComponent(new("theory"), c => c with { Weight = 20m });

    private static Decision Define(Phase phase, Trade trade, string? reason = null, Actor? by = null)
    {
        var contest = new Contest(Good, entrants: 2);
        return DefineTrade.Decide(contest.Apply(new PhaseChanged(Contest.TradeId, phase)).State, by ?? Admin, trade, reason);
    }

    private static TradeDefined Taken(Decision decision) => Assert.IsType<TradeDefined>(Assert.IsType<Decision.Append>(decision).Event);

    [Fact]
    public void A_draft_that_does_not_add_up_is_kept_in_setup_and_refused_from_the_draw_on()
    {
        Assert.Equal(Bad, Taken(Define(Phase.Setup, Bad)).Trade);
        Taken(DefineTrade.Decide(new Contest().State, Admin, Bad with { Id = new("new") }, null));

        var refused = Refused(Refusal.DoesNotAddUp, Define(Phase.Drawn, Bad));
        Assert.Equal("抽签以后的方案必须合计正确：各部分权重合计应为 100，还差 10", refused.Message.ToString());
        Assert.Equal("各部分权重合计应为 100，还差 10", refused.Fields!["$.components"].ToString());
        Taken(Define(Phase.Drawn, Good));
    }

    [Fact]
    public void Quotas_are_compared_with_who_is_registered() =>
        Refused(Refusal.DoesNotAddUp, Define(Phase.Drawn, Good with { Awards = new([new("一等奖", 3)]) }));

    [Fact]
    public void Once_scoring_has_begun_it_needs_a_reason()
    {
        Refused(Refusal.NoReason, Define(Phase.Scoring, Good));
        Refused(Refusal.NoReason, Define(Phase.Publicity, Good, " "));
        Assert.Equal("配分有误", Taken(Define(Phase.Scoring, Good, " 配分有误 ")).Reason);
        Assert.Null(Taken(Define(Phase.Drawn, Good, " ")).Reason);
        Refused(Refusal.WrongPhase, Define(Phase.Final, Good, "配分有误"));
        Refused(Refusal.WrongPhase, Define(Phase.Archived, Good, "配分有误"));
    }

    [Fact]
    public void Only_the_admin_defines() => Refused(Refusal.WrongRole, Define(Phase.Setup, Good, by: new(Role.HeadJudge, "H1", Contest.Here)));

    [Fact]
    public void Two_of_one_id_are_refused_even_in_a_draft()
    {
        var module = Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m));
        Assert.Equal("有两个部分用了同一个编号", Refused(Refusal.DuplicateId, Define(Phase.Setup, Good with { Components = [Good.Components[0], Good.Components[0]] })).Message.ToString());
        Assert.Equal("有两个模块用了同一个编号", Refused(Refusal.DuplicateId, Define(Phase.Setup, Contest.Only(module, module))).Message.ToString());
        Assert.Equal(
            "有两个评分点用了同一个编号",
            Refused(Refusal.DuplicateId, Define(Phase.Setup, Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 50m), Contest.Points("a", 50m))))).Message.ToString());
        Taken(Define(Phase.Setup, Contest.Only(module, module with { Id = new("Q") })));
        Refused(Refusal.DuplicateId, Define(Phase.Setup, Good with { Components = [.. Good.Components, Good.Components[0]] }));
        Refused(Refusal.DuplicateId, Define(Phase.Setup, Contest.Only(module, module, module with { Id = new("Q") })));
        Refused(Refusal.DuplicateId, Define(Phase.Setup, Contest.Only(Contest.Module("O", MarkingMethod.Judge, Contest.Points("a", 50m), Contest.Points("b", 50m), Contest.Points("a", 50m)), module)));
    }

    [Fact]
    public void The_boundary_policy_is_a_definition_changed()
    {
        var contest = new Contest(Good, entrants: 2);

        Assert.Equal(BoundaryPolicy.Decide, Taken(ChooseBoundary.Decide(contest.State, Admin, Contest.TradeId, BoundaryPolicy.Decide)).Trade.Awards.Boundary);
        Taken(ChooseBoundary.Decide(contest.State, new(Role.HeadJudge, "H1", Contest.Here), Contest.TradeId, BoundaryPolicy.ExpandFromNext));
        Refused(Refusal.NoChange, ChooseBoundary.Decide(contest.State, Admin, Contest.TradeId, BoundaryPolicy.Expand));
        Refused(Refusal.WrongRole, ChooseBoundary.Decide(contest.State, new(Role.Judge, "J9"), Contest.TradeId, BoundaryPolicy.Decide));
        Refused(Refusal.NoSuchTrade, ChooseBoundary.Decide(contest.State, Admin, new("x"), BoundaryPolicy.Decide));
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        Taken(ChooseBoundary.Decide(contest.State, Admin, Contest.TradeId, BoundaryPolicy.Decide));
        contest.Apply(new PhaseChanged(Contest.TradeId, Phase.Publicity));
        Refused(Refusal.WrongPhase, ChooseBoundary.Decide(contest.State, Admin, Contest.TradeId, BoundaryPolicy.Decide));
    }
}

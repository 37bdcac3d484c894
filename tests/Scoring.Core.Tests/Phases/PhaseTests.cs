using Scoring.Core.Definition;
using Scoring.Core.Draw;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;
using static Scoring.Core.Tests.Decided;
using static Scoring.Core.Tests.Phases.OnTheWay;

namespace Scoring.Core.Tests.Phases;

/// <summary>R-A5: one explicit state machine; each step says what it still lacks.</summary>
public sealed class PhaseTests
{
    [Fact]
    public void The_whole_way_from_setup_to_the_archive()
    {
        var contest = new Contest(TwoPrizes, entrants: 2, phase: Phase.Setup);
        Assert.Equal(["第 1 层代号还没有抽齐"], Decided.Lacks(contest.Trade, Phase.Drawn));
        contest.Accept<CodesDrawn>(DrawCodes.ByMachine(contest.State, Officer, Dg, 1, "20260423"));
        contest.Accept<PhaseChanged>(ChangePhase.Decide(contest.State, new(Role.Admin, "admin", Contest.Here), Dg, Phase.Drawn));
        contest.Accept<PhaseChanged>(ChangePhase.Decide(contest.State, Head, Dg, Phase.Scoring));
        Assert.Equal(Phase.Scoring, contest.Trade.Phase);

        var rest = InPublicity();
        rest.Accept<PhaseChanged>(ChangePhase.Decide(rest.State, Head, Dg, Phase.Final));
        rest.Accept<PhaseChanged>(ChangePhase.Decide(rest.State, Head, Dg, Phase.Archived));
        Assert.Equal("选手1", rest.Public().Rows[0].Name);
    }

    [Fact]
    public void Marks_that_are_missing_keep_a_trade_in_scoring()
    {
        var contest = new Contest(TwoPrizes, entrants: 3).Theory(1, 80m).Sheet(1, 80m).Theory(2, 80m).Status(3, EntrantStatus.Absent);

        var refused = Refused(Refusal.Lacks, ChangePhase.Decide(contest.State, Head, Dg, Phase.Review));

        Assert.Equal("进入“复核”还差 1 项：还有 1 项没有交齐：A02 P：裁判未交评分表", refused.Message.ToString());
        contest.Sheet(2, 70m);
        Assert.Empty(Decided.Lacks(contest.Trade, Phase.Review));
    }

    [Fact]
    public void An_open_spread_keeps_a_trade_in_scoring()
    {
        var panel = Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m)));
        var contest = new Contest(panel, entrants: 1, judges: 2).Sheet(1, 80m, 1).Sheet(1, 90.01m, 2);

        Assert.Equal(["极差超限 1 处未处理：A01"], Decided.Lacks(contest.Trade, Phase.Review));
    }

    [Fact]
    public void Too_few_judges_and_an_empty_list_are_told()
    {
        var panel = Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m)) with { Panel = new(Smallest: 3) });

        Assert.Equal(["P有裁判 2 人，至少 3 人"], Decided.Lacks(new Contest(panel, entrants: 1, judges: 2, phase: Phase.Drawn).Trade, Phase.Scoring));
        Assert.Contains("还没有选手，请先导入名单", Decided.Lacks(new Contest(panel, judges: 3, phase: Phase.Setup).Trade, Phase.Drawn));
    }

    [Fact]
    public void A_scheme_that_does_not_add_up_cannot_be_locked()
    {
        var wrong = Contest.Union(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 90m)));

        Assert.StartsWith("评分方案有 1 处错误，不能锁定：", Decided.Lacks(new Contest(wrong, entrants: 3, phase: Phase.Setup).Trade, Phase.Drawn)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Publicity_asks_for_review_coded_results_decoding_and_checked_awards()
    {
        var contest = InReview();

        Assert.Equal(
            ["还没有抽取复核样本", "裁判长还没有提交编码成绩", "还有 1 层代号没有解密，须裁判长和监督两人", "奖项方案还没有由裁判长核对"],
            Decided.Lacks(contest.Trade, Phase.Publicity));
        Assert.Equal(Phase.Publicity, InPublicity().Trade.Phase);
    }

    [Fact]
    public void A_correction_after_the_awards_were_checked_asks_for_another_look()
    {
        var contest = InReview();
        contest.Accept<AwardsConfirmed>(ConfirmAwards.Decide(contest.State, Head, Dg));
        Refused(Refusal.AlreadyConfirmed, ConfirmAwards.Decide(contest.State, Head, Dg));

        contest.Apply(new ModuleMarkCorrected(Contest.E(1), new("T"), 99m, "录入有误", "K1", "H1"));

        Assert.Contains("核对奖项后成绩有变动，请裁判长重新核对", Decided.Lacks(contest.Trade, Phase.Publicity));
    }

    [Fact]
    public void An_unresolved_tie_of_a_trade_without_shared_ranks_blocks_publication()
    {
        var contest = Marked(TwoPrizes with { Ties = TiePolicy.Decide });
        contest.Apply(new ModuleMarkCorrected(Contest.E(2), new("T"), 81m, "更正", "K1", "H1"))
            .Apply(new SheetCorrected(Contest.E(2), new("P"), Contest.J(1), Contest.Marks(("a", 89m)), "更正", "J1", "H1"))
            .Apply(new PhaseChanged(Dg, Phase.Review));
        Assert.Contains("有 1 处总分并列待组委会议定", Decided.Lacks(contest.Trade, Phase.Publicity));

        Refused(Refusal.NoSuchTie, DecideTie.Decide(contest.State, Head, Dg, [Contest.E(1)], "抽签"));
        contest.Accept<TieDecided>(DecideTie.Decide(contest.State, Head, Dg, [Contest.E(2), Contest.E(1)], "同场加赛"));

        Assert.Equal("E2:1 E1:2 E3:3 E4:4", contest.Order());
        Assert.Equal("总分同为 86.60，实操同为 89.00，由组委会议定先后：同场加赛", contest.Standing(1).Reason!.Words.ToString());
        Assert.DoesNotContain("有 1 处总分并列待组委会议定", Decided.Lacks(contest.Trade, Phase.Publicity));
    }

    [Fact]
    public void The_committee_chooses_at_an_award_boundary()
    {
        var contest = Marked(TwoPrizes with { Awards = new([new("一等奖", 1), new("二等奖", 1)], BoundaryPolicy.Decide) });
        contest.Apply(new ModuleMarkCorrected(Contest.E(2), new("T"), 81m, "更正", "K1", "H1"))
            .Apply(new SheetCorrected(Contest.E(2), new("P"), Contest.J(1), Contest.Marks(("a", 89m)), "更正", "J1", "H1"))
            .Apply(new PhaseChanged(Dg, Phase.Review));
        Assert.Contains("奖项末位有并列，待组委会议定", Decided.Lacks(contest.Trade, Phase.Publicity));
        Refused(Refusal.Open, ConfirmAwards.Decide(contest.State, Head, Dg));
        Refused(Refusal.BadChoice, DecideBoundary.Decide(contest.State, Head, Dg, "一等奖", [Contest.E(4)], "抽签"));
        Refused(Refusal.NoSuchTie, DecideBoundary.Decide(contest.State, Head, Dg, "三等奖", [Contest.E(1)], "抽签"));

        contest.Accept<BoundaryDecided>(DecideBoundary.Decide(contest.State, Head, Dg, "一等奖", [Contest.E(2)], "实操现场表现"));

        Assert.Equal("一等奖", contest.Trade.Awards().Rows.Single(r => r.Entrant == Contest.E(2)).Tier);
    }

    [Fact]
    public void An_open_appeal_blocks_the_final_publication()
    {
        var contest = InPublicity();
        contest.Apply(new AppealFiled(1, Dg, Contest.E(3), "领队", "漏计一项", Contest.Start));
        Assert.Equal(["有 1 件申诉未答复"], Decided.Lacks(contest.Trade, Phase.Final));

        contest.Apply(new AppealAnswered(1, Dg, "A1", false, "维持原成绩"));
        Assert.Empty(Decided.Lacks(contest.Trade, Phase.Final));
    }

    [Fact]
    public void Going_back_needs_a_reason_and_a_second_person_and_goes_one_step()
    {
        var contest = InPublicity();

        Refused(Refusal.NoReason, ChangePhase.Decide(contest.State, Head, Dg, Phase.Review, second: new(Role.Supervisor, "S1", Contest.Here)));
        Refused(Refusal.TwoPeople, ChangePhase.Decide(contest.State, Head, Dg, Phase.Review, reason: "成绩有误"));
        Refused(Refusal.SamePerson, ChangePhase.Decide(contest.State, Head, Dg, Phase.Review, reason: "成绩有误", second: new(Role.Supervisor, "h1", Contest.Here)));
        Refused(Refusal.OneStep, ChangePhase.Decide(contest.State, Head, Dg, Phase.Scoring, reason: "成绩有误", second: new(Role.Supervisor, "S1", Contest.Here)));
        Refused(Refusal.SamePhase, ChangePhase.Decide(contest.State, Head, Dg, Phase.Publicity));
        Refused(Refusal.WrongRole, ChangePhase.Decide(contest.State, new(Role.Admin, "admin", Contest.Here), Dg, Phase.Review, reason: "成绩有误", second: new(Role.Supervisor, "S1", Contest.Here)));
        Assert.Equal("S1", contest.Accept<PhaseChanged>(
            ChangePhase.Decide(contest.State, Head, Dg, Phase.Review, reason: "成绩有误", second: new(Role.Supervisor, "S1", Contest.Here))).SecondPerson);

        contest.Accept<PhaseChanged>(ChangePhase.Decide(contest.State, Head, Dg, Phase.Scoring, reason: "补评", second: new(Role.Supervisor, "S1", Contest.Here)));
        Assert.Null(contest.Trade.Publication.CodedResultsBy);
        Assert.Null(contest.Trade.Publication.Review);
        Assert.False(contest.Trade.IsDecoded);
    }
}

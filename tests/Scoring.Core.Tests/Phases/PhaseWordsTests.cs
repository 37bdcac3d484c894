using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;
using static Scoring.Core.Tests.Decided;

namespace Scoring.Core.Tests.Phases;

/// <summary>R-A5: what every step says, met or not, to the word.</summary>
public sealed class PhaseWordsTests
{
    private static readonly Actor Head = new(Role.HeadJudge, "H1", Contest.Here);
    private static readonly TradeId Dg = Contest.TradeId;

    private static string[] Needs(Contest contest, Phase to, DateTimeOffset? now = null) =>
        [.. PhaseSteps.Needs(contest.Trade, to, now).Select(n => $"{(n.Met ? "✓" : "×")} {n.Words}")];

    private static Contest Marked(Trade? trade = null, int entrants = 2)
    {
        var contest = new Contest(trade ?? Contest.Union(), entrants);
        foreach (var n in Enumerable.Range(1, entrants))
        {
            contest.Theory(n, 90m - n).Sheet(n, 90m - n);
        }

        return contest;
    }

    [Fact]
    public void Before_scoring()
    {
        Assert.Equal(["✓ 评分方案合计正确", "✓ 选手 2 人", "✓ 代号全部抽好", "✓ 各模块裁判到位"], Needs(Marked(), Phase.Scoring));
        Assert.Equal(["✓ 评分方案合计正确", "× 还没有选手，请先导入名单", "✓ 代号全部抽好"], Needs(new Contest(Contest.Union() with { CodeLayers = 0, Awards = new([]) }, phase: Phase.Setup), Phase.Drawn));
        Assert.Equal("× 第 1、2 层代号还没有抽齐", Needs(new Contest(Contest.Union() with { CodeLayers = 3 }, 1, phase: Phase.Setup), Phase.Drawn)[2]);
        Assert.Equal("× P有裁判 0 人，至少 1 人", Needs(new Contest(entrants: 1, judges: 0), Phase.Scoring)[3]);
    }

    [Fact]
    public void After_scoring()
    {
        var contest = Marked();
        Assert.Equal(["✓ 评分表和成绩全部交齐", "✓ 极差超限全部处理"], Needs(contest, Phase.Review));

        contest.Apply(new PhaseChanged(Dg, Phase.Review)).Apply(new ReviewDrawn(Dg, "s", [Contest.E(1)], [])).Apply(new ReviewTicked(Dg, Contest.E(1), true, "S1"));
        Assert.Equal("× 复核完成，还差裁判长和监督签字", Needs(contest, Phase.Publicity)[2]);
        contest.Apply(new ReviewSigned(Dg, "H1", "S1")).Apply(new CodedResultsSubmitted(Dg, "H1")).Apply(new Decoded(Dg, 1, "H1", "S1")).Apply(new AwardsConfirmed(Dg, "H1"));
        Assert.Equal(
            [
                "✓ 评分表和成绩全部交齐", "✓ 极差超限全部处理", "✓ 复核完成：应复核 1 份，已复核 1 份，有误 0 份，已全部完成", "✓ 裁判长已提交编码成绩", "✓ 解密完成",
                "✓ 没有待议定的并列", "✓ 奖项方案已由裁判长核对", "✓ 公示 5 个工作日", "✓ 没有未答复的申诉",
            ],
            Needs(contest, Phase.Final));
        Assert.Equal("✓ 公示 5 个工作日", Needs(contest, Phase.Final, Contest.Start)[7]); // not begun
        contest.Apply(new TradeDefined(contest.Trade.Definition with { PublicityDays = 0 })).Apply(new PhaseChanged(Dg, Phase.Publicity));
        Assert.Equal("✓ 公示到颁奖为止", Needs(contest, Phase.Final, Contest.Start)[7]);
        Assert.Empty(PhaseSteps.Needs(contest.Trade, Phase.Archived));
    }

    [Fact]
    public void A_worldskills_trade_asks_for_every_module_to_be_locked()
    {
        var contest = Marked(Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 60m)), Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 40m))) with { WorldSkills = true }, 0);
        Assert.Equal("× 未签字锁定：P、Q", Needs(contest, Phase.Review)[2]);
        contest.Apply(new ModuleSigned(Dg, new("P"), Role.HeadJudge, "H1"));
        Assert.Equal("× 未签字锁定：Q", Needs(contest, Phase.Review)[2]);
        Assert.Equal("✓ 各模块已签字锁定", Needs(contest.Apply(new ModuleSigned(Dg, new("Q"), Role.HeadJudge, "H1")), Phase.Review)[2]);
    }

    [Fact]
    public void Five_codes_are_named_and_of_more_it_says_so()
    {
        static string Missing(int entrants) => Needs(new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 100m))), entrants), Phase.Review)[0];

        Assert.Equal("× 还有 5 项没有交齐：A01 P：裁判未交评分表、A02 P：裁判未交评分表、A03 P：裁判未交评分表、A04 P：裁判未交评分表、A05 P：裁判未交评分表", Missing(5));
        Assert.EndsWith("A05 P：裁判未交评分表 等", Missing(6), StringComparison.Ordinal);
    }

    [Fact]
    public void One_step_at_a_time_says_which_is_next()
    {
        var contest = Marked();
        Assert.Equal("一次只能走一步；“评分”的下一步是“复核”", Refused(Refusal.OneStep, ChangePhase.Decide(contest.State, Head, Dg, Phase.Publicity)).Message.ToString());
        Assert.Equal("一次只能走一步；“评分”的下一步是“抽签”", Refused(Refusal.OneStep, ChangePhase.Decide(contest.State, Head, Dg, Phase.Setup, reason: "重来", second: new(Role.Supervisor, "S1", Contest.Here))).Message.ToString());
        Refused(Refusal.WrongRole, ChangePhase.Decide(contest.State, new(Role.Admin, "admin", Contest.Here), Dg, Phase.Review));
        Refused(Refusal.NoSuchTrade, ChangePhase.Decide(contest.State, Head, new("x"), Phase.Review));
        Assert.Equal("提前结束", contest.Accept<PhaseChanged>(ChangePhase.Decide(contest.State, Head, Dg, Phase.Review, reason: " 提前结束 ")).Reason);
        Assert.Null(Marked().Accept<PhaseChanged>(ChangePhase.Decide(Marked().State, Head, Dg, Phase.Review, reason: " ")).Reason);
    }

    [Fact]
    public void A_committee_orders_exactly_the_group_and_chooses_among_it()
    {
        var contest = new Contest(Contest.Union() with { Ties = TiePolicy.Decide, Awards = new([new("一等奖", 1)], BoundaryPolicy.Decide) }, entrants: 3);
        foreach (var n in new[] { 1, 2, 3 })
        {
            contest.Theory(n, n == 3 ? 70m : 80m).Sheet(n, n == 3 ? 70m : 80m);
        }

        Decision Order(params int[] order) => DecideTie.Decide(contest.State, Head, Dg, [.. order.Select(Contest.E)], "加赛");
        Decision Choose(params int[] chosen) => DecideBoundary.Decide(contest.State, Head, Dg, "一等奖", [.. chosen.Select(Contest.E)], "加赛");
        Refused(Refusal.NoSuchTie, Order(1, 3));
        Refused(Refusal.NoSuchTie, Order(1, 2, 2));
        Refused(Refusal.NoSuchTie, Order(1));
        Refused(Refusal.BadChoice, Choose());
        Refused(Refusal.BadChoice, Choose(1, 1));
        Refused(Refusal.BadChoice, Choose(3));
        Assert.Equal("请从一等奖末位并列的 2 人中选定", Refused(Refusal.BadChoice, Choose(1, 3)).Message.ToString());
        Assert.Equal([Contest.E(1), Contest.E(2)], Assert.IsType<BoundaryDecided>(Assert.IsType<Decision.Append>(Choose(1, 2)).Event).Tied);
        Assert.IsType<Decision.Append>(Order(2, 1));
        Refused(Refusal.NoSuchTrade, DecideTie.Decide(contest.State, Head, new("x"), [], "加赛"));
        Refused(Refusal.NoSuchTrade, DecideBoundary.Decide(contest.State, Head, new("x"), "一等奖", [], "加赛"));
        Refused(Refusal.NoSuchTrade, ConfirmAwards.Decide(contest.State, Head, new("x")));
        Refused(Refusal.NotDecided, DecideBoundary.Decide(Marked().State, Head, Dg, "一等奖", [Contest.E(1)], "加赛"));
    }
}

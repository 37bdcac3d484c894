using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;
using static Scoring.Core.Tests.Decided;
using static Scoring.Core.Tests.Phases.OnTheWay;

namespace Scoring.Core.Tests.Phases;

/// <summary>What committee and head judge decide, each where there is something to decide (R-C2, R-E2, R-K11, R-M13).</summary>
public sealed class CommitteeDecisionsTests
{
    // E1 and E2 have 90, E3 and E4 have 80.
    private static Contest TwoTies()
    {
        var contest = new Contest(TwoPrizes with { Ties = TiePolicy.Decide }, entrants: 4);
        for (var n = 1; n <= 4; n++)
        {
            contest.Theory(n, n <= 2 ? 90m : 80m).Sheet(n, n <= 2 ? 90m : 80m);
        }

        return contest;
    }

    private static Decision Order(Contest contest, params int[] order) =>
        DecideTie.Decide(contest.State, Head, Dg, [.. order.Select(Contest.E)], "加赛");

    [Fact]
    public void Of_two_ties_each_is_ordered_by_itself()
    {
        var contest = TwoTies();
        Assert.Equal("E1:1 E2:1 E3:3 E4:3", contest.Order());
        foreach (var wrong in new int[][] { [1, 3], [1, 2, 3], [1], [1, 1], [] })
        {
            Assert.Equal("这几位选手不是一组待议定的并列，请刷新后重排整组", Refused(Refusal.NoSuchTie, Order(contest, wrong)).Message.ToString());
        }

        contest.Accept<TieDecided>(Order(contest, 4, 3));
        Assert.Equal("E1:1 E2:1 E4:3 E3:4", contest.Order());
        contest.Accept<TieDecided>(Order(contest, 2, 1));
        Assert.Equal("E2:1 E1:2 E4:3 E3:4", contest.Order());
    }

    [Fact]
    public void Where_nobody_is_tied_there_is_nothing_to_order()
    {
        Refused(Refusal.NoSuchTie, Order(Marked(TwoPrizes with { Ties = TiePolicy.Decide }), 1, 2));
        Refused(Refusal.NoSuchTie, Order(Marked(TwoPrizes with { Ties = TiePolicy.Decide })));
    }

    [Fact]
    public void Without_an_advance_nobody_declines_it()
    {
        var contest = InReview();
        contest.Apply(new CompetitionDefined(contest.State.Competition! with { TradeWord = "赛项" }));

        Assert.Equal("这个赛项没有设晋级",
            Refused(Refusal.NoAdvance, DeclineAdvance.Decide(contest.State, Head, Dg, Contest.E(1), "工作调动")).Message.ToString());
    }

    [Fact]
    public void A_reserve_declines_too_and_whoever_is_neither_does_not()
    {
        var contest = InReview(TwoPrizes with { Advance = new("市赛", Top: 1, Reserves: 1) });
        Assert.Equal("E1:1 E2:2 E3:3 E4:4", contest.Order());

        Refused(Refusal.NotOnList, DeclineAdvance.Decide(contest.State, Head, Dg, Contest.E(3), "工作调动"));
        contest.Accept<AdvanceDeclined>(DeclineAdvance.Decide(contest.State, Head, Dg, Contest.E(2), "工作调动"));
        Assert.Equal([Contest.E(3)], contest.Trade.Advance()!.Reserves);
    }

    [Fact]
    public void Awards_counted_by_a_tag_are_not_confirmed_while_somebody_lacks_it()
    {
        var contest = InReview(TwoPrizes with { Awards = new([new("一等奖", 1)], CountBy: "组别") });
        Decision Confirm() => ConfirmAwards.Decide(contest.State, Head, Dg);
        void Tag(params int[] entrants) => contest.Apply(new EntrantsRegistered([.. entrants.Select(n =>
            contest.State.Entrant(Contest.E(n))!.Entrant with { Tags = new Dictionary<string, string> { ["组别"] = "职工组" } })]));

        Assert.Equal("有 4 名选手没有标签“组别”，不能定奖，请先补上", Refused(Refusal.NoTag, Confirm()).Message.ToString());
        Tag(1, 2, 3);
        Assert.Equal("有 1 名选手没有标签“组别”，不能定奖，请先补上", Refused(Refusal.NoTag, Confirm()).Message.ToString());
        Tag(4);
        contest.Accept<AwardsConfirmed>(Confirm());
    }

    [Fact]
    public void Who_may_not_move_a_trade_is_told_so_before_where_it_stands()
    {
        var contest = Marked();
        var judge = new Actor(Role.Judge, "J1", Contest.Here);

        Refused(Refusal.WrongRole, ChangePhase.Decide(contest.State, judge, Dg, Phase.Scoring));
        Refused(Refusal.WrongRole, ChangePhase.Decide(contest.State, judge, Dg, Phase.Final));
        var there = Refused(Refusal.SamePhase, ChangePhase.Decide(contest.State, Head, Dg, Phase.Scoring));
        Assert.Equal("电工已经是“评分”", there.Message.ToString());
    }

    [Theory]
    [InlineData(Phase.Final, "一次只能走一步；“评分”的下一步是“复核”")]
    [InlineData(Phase.Publicity, "一次只能走一步；“评分”的下一步是“复核”")]
    [InlineData(Phase.Setup, "一次只能走一步；“评分”的下一步是“抽签”")]
    public void The_step_is_named_in_the_direction_asked_for(Phase to, string words) =>
        Assert.Equal(words, Refused(Refusal.OneStep, ChangePhase.Decide(Marked().State, Head, Dg, to)).Message.ToString());

    [Theory]
    [InlineData(MarkingMethod.Judge, 3, 1, null)] // the smallest panel concerns panels
    [InlineData(MarkingMethod.Judge, 3, 0, "P有裁判 0 人，至少 1 人")]
    [InlineData(MarkingMethod.Panel, 3, 3, null)]
    [InlineData(MarkingMethod.Panel, 3, 2, "P有裁判 2 人，至少 3 人")]
    [InlineData(MarkingMethod.Panel, 0, 0, "P有裁判 0 人，至少 1 人")]
    [InlineData(MarkingMethod.Clerk, 3, 0, null)]
    public void So_many_judges_are_needed(MarkingMethod marking, int smallest, int judges, string? lacks)
    {
        Aspect[] sheet = marking == MarkingMethod.Clerk ? [] : [Contest.Points("a", 100m)];
        var module = Contest.Module("P", marking, sheet) with { Panel = new(Smallest: smallest) };
        var contest = new Contest(Contest.Only(module), entrants: 1, judges: judges, phase: Phase.Drawn);

        var told = PhaseSteps.Needs(contest.Trade, Phase.Scoring).Single(n => n.Code == Need.Judges);
        Assert.Equal((lacks ?? "各模块裁判到位", lacks is null), (told.Words.ToString(), told.Met));
    }
}

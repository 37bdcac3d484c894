using FsCheck;
using FsCheck.Fluent;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Ranking;

namespace Scoring.Core.Tests.Ranking;

/// <summary>R-B1, R-B8, R-B9, R-C1, R-C2, R-J8, R-J9: totals and ranks.</summary>
public sealed class RankingTests
{
    private static Trade Chain(TiePolicy ties, params TieStep[] chain) => Contest.Union(
        Contest.Module("P", MarkingMethod.Judge, Contest.Points("a", 40m), Contest.Points("b", 20m), new FaultsAspect(new("f"), "失误", 10m, 1m)) with { Time = new() },
        Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 30m)) with { Time = new() }) with { TieChain = chain, Ties = ties };

    /// <summary>Everyone 80 in theory and 80 in practical: 30, 20, 0 faults and 20 by default.</summary>
    private static Contest Tied(Trade trade, int entrants, Func<int, (decimal A, decimal B, decimal Faults, decimal Q)>? marks = null)
    {
        var contest = new Contest(trade, entrants: entrants);
        foreach (var n in Enumerable.Range(1, entrants))
        {
            var (a, b, faults, q) = marks?.Invoke(n) ?? (30m, 20m, 0m, 20m);
            contest.Theory(n, 80m).Sheet(n, 1, "P", ("a", a), ("b", b), ("f", faults)).Sheet(n, q, module: "Q");
        }

        return contest;
    }

    private static string? Words(Contest contest, int n) => contest.Standing(n).Reason?.Words;

    [Fact]
    public void The_total_is_the_weighted_sum_of_rounded_components()
    {
        var contest = new Contest(entrants: 1).Theory(1, 87.505m).Sheet(1, 88.88m);

        Assert.Equal([87.51m, 88.88m], contest.Result(1).Components.Select(c => c.Figure));
        Assert.Equal(88.47m, contest.Result(1).Total); // 26.253 + 62.216 = 88.469
    }

    [Theory]
    [InlineData(RoundingMode.HalfUp, "87.51")]
    [InlineData(RoundingMode.HalfEven, "87.50")]
    public void A_half_in_the_component_goes_by_the_trades_mode(RoundingMode mode, decimal figure) =>
        Assert.Equal(figure, new Contest(Contest.Union() with { Rounding = mode }, entrants: 1).Theory(1, 87.505m).Result(1).Components[0].Figure);

    [Theory]
    [InlineData(RoundingMode.HalfUp, "80.04")]
    [InlineData(RoundingMode.HalfEven, "80.04")]
    public void And_so_does_a_half_in_the_total(RoundingMode mode, decimal total) =>
        Assert.Equal(total, new Contest(Contest.Union() with { Rounding = mode }, entrants: 1).Theory(1, 80.05m).Sheet(1, 80.03m).Result(1).Total); // 24.015 + 56.021 = 80.036

    [Fact]
    public void Half_in_the_total_to_the_even_neighbour()
    {
        Contest Of(RoundingMode mode) => new Contest(Contest.Union() with { Rounding = mode }, entrants: 1).Theory(1, 80.05m).Sheet(1, 80m); // 24.015 + 56 = 80.015

        Assert.Equal(80.02m, Of(RoundingMode.HalfUp).Result(1).Total);
        Assert.Equal(80.02m, Of(RoundingMode.HalfEven).Result(1).Total);
        Assert.Equal(80.04m, new Contest(Contest.Union() with { Rounding = RoundingMode.HalfEven }, entrants: 1).Theory(1, 80.15m).Sheet(1, 80m).Result(1).Total); // 80.045
    }

    [Fact]
    public void Raw_sum_adds_full_marks()
    {
        var trade = Contest.Union() with { Scoring = ScoringMode.RawSum, RawTotal = 200m };
        var contest = new Contest(trade, entrants: 1).Theory(1, 87.505m).Sheet(1, 90m);

        Assert.Equal(177.51m, contest.Result(1).Total);
        Assert.Equal(200m, contest.Public().FullMark);
        Assert.Null(contest.Public().Columns[0].Weight);
    }

    [Fact]
    public void A_real_zero_is_ranked_and_a_blank_never()
    {
        var contest = new Contest(entrants: 3).Theory(1, 0m).Sheet(1, 0m).Theory(2, 50m).Theory(3, 10m).Sheet(3, 10m);

        Assert.Equal("E3:1 E1:2 E2:-", contest.Order());
        Assert.Equal(0.00m, contest.Result(1).Total);
        Assert.Null(contest.Result(2).Total);
    }

    [Fact]
    public void Absent_withdrawn_and_disqualified_are_listed_last_unranked_without_a_total()
    {
        var contest = new Contest(entrants: 5);
        foreach (var n in new[] { 1, 2, 3, 4 })
        {
            contest.Theory(n, 90m).Sheet(n, 90m);
        }

        contest.Status(1, EntrantStatus.Disqualified).Status(2, EntrantStatus.Withdrawn).Status(3, EntrantStatus.Absent);

        Assert.Equal("E4:1 E5:- E3:- E2:- E1:-", contest.Order());
        Assert.All(new[] { 1, 2, 3 }, n => Assert.Null(contest.Result(n).Total));
        Assert.All(new[] { 1, 2, 3, 5 }, n => Assert.Null(contest.Standing(n).Reason));
        Assert.Equal(3, contest.Trade.Started); // all but absent and withdrawn (R-J9)
        Assert.Equal(90m, contest.Status(1, EntrantStatus.Normal).Result(1).Total);
    }

    [Fact]
    public void Everyone_absent_and_one_entrant()
    {
        Assert.Equal("E1:- E2:-", new Contest(entrants: 2).Status(1, EntrantStatus.Absent).Status(2, EntrantStatus.Absent).Order());
        var one = new Contest(entrants: 1).Theory(1, 60m).Sheet(1, 60m);
        Assert.Equal(("E1:1", "总分最高"), (one.Order(), Words(one, 1)));
        Assert.Equal("", new Contest().Order());
    }

    [Fact]
    public void Equal_totals_share_a_rank_and_the_next_is_counted()
    {
        var contest = new Contest(entrants: 4);
        foreach (var (n, mark) in new[] { (1, 90m), (2, 80m), (3, 80m), (4, 70m) })
        {
            contest.Theory(n, mark).Sheet(n, mark);
        }

        Assert.Equal("E1:1 E2:2 E3:2 E4:4", contest.Order());
        Assert.Equal("总分同为 80.00，实操同为 80.00，并列", Words(contest, 3));
        Assert.Equal("总分低于第 2 名 10.00", Words(contest, 4));
        Assert.Equal(RankDecision.Equal, contest.Standing(3).Reason!.DecidedBy);
        Assert.Empty(contest.Trade.Standings().OpenTies);
    }

    [Fact]
    public void Without_shared_ranks_an_undecided_tie_shows_the_shared_rank_and_stays_open()
    {
        var contest = Tied(Chain(TiePolicy.Decide), 3);

        Assert.Equal("E1:1 E2:1 E3:1", contest.Order());
        Assert.Equal([Contest.E(1), Contest.E(2), Contest.E(3)], Assert.Single(contest.Trade.Standings().OpenTies));
        Assert.Equal("总分同为 80.00，待组委会议定先后", Words(contest, 2));

        contest.Apply(new TieDecided(Contest.TradeId, [Contest.E(3), Contest.E(1), Contest.E(2)], "加赛"));
        Assert.Equal("E3:1 E1:2 E2:3", contest.Order());
        Assert.Empty(contest.Trade.Standings().OpenTies);

        // One leaves the group: the decision was about all three.
        contest.Status(2, EntrantStatus.Disqualified);
        Assert.Single(contest.Trade.Standings().OpenTies);
        Assert.Equal("E3:1 E1:2 E2:3", contest.Status(2, EntrantStatus.Normal).Order());
    }

    [Fact]
    public void The_first_of_an_ordered_group_stands_below_whoever_is_better_by_total()
    {
        var contest = Tied(Chain(TiePolicy.Decide), 3, n => n == 1 ? (31m, 20m, 0m, 20m) : (30m, 20m, 0m, 20m))
            .Apply(new TieDecided(Contest.TradeId, [Contest.E(3), Contest.E(2)], "加赛"));

        Assert.Equal("E1:1 E3:2 E2:3", contest.Order());
        Assert.Equal("总分低于第 1 名 0.70", Words(contest, 3));
        Assert.Equal("总分同为 80.00，由组委会议定先后：加赛", Words(contest, 2));
    }

    [Fact]
    public void A_committees_order_does_not_touch_a_trade_with_shared_ranks() =>
        Assert.Equal("E1:1 E2:1", Tied(Chain(TiePolicy.Shared), 2).Apply(new TieDecided(Contest.TradeId, [Contest.E(2), Contest.E(1)], "加赛")).Order());

    [Fact]
    public void Theory_decides_if_the_chain_says_so()
    {
        var contest = new Contest(Contest.Union() with { TieChain = [new(TieStepKind.Theory)] }, entrants: 2)
            .Theory(1, 88.70m).Sheet(1, 87m).Theory(2, 86.37m).Sheet(2, 88m);

        Assert.Equal("E1:1 E2:2", contest.Order());
        Assert.Equal("总分同为 87.51，理论 88.70 高于 86.37", Words(contest, 2));
    }

    [Fact]
    public void A_named_module_decides_after_its_deductions_to_two_decimals()
    {
        var contest = Tied(Chain(TiePolicy.Shared, new TieStep(TieStepKind.Module, new("Q"))), 2, n => n == 1 ? (29m, 20m, 0m, 21m) : (30m, 20m, 0m, 20m));
        Assert.Equal("总分同为 80.00，Q 21.00 高于 20.00", Words(contest, 2));

        // Two off in Q, two back in P: the totals stay equal, the module turns round.
        contest.Violation(1, 1, "Q", ViolationOutcome.Deduction, 2m).Sheet(1, 1, "P", ("a", 31m), ("b", 20m), ("f", 0m));
        Assert.Equal("E2:1 E1:2", contest.Order());
        Assert.Equal("总分同为 80.00，Q 20.00 高于 19.00", Words(contest, 1));
    }

    [Fact]
    public void A_named_aspect_decides()
    {
        var contest = Tied(Chain(TiePolicy.Shared, new TieStep(TieStepKind.Aspect, new("P"), new("b"))), 2, n => n == 1 ? (31m, 19m, 0m, 20m) : (30m, 20m, 0m, 20m));

        Assert.Equal("E2:1 E1:2", contest.Order());
        Assert.Equal("总分同为 80.00，评分点 b 20.00 高于 19.00", Words(contest, 1));
    }

    [Fact]
    public void Fewest_faults_decide()
    {
        var contest = Tied(Chain(TiePolicy.Shared, new TieStep(TieStepKind.FewestFaults)), 2, n => n == 1 ? (32m, 20m, 2m, 20m) : (31m, 20m, 1m, 20m));

        Assert.Equal("E2:1 E1:2", contest.Order());
        Assert.Equal("总分同为 80.00，失误 1 处少于 2 处", Words(contest, 1));
    }

    [Fact]
    public void Earliest_finish_is_the_last_modules()
    {
        var contest = Tied(Chain(TiePolicy.Shared, new TieStep(TieStepKind.EarliestFinish)), 2);
        contest.Time(1, 60, "P", finished: Contest.Start).Time(1, 60, "Q", finished: Contest.Start.AddSeconds(2));
        contest.Time(2, 60, "P", finished: Contest.Start.AddHours(1)).Time(2, 60, "Q", finished: Contest.Start.AddSeconds(1));

        Assert.Equal("E2:1 E1:2", contest.Order());
        Assert.Equal("总分同为 80.00，完成时间 09:00:01 早于 09:00:02", Words(contest, 1));
    }

    [Fact]
    public void A_step_that_anyone_of_the_group_lacks_is_passed_over_for_all()
    {
        var contest = Tied(Chain(TiePolicy.Shared, new(TieStepKind.Time), new(TieStepKind.Aspect, new("P"), new("b"))), 3, n => n == 3 ? (30.5m, 19.5m, 0m, 20m) : (30m, 20m, 0m, 20m));
        contest.Time(1, 500).Time(1, 1, "Q").Time(2, 400).Time(2, 1, "Q");

        Assert.Equal("E1:1 E2:1 E3:3", contest.Order());
        Assert.Equal("总分同为 80.00，用时有人没有记录，不比，评分点 b 20.00 高于 19.50", Words(contest, 3));

        contest.Time(3, 450).Time(3, 1, "Q");
        Assert.Equal("E2:1 E3:2 E1:3", contest.Order());
        Assert.Equal("总分同为 80.00，用时 0:06:41 短于 0:07:31", Words(contest, 3));
    }

    [Fact]
    public void A_step_splits_and_the_next_goes_on_inside_each_part()
    {
        var contest = Tied(Chain(TiePolicy.Shared, new(TieStepKind.Module, new("Q")), new(TieStepKind.Aspect, new("P"), new("b"))), 4, n => n switch
        {
            1 => (30m, 20m, 0m, 20m),
            2 => (31m, 19m, 0m, 20m),
            3 => (29m, 20m, 0m, 21m),
            _ => (30m, 19m, 0m, 21m),
        });

        Assert.Equal("E3:1 E4:2 E1:3 E2:4", contest.Order());
        Assert.Equal("总分同为 80.00，Q 21.00 高于 20.00", Words(contest, 1));
        Assert.Equal("总分同为 80.00，Q 同为 20.00，评分点 b 20.00 高于 19.00", Words(contest, 2));
    }

    [Fact]
    public void Through_the_whole_chain_to_equal()
    {
        TieStep[] all =
        [
            new(TieStepKind.Practical), new(TieStepKind.Theory), new(TieStepKind.Time), new(TieStepKind.Module, new("P")),
            new(TieStepKind.Aspect, new("P"), new("a")), new(TieStepKind.FewestFaults), new(TieStepKind.EarliestFinish),
        ];
        var contest = Tied(Chain(TiePolicy.Shared, all), 2);
        foreach (var n in new[] { 1, 2 })
        {
            contest.Time(n, 60, "P").Time(n, 65, "Q", finished: Contest.Start);
        }

        Assert.Equal("E1:1 E2:1", contest.Order());
        Assert.Equal(
            "总分同为 80.00，实操同为 80.00，理论同为 80.00，用时同为 0:02:05，P 同为 60.00，评分点 a 同为 30.00，失误同为 0 处，完成时间同为 09:00:00，并列", Words(contest, 2));
    }

    [Fact]
    public void Under_a_panel_an_aspect_goes_by_the_panels_method_and_faults_by_the_mean_count()
    {
        var trade = Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 90m), new FaultsAspect(new("f"), "失误", 10m, 1m))) with
        {
            TieChain = [new(TieStepKind.Aspect, new("P"), new("a")), new(TieStepKind.FewestFaults)],
        };
        var contest = new Contest(trade, entrants: 1, judges: 5);
        foreach (var (judge, a, faults) in new[] { (1, 50m, 0m), (2, 80m, 1m), (3, 81m, 1m), (4, 84m, 2m), (5, 90m, 3m) })
        {
            contest.Sheet(1, judge, "P", ("a", a), ("f", faults));
        }

        Assert.Equal(81.67m, TieValue.Of(trade.TieChain![0], trade, contest.Result(1))); // 80, 81, 84
        Assert.Equal(1.4m, TieValue.Of(trade.TieChain[1], trade, contest.Result(1))); // 7 ÷ 5
    }

    [Fact]
    public void Faults_of_all_aspects_and_modules_add_up_and_dropped_sheets_count()
    {
        var trade = Contest.Only(
            Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 40m), new FaultsAspect(new("f"), "失误", 10m, 0m), new FaultsAspect(new("g"), "失误", 10m, 0m)),
            Contest.Module("Q", MarkingMethod.Judge, Contest.Points("a", 30m)),
            Contest.Module("R", MarkingMethod.Judge, new FaultsAspect(new("h"), "失误", 10m, 0m)));
        var contest = new Contest(trade, entrants: 1, judges: 5).Sheet(1, 30m, module: "Q").Sheet(1, 1, "R", ("h", 2m));
        Assert.Null(TieValue.Of(new(TieStepKind.FewestFaults), trade, contest.Result(1)));
        foreach (var judge in Enumerable.Range(1, 5))
        {
            contest.Sheet(1, judge, "P", ("a", 30m + judge), ("f", judge), ("g", 1m));
        }

        Assert.Equal(6m, TieValue.Of(new(TieStepKind.FewestFaults), trade, contest.Result(1))); // (2 + 3 + 4 + 5 + 6) ÷ 5 + 2
    }

    [Fact]
    public void A_judgement_aspect_goes_by_its_combined_mark()
    {
        var trade = Contest.Only(Contest.Module(
            "P", MarkingMethod.Panel, new JudgementAspect(new("j"), "外观", 50m, ["差", "达标", "良", "优"]), new JudgementAspect(new("k"), "整洁", 50m, ["差", "达标", "良", "优"])));
        var contest = new Contest(trade, entrants: 1, judges: 3);
        foreach (var (judge, j, k) in new[] { (1, 1m, 3m), (2, 2m, 3m), (3, 2m, 3m) })
        {
            contest.Sheet(1, judge, "P", ("j", j), ("k", k));
        }

        Assert.Equal([27.78m, 50m], new[] { "j", "k" }.Select(a => TieValue.Of(new(TieStepKind.Aspect, new("P"), new(a)), trade, contest.Result(1))!.Value)); // 50 × 5 ÷ 9
    }

    [Fact]
    public void Steps_are_called_as_the_trade_calls_them()
    {
        var trade = Contest.Union();
        var bare = trade with { Components = [] };
        var named = trade with { Components = [.. trade.Components.Select(c => c with { Name = c.Name + "部分" })] };

        Assert.Equal(["理论部分", "实操部分"], new[] { TieStepKind.Theory, TieStepKind.Practical }.Select(k => TieValue.Name(new(k), named)));
        Assert.Equal(["理论", "实操", "模块 X"], new TieStep[] { new(TieStepKind.Theory), new(TieStepKind.Practical), new(TieStepKind.Module, new("X")) }.Select(s => TieValue.Name(s, bare)));
    }

    [Fact]
    public void A_result_from_a_definition_with_other_parts_has_values_for_those_it_shares()
    {
        var trade = Contest.Union();
        var result = new Contest(trade, entrants: 1).Theory(1, 80m).Sheet(1, 90m).Result(1);

        Assert.Equal(80m, TieValue.Of(new(TieStepKind.Theory), trade with { Components = [trade.Components[0]] }, result));
        Assert.Null(TieValue.Of(new(TieStepKind.Practical), trade with { Components = [trade.Components[0]] }, result));
        Assert.Null(TieValue.Of(new(TieStepKind.Practical), trade, result with { Components = [result.Components[0]] }));
    }

    [Fact]
    public void Of_a_tied_group_a_decision_about_another_of_the_same_size_says_nothing()
    {
        var contest = Tied(Chain(TiePolicy.Decide), 4, n => n <= 2 ? (31m, 20m, 0m, 20m) : (30m, 20m, 0m, 20m))
            .Apply(new TieDecided(Contest.TradeId, [Contest.E(4), Contest.E(3)], "加赛"));

        Assert.Equal("E1:1 E2:1 E4:3 E3:4", contest.Order());
    }

    [Fact]
    public void Steps_without_a_value_have_none()
    {
        var trade = Contest.Union();
        var result = new Contest(trade, entrants: 1).Result(1);

        Assert.All(Enum.GetValues<TieStepKind>(), kind => Assert.Null(TieValue.Of(new(kind, new("P"), new("a")), trade, result)));
        Assert.Null(TieValue.Of(new(TieStepKind.Module), trade, result));
        Assert.Null(TieValue.Of(new(TieStepKind.Aspect, new("P"), new("none")), trade, new Contest(trade, entrants: 1).Sheet(1, 5m).Result(1)));
    }

    private static readonly Gen<(int, int)[]> AnyMarks = Gen.Choose(60, 66).Zip(Gen.Choose(60, 66)).ArrayOf(6);

    [Fact]
    public void The_order_marks_come_in_changes_nothing() => Check.One(Cases.Config(), Prop.ForAll(AnyMarks.Zip(Gen.Shuffle(Enumerable.Range(1, 6).ToArray())).ToArbitrary(), x =>
    {
        var (marks, order) = x;
        var (straight, shuffled) = (new Contest(entrants: 6), new Contest(entrants: 6));
        foreach (var n in Enumerable.Range(1, 6))
        {
            straight.Theory(n, marks[n - 1].Item1).Sheet(n, marks[n - 1].Item2);
        }

        foreach (var n in order)
        {
            shuffled.Sheet(n, marks[n - 1].Item2).Theory(n, marks[n - 1].Item1);
        }

        return straight.Order() == shuffled.Order();
    }));

    [Fact]
    public void A_higher_mark_never_lowers_a_rank() => Check.One(Cases.Config(), Prop.ForAll(
        AnyMarks.Zip(Gen.Choose(1, 6)).Zip(Gen.Choose(1, 5)).ToArbitrary(), x =>
        {
            var ((marks, who), more) = x;
            var contest = new Contest(entrants: 6);
            foreach (var n in Enumerable.Range(1, 6))
            {
                contest.Theory(n, marks[n - 1].Item1).Sheet(n, marks[n - 1].Item2);
            }

            var before = contest.Standing(who).Rank;
            contest.Apply(new SheetCorrected(Contest.E(who), new("P"), Contest.J(1), Contest.Marks(("a", marks[who - 1].Item2 + more)), "更正", "J1", "H1"));
            return contest.Standing(who).Rank <= before;
        }));
}

using FsCheck;
using FsCheck.Fluent;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Ranking;
using static Scoring.Core.Tests.Ranking.TiedEntrants;

namespace Scoring.Core.Tests.Ranking;

/// <summary>R-B1, R-B8, R-B9, R-C1, R-C2, R-J9: totals and ranks.</summary>
public sealed class RankingTests
{
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

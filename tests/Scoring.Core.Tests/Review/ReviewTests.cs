using FsCheck;
using FsCheck.Fluent;
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Ranking;
using Scoring.Core.Review;
using Scoring.Core.Tests.Awards;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Review;

/// <summary>R-D1, R-J9: whose sheets are looked at again, and when all of them are.</summary>
public sealed class ReviewTests
{
    private static readonly TradeId Dg = new("dg");

    private static Standings Ranked(int count) => Totals([.. Enumerable.Range(0, count).Select(i => 95m - i * 0.5m)]);

    private static ReviewPlan Plan(int count, string seed = "20260423") => ReviewDraw.Draw(Dg, Ranked(count), seed);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 0)] // 0.3 up
    [InlineData(2, 1, 1)] // 0.6 up, 0.15 up
    [InlineData(3, 1, 1)]
    [InlineData(4, 2, 1)] // 1.2 up
    [InlineData(10, 3, 2)] // exactly 3; 1.05 up
    [InlineData(20, 6, 3)] // 6; 2.1 up
    [InlineData(22, 7, 3)] // 6.6 up; 2.25 up
    [InlineData(40, 12, 5)] // 12; 4.2 up
    [InlineData(200, 60, 21)] // 60; exactly 21
    public void Three_tenths_of_the_ranked_and_fifteen_in_a_hundred_of_the_rest_are_rounded_up(int ranked, int top, int sample)
    {
        var plan = Plan(ranked);

        Assert.Equal(top, plan.Top.Count);
        Assert.Equal(sample, plan.Sample.Count);
    }

    [Fact]
    public void The_top_is_the_best_in_order_and_equals_do_not_enlarge_it()
    {
        var plan = ReviewDraw.Draw(Dg, Totals(90, 89, 88, 88, 88, 80, 79, 78, 77, 76), "s");

        Assert.Equal(Ids("E1", "E2", "E3"), plan.Top);
        Assert.DoesNotContain(plan.Sample, plan.Top.Contains);
    }

    [Fact]
    public void Only_the_ranked_are_reviewed()
    {
        var plan = ReviewDraw.Draw(Dg, Of(
            new Contestant("A", 90m), new Contestant("B", null), new Contestant("C", null, Status: EntrantStatus.Disqualified)), "s");

        Assert.Equal(Ids("A"), plan.All());
    }

    [Fact]
    public void The_same_seed_draws_the_same_and_is_kept_in_the_plan()
    {
        Assert.Equal(Plan(40).Sample, Plan(40).Sample);
        Assert.Equal("20260423", Plan(40).Seed);
    }

    // SHA-256 of "20260423\ndg\nE13" and so on, sorted: worked out with sha256sum, so that a draw can be repeated without this program.
    [Fact]
    public void The_draw_can_be_repeated_by_hand() => Assert.Equal(Ids("E13", "E17", "E31", "E32", "E35"), Plan(40).Sample);

    [Fact]
    public void Another_seed_or_another_trade_draws_another_sample()
    {
        Assert.NotEqual(Plan(200, "a").Sample, Plan(200, "b").Sample);
        Assert.NotEqual(Plan(200).Sample, ReviewDraw.Draw(new TradeId("hg"), Ranked(200), "20260423").Sample);
    }

    [Fact]
    public void The_draw_does_not_depend_on_the_order_below_the_top()
    {
        var rows = Ranked(40).Rows;
        var shuffled = new Standings([.. rows.Take(12), .. rows.Skip(12).Reverse()], []);

        Assert.Equal(Plan(40).Sample.ToHashSet(), ReviewDraw.Draw(Dg, shuffled, "20260423").Sample.ToHashSet());
    }

    [Fact]
    public void Everyone_of_the_rest_has_the_same_chance()
    {
        var (draws, least, most) = Cases.AreFew ? (100, 5, 40) : (2000, 330, 530);
        var hits = Enumerable.Range(0, draws).SelectMany(i => Plan(20, $"seed {i}").Sample).CountBy(id => id).ToList();

        Assert.Equal(14, hits.Count);
        Assert.All(hits, hit => Assert.InRange(hit.Value, least, most)); // 2000 × 3 ÷ 14 = 429
    }

    [Theory]
    [InlineData("15", 5)]
    [InlineData("15.01", 5)]
    [InlineData("18", 6)] // 28 × 0.18 = 5.04 up
    [InlineData("50", 14)]
    [InlineData("100", 28)]
    [InlineData("120", 28)]
    public void A_larger_sample_may_be_asked_for(string percent, int expected) =>
        Assert.Equal(expected, ReviewDraw.Draw(Dg, Ranked(40), "s", new(SamplePercent: decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture))).Sample.Count);

    [Theory]
    [InlineData(10, 100, 10)]
    [InlineData(1, 0, 1)]
    [InlineData(10, 0, 10)]
    [InlineData(50, 15, 40)]
    public void The_first_so_many_may_stand_in_for_the_percentage(int first, int sample, int top) // R-K16
    {
        var plan = ReviewDraw.Draw(Dg, Ranked(40), "s", new(first, SamplePercent: sample));

        Assert.Equal(top, plan.Top.Count);
        Assert.Equal((int)Math.Ceiling((40 - top) * sample / 100m), plan.Sample.Count);
    }

    [Fact]
    public void The_percentage_of_the_best_may_be_another() =>
        Assert.Equal(20, ReviewDraw.Draw(Dg, Ranked(40), "s", new(TopPercent: 50)).Top.Count);

    [Fact]
    public void A_larger_sample_holds_the_smaller_one() => Check.One(Cases.Config(), Prop.ForAll(
        (from count in Gen.Choose(0, 60) from percent in Gen.Choose(15, 100) from seed in Gen.Choose(0, 9999) select (count, percent, seed)).ToArbitrary(),
        c =>
        {
            var larger = ReviewDraw.Draw(Dg, Ranked(c.count), $"{c.seed}", new(SamplePercent: c.percent));
            var smaller = Plan(c.count, $"{c.seed}");
            return smaller.Sample.All(larger.Sample.Contains)
                && larger.Top.SequenceEqual(smaller.Top)
                && larger.All().Distinct().Count() == larger.Top.Count + larger.Sample.Count
                && larger.Sample.Count * 100 >= (c.count - larger.Top.Count) * c.percent;
        }));

    private static ReviewProgress After(int ranked, int ticked, int wrong)
    {
        var plan = Plan(ranked);
        return ReviewProgress.Of(plan, Ranked(ranked), plan.All().Take(ticked).Select((id, i) => (id, right: i >= wrong)).ToDictionary(x => x.id, x => x.right));
    }

    [Fact]
    public void Nothing_ticked_leaves_the_whole_plan()
    {
        var progress = After(40, 0, 0);

        Assert.Equal(17, progress.Required);
        Assert.Equal(17, progress.Remaining.Count);
        Assert.False(progress.Complete);
        Assert.Equal("应复核 17 份，已复核 0 份，有误 0 份，还差 17 份", progress.Words.ToString());
    }

    [Fact]
    public void All_ticked_right_is_complete()
    {
        var progress = After(40, 17, 0);

        Assert.True(progress.Complete);
        Assert.False(progress.ReviewAll);
        Assert.Equal("应复核 17 份，已复核 17 份，有误 0 份，已全部完成", progress.Words.ToString());
    }

    [Fact]
    public void One_wrong_of_17_is_more_than_5_percent_and_everyone_is_reviewed()
    {
        var progress = After(40, 17, 1);

        Assert.True(progress.ReviewAll);
        Assert.Equal(40, progress.Required);
        Assert.Equal(23, progress.Remaining.Count);
        Assert.Single(progress.Wrong);
        Assert.Equal("应复核 40 份，已复核 17 份，有误 1 份；有误超过 5%，须全部复核，还差 23 份", progress.Words.ToString());
    }

    [Theory]
    [InlineData(4, false)] // exactly 5 % of 80
    [InlineData(5, true)]
    public void Exactly_5_percent_is_not_more(int wrong, bool all)
    {
        var ids = Enumerable.Range(1, 80).Select(i => new EntrantId($"E{i}")).ToList();
        var progress = ReviewProgress.Of(new ReviewPlan("s", ids, []), Ranked(100), ids.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i >= wrong));

        Assert.Equal(all, progress.ReviewAll);
        Assert.Equal(all ? 20 : 0, progress.Remaining.Count);
    }

    [Fact]
    public void Under_way_the_plan_as_a_whole_is_the_measure()
    {
        var ids = Enumerable.Range(1, 80).Select(i => new EntrantId($"E{i}")).ToList();

        Assert.False(ReviewProgress.Of(new ReviewPlan("s", ids, []), Ranked(100), new Dictionary<EntrantId, bool> { [ids[0]] = false }).ReviewAll);
    }

    [Fact]
    public void Once_everything_is_to_be_reviewed_right_sheets_beyond_the_plan_do_not_undo_it()
    {
        var plan = Plan(40);
        var ticks = Ranked(40).Rows.ToDictionary(row => row.Result.Entrant, row => row.Result.Entrant != plan.Top[0]);

        var progress = ReviewProgress.Of(plan, Ranked(40), ticks); // 1 of 40 is 2.5 %, 1 of the 17 planned was not

        Assert.True(progress.ReviewAll);
        Assert.True(progress.Complete);
    }

    [Fact]
    public void A_wrong_sheet_found_beyond_the_plan_counts_too()
    {
        var plan = Plan(10);
        var outside = Ranked(10).Rows.Select(row => row.Result.Entrant).First(id => !plan.All().Contains(id));
        var ticks = plan.All().ToDictionary(id => id, _ => true);
        ticks[outside] = false;

        Assert.True(ReviewProgress.Of(plan, Ranked(10), ticks).ReviewAll); // 1 of 6
    }

    [Fact]
    public void One_of_the_plan_who_is_ranked_no_more_stays_in_it()
    {
        var plan = Plan(10);
        var without = new Standings(Ranked(10).Rows.Where(row => row.Result.Entrant != plan.Top[0]).ToList(), []);

        Assert.Contains(plan.Top[0], ReviewProgress.Of(plan, without, new Dictionary<EntrantId, bool>()).Remaining);
    }
}

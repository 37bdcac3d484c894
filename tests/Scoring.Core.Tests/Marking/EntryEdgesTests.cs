using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Marking;

/// <summary>The last figure a kind takes and the first it refuses (R-J5, R-K2, R-K8, R-K9, R-L5).</summary>
public sealed class EntryEdgesTests
{
    private static readonly MetricAspect _based =
        new(new("a"), "订单", 10m, "单", [new(0m, 0m), new(50m, 10m)], Base: new(MetricTake.Percent));

    private static readonly PointsAspect _points = new(new("a"), "抢答", 10m, 0.5m);
    private static readonly BonusAspect _bonus = new(new("a"), "创新", 5.3m, 0.5m);
    private static readonly TimeBandAspect _hundredths = new(new("a"), "用时", 5m, [new(60, 5m)], Hundredths: true);

    private static string? Check(Aspect aspect, decimal entered, bool belowZero = false) =>
        AspectMarks.Check(aspect, Entry.Of(entered), belowZero)?.ToString();

    private static string? Check(string own, string from) => AspectMarks.Check(_based, Entry.Of([own, from]))?.ToString();

    [Fact]
    public void A_result_and_its_base_are_two_figures_of_six_decimals_within_a_milliard()
    {
        Assert.Null(Check("1000000000", "-1000000000"));
        Assert.Null(Check("0.123456", " -0.5 "));
        Assert.Null(Check(new string('0', 39) + "5", "1"));
        Assert.Equal("数太大，请核对后重填", Check("1000000000.01", "1"));
        Assert.Equal("数太大，请核对后重填", Check("1", "-1000000000.01"));
        Assert.Equal("最多 6 位小数", Check("0.1234567", "1"));
        Assert.Equal("最多 6 位小数", Check("1", "0.1234567"));
        Assert.Equal("最多 6 位小数", Check("1", "0.0000001")); // before it is said that 0 is no base
        Assert.Equal("基数不能是 0", Check("1", "0.00"));
        foreach (var (own, from) in new[] { ("", "1"), ("1", ""), ("1e2", "1"), ("1,000", "1"), (new string('0', 40) + "5", "1") })
        {
            Assert.Equal("请填两个数：结果和基数", Check(own, from));
        }

        Assert.Equal("请填两个数：结果和基数", AspectMarks.Check(_based, Entry.Of(5m))?.ToString());
        Assert.Equal("请填两个数：结果和基数", AspectMarks.Check(_based, Entry.Of(["5", "1", "1"]))?.ToString());
        Assert.Equal("请填数字", AspectMarks.Check(_based with { Base = null }, Entry.Of(["5", "1"]))?.ToString());
        Assert.Equal("数太大，请核对后重填", Check(_based with { Base = null }, 1_000_000_000.01m));
        Assert.Null(Check(_based with { Base = null }, 1_000_000_000m));
    }

    [Fact]
    public void What_a_metric_gained_is_its_difference_whatever_is_mapped()
    {
        Assert.Equal(20m, MetricKind.Difference(_based, Entry.Of(["120", "100"])));
        Assert.Equal(30m, MetricKind.Difference(_based with { Base = new(MetricTake.Difference, 90m) }, Entry.Of(120m)));
        Assert.Equal(120m, MetricKind.Difference(_based with { Base = null }, Entry.Of(120m)));
        Assert.Equal(0m, AspectMarks.Value(_based with { Base = new(MetricTake.Percent, 0m) },
            Entry.Of(120m))); // such a scheme cannot be locked
        Assert.Equal(0m, MetricKind.Difference(_based, Entry.Of(["多", "少"])));
    }

    [Fact]
    public void The_better_way_of_a_metric_is_its_steps_or_the_rise_of_its_line()
    {
        Assert.Equal(MetricDirection.Higher, MetricKind.Better(_based));
        Assert.Equal(MetricDirection.Lower, MetricKind.Better(_based with { Line = [new(0m, 10m), new(50m, 0m)] }));
        Assert.Equal(MetricDirection.Higher, MetricKind.Better(_based with { Line = [new(0m, 10m), new(50m, 10m)] }));
        Assert.Equal(MetricDirection.Higher, MetricKind.Better(_based with { Line = [new(0m, 10m)] }));
        Assert.Equal(MetricDirection.Lower, MetricKind.Better(_based with { Steps = new(MetricDirection.Lower, []) }));
    }

    [Fact]
    public void Without_a_floor_points_go_as_far_below_0_as_above_it() // R-K9
    {
        Assert.Null(Check(_points, -10m, belowZero: true));
        Assert.Equal("须在 -10 到 10 之间", Check(_points, -10.5m, belowZero: true));
        Assert.Equal("须在 -10 到 10 之间", Check(_points, 10.5m, belowZero: true));
        Assert.Equal("须按 0.5 分的间隔打分", Check(_points, -0.3m, belowZero: true));
        Assert.Equal((-10m, 0m), (AspectMarks.Value(_points, Entry.Of(-10m), belowZero: true), AspectMarks.Value(_points, Entry.Of(-10m))));
        Assert.Equal(-5.00m, AspectMarks.Value(new FaultsAspect(new("a"), "错答", 1m, 2m), Entry.Of(3m), belowZero: true));
    }

    [Fact]
    public void A_bonus_goes_to_its_full_mark_even_off_the_step()
    {
        Assert.Null(Check(_bonus, 0m));
        Assert.Null(Check(_bonus, 5m));
        Assert.Null(Check(_bonus, 5.3m));
        Assert.Equal("加分须按 0.5 分的间隔", Check(_bonus, 5.2m));
        Assert.Equal("加分须在 0 到 5.3 之间", Check(_bonus, 5.31m));
        Assert.Equal("加分须在 0 到 5.3 之间", Check(_bonus, -0.5m, belowZero: true));
        Assert.Null(Check(_bonus with { Step = 0m }, 0.01m));
    }

    [Fact]
    public void Hundredths_of_a_second_and_whole_seconds_end_at_a_day()
    {
        Assert.Null(Check(_hundredths, 0m));
        Assert.Null(Check(_hundredths, 60.25m));
        Assert.Null(Check(_hundredths, 86_400m));
        Assert.Equal("用时须是不小于 0 的秒数，最多两位小数", Check(_hundredths, 60.255m));
        Assert.Equal("用时须是不小于 0 的秒数，最多两位小数", Check(_hundredths, -0.01m));
        Assert.Equal("用时最多 24 小时，请核对后重填", Check(_hundredths, 86_400.01m));
        Assert.Equal("用时须是不小于 0 的整秒数", Check(_hundredths with { Hundredths = false }, 60.25m));
        Assert.Null(Check(_hundredths with { Hundredths = false }, 86_400m));
    }

    [Fact]
    public void A_ratio_takes_no_value_below_0_and_the_other_rules_do() // R-M7
    {
        FieldAspect By(FieldRule rule) => new(new("a"), "用时", 10m, "秒", rule, MetricDirection.Lower, Decimals: 1);

        Assert.Equal("按比例计分的结果不能小于 0", Check(By(FieldRule.Ratio), -0.1m));
        Assert.Null(Check(By(FieldRule.Ratio), 0m));
        Assert.Null(Check(By(FieldRule.Place), -0.1m));
        Assert.Null(Check(By(FieldRule.Mean), -0.1m));
        Assert.Equal("最多 1 位小数", Check(By(FieldRule.Place), 0.15m));
        Assert.Null(Check(By(FieldRule.Place), 0.50m));
    }
}

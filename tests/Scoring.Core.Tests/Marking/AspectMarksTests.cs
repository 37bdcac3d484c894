using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Marking;

/// <summary>R-B5 and R-J5: every kind of aspect, on and beside its edges.</summary>
public sealed class AspectMarksTests
{
    private static readonly PointsAspect Points = new(new("a"), "布线", 10m);
    private static readonly PointsAspect OffStep = new(new("a"), "布线", 7.3m);
    private static readonly BinaryAspect Binary = new(new("a"), "一次通电", 8m);
    private static readonly FaultsAspect Faults = new(new("a"), "剥线", 6m, 1.5m);
    private static readonly CountAspect Count = new(new("a"), "乒乓球", 20m, 4m);
    private static readonly ToleranceAspect Tolerance = new(new("a"), "整定电流", 6m, 8.0m, "A", [new(0.2m, 6m), new(0.5m, 4m), new(1.0m, 2m)], 1);
    private static readonly TimeBandAspect TimeBand = new(new("a"), "用时", 5m, [new(60, 5m), new(90, 3m)]);
    private static readonly JudgementAspect Judgement = new(new("a"), "外观", 10m, ["差", "达标", "良", "优"]);
    private static readonly MetricAspect Line = new(new("a"), "订单", 10m, "单", [new(100m, 0m), new(200m, 6m), new(300m, 10m)]);
    private static readonly MetricAspect Higher = new(new("a"), "订单", 10m, "单", Steps: new(MetricDirection.Higher, [new(300m, 10m), new(200m, 6m)]));
    private static readonly MetricAspect Lower = new(new("a"), "电耗", 10m, "kWh/t", Steps: new(MetricDirection.Lower, [new(30m, 10m), new(35m, 6m)]));

    private static readonly AnswerKeyAspect Tea = new(new("a"), "识茶", 6m,
        [new("品种", 3m, ["龙井", "Longjing"]), new("产地", 2m, ["杭州"], ["杭州", "苏州"]), new("等级", 1m, ["特级"])]);

    private static decimal Value(Aspect aspect, decimal entered)
    {
        Assert.Null(AspectMarks.Check(aspect, Entry.Of(entered)));
        return AspectMarks.Value(aspect, Entry.Of(entered));
    }

    private static string Refused(Aspect aspect, decimal entered)
    {
        var message = AspectMarks.Check(aspect, Entry.Of(entered));
        Assert.NotNull(message);
        return message.ToString();
    }

    [Fact]
    public void Points_go_from_zero_to_full_by_the_step_and_full_is_allowed_off_its_step()
    {
        Assert.Equal([0m, 9.5m, 10m], [Value(Points, 0m), Value(Points, 9.5m), Value(Points, 10m)]);
        Assert.Equal(7.3m, Value(OffStep, 7.3m));
        Assert.Equal("须按 0.5 分的间隔打分", Refused(OffStep, 7.2m));
        Assert.Equal("须在 0 到 10 之间", Refused(Points, 10.5m));
        Assert.Equal("须在 0 到 10 之间", Refused(Points, -0.5m));
        Assert.Equal("须按 0.5 分的间隔打分", Refused(Points, 9.7m));
    }

    [Fact]
    public void Binary_is_full_or_nothing()
    {
        Assert.Equal((8m, 0m), (Value(Binary, 1m), Value(Binary, 0m)));
        Refused(Binary, 2m);
        Refused(Binary, 0.5m);
        Refused(Binary, -1m);
    }

    [Fact]
    public void Faults_take_off_each_and_stop_at_zero()
    {
        Assert.Equal([6m, 4.5m, 0m, 0m], [Value(Faults, 0m), Value(Faults, 1m), Value(Faults, 4m), Value(Faults, 5m)]);
        Assert.Equal("处数须是不小于 0 的整数", Refused(Faults, -1m));
        Refused(Faults, 1.5m);
    }

    [Fact]
    public void Count_gives_each_and_stops_at_full()
    {
        Assert.Equal([0m, 16m, 20m, 20m], [Value(Count, 0m), Value(Count, 4m), Value(Count, 5m), Value(Count, 9m)]);
        Refused(Count, -1m);
        Refused(Count, 0.5m);
    }

    [Theory]
    [InlineData("8.0", 6)]
    [InlineData("8.2", 6)] // exactly on the band
    [InlineData("7.8", 6)]
    [InlineData("8.3", 4)]
    [InlineData("8.5", 4)]
    [InlineData("7.0", 2)]
    [InlineData("9.1", 0)]
    [InlineData("-1", 0)]
    public void Tolerance_takes_the_first_band_that_holds_its_edge_included(decimal measured, decimal mark) => Assert.Equal(mark, Value(Tolerance, measured));

    [Fact]
    public void A_reading_finer_than_the_instrument_is_refused_trailing_zeros_are_not()
    {
        Assert.Equal("仪表读数最多 1 位小数", Refused(Tolerance, 8.25m));
        Assert.Equal(6m, Value(Tolerance, 8.20m));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(60, 5)]
    [InlineData(61, 3)]
    [InlineData(90, 3)]
    [InlineData(91, 0)]
    public void A_time_band_holds_up_to_its_upper_edge(decimal seconds, decimal mark) => Assert.Equal(mark, Value(TimeBand, seconds));

    [Fact]
    public void A_time_is_whole_seconds()
    {
        Refused(TimeBand, -1m);
        Refused(TimeBand, 1.5m);
    }

    [Fact]
    public void Judgement_is_zero_to_three()
    {
        Assert.Equal([0m, 3.33m, 6.67m, 10m], [Value(Judgement, 0m), Value(Judgement, 1m), Value(Judgement, 2m), Value(Judgement, 3m)]);
        Refused(Judgement, 4m);
        Refused(Judgement, 1.5m);
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(150, 3)]
    [InlineData(200, 6)]
    [InlineData(250, 8)]
    [InlineData(300, 10)]
    [InlineData(90, 0)] // −0.6, clamped
    [InlineData(310, 10)] // 10.4, clamped
    public void A_line_joins_its_points_and_goes_on_beyond_them(decimal value, decimal mark) => Assert.Equal(mark, Value(Line, value));

    [Fact]
    public void A_line_goes_on_beyond_its_points_before_it_is_clamped()
    {
        var flat = new MetricAspect(new("a"), "订单", 10m, "单", [new(100m, 2m), new(200m, 6m)]);

        Assert.Equal((0.4m, 8.4m), (Value(flat, 60m), Value(flat, 260m)));
    }

    [Fact]
    public void Steps_take_the_first_that_holds_edge_included_else_nothing()
    {
        Assert.Equal([10m, 6m, 6m, 0m], [Value(Higher, 300m), Value(Higher, 299m), Value(Higher, 200m), Value(Higher, 199m)]);
        Assert.Equal([10m, 6m, 6m, 0m], [Value(Lower, 30m), Value(Lower, 30.1m), Value(Lower, 35m), Value(Lower, 35.1m)]);
        Assert.Equal("最多 6 位小数", Refused(Higher, 1.0000001m));
    }

    [Theory]
    [InlineData("龙井", "杭州", "特级", 6)]
    [InlineData(" ＬＯＮＧＪＩＮＧ　", "杭州", "", 5)] // width, case and outer spaces do not count; blank is wrong
    [InlineData("碧螺春", "苏州", "特级", 1)]
    [InlineData("", "", "  ", 0)]
    public void Answers_are_compared_without_spaces_width_and_case_field_by_field(string kind, string origin, string grade, decimal mark)
    {
        var entry = Entry.Of([kind, origin, grade]);

        Assert.Null(AspectMarks.Check(Tea, entry));
        Assert.Equal(mark, AspectMarks.Value(Tea, entry));
    }

    [Fact]
    public void Answers_that_do_not_fit_the_fields_are_refused()
    {
        Assert.Equal("请逐项填写 3 项：品种、产地、等级", AspectMarks.Check(Tea, Entry.Of(["龙井"]))?.ToString());
        Assert.Equal("请逐项填写 3 项：品种、产地、等级", AspectMarks.Check(Tea, Entry.Of(3m))?.ToString());
        Assert.Equal("“产地”请从选项中选择", AspectMarks.Check(Tea, Entry.Of(["龙井", "南京", "特级"]))?.ToString());
        Assert.Contains("太长", AspectMarks.Check(Tea, Entry.Of([new string('龙', 201), "", ""]))!.ToString(), StringComparison.Ordinal);
        Assert.Null(AspectMarks.Check(Tea, Entry.Of([new string('龙', 200), "", ""])));
    }

    [Fact]
    public void The_whole_width_of_full_width_characters_counts_as_their_narrow_ones()
    {
        var marks = new AnswerKeyAspect(new("a"), "符号", 2m, [new("首尾", 1m, ["!~"]), new("空格", 1m, ["a b"])]);

        Assert.Equal(2m, AspectMarks.Value(marks, Entry.Of(["！～", "ａ\u3000ｂ"])));
        Assert.Equal(0m, AspectMarks.Value(marks, Entry.Of(["!\uFF5F", "ab"])));
    }

    [Fact]
    public void Answers_from_a_form_that_had_fewer_or_more_fields_count_as_far_as_they_go()
    {
        Assert.Equal(3m, AspectMarks.Value(Tea, Entry.Of(["龙井"])));
        Assert.Equal(6m, AspectMarks.Value(Tea, Entry.Of(["龙井", "杭州", "特级", "多余"])));
        Assert.Equal(0m, AspectMarks.Value(Tea, Entry.Of(3m)));
        Assert.Equal("品种答“龙井”，对，产地未答，等级未答", AspectMarks.Mark(Tea, Entry.Of([" 龙井 "])).Because.ToString());
        Assert.Equal("品种未答，产地未答，等级未答", AspectMarks.Mark(Tea, Entry.Of(3m)).Because.ToString());
    }

    [Fact]
    public void A_line_that_jumps_gives_the_lower_mark_at_the_jump_and_the_upper_beyond()
    {
        var jump = new MetricAspect(new("a"), "订单", 10m, "单", [new(100m, 0m), new(200m, 6m), new(200m, 8m), new(300m, 10m)]);
        var ends = jump with { Line = [new(100m, 0m), new(200m, 6m), new(200m, 8m)] };

        Assert.Equal((6m, 8.02m), (Value(jump, 200m), Value(jump, 201m)));
        Assert.Equal(8m, Value(ends, 250m));
    }

    [Fact]
    public void Without_a_step_any_mark_within_the_full_mark_is_allowed() => Assert.Equal(3.33m, Value(Points with { Step = 0m }, 3.33m));

    [Fact]
    public void A_metric_without_a_map_gives_nothing()
    {
        Assert.Equal(0m, Value(new MetricAspect(new("a"), "订单", 10m, "单"), 5m));
        Assert.Equal(0m, Value(new MetricAspect(new("a"), "订单", 10m, "单", [new(1m, 10m)]), 5m));
    }

    [Fact]
    public void Text_in_place_of_a_figure_and_figures_beyond_reason_are_refused()
    {
        Assert.Equal("请填数字", AspectMarks.Check(Points, Entry.Of(["10"]))?.ToString());
        Assert.Equal("数太大，请核对后重填", Refused(Faults, 1_000_000_001m));
        Assert.Equal("数太大，请核对后重填", Refused(Tolerance, -1_000_000_001m));
        Assert.Equal(0m, Value(Faults, 10_000m));
        Assert.EndsWith("数最多 10000，请核对后重填", Refused(Faults, 10_001m), StringComparison.Ordinal); // R-L5
    }

    [Fact]
    public void Every_aspect_rounds_half_up_to_two_decimals()
    {
        var third = new FaultsAspect(new("a"), "缺陷", 1m, 0.335m);

        Assert.Equal(0.67m, Value(third, 1m)); // 0.665
        Assert.Equal("0.67", Value(third, 1m).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("10.00", Value(Points, 10m).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_mark_says_how_it_came_about()
    {
        string Because(Aspect aspect, decimal entered) => AspectMarks.Mark(aspect, Entry.Of(entered)).Because.ToString();

        Assert.Equal("评 9.5 分", Because(Points, 9.50m));
        Assert.Equal(("是，得满分", "否，不得分"), (Because(Binary, 1m), Because(Binary, 0m)));
        Assert.Equal(("没有失误，得满分", "2 处，每处扣 1.5 分"), (Because(Faults, 0m), Because(Faults, 2m)));
        Assert.Equal("3 个，每个 4 分", Because(Count, 3m));
        Assert.Equal(("偏差 0.3 A，落入第 2 档", "偏差 2 A，不在任何一档"), (Because(Tolerance, 8.3m), Because(Tolerance, 10m)));
        Assert.Equal("用时 0:01:15，落入第 2 档", Because(TimeBand, 75m));
        Assert.Equal("评 2 分（0 至 3）", Because(Judgement, 2m));
        Assert.Equal(("结果 150 单，按折线换算", "结果 200 单，按分档换算"), (Because(Line, 150m), Because(Higher, 200m)));
        Assert.Equal("品种答“龙井”，对，产地答“苏州”，错，等级未答", AspectMarks.Mark(Tea, Entry.Of(["龙井", "苏州", " "])).Because.ToString());
    }
}

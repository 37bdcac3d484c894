using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Marking;

/// <summary>What a kind says on pages and paper: what is asked, how it is marked, what was entered and what became of it.</summary>
public sealed class KindWordsTests
{
    private static readonly PointsAspect _points = new(new("a"), "布线", 10m);
    private static readonly ToleranceAspect _tolerance = new(new("a"), "电流", 6m, 8.0m, "A", [new(0.2m, 6m), new(0.5m, 4.5m)], 1);
    private static readonly TimeBandAspect _band = new(new("a"), "用时", 5m, [new(60, 5m), new(90.5m, 3m)], Hundredths: true);
    private static readonly FactorAspect _factor = new(new("a"), "难度", [new(1m), new(1.1m, "技术测试"), new(0m, "未完成")]);
    private static readonly MetricAspect _line = new(new("a"), "订单", 10m, "单", [new(0m, 0m), new(40m, 10m)]);

    private static readonly MetricAspect _steps =
        new(new("a"), "电耗", 10m, "度", Steps: new(MetricDirection.Lower, [new(30m, 10m), new(35.5m, 6m)]));

    private static readonly AnswerKeyAspect _tea = new(new("a"), "识茶", 5m, [new("品种", 3m, ["龙井"]), new("产地", 2m, ["杭州"])]);

    /// <summary>The aspect, what is typed, and 问 · 怎么评 · 填在哪里 · 填了什么 · 怎么得来.</summary>
    public static TheoryData<Aspect, Entry, string> Words => new()
    {
        { _points, Entry.Of(9.50m), "分 · 按 0.5 分打分 ·  ·  · 评 9.5 分" },
        { new BinaryAspect(new("a"), "通电", 8m), Entry.Of(1), "是否 · 是 8 分，否 0 分 · □ 是　□ 否 · 是 · 是，得满分" },
        { new BinaryAspect(new("a"), "通电", 8m), Entry.Of(0), "是否 · 是 8 分，否 0 分 · □ 是　□ 否 · 否 · 否，不得分" },
        { new FaultsAspect(new("a"), "剥线", 6m, 1.5m), Entry.Of(0), "几处 · 每处扣 1.5 分 · ＿＿ 处 · 0 处 · 没有失误，得满分" },
        { new FaultsAspect(new("a"), "剥线", 6m, 1.5m), Entry.Of(2), "几处 · 每处扣 1.5 分 · ＿＿ 处 · 2 处 · 2 处，每处扣 1.5 分" },
        { new CountAspect(new("a"), "球", 20m, 4m, "只"), Entry.Of(3), "几只 · 每只 4 分 · ＿＿ 只 · 3 只 · 3 只，每只 4 分" },
        { _tolerance, Entry.Of(8.5m), "A · 标称 8 A，填实测值 · ＿＿＿ A · 8.5 A · 偏差 0.5 A，落入第 2 档" },
        { _tolerance, Entry.Of(7.4m), "A · 标称 8 A，填实测值 · ＿＿＿ A · 7.4 A · 偏差 0.6 A，不在任何一档" },
        { _band, Entry.Of(60.01m), "秒 · 填用时（时:分:秒） · __:__:__ · 0:01:00.01 · 用时 0:01:00.01，落入第 2 档" },
        { _band, Entry.Of(3690.51m), "秒 · 填用时（时:分:秒） · __:__:__ · 1:01:30.51 · 用时 1:01:30.51，不在任何一档" },
        { new JudgementAspect(new("a"), "外观", 10m, ["差", "可", "良", "优"]), Entry.Of(2),
            "0 至 3 · 对照基准评 0 至 3 · 0　1　2　3 · 评 2 · 评 2 分（0 至 3）" },
        { _tea, Entry.Of(["龙井", ""]), "答案 · 填答案：品种、产地 · ＿＿＿＿ · 龙井 /  · 品种答“龙井”，对，产地未答" },
        { _tea, Entry.Of(3m), "答案 · 填答案：品种、产地 · ＿＿＿＿ ·  · 品种未答，产地未答" },
        { new BonusAspect(new("a"), "创新", 8m), Entry.Of(0), "加分 · 加分，按 0.5 分 · ＋＿＿ ·  · 不加分" },
        { new BonusAspect(new("a"), "创新", 8m), Entry.Of(2.5m), "加分 · 加分，按 0.5 分 · ＋＿＿ ·  · 加 2.5 分" },
        { _factor, Entry.Of(1.1m), "系数 · 选一个系数，乘各项之和 · 1　1.1　0 · 系数 1.1 · 系数 1.1，技术测试" },
        { _factor, Entry.Of(1m), "系数 · 选一个系数，乘各项之和 · 1　1.1　0 · 系数 1 · 系数 1" },
        { _factor, Entry.Of(2m), "系数 · 选一个系数，乘各项之和 · 1　1.1　0 · 系数 2 · 系数 2" }, // of a definition before this one
        {
            new FieldAspect(new("a"), "能耗", 10m, "度", FieldRule.Place, MetricDirection.Lower), Entry.Of(12.5m),
            "度 · 填结果（度），按全场成绩计分 · ＿＿＿ 度 · 12.5 度 · 结果 12.5 度，按全场成绩计分"
        },
        { _line, Entry.Of(20m), "单 · 填结果（单） · ＿＿＿ 单 · 20 单 · 结果 20 单，按折线换算" },
        { _steps, Entry.Of(31m), "度 · 填结果（度） · ＿＿＿ 度 · 31 度 · 结果 31 度，按分档换算" },
        {
            _line with { Base = new(MetricTake.Difference, 90m) }, Entry.Of(120m),
            "单 · 填结果（单） · ＿＿＿ 单 · 120 单 · 结果 120 单，基数 90，差 30，按折线换算"
        },
        {
            _line with { Base = new(MetricTake.Percent) }, Entry.Of(["100", "96"]),
            "单 · 填结果和基数（单） · ＿＿＿ 单　基数 ＿＿＿ · 100 单，基数 96 · 结果 100 单，基数 96，增 4.1667%，按折线换算"
        },
    };

    [Theory]
    [MemberData(nameof(Words), DisableDiscoveryEnumeration = true)]
    public void A_kind_says_what_is_asked_how_it_is_marked_and_what_became_of_it(Aspect aspect, Entry entry, string words) => Assert.Equal(
        words,
        string.Join(" · ", AspectWords.Ask(aspect), AspectWords.Guide(aspect), AspectWords.Blank(aspect), AspectWords.Typed(aspect, entry),
            AspectMarks.Mark(aspect, entry).Because));

    [Fact]
    public void Paper_has_the_bands_benchmarks_and_reasons_of_a_kind()
    {
        string Scale(Aspect aspect) => string.Join(" | ", AspectWords.Scale(aspect));

        Assert.Equal("", Scale(_points));
        Assert.Equal("", Scale(_points with { Reasons = [] }));
        Assert.Equal("扣分原因：松动 / 缺件", Scale(_points with { Reasons = ["松动", "缺件"] }));
        Assert.Equal("偏差 ≤ 0.2 得 6；偏差 ≤ 0.5 得 4.5；其余 0", Scale(_tolerance));
        Assert.Equal("≤ 0:01:00 得 5；≤ 0:01:30.50 得 3；其余 0", Scale(_band));
        Assert.Equal("0：差 | 1：可 | 2：良 | 3：优", Scale(new JudgementAspect(new("a"), "外观", 10m, ["差", "可", "良", "优"])));
        Assert.Equal("1 | 1.1：技术测试 | 0：未完成", Scale(_factor));
        Assert.Equal("≤ 30 得 10；≤ 35.5 得 6；其余 0", Scale(_steps));
        Assert.Equal("≥ 30 得 10；≥ 35.5 得 6；其余 0", Scale(_steps with { Steps = _steps.Steps! with { Better = MetricDirection.Higher } }));
        Assert.Equal("扣分原因：漏单", Scale(_line with { Reasons = ["漏单"] }));
    }

    [Fact]
    public void What_is_chosen_or_written_field_by_field_says_so()
    {
        Assert.Equal([(1m, "是"), (0m, "否")], AspectWords.Choices(new BinaryAspect(new("a"), "通电", 8m))!);
        Assert.Equal([0m, 1m, 2m, 3m], AspectWords.Choices(new JudgementAspect(new("a"), "外观", 10m, ["差", "可", "良", "优"]))!.Select(
            c => c.Figure));
        Assert.Equal([(1m, "1"), (1.1m, "1.1：技术测试"), (0m, "0：未完成")], AspectWords.Choices(_factor)!);
        Assert.Null(AspectWords.Choices(_points));
        Assert.Equal(["品种", "产地"], AspectWords.Fields(_tea)!);
        Assert.Equal(["结果", "基数"], AspectWords.Fields(_line with { Base = new(MetricTake.Difference) })!);
        Assert.Null(AspectWords.Fields(_line with { Base = new(MetricTake.Difference, 90m) }));
        Assert.Null(AspectWords.Fields(_line));
        Assert.Null(AspectWords.Fields(_points));
    }

    [Fact]
    public void A_time_has_hours_and_hundredths_only_where_there_are_some()
    {
        Assert.Equal("0:00:59", Core.Marking.Words.Time(59m));
        Assert.Equal("0:01:00.50", Core.Marking.Words.Time(60.5m));
        Assert.Equal("23:59:59.99", Core.Marking.Words.Time(86399.99m));
        Assert.Equal(("—", "0.00", "87.125"), (Core.Marking.Words.MarkOrDash(null), Core.Marking.Words.MarkOrDash(0m),
            Core.Marking.Words.MarkOrDash(87.125m, 3)));
    }
}

using Scoring.Core.Definition;
using Scoring.Core.Files;

namespace Scoring.Core.Tests.Marking;

/// <summary>What an aspect's definition may say (R-B5, R-K8, R-K9): the last that is refused beside the first that is not.</summary>
public sealed class KindDefinitionTests
{
    private static readonly IReadOnlyList<MetricPoint> _line = [new(0, 0), new(10, 20)];

    /// <summary>Refusals and warnings of the aspect alone, place and words.</summary>
    private static string Said(Aspect aspect)
    {
        var marking = aspect is JudgementAspect ? MarkingMethod.Panel : MarkingMethod.Judge;
        var module = Contest.Module("P", marking, aspect) with { FullMark = Math.Max(1m, aspect.FullMark), Bonus = 20m };
        const string at = ".aspects[0]";
        return string.Join("；", DefinitionCheck.Check(Contest.Only(module), 5).Select(p => p.ToString())
            .Where(p => p.Contains(at, StringComparison.Ordinal))
            .Select(p => p[(p.IndexOf(at, StringComparison.Ordinal) + at.Length)..].TrimStart('.')));
    }

    public static TheoryData<Aspect, string> Definitions => new()
    {
        { new PointsAspect(new("a"), "甲", 20, 0.01m), "" },
        { new PointsAspect(new("a"), "甲", 20, 0), "step：现为 0；步长应大于 0" },
        { new BonusAspect(new("a"), "甲", 8, 0.01m), "" },
        { new BonusAspect(new("a"), "甲", 8, 0), "step：现为 0；步长应大于 0" },
        { new FaultsAspect(new("a"), "甲", 20, 0.01m), "" },
        { new FaultsAspect(new("a"), "甲", 20, 0), "deduction：现为 0；每处扣分应大于 0" },
        { new CountAspect(new("a"), "甲", 20, 0.01m), "" },
        { new CountAspect(new("a"), "甲", 20, 0), "pointsEach：现为 0；每个得分应大于 0" },
        { new JudgementAspect(new("a"), "甲", 20, ["零", "一", "二", "三"]), "" },
        { new JudgementAspect(new("a"), "甲", 20, ["零", "一", "二"]), "benchmarks：现为 3 条；应为四条，依次说明 0、1、2、3 分的标准" },

        { new FactorAspect(new("a"), "甲", [new(0), new(10, "最难")]), "" },
        { new FactorAspect(new("a"), "甲", []), "choices：现为 空列表；至少要有一个系数，如 1 和 1.1" },
        { new FactorAspect(new("a"), "甲", [new(10.01m)]), "choices[0].factor：现为 10.01；系数应为 0 至 10，如 1.1 即 110%" },
        { new FactorAspect(new("a"), "甲", [new(-0.01m)]), "choices[0].factor：现为 -0.01；系数应为 0 至 10，如 1.1 即 110%" },
        { new FactorAspect(new("a"), "甲", [new(1), new(1.0m)]), "choices[1].factor：现为 “1”；系数不能重复，$.components[0].modules[0].sheet[0]" },
        { new FactorAspect(new("a"), "甲", [new(1, " ")]), "choices[0].text：现为 “ ”；不能空着" },
        { new FactorAspect(new("a"), "甲", [new(1)], FullMark: 5), "fullMark：现为 5；系数不占满分，不写 fullMark" },

        { Field(FieldRule.Ratio), "" },
        { Field(FieldRule.Place) with { Decimals = 0 }, "" },
        { Field(FieldRule.Place) with { Decimals = 6 }, "" },
        { Field(FieldRule.Place) with { Decimals = -1 }, "decimals：现为 -1；小数位应为 0 至 6" },
        { Field(FieldRule.Place) with { Decimals = 7 }, "decimals：现为 7；小数位应为 0 至 6" },
        { Field(FieldRule.Mean, 1, 10), "" },
        { Field(FieldRule.Mean, 0.01m, 0.01m), "" },
        { Field(FieldRule.Mean, null, 10), "off：现为 缺少；按平均值计分要写每差多少扣几分：per 和 off" },
        { Field(FieldRule.Mean, 1, null), "per：现为 缺少；按平均值计分要写每差多少扣几分：per 和 off" },
        { Field(FieldRule.Mean, 0, 10), "off：现为 0；扣分应大于 0" },
        { Field(FieldRule.Mean, 1, 0), "per：现为 0；应大于 0" },
        { Field(FieldRule.Place, 1), "off：现为 1；只有按平均值计分才写 off" },
        { Field(FieldRule.Ratio, null, 2.5m), "per：现为 2.5；只有按平均值计分才写 per" },
        { Field(FieldRule.Place) with { Unit = "" }, "unit：现为 “”；不能空着" },

        { Metric(_line), "" },
        { Metric([new(0, 0)]), "line：现为 1 个点；折线至少要有两个点" },
        { Metric([new(0, 0), new(0, 20)]), "line[1].value：现为 0；应从小到大，大于前一个 0" },
        { Metric([new(0, -0.01m), new(5, 20.01m)]), "line[0].mark：现为 -0.01；得分应在 0 与满分 20 之间；line[1].mark：现为 20.01；得分应在 0 与满分 20 之间" },
        { Metric(null), "：现为 line 和 steps 都没有；应在折线 line 与台阶 steps 中写一个" },
        { Metric(_line) with { Base = new(MetricTake.Percent, 0) }, "base.value：现为 0；基数不能是 0；由裁判填写就不写 value" },
        { Metric(_line) with { Base = new(MetricTake.Percent, -1) }, "" },
        { Metric(_line) with { Base = new(MetricTake.Difference) }, "" },
        { Steps(MetricDirection.Higher, new(90, 20), new(80, 10)), "" },
        { Steps(MetricDirection.Higher), "steps.edges：现为 空列表；至少要有一级" },
        { Steps(MetricDirection.Higher, new(90, 20), new(90, 10)), "steps.edges[1].value：现为 90；应从大到小，小于前一个 90" },
        { Steps(MetricDirection.Lower, new(90, 20), new(90, 10)), "steps.edges[1].value：现为 90；应从小到大，大于前一个 90" },
        { Steps(MetricDirection.Lower, new(80, 20), new(90, 20)), "" },
        { Steps(MetricDirection.Lower, new MetricPoint(80, 19.99m)), "steps.edges：现为 19.99；没有哪一级能得满分 20，请核对" },
        { Steps(MetricDirection.Lower, new(80, 10), new(90, 20)), "steps.edges[1].mark：现为 20；得分比前一级还高，请核对" },

        { Tolerance(new(0, 20), new(0.1m, 10)), "" },
        { Tolerance(), "bands：现为 空列表；至少要有一档" },
        { Tolerance(new ToleranceBand(-0.01m, 20)), "bands[0].within：现为 -0.01；应为 0 或以上" },
        { Tolerance(new(0.1m, 20), new(0.1m, 10)), "bands[1].within：现为 0.1；各档应从小到大，应大于前一档的 0.1；现在两档重叠" },
        { Tolerance(new ToleranceBand(0, 20)) with { Decimals = 7 }, "decimals：现为 7；读数小数位应为 0 至 6" },
        { Tolerance(new ToleranceBand(0, 20)) with { Decimals = 0 }, "" },
        { Tolerance(new ToleranceBand(0, 20)) with { Decimals = 6 }, "" },
        { Tolerance(new ToleranceBand(0, 20)) with { Decimals = -1 }, "decimals：现为 -1；读数小数位应为 0 至 6" },
        { Tolerance(new(0, 19), new(0.1m, 10)), "bands：现为 19；没有哪一档能得满分 20，请核对" },
        { new CountAspect(new("a"), "甲", 20, 4, " "), "unit：现为 “ ”；不能空着" },
        { new FaultsAspect(new("a"), "甲", 20, 4, " "), "unit：现为 “ ”；不能空着" },
        { new JudgementAspect(new("a"), "甲", 20, ["零", "一", " ", "三"]), "benchmarks[2]：现为 “ ”；不能空着" },
        { Timed(new TimeBand(0.01m, 20)), "" },
        { Timed(new TimeBand(0, 20)), "bands[0].upToSeconds：现为 0；应大于 0" },
        { Timed(new(60, 20), new(61, 20.01m)), "bands[1].mark：现为 20.01；得分应在 0 与满分 20 之间；bands[1].mark：现为 20.01；得分比前一档还高，请核对" },
    };

    private static FieldAspect Field(FieldRule by, decimal? off = null, decimal? per = null) =>
        new(new("a"), "用时", 20, "秒", by, MetricDirection.Lower, off, per);

    private static MetricAspect Metric(IReadOnlyList<MetricPoint>? line) => new(new("a"), "产量", 20, "吨", line);

    private static MetricAspect Steps(MetricDirection better, params MetricPoint[] edges) =>
        new(new("a"), "产量", 20, "吨", Steps: new(better, edges));

    private static ToleranceAspect Tolerance(params ToleranceBand[] bands) => new(new("a"), "尺寸", 20, 8.6m, "A", bands, 1);

    private static TimeBandAspect Timed(params TimeBand[] bands) => new(new("a"), "用时", 20, bands);

    [Theory]
    [MemberData(nameof(Definitions), DisableDiscoveryEnumeration = true)]
    public void A_definition_is_refused_with_its_place_or_taken(Aspect aspect, string said) =>
        Assert.StartsWith(said.Length == 0 ? "nothing" : said, Said(aspect) is { Length: > 0 } words ? words : "nothing",
            StringComparison.Ordinal);

    [Fact]
    public void An_answer_is_among_its_choices_and_points_make_the_full_mark()
    {
        Aspect Key(decimal points, IReadOnlyList<string> accepted, IReadOnlyList<string>? choices) =>
            new AnswerKeyAspect(new("a"), "品种", 20, [new("品种", points, accepted, choices)]);

        Assert.Equal("", Said(Key(20, ["毛尖"], ["毛尖", "龙井"])));
        Assert.Contains("fields[0].accepted：现为 空列表", Said(Key(20, [], null)), StringComparison.Ordinal);
        Assert.Contains("fields[0].points：现为 0", Said(Key(0, ["毛尖"], null)), StringComparison.Ordinal);
        Assert.NotEqual("", Said(Key(19, ["毛尖"], null)));
        Assert.NotEqual("", Said(Key(20, ["毛峰"], ["毛尖", "龙井"])));
        Assert.NotEqual("", Said(new AnswerKeyAspect(new("a"), "品种", 20, [])));
        Assert.Contains("fields[0].accepted[0]：现为 “ ”", Said(Key(20, [" "], null)), StringComparison.Ordinal);
        Assert.Contains("fields[0].choices：现为 空列表", Said(Key(20, ["毛尖"], [])), StringComparison.Ordinal);
        Assert.Contains("fields[0].choices[1]：现为 “ ”", Said(Key(20, ["毛尖"], ["毛尖", " "])), StringComparison.Ordinal);
        Assert.Contains("fields[0].choices[1]：现为 “毛尖”", Said(Key(20, ["毛尖"], ["毛尖", "毛尖"])), StringComparison.Ordinal);
        Assert.Contains("fields[1].name：现为 “品种”", Said(new AnswerKeyAspect(
            new("a"), "品种", 20, [new("品种", 10, ["毛尖"]), new("品种", 10, ["龙井"])])), StringComparison.Ordinal);
        Assert.Contains("fields[0].name：现为 “ ”", Said(new AnswerKeyAspect(
            new("a"), "品种", 20, [new(" ", 20, ["毛尖"])])), StringComparison.Ordinal);
    }
}

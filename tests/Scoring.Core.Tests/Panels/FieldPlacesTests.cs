using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Panels;

namespace Scoring.Core.Tests.Panels;

/// <summary>R-K8, R-M7: also of those who are marked against a field without joining it.</summary>
public sealed class FieldPlacesTests
{
    private static decimal Mark(FieldRule by, MetricDirection better, decimal own, params decimal[] field) => new FieldPlaces(
        new FieldAspect(new("t"), "用时", 20m, "秒", by, better, Off: 1m, Per: 10m), [.. field.Select(Ratio.Of)]).Mark(Ratio.Of(own));

    [Theory]
    [InlineData(FieldRule.Ratio, MetricDirection.Lower)]
    [InlineData(FieldRule.Ratio, MetricDirection.Higher)]
    [InlineData(FieldRule.Place, MetricDirection.Lower)]
    [InlineData(FieldRule.Place, MetricDirection.Higher)]
    [InlineData(FieldRule.Mean, MetricDirection.Lower)]
    [InlineData(FieldRule.Mean, MetricDirection.Higher)]
    public void With_nobody_in_the_field_or_alone_the_mark_is_full(FieldRule by, MetricDirection better) =>
        Assert.Equal([20m, 20m], new[] { Mark(by, better, 7), Mark(by, better, 7, 7) });

    [Theory]
    [InlineData(MetricDirection.Lower, 0, 20)] // better than the best
    [InlineData(MetricDirection.Lower, 5, 20)]
    [InlineData(MetricDirection.Lower, 10, 20)]
    [InlineData(MetricDirection.Lower, 20, 10)]
    [InlineData(MetricDirection.Higher, 40, 20)]
    [InlineData(MetricDirection.Higher, 20, 20)]
    [InlineData(MetricDirection.Higher, 15, 15)]
    [InlineData(MetricDirection.Higher, 0, 0)]
    public void In_proportion_to_the_best(MetricDirection better, decimal own, decimal mark) =>
        Assert.Equal(mark, Mark(FieldRule.Ratio, better, own, 10, 20));

    [Theory]
    [InlineData(MetricDirection.Lower, 0, 20)]
    [InlineData(MetricDirection.Lower, 5, 0)]
    [InlineData(MetricDirection.Higher, 0, 20)]
    [InlineData(MetricDirection.Higher, 5, 20)]
    public void A_best_of_0_has_the_full_mark(MetricDirection better, decimal own, decimal mark) =>
        Assert.Equal(mark, Mark(FieldRule.Ratio, better, own, 0));

    [Theory]
    [InlineData(MetricDirection.Lower, 9, 20)]
    [InlineData(MetricDirection.Lower, 20, 10)]
    [InlineData(MetricDirection.Lower, 25, 0)]
    [InlineData(MetricDirection.Lower, 31, 0)]
    [InlineData(MetricDirection.Higher, 31, 20)]
    [InlineData(MetricDirection.Higher, 20, 10)]
    [InlineData(MetricDirection.Higher, 9, 0)]
    public void By_place_between_the_places_of_the_field(MetricDirection better, decimal own, decimal mark) =>
        Assert.Equal(mark, Mark(FieldRule.Place, better, own, 10, 20, 30));

    [Fact]
    public void Worse_than_the_only_one_is_nothing() => Assert.Equal(0m, Mark(FieldRule.Place, MetricDirection.Lower, 8, 7));

    [Theory]
    [InlineData(MetricDirection.Lower, 90, "20")]
    [InlineData(MetricDirection.Lower, 100, "20")]
    [InlineData(MetricDirection.Lower, 105, "19.5")]
    [InlineData(MetricDirection.Lower, 299, "0.1")]
    [InlineData(MetricDirection.Lower, 301, "0")]
    [InlineData(MetricDirection.Higher, 110, "20")]
    [InlineData(MetricDirection.Higher, 95, "19.5")]
    public void By_the_distance_from_the_mean(MetricDirection better, decimal own, string mark) =>
        Assert.Equal(mark, Words.Plain(Mark(FieldRule.Mean, better, own, 80, 120)));
}

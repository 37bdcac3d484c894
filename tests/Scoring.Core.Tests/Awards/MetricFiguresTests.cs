using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Awards;

/// <summary>What entrants reached in metrics, to be added up over contests, worked by hand.</summary>
public sealed class MetricFiguresTests
{
    private static readonly ModuleId _p = new("P");
    private static readonly IReadOnlyList<MetricPoint> _rising = [new(-1000m, 0m), new(1000m, 100m)];
    private static readonly IReadOnlyList<MetricPoint> _falling = [new(-1000m, 100m), new(1000m, 0m)];

    [Theory]
    [InlineData(true, true, "540,500", 40)] // 40 度 more than before
    [InlineData(false, true, "470,500", 30)] // 30 度 less, where less is better: saved
    [InlineData(false, true, "520,500", -20)] // wasted
    [InlineData(true, false, "540", 540)]
    [InlineData(false, false, "540", 540)] // without a base it is what it is
    public void A_figure_is_how_much_better_than_its_base_or_the_value_itself(bool more, bool based, string read, decimal figure)
    {
        var metric = Metric("度", more, based ? new MetricBase(MetricTake.Difference) : null);
        var found = Assert.Single(Of(metric, (1, read)));
        Assert.Equal(("用电", "度", figure), (found.Text, found.Unit, found.Figure));
    }

    [Fact]
    public void A_percentage_of_the_base_is_added_up_as_the_difference_it_is_made_of() =>
        Assert.Equal(60m, Assert.Single(Of(Metric("万元", true, new MetricBase(MetricTake.Percent, 200m)), (1, "260"))).Figure);

    [Theory]
    [InlineData("kWh/t")]
    [InlineData("%")]
    [InlineData("‰")]
    [InlineData("合格率")]
    public void A_rate_says_so_for_it_is_not_added_up(string unit) =>
        Assert.True(Assert.Single(Of(Metric(unit, true, null), (1, "5"))).Rate);

    [Fact]
    public void Several_judges_have_their_mean_and_what_nobody_entered_is_no_figure()
    {
        Assert.Equal(505m, Assert.Single(Of(Metric("度", true, null), (1, "500"), (2, "510"))).Figure);
        Assert.Empty(Of(Metric("度", true, null)));
    }

    private static MetricAspect Metric(string unit, bool more, MetricBase? from) =>
        new(new("a"), "用电", 100m, unit, more ? _rising : _falling, Base: from);

    private static List<MetricFigure> Of(MetricAspect metric, params (int Judge, string Read)[] sheets)
    {
        var contest = new Contest(Contest.Only(Contest.Module("P", MarkingMethod.Panel, metric) with { Panel = new(Smallest: 1) }), 1,
            Math.Max(1, sheets.Length));
        foreach (var (judge, read) in sheets)
        {
            var entry = read.Contains(',', StringComparison.Ordinal) ? Entry.Of(read.Split(','))
                : Entry.Of(decimal.Parse(read, System.Globalization.CultureInfo.InvariantCulture));
            contest.Apply(new SheetSubmitted(Contest.E(1), _p, Contest.J(judge), new Dictionary<AspectId, Entry> { [new("a")] = entry },
                0));
        }

        return [.. MetricFigures.Of(contest.Trade.Definition, contest.Trade.Result(Contest.E(1)))];
    }
}

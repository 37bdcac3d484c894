using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Panels;

namespace Scoring.Core.Tests.Panels;

/// <summary>R-K3, R-M2: the groups' means and what brings them to one level.</summary>
public sealed class GroupLevelsTests
{
    private static readonly PanelGroup[] Groups = [new("1", "一考场"), new("2", "二考场"), new("3", "三考场")];

    private static GroupLevels Of(Levelling rule, params (string? Group, bool Joins, decimal? Figure)[] figures) =>
        GroupLevels.Of(rule, Groups, figures.Select(f => (f.Group, f.Joins, f.Figure is { } x ? Ratio.Of(x) : null)));

    private static GroupLevels Two(decimal last = 90m, Levelling? rule = null) =>
        Of(rule ?? new(), ("1", true, 70m), ("1", true, 82m), ("2", true, 78m), ("2", true, last), (null, true, 10m), ("2", false, 0m));

    [Fact]
    public void Means_are_of_those_who_join_and_a_group_without_anybody_is_left_out()
    {
        var levels = Two();

        Assert.Equal((80m, 76m, 84m), (levels.Common.ToDecimal(), levels.Of("1")!.Mean.ToDecimal(), levels.Of("2")!.Mean.ToDecimal()));
        Assert.Equal((null, null, null), (levels.Of("3"), levels.Of(null), levels.Missing));
        Assert.Equal("一考场", levels.Of("1")!.Name);
    }

    [Theory]
    [InlineData(null, "1.0526315789")]
    [InlineData(2, "1.05")]
    [InlineData(4, "1.0526")]
    [InlineData(0, "1")]
    public void The_coefficient_is_exact_or_rounded(int? decimals, string coefficient) => Assert.Equal(
        coefficient, Words.Plain(Two(rule: new(CoefficientDecimals: decimals)).Of("1")!.Coefficient.ToDecimal()));

    [Fact]
    public void The_highest_and_lowest_of_each_group_are_left_out_of_means_and_of_the_mean_of_all()
    {
        (string?, bool, decimal?)[] figures =
        [
            ("1", true, 10m), ("1", true, 60m), ("1", true, 99m), ("2", true, 0m), ("2", true, 70m), ("2", true, 90m), ("2", true, 100m),
        ];

        Assert.Equal(70m, Of(new(LeaveOut: 1), figures).Common.ToDecimal());
        Assert.Equal(220m / 3m, Of(new(LevelTo.MeanOfAll, 1), figures).Common.ToDecimal(), 9);
        Assert.Equal("一考场没有可以拉平的成绩", Of(new(LeaveOut: 2), figures).Missing?.ToString());
    }

    [Theory]
    [InlineData("0", "0.00")]
    [InlineData("-0.01", "-0.01")]
    [InlineData("-30", "-30.00")] // all of it below 0: dividing would make the best the last
    public void A_group_whose_mean_is_0_or_below_cannot_be_levelled(string figure, string mean)
    {
        var levels = Of(new(), ("1", true, 70m), ("2", true, decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(
            ($"二考场平均 {mean}，不大于 0，不能按比例拉平，请核对本组评分或改为不拉平", 0), (levels.Missing?.ToString(), levels.Groups.Count));
    }

    [Fact]
    public void Figures_below_0_are_levelled_where_the_means_are_above_it()
    {
        var levels = Of(new(), ("1", true, -10m), ("1", true, 30m), ("2", true, 0m), ("2", true, 60m));

        Assert.Equal((20m, 2m), (levels.Common.ToDecimal(), levels.Of("1")!.Coefficient.ToDecimal())); // means 10 and 30
        Assert.Null(levels.Missing);
    }

    [Fact]
    public void With_nobody_there_is_nothing_to_level() => Assert.Equal(GroupLevels.None, Of(new()));

    [Fact]
    public void Levels_are_the_same_if_common_mean_groups_and_words_are()
    {
        Assert.Equal(Two(), Two());
        Assert.Equal(Two().GetHashCode(), Two().GetHashCode());
        Assert.False(Two().Equals(null));
        Assert.NotEqual(Two(), Two(90.5m));
        Assert.NotEqual(Two(), Two() with { Common = Ratio.Of(81m) });
        Assert.NotEqual(Two(), Two() with { Missing = $"缺" });
        var (first, second) = (Two().Of("1")!, Two().Of("2")!);
        foreach (var groups in (Dictionary<string, GroupLevel>[])[
            new() { ["1"] = first }, new() { ["1"] = first, ["3"] = second }, new() { ["1"] = first, ["2"] = first }])
        {
            Assert.NotEqual(Two(), Two() with { Groups = groups });
        }
    }
}

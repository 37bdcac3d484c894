using Scoring.Core.Definition;
using Scoring.Core.Panels;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Panels;

/// <summary>What is said of panels and seats, and what a method needs.</summary>
public sealed class PanelWordsTests
{
    [Theory]
    [InlineData(4, false, "4 号裁判")]
    [InlineData(1, false, "1 号裁判")]
    [InlineData(0, false, "裁判")]
    [InlineData(4, true, "影子裁判 李明")]
    public void A_seat_is_called_by_its_number(int number, bool trainee, string name) =>
        Assert.Equal(name, new PanelSeat(new Judge(new("J1"), "李明", []), number, Trainee: trainee).Name);

    [Fact]
    public void What_was_dropped_is_said()
    {
        Assert.Equal("去掉最高 95.00（3 号），其余 4 个平均", PanelKinds.Of(new PanelRule(PanelMethod.Trimmed)).Told(new(), [$"最高 95.00（3 号）"], 4)
            .ToString());
        Assert.Equal("3 个平均", PanelKinds.Of(new PanelRule(PanelMethod.Mean)).Told(new(), [], 3).ToString());
    }

    [Theory]
    [InlineData(PanelMethod.Trimmed, 1, 3)]
    [InlineData(PanelMethod.Trimmed, 2, 5)]
    [InlineData(PanelMethod.Trimmed, 0, 1)]
    [InlineData(PanelMethod.TrimmedPerAspect, 1, 3)]
    [InlineData(PanelMethod.TrimmedPerAspect, 2, 5)]
    [InlineData(PanelMethod.Median, 2, 1)]
    public void So_few_judges_leave_one_mark(PanelMethod method, int drop, long least) =>
        Assert.Equal(least, PanelKinds.Of(new PanelRule(method)).Least(new PanelRule(method, drop)));

    [Theory]
    [InlineData(PanelMethod.Default, 5, 4, true)]
    [InlineData(PanelMethod.Default, 6, 5, false)]
    [InlineData(PanelMethod.Mean, 5, 4, false)]
    [InlineData(PanelMethod.Median, 5, 4, false)]
    public void A_smaller_panel_may_be_counted_in_another_way(PanelMethod method, int from, int to, bool changes) =>
        Assert.Equal(changes, PanelFigure.MethodChanges(new(method), from, to)); // R-L4

    [Theory]
    [InlineData(PanelMethod.Sum, true)]
    [InlineData(PanelMethod.Mean, false)]
    public void Marks_of_a_sum_add_up(PanelMethod method, bool adds) => Assert.Equal(adds, PanelFigure.AddsUp(new(method)));

    [Fact]
    public void Every_method_is_found_once() => Assert.Equal(Enum.GetValues<PanelMethod>(), PanelFigure.Methods.Select(m => m.Method));
}

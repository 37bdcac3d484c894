using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Panels;

/// <summary>From modules to the total under the rules of real contests (R-K1, R-K2, R-K4, R-K5, R-K9, R-M1, R-M4), worked by
/// hand.</summary>
public sealed class RealRuleTotalsTests
{
    private static Module Figure(string id, decimal full = 100m, bool belowZero = false) =>
        Contest.Module(id, MarkingMethod.Clerk) with { FullMark = full, BelowZero = belowZero };

    private static Contest Entered(Trade trade, params (string Module, decimal Mark)[] marks)
    {
        var contest = new Contest(trade, entrants: 1);
        foreach (var (module, mark) in marks)
        {
            contest.Apply(new ModuleMarkEntered(Contest.E(1), new(module), "K1", mark));
        }

        return contest;
    }

    private static Trade Of(Component component) => Contest.Union() with { Components = [component] };

    private static Component Practical(params Module[] modules) => new(new("c"), "实操", ComponentKind.Practical, 100m, modules);

    [Fact]
    public void Pieces_of_any_sum_are_brought_to_100_and_both_are_kept() // R-K1
    {
        var component = Entered(
            Of(Practical(Figure("A"), Figure("B"), Figure("C")) with { Scaled = true }), ("A", 92m), ("B", 88.5m), ("C", 79m))
                .Result(1).Components[0];
        Assert.Equal((86.5m, 259.5m, 300m, 86.5m), (component.Figure, component.Raw, component.ScaledFrom, component.Weighted));

        var plain = Entered(Of(Practical(Figure("A", 60m), Figure("B", 40m))), ("A", 50m), ("B", 30.5m)).Result(1).Components[0];
        Assert.Equal((80.5m, 80.5m, null), (plain.Figure, plain.Raw, plain.ScaledFrom));
        var open = Entered(Of(Practical(Figure("A"), Figure("B")) with { Scaled = true }), ("A", 92m)).Result(1).Components[0];
        Assert.Equal((null, null, null), (open.Figure, open.Raw, open.Weighted));
    }

    /// <param name="third">Of 100 ÷ 3 × 2 = 66.666….</param>
    /// <param name="half">Of 66.5, 66.25 and the like: half of one in the last decimal.</param>
    [Theory]
    [InlineData(0, RoundingMode.HalfUp, "67", "1")]
    [InlineData(0, RoundingMode.HalfEven, "67", "0")]
    [InlineData(0, RoundingMode.Truncate, "66", "0")]
    [InlineData(2, RoundingMode.HalfUp, "66.67", "0.01")]
    [InlineData(2, RoundingMode.HalfEven, "66.67", "0.00")]
    [InlineData(2, RoundingMode.Truncate, "66.66", "0.00")]
    [InlineData(4, RoundingMode.HalfUp, "66.6667", "0.0001")]
    [InlineData(4, RoundingMode.Truncate, "66.6666", "0.0000")]
    public void Component_and_total_have_the_decimals_of_the_trade(int decimals, RoundingMode rounding, string third, string half) // R-K2
    {
        string Total(decimal mark, decimal full)
        {
            var trade = Of(Practical(Figure("A", full)) with { Scaled = true }) with { Decimals = decimals, Rounding = rounding };
            return Entered(trade, ("A", mark)).Result(1).Total!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        Assert.Equal(third, Total(2m, 3m));
        Assert.Equal(half, Total(0.5m, 100m * (decimal)Math.Pow(10, decimals)));
    }

    [Theory]
    [InlineData(0, 10, "72")] // 80 × 90 %
    [InlineData(5, 0, "75")]
    [InlineData(5, 10, "67")] // 80 × 90 % − 5, one rounding
    [InlineData(80, 0, "0")]
    [InlineData(81, 0, "0")] // stops at 0
    [InlineData(0, 100, "0")]
    public void Points_and_percentages_come_off_the_total_once(int points, int percent, string total) // R-K5
    {
        var contest = Entered(Of(Practical(Figure("A"))), ("A", 80m));
        foreach (var (n, off) in new[] { (1, points), (2, percent) }.Where(x => x.Item2 > 0))
        {
            contest.Apply(new ViolationRecorded(
                n, Contest.E(1), null, "李", "现场裁判", "扰乱赛场", ViolationOutcome.Deduction, n == 1 ? off : 0m, Percent: n == 2 ? off : null));
        }

        Assert.Equal(total, Words.Plain(contest.Result(1).Total!.Value));
        Assert.Equal(80m, contest.Result(1).Components[0].Figure);
        Assert.Equal(
            [points, percent], [contest.Result(1).Deductions!.Sum(d => d.Points), contest.Result(1).Deductions!.Sum(d => d.Percent)]);
        contest.Violation(3, 1, null, ViolationOutcome.Warning);
        Assert.Equal(total, Words.Plain(contest.Result(1).Total!.Value)); // a warning costs nothing
    }

    [Fact]
    public void Without_a_violation_there_is_no_list_of_what_came_off() =>
        Assert.Null(Entered(Of(Practical(Figure("A"))), ("A", 80m)).Violation(1, 1, "A", ViolationOutcome.Deduction, 5m)
            .Result(1).Deductions);

    /// <param name="figures">Module, component, total.</param>
    [Theory]
    [InlineData(true, -20, 0, "-20 -20 -20")]
    [InlineData(false, -20, 0, "-20 0 0")]
    [InlineData(true, -20, 5, "-20 -20 -25")] // percentages would be of a positive total only, points come off any
    [InlineData(true, 20, 25, "20 20 -5")]
    [InlineData(false, 20, 25, "20 20 0")]
    public void A_total_goes_below_zero_where_a_component_does(bool floorless, int mark, int off, string figures) // R-K9, R-M4
    {
        var contest = Entered(Of(Practical(Figure("A", belowZero: true)) with { BelowZero = floorless }), ("A", mark));
        if (off > 0)
        {
            contest.Violation(1, 1, null, ViolationOutcome.Deduction, off);
        }

        var result = contest.Result(1);
        Assert.Equal(figures, string.Join(' ', new[] { result.Modules().Single().Figure, result.Components[0].Figure, result.Total }.Select(
            f => Words.Plain(f!.Value))));
        Assert.Equal(mark, result.Components[0].Raw);
    }

    [Fact]
    public void A_percentage_of_a_total_below_zero_takes_nothing() // R-M4
    {
        var contest = Entered(Of(Practical(Figure("A", belowZero: true)) with { BelowZero = true }), ("A", -2.005m));
        contest.Apply(new ViolationRecorded(1, Contest.E(1), null, "李", "现场裁判", "扰乱赛场", ViolationOutcome.Deduction, 0m, Percent: 50m));

        Assert.Equal(-2.01m, contest.Result(1).Total); // rounded by absolute value, R-M1
    }

    private static Contest Items(PanelRule rule, decimal? bonus, params (decimal A, decimal B, decimal Bonus)[] sheets)
    {
        var module = Contest.Module(
            "P", MarkingMethod.Panel, Contest.Points("a", 70m), Contest.Points("b", 30m), new BonusAspect(new("e"), "创新", 10m)) with
        {
            FullMark = 100m, Panel = rule, Bonus = bonus, SpreadLimit = null,
        };
        var contest = new Contest(Contest.Only(module), entrants: 1, judges: sheets.Length);
        foreach (var (i, (a, b, e)) in sheets.Index())
        {
            contest.Sheet(1, i + 1, "P", ("a", a), ("b", b), ("e", e));
        }

        return contest;
    }

    [Fact]
    public void Of_each_item_the_ends_go_and_the_bonus_of_all_is_cut_once() // R-K4, R-M8
    {
        (decimal, decimal, decimal)[] sheets = [(70m, 0m, 10m), (10m, 30m, 8m), (40m, 20m, 0m)];
        Assert.Equal(66m, Items(new(PanelMethod.TrimmedPerAspect), 6m, sheets).Module(1).Figure); // 40 + 20, and 8 cut to 6
        Assert.Equal(68m, Items(new(PanelMethod.TrimmedPerAspect), 8m, sheets).Module(1).Figure);
        // Nobody is left out: 120 ÷ 3, 50 ÷ 3 and 18 ÷ 3.
        Assert.Equal(62.67m, Items(new(PanelMethod.TrimmedPerAspect, 0), 8m, sheets).Result(1).Total);
        Assert.Equal([SheetUse.Counted, SheetUse.Counted, SheetUse.Counted],
            Items(new(PanelMethod.TrimmedPerAspect), 6m, sheets).Module(1).Sheets.Select(s => s.Use));
        Assert.Null(Items(new(PanelMethod.TrimmedPerAspect), 6m, sheets[..2]).Module(1).Figure);
    }

    [Fact]
    public void Each_sheets_bonus_is_cut_before_the_panel_and_a_factor_lifts_all_of_it() // R-M8
    {
        Assert.Equal(71m, Items(new(PanelMethod.Mean), 6m, (50m, 10m, 10m), (60m, 10m, 6m)).Module(1).Figure); // 66 and 76
        var module = Contest.Module(
            "P", MarkingMethod.Judge, Contest.Points("a", 100m), new BonusAspect(new("e"), "创新", 10m),
            new FactorAspect(new("x"), "难度", [new(1m), new(1.2m), new(0m)])) with { FullMark = 100m, Bonus = 10m };
        decimal? Sheet(decimal a, decimal e, decimal x) =>
            new Contest(Contest.Only(module), entrants: 1).Sheet(1, 1, "P", ("a", a), ("e", e), ("x", x)).Module(1).Figure;
        Assert.Equal((85m, 102m, 0m), (Sheet(80m, 5m, 1m), Sheet(80m, 5m, 1.2m), Sheet(80m, 5m, 0m)));
        Assert.Equal((110m, 110m), (Sheet(100m, 10m, 1.2m), Sheet(100m, 10m, 1m))); // at most full mark and bonus
    }
}

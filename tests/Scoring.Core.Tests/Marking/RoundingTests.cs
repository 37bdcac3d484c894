using FsCheck;
using FsCheck.Fluent;
using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Marking;

/// <summary>R-B9 and R-J2: once per stage, in one place, exact until then.</summary>
public sealed class RoundingTests
{
    [Theory]
    [InlineData("87.505", "87.51", "87.50")]
    [InlineData("87.515", "87.52", "87.52")]
    [InlineData("87.5049999999", "87.50", "87.50")]
    [InlineData("87.5050000001", "87.51", "87.51")]
    [InlineData("0", "0.00", "0.00")]
    [InlineData("100", "100.00", "100.00")]
    public void Half_goes_up_or_to_the_even_neighbour(string figure, string up, string even)
    {
        var exact = decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(up, Text(Rounding.Round(exact, RoundingMode.HalfUp)));
        Assert.Equal(even, Text(Rounding.Round(exact, RoundingMode.HalfEven)));
        Assert.Equal(up, Text(Rounding.Round(new Exact(exact * 7m, 7), RoundingMode.HalfUp)));
        Assert.Equal(even, Text(Rounding.Round(new Exact(exact * 7m, 7), RoundingMode.HalfEven)));
    }

    [Fact]
    public void Thirds_and_sixths_add_up_to_a_half_exactly()
    {
        // 0.02 + 0.02 + 0.05 shared by six: 0.015. As decimals the three quotients add up to 0.0149999….
        var sum = new Exact(0.02m, 6) + new Exact(0.02m, 6) + new Exact(0.05m, 6);

        Assert.Equal(0.01m, Rounding.Round((0.02m / 6) + (0.02m / 6) + (0.05m / 6), RoundingMode.HalfUp));
        Assert.Equal(0.02m, Rounding.Round(sum, RoundingMode.HalfUp));
        Assert.Equal(0.02m, Rounding.Round(sum, RoundingMode.HalfEven));
    }

    [Fact]
    public void Panels_of_different_sizes_add_up_exactly()
    {
        var sum = new Exact(1m, 3) + new Exact(1m, 4) - 0.5m;

        Assert.Equal(new Exact(1m, 12), sum);
        Assert.Equal(new Exact(5m, 12), new Exact(1m, 4) + new Exact(1m, 6));
        Assert.Equal(0.08m, Rounding.Round(sum, RoundingMode.HalfUp));
        Assert.Equal(-0.08m, Rounding.Round(Exact.Zero - 0.08m, RoundingMode.HalfUp));
        Assert.Equal(-0.33m, Rounding.Round(new Exact(-1m, 3), RoundingMode.HalfUp));
    }

    [Fact]
    public void Rounding_is_the_nearest_hundredth_for_any_sum_and_any_panel() => Check.One(Cases.Config(), Prop.ForAll(
        Gen.Choose(0, 3_000_000).Zip(Gen.Choose(1, 12)).ToArbitrary(), x =>
        {
            var (thousandths, judges) = x;
            var rounded = Rounding.Round(new Exact(thousandths / 1000m, judges), RoundingMode.HalfUp);
            var off = (rounded * 1000m * judges) - thousandths; // in thousandths over the panel: exact
            return off > -5m * judges && off <= 5m * judges;
        }));

    private static string Text(decimal figure) => figure.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Marking;

/// <summary>R-J2, R-K2, R-M1: fractions of any size, exact until they are rounded, and rounded below 0 as above it.</summary>
public sealed class RatioTests
{
    private static readonly Ratio _third = new(1, 3);
    private static readonly Ratio _half = new(1, 2);

    [Fact]
    public void A_fraction_is_in_lowest_terms_with_the_sign_above()
    {
        Assert.Equal(new Ratio(2, 3), new Ratio(-4, -6));
        Assert.Equal((-2, 3), ((int)new Ratio(4, -6).Numerator, (int)new Ratio(4, -6).Denominator));
        Assert.Equal((0, 1), ((int)new Ratio(0, -5).Numerator, (int)new Ratio(0, -5).Denominator));
        Assert.Throws<DivideByZeroException>(() => new Ratio(1, 0));
        Assert.Throws<DivideByZeroException>(() => _half / Ratio.Zero);
        Assert.Equal((1, -1, 0), (_third.Sign, new Ratio(1, -3).Sign, Ratio.Zero.Sign));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.5")]
    [InlineData("87.505")]
    [InlineData("4294967296.25")] // more than one word of a decimal's digits
    [InlineData("-18446744073709551617.5")] // all three
    [InlineData("79228162514264337593543950335")]
    public void A_decimal_becomes_a_fraction_and_back_without_loss(string text)
    {
        var value = decimal.Parse(text, CultureInfo.InvariantCulture);
        var ratio = Ratio.Of(value);

        Assert.Equal(text, Words.Plain((decimal)ratio.Numerator / (decimal)ratio.Denominator));
    }

    [Fact]
    public void Sums_differences_products_and_quotients_are_exact()
    {
        Assert.Equal(new Ratio(5, 6), _third + _half);
        Assert.Equal(new Ratio(-1, 6), _third - _half);
        Assert.Equal(new Ratio(3, 10), new Ratio(3, 5) * _half);
        Assert.Equal(new Ratio(6, 5), new Ratio(3, 5) / _half);
        Assert.Equal(new Ratio(2, 15), new Ratio(2, 3) * new Ratio(1, 5));
        Assert.Equal(new Ratio(19, 15), new Ratio(2, 3) + new Ratio(3, 5));
        Assert.Equal(new Ratio(1, 15), new Ratio(2, 3) - new Ratio(3, 5));
    }

    [Fact]
    public void They_are_in_order_by_size_whatever_their_terms()
    {
        Assert.True(_third < _half && _half > _third && _third <= _half && _half >= _third);
        Assert.False(_half < _third || _third > _half || _half <= _third || _third >= _half);
        var same = new Ratio(2, 4);
        Assert.True(_half <= same && _half >= same);
        Assert.False(_half < same || _half > same);
        Assert.True(new Ratio(-1, 2) < Ratio.Zero);
        Assert.Equal((_third, _half), (Ratio.Min(_half, _third), Ratio.Max(_third, _half)));
        Assert.Equal((_third, _half), (Ratio.Min(_third, _half), Ratio.Max(_half, _third)));
        Assert.Equal(1, _third.CompareTo(null));
    }

    /// <param name="rounded">Half-up, half-even, cut off.</param>
    [Theory]
    [InlineData(5, 1000, 2, "0.01 0.00 0.00")]
    [InlineData(15, 1000, 2, "0.02 0.02 0.01")]
    [InlineData(-5, 1000, 2, "-0.01 0.00 0.00")]
    [InlineData(-15, 1000, 2, "-0.02 -0.02 -0.01")]
    [InlineData(-2005, 1000, 2, "-2.01 -2.00 -2.00")]
    [InlineData(4999, 1000000, 2, "0.00 0.00 0.00")]
    [InlineData(5001, 1000000, 2, "0.01 0.01 0.00")]
    [InlineData(2, 3, 4, "0.6667 0.6667 0.6666")]
    [InlineData(5, 2, 0, "3 2 2")]
    [InlineData(7, 2, 0, "4 4 3")]
    [InlineData(1, 4, 1, "0.3 0.2 0.2")]
    [InlineData(100, 1, 3, "100.000 100.000 100.000")]
    public void It_is_rounded_by_the_mode_to_so_many_decimals(int numerator, int denominator, int decimals, string rounded)
    {
        string All(Func<RoundingMode, decimal> round) => string.Join(' ',
            new[] { RoundingMode.HalfUp, RoundingMode.HalfEven, RoundingMode.Truncate }.Select(
                m => round(m).ToString(CultureInfo.InvariantCulture)));

        Assert.Equal(rounded, All(m => new Ratio(numerator, denominator).Round(decimals, m)));
        Assert.Equal(rounded, All(m => Rounding.Round(Exact.Of(new Ratio(numerator, denominator)), m, decimals)));
        Assert.Equal(rounded, All(m => Rounding.Round(new Exact(numerator, denominator), m, decimals)));
    }

    [Fact]
    public void For_showing_it_is_the_nearest_decimal_without_zeros_behind()
    {
        Assert.Equal("0.333333333333", _third.ToDecimal().ToString(CultureInfo.InvariantCulture));
        Assert.Equal("0.5", _half.ToDecimal().ToString(CultureInfo.InvariantCulture));
        Assert.Equal("86.5", Exact.Of(new Ratio(173, 2)).ToDecimal().ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_figure_that_depends_on_others_stays_exact_beside_one_that_does_not()
    {
        var levelled = Exact.Of(_third);

        Assert.Equal(new Ratio(5, 6), (levelled + new Exact(1m, 2)).ToRatio());
        Assert.Equal(new Ratio(5, 6), (new Exact(1m, 2) + levelled).ToRatio());
        Assert.Equal(new Ratio(2, 3), (levelled + levelled).ToRatio());
        Assert.Equal(new Ratio(-1, 6), (levelled - 0.5m).ToRatio());
        Assert.Equal(new Ratio(1, 6), (new Exact(2m, 3) - 0.5m).ToRatio());
        Assert.True((levelled - 0.5m).IsNegative && (new Exact(1m, 3) - 0.5m).IsNegative);
        Assert.False(levelled.IsNegative || Exact.Zero.IsNegative || Exact.Of(Ratio.Zero).IsNegative || new Exact(1m, 3).IsNegative);
    }

    [Fact]
    public void More_decimals_than_any_trade_has_are_rounded_too()
    {
        Assert.Equal("0.33333", Rounding.Round(new Exact(1m, 3), RoundingMode.HalfUp, 5).ToString(CultureInfo.InvariantCulture));
        Assert.Equal("1.00000", Rounding.Round(1m, RoundingMode.Truncate, 5).ToString(CultureInfo.InvariantCulture));
    }
}

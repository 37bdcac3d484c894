using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>
/// A figure before rounding (R-J2): a decimal over a whole number, so that a mean of three or six stays exact until its component is rounded. A figure that
/// depends on others (levelled, scaled) has no small denominator and is kept as a <see cref="Ratio"/>.
/// </summary>
public readonly record struct Exact
{
    private readonly decimal numerator;
    private readonly int denominator;
    private readonly Ratio? ratio;

    /// <param name="numerator">A sum of marks.</param>
    /// <param name="denominator">From 1: how many the sum is shared by.</param>
    public Exact(decimal numerator, int denominator) => (this.numerator, this.denominator) = (numerator, denominator);

    private Exact(Ratio ratio) => (this.ratio, denominator) = (ratio, 1);

    public static Exact Zero { get; } = new(0m, 1);

    public bool IsNegative => ratio is null ? numerator < 0 : ratio.Sign < 0;

    public static Exact Of(decimal value) => new(value, 1);

    public static Exact Of(Ratio value) => new(value);

    public static Exact operator +(Exact a, Exact b)
    {
        if (a.ratio is not null || b.ratio is not null)
        {
            return new(a.ToRatio() + b.ToRatio());
        }

        if (a.denominator == b.denominator)
        {
            return new(a.numerator + b.numerator, a.denominator);
        }

        var common = a.denominator / GreatestCommonDivisor(a.denominator, b.denominator) * b.denominator;
        return new((a.numerator * (common / a.denominator)) + (b.numerator * (common / b.denominator)), common);
    }

    public static Exact operator -(Exact a, decimal points) =>
        a.ratio is { } r ? new(r - Ratio.Of(points)) : new(a.numerator - (points * a.denominator), a.denominator);

    public Ratio ToRatio() => ratio ?? (Ratio.Of(numerator) / new Ratio(denominator, 1));

    /// <summary>The nearest decimal, for showing and explaining; rounding is done on the exact figure.</summary>
    public decimal ToDecimal() => ratio?.ToDecimal() ?? (numerator / denominator);

    /// <summary>R-B9: by the mode, to so many decimals. Without ever dividing: whether a remainder is half is decided on whole numbers of the smallest part.</summary>
    internal decimal Round(RoundingMode mode, int decimals)
    {
        if (ratio is not null)
        {
            return ratio.Round(decimals, mode);
        }

        if (denominator == 1)
        {
            return Rounding.Round(numerator, mode, decimals);
        }

        var parts = decimal.Abs(numerator) / Rounding.Unit(decimals);
        var whole = decimal.Truncate(parts / denominator);
        var twice = (parts - (whole * denominator)) * 2;
        var up = mode switch
        {
            RoundingMode.HalfUp => twice >= denominator,
            RoundingMode.HalfEven => twice > denominator || (twice == denominator && whole % 2 != 0),
            RoundingMode.Truncate => false,
        };
        whole += up ? 1 : 0;
        return (numerator < 0 ? -whole : whole) * Rounding.Unit(decimals);
    }

    private static int GreatestCommonDivisor(int a, int b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}

/// <summary>Where rounding happens, once per stage (R-B9, R-J2). Everything that leaves here has as many decimals as asked for, also when they are zeros.</summary>
public static class Rounding
{
    private static readonly decimal[] Units = [1m, 0.1m, 0.01m, 0.001m, 0.0001m];

    /// <summary>An aspect: always half-up.</summary>
    public static decimal Aspect(decimal mark) => Round(mark, RoundingMode.HalfUp);

    /// <summary>A component or a total, by the trade's mode and decimals (R-K2). 87.505 is 87.51 half-up and 87.50 half-even or cut off.</summary>
    public static decimal Round(decimal figure, RoundingMode mode, int decimals = 2) => decimal.Round(figure, decimals, mode switch
    {
        RoundingMode.HalfUp => MidpointRounding.AwayFromZero,
        RoundingMode.HalfEven => MidpointRounding.ToEven,
        RoundingMode.Truncate => MidpointRounding.ToZero,
    }) + (Unit(decimals) - Unit(decimals));

    /// <inheritdoc cref="Round(decimal, RoundingMode, int)"/>
    public static decimal Round(Exact figure, RoundingMode mode, int decimals = 2) => figure.Round(mode, decimals);

    /// <summary>1, 0.1, 0.01 …: one in the last decimal.</summary>
    internal static decimal Unit(int decimals) => decimals < Units.Length ? Units[decimals] : new decimal(1, 0, 0, false, (byte)decimals);
}

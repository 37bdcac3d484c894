using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>A figure before rounding (R-J2): a decimal over a whole number, so that a mean of three or six stays exact until its component is rounded.</summary>
/// <param name="Numerator">A sum of marks.</param>
/// <param name="Denominator">From 1: how many the sum is shared by.</param>
public readonly record struct Exact(decimal Numerator, int Denominator)
{
    public static Exact Zero { get; } = new(0m, 1);

    public static Exact Of(decimal value) => new(value, 1);

    public static Exact operator +(Exact a, Exact b)
    {
        if (a.Denominator == b.Denominator)
        {
            return new(a.Numerator + b.Numerator, a.Denominator);
        }

        var common = a.Denominator / GreatestCommonDivisor(a.Denominator, b.Denominator) * b.Denominator;
        return new((a.Numerator * (common / a.Denominator)) + (b.Numerator * (common / b.Denominator)), common);
    }

    public static Exact operator -(Exact a, decimal points) => new(a.Numerator - (points * a.Denominator), a.Denominator);

    /// <summary>The nearest decimal, for showing and explaining; rounding is done on the exact figure.</summary>
    public decimal ToDecimal() => Numerator / Denominator;

    private static int GreatestCommonDivisor(int a, int b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}

/// <summary>Where rounding happens, once per stage (R-B9, R-J2). Everything that leaves here has two decimals, also when they are zeros.</summary>
public static class Rounding
{
    private const decimal Hundredth = 0.01m;

    /// <summary>An aspect: always half-up.</summary>
    public static decimal Aspect(decimal mark) => Round(mark, RoundingMode.HalfUp);

    /// <summary>A component or a total, by the trade's mode. 87.505 is 87.51 half-up and 87.50 half-even.</summary>
    public static decimal Round(decimal figure, RoundingMode mode) =>
        decimal.Round(figure, 2, mode == RoundingMode.HalfEven ? MidpointRounding.ToEven : MidpointRounding.AwayFromZero) + 0.00m;

    /// <summary>The same without ever dividing: whether a remainder is half is decided on whole numbers of the smallest part.</summary>
    public static decimal Round(Exact figure, RoundingMode mode)
    {
        if (figure.Denominator == 1)
        {
            return Round(figure.Numerator, mode);
        }

        var parts = decimal.Abs(figure.Numerator) * 100m;
        var whole = decimal.Truncate(parts / figure.Denominator);
        var rest = parts - (whole * figure.Denominator);
        if (rest < 0)
        {
            whole -= 1;
            rest += figure.Denominator;
        }

        var twice = rest * 2;
        if (twice > figure.Denominator || (twice == figure.Denominator && (mode == RoundingMode.HalfUp || whole % 2 != 0)))
        {
            whole += 1;
        }

        return (figure.Numerator < 0 ? -whole : whole) * Hundredth;
    }
}

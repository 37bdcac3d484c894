using System.Numerics;
using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>A fraction of any size: means of means and marks by proportion stay exact until they are rounded (R-J2).</summary>
public sealed record Ratio : IComparable<Ratio>
{
    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("a fraction over 0");
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, Denominator) = (numerator / common, denominator / common);
    }

    public BigInteger Numerator { get; }

    /// <summary>Above 0.</summary>
    public BigInteger Denominator { get; }

    public static Ratio Zero { get; } = new(0, 1);

    public int Sign => Numerator.Sign;

    public static Ratio Of(decimal value)
    {
        var bits = decimal.GetBits(value);
        var digits = (((((BigInteger)(uint)bits[2]) << 32) + (uint)bits[1]) << 32) + (uint)bits[0];
        return new(value < 0 ? -digits : digits, BigInteger.Pow(10, value.Scale));
    }

    public static Ratio operator +(Ratio a, Ratio b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Ratio operator -(Ratio a, Ratio b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Ratio operator *(Ratio a, Ratio b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <exception cref="DivideByZeroException"/>
    public static Ratio operator /(Ratio a, Ratio b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static Ratio Min(Ratio a, Ratio b) => a.CompareTo(b) <= 0 ? a : b;

    public static Ratio Max(Ratio a, Ratio b) => a.CompareTo(b) >= 0 ? a : b;

    public static bool operator <(Ratio a, Ratio b) => a.CompareTo(b) < 0;

    public static bool operator >(Ratio a, Ratio b) => a.CompareTo(b) > 0;

    public static bool operator <=(Ratio a, Ratio b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Ratio a, Ratio b) => a.CompareTo(b) >= 0;

    public int CompareTo(Ratio? other) => other is null ? 1 : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>To so many decimals; below 0 by absolute value (R-M1).</summary>
    public decimal Round(int decimals, RoundingMode mode)
    {
        var whole = BigInteger.DivRem(BigInteger.Abs(Numerator) * BigInteger.Pow(10, decimals), Denominator, out var rest);
        var half = (rest * 2).CompareTo(Denominator);
        var up = mode switch
        {
            RoundingMode.HalfUp => half >= 0,
            RoundingMode.HalfEven => half > 0 || (half == 0 && !whole.IsEven),
            RoundingMode.Truncate => false,
        };
        return (decimal)((whole + (up ? 1 : 0)) * Sign) * Rounding.Unit(decimals);
    }

    /// <summary>The nearest decimal, for showing and explaining.</summary>
    public decimal ToDecimal() => Round(12, RoundingMode.HalfUp) / 1.000000000000m;
}

using System.Numerics;

namespace Scoring.Core.Teams;

/// <summary>Points shared by equals stay exact (R-J11): 13 among three is 13/3 until the team's sum is rounded.</summary>
internal readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator)
{
    public static Fraction Zero { get; } = new(0, 1);

    public static Fraction Of(decimal value)
    {
        var scale = BigInteger.Pow(10, value.Scale);
        return new(new BigInteger(decimal.Truncate(value)) * scale + new BigInteger((value - decimal.Truncate(value)) * (decimal)scale), scale);
    }

    public static Fraction operator +(Fraction a, Fraction b) =>
        new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Fraction operator /(Fraction a, int shares) => new(a.Numerator, a.Denominator * shares);

    public static Comparer<Fraction> BySize { get; } =
        Comparer<Fraction>.Create((a, b) => (a.Numerator * b.Denominator).CompareTo(b.Numerator * a.Denominator));

    /// <summary>Half-up (R-B9), below zero by absolute value (R-M1).</summary>
    public decimal Rounded(int decimals)
    {
        var unit = BigInteger.Pow(10, decimals);
        var size = (BigInteger.Abs(Numerator) * 2 * unit + Denominator) / (Denominator * 2);
        return (decimal)(Numerator.Sign * size) / (decimal)unit;
    }
}

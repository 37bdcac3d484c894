using System.Globalization;

namespace Scoring.Core.People;

/// <summary>居民身份证 and 18-digit residence permits (GB 11643, R-I1b).</summary>
public static class ResidentId
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Shaped like an 18-digit resident number; x and full-width digits are accepted.</summary>
    public static bool LooksLikeOne(string number) => Normalized(number) is { Length: 18 } n && n[..17].All(char.IsAsciiDigit);

    /// <summary>Check digit right and a date of birth that exists.</summary>
    public static bool IsValid(string number)
    {
        if (!LooksLikeOne(number))
        {
            return false;
        }

        var n = Normalized(number);
        return n[17] == CheckDigit(n) && DateOnly.TryParseExact(n[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    /// <summary>Half-width, upper-case X, without outer spaces.</summary>
    public static string Normalized(string number) =>
        string.Concat(number.Trim().Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c is 'x' or 'ｘ' or 'Ｘ' ? 'X' : c));

    /// <param name="digits">At least the first 17 digits.</param>
    public static char CheckDigit(string digits) => "10X98765432"[Weights.Select((w, i) => w * (digits[i] - '0')).Sum() % 11];
}

using System.Globalization;

namespace Scoring.Core.People;

/// <summary>居民身份证, 18-digit residence permits and permanent residence cards (GB 11643, R-I1b).</summary>
public static class ResidentId
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Shaped like an 18-digit resident number; x and full-width digits are accepted.</summary>
    public static bool LooksLikeOne(string number) => Normalized(number) is { Length: 18 } n && n[..17].All(char.IsAsciiDigit);

    /// <summary>Check digit right and a date of birth that exists.</summary>
    public static bool IsValid(string number) =>
        LooksLikeOne(number) && Normalized(number) is var n && n[17] == CheckDigit(n) && Birth(n) is not null;

    /// <summary>A foreigner's permanent residence card as issued before 2023: three letters of the country, twelve digits, no check by GB 11643.</summary>
    public static bool IsFormerResidenceCard(string number) =>
        Normalized(number) is { Length: 15 } n && n[..3].All(char.IsAsciiLetterUpper) && n[3..].All(char.IsAsciiDigit);

    /// <summary>Date of birth in an 18-digit number; null: no such day.</summary>
    public static DateOnly? Birth(string number) => LooksLikeOne(number)
        && DateOnly.TryParseExact(Normalized(number)[6..14], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1850
        ? day
        : null;

    /// <summary>性别 in an 18-digit number: the 17th digit is odd for 男, even for 女; null: not such a number.</summary>
    public static string? Gender(string number) => !LooksLikeOne(number) ? null : (Normalized(number)[16] - '0') % 2 == 1 ? "男" : "女";

    /// <summary>Half-width, upper-case X, without outer spaces.</summary>
    public static string Normalized(string number) =>
        string.Concat(number.Trim().Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c is 'x' or 'ｘ' or 'Ｘ' ? 'X' : c));

    /// <param name="digits">At least the first 17 digits.</param>
    public static char CheckDigit(string digits) => "10X98765432"[Weights.Select((w, i) => w * (digits[i] - '0')).Sum() % 11];
}

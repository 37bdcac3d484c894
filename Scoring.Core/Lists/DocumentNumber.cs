using Scoring.Core.People;

namespace Scoring.Core.Lists;

/// <summary>证件号码 as typed in a list, read as text (R-I1b).</summary>
/// <param name="Type">As given, else inferred from the number.</param>
/// <param name="Number">Half-width, upper case, without spaces.</param>
/// <param name="Fault">Blocks the row; null: nothing does. What is wrong, a comma, what to do.</param>
/// <param name="Doubt">Is worth a look; null: nothing is.</param>
/// <param name="Foreign">Whether what stands there is no number at all (letters, stars, words), so that nothing personal shows.</param>
public sealed record DocumentNumber(string Type, string Number, string? Fault = null, string? Doubt = null, bool Foreign = false)
{
    public const string Resident = "居民身份证", ResidencePermit = "港澳台居民居住证", Passport = "护照", Travel = "通行证", Other = "其他证件",
        PermanentResidence = "外国人永久居留身份证";

    private const int YoungestAge = 16, OldestAge = 100;

    /// <param name="day">Of the contest; null: not known, so nobody is too young.</param>
    public static DocumentNumber Read(string? type, string raw, DateOnly? day = null)
    {
        var number = Narrow(raw);
        if (NotANumber(number) is { } alien)
        {
            return new(string.IsNullOrWhiteSpace(type) ? Other : TypeOf(type, number), number, alien, Foreign: true);
        }

        var kind = string.IsNullOrWhiteSpace(type) ? Infer(number) : TypeOf(type, number);
        return kind switch
        {
            PermanentResidence when ResidentId.IsFormerResidenceCard(number) => new(kind, number),
            Resident or ResidencePermit or PermanentResidence when number.Length == 18 => Eighteen(kind, number, day),
            Resident when number.Length == 15 && number.All(char.IsAsciiDigit) => new(kind, number, Doubt: "是 15 位的旧身份证号码，请尽量换成 18 位。"),
            Resident or ResidencePermit => new(kind, number, $"证件号码有 {number.Length} 位，应为 18 位，请按证件核对。"),
            PermanentResidence => new(kind, number, $"证件号码有 {number.Length} 位，应为 18 位或 3 个字母加 12 位数字，请按证件核对。"),
            _ when number.Length is < 5 or > 20 => new(kind, number, "证件号码的位数不对，请按证件核对。"),
            _ => new(kind, number),
        };
    }

    private static DocumentNumber Eighteen(string kind, string number, DateOnly? day)
    {
        if (number.AsSpan(0, 17).IndexOfAnyExceptInRange('0', '9') is >= 0 and var letter)
        {
            return new(kind, number, $"第 {letter + 1} 位是字母 {number[letter]}，应为数字，请按证件核对。", Foreign: true);
        }

        if (ResidentId.Birth(number) is not { } birth)
        {
            return new(kind, number, "证件号码里的出生日期不对，请按证件核对。");
        }

        if (number[17] != ResidentId.CheckDigit(number))
        {
            return new(kind, number, "证件号码的校验位不对，请按证件核对。");
        }

        return day is not { } at ? new(kind, number)
            : birth > at ? new(kind, number, $"证件号码里的出生日期 {birth:yyyy-MM-dd} 还没有到，请按证件核对。")
            : birth.AddYears(YoungestAge) > at ? new(kind, number, $"按证件号码比赛时不满 {YoungestAge} 周岁，请按证件核对。")
            : birth.AddYears(OldestAge) < at ? new(kind, number, Doubt: $"按证件号码已经 {OldestAge} 岁以上，请核对。")
            : new(kind, number);
    }

    // What no document has: the character is named, so that it can be found among eighteen.
    private static string? NotANumber(string number)
    {
        if (number.Contains("E+", StringComparison.Ordinal) && number.Count(char.IsAsciiDigit) >= number.Length - 3)
        {
            return "证件号码被 Excel 存成了数字，末几位已丢失，设为文本后重填。";
        }

        if (number.Length > 0 && number.All(c => !char.IsAsciiLetterOrDigit(c)))
        {
            return $"“{number}”不是证件号码，请按证件填写。";
        }

        foreach (var (index, c) in number.Index())
        {
            if (c is '×' or 'Х' or 'х' or 'Χ' or 'χ' or '✕' && index == number.Length - 1 && index == 17)
            {
                return $"第 18 位是“{c}”，应为字母 X，请重新输入。";
            }

            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '(' or ')') && !IsOfficers(number))
            {
                return $"号码里有“{c}”，请按证件填写完整的号码。";
            }
        }

        return null;
    }

    // 北字第123456号: officers' cards are written with words.
    private static bool IsOfficers(string number) => number.Any(char.IsAsciiDigit) && number.Count(IsHan) <= 4
        && number.All(c => IsHan(c) || char.IsAsciiLetterOrDigit(c));

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static string TypeOf(string type, string number)
    {
        var text = CellText.Trim(type);
        return text switch
        {
            _ when text.Contains("护照", StringComparison.Ordinal) || text.Equals("passport", StringComparison.OrdinalIgnoreCase) => Passport,
            _ when text.Contains("永久居留", StringComparison.Ordinal) => PermanentResidence,
            _ when text.Contains("通行证", StringComparison.Ordinal) || text.Contains("回乡证", StringComparison.Ordinal)
                || text.Contains("台胞证", StringComparison.Ordinal) => Travel,
            _ when text.Contains("居住证", StringComparison.Ordinal) => ResidencePermit,
            _ when text.Contains("身份证", StringComparison.Ordinal)
                || text.Equals("ID", StringComparison.OrdinalIgnoreCase) => ByFirstPlace(number),
            _ => text,
        };
    }

    private static string ByFirstPlace(string number) =>
        number.StartsWith('8') ? ResidencePermit : ResidentId.IsFormerResidenceCard(number) ? PermanentResidence : Resident;

    private static string Infer(string number) => number switch
    {
        { Length: 18 } when number.StartsWith('8') => ResidencePermit,
        { Length: 18 } when number.StartsWith('9') => PermanentResidence,
        { Length: 15 } when ResidentId.IsFormerResidenceCard(number) => PermanentResidence,
        { Length: 18 } when number.Count(char.IsAsciiDigit) >= 14 => Resident,
        { Length: 17 or 15 } when number[..15].All(char.IsAsciiDigit) => Resident,
        { Length: 9 } when char.IsAsciiLetter(number[0]) && number[1..].Count(char.IsAsciiDigit) >= 7 =>
            number[0] is 'H' or 'M' or 'C' ? Travel : Passport,
        { Length: 8 or 11 } when number.All(c => char.IsAsciiDigit(c) || c is 'H' or 'M') => Travel,
        _ when number.Length > 9 && number.All(char.IsAsciiDigit) => Resident,
        _ => Other,
    };

    private static string Narrow(string raw) => string.Concat(CellText.Trim(raw)
        .Where(c => !CellText.IsUnseen(c) && c is not ('\'' or '’'))
        .Select(c => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c)).ToUpperInvariant();
}

using Scoring.Core.People;

namespace Scoring.Core.Lists;

/// <summary>证件号码 as typed in a list, read as text (R-I1b).</summary>
/// <param name="Type">As given, else inferred from the number.</param>
/// <param name="Number">Half-width, upper case, without spaces.</param>
/// <param name="Fault">Blocks the row; null: nothing does.</param>
/// <param name="Doubt">Is worth a look; null: nothing is.</param>
public sealed record DocumentNumber(string Type, string Number, string? Fault = null, string? Doubt = null)
{
    public const string Resident = "居民身份证", ResidencePermit = "港澳台居民居住证", Passport = "护照", Travel = "通行证", Other = "其他证件";

    public static DocumentNumber Read(string? type, string raw)
    {
        var number = Narrow(raw);
        var kind = string.IsNullOrWhiteSpace(type) ? Infer(number) : TypeOf(type, number);
        return kind switch
        {
            Resident or ResidencePermit when number.Length == 18 => ResidentId.IsValid(number)
                ? new(kind, number)
                : new(kind, number, "证件号码的校验位或出生日期不对，请按证件核对。"),
            Resident when number.Length == 15 && number.All(char.IsAsciiDigit) => new(kind, number, Doubt: "是 15 位的旧身份证号码，请尽量换成 18 位。"),
            Resident or ResidencePermit => new(kind, number, $"证件号码有 {number.Length} 位，应为 18 位，请按证件核对。"),
            _ when number.Length is < 5 or > 20 => new(kind, number, "证件号码的位数不对，请按证件核对。"),
            _ => new(kind, number),
        };
    }

    private static string TypeOf(string type, string number)
    {
        var text = type.Trim();
        return text switch
        {
            _ when text.Contains("护照", StringComparison.Ordinal) => Passport,
            _ when text.Contains("通行证", StringComparison.Ordinal) || text.Contains("回乡证", StringComparison.Ordinal) || text.Contains("台胞证", StringComparison.Ordinal) => Travel,
            _ when text.Contains("居住证", StringComparison.Ordinal) => ResidencePermit,
            _ when text.Contains("身份证", StringComparison.Ordinal) => number.StartsWith('8') ? ResidencePermit : Resident,
            _ => text,
        };
    }

    private static string Infer(string number) => number switch
    {
        { Length: 18 } when number.StartsWith('8') => ResidencePermit,
        { Length: 18 or 17 or 15 } when number[..15].All(char.IsAsciiDigit) => Resident,
        { Length: 9 } when char.IsAsciiLetter(number[0]) && number[1..].Count(char.IsAsciiDigit) >= 7 => number[0] is 'H' or 'M' or 'C' ? Travel : Passport,
        { Length: 8 or 11 } when number.All(c => char.IsAsciiDigit(c) || c is 'H' or 'M') => Travel,
        _ when number.Length > 9 && number.All(char.IsAsciiDigit) => Resident,
        _ => Other,
    };

    private static string Narrow(string raw) => string.Concat(raw
        .Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u200B' or '\uFEFF' or '\u200E' or '\u202C' or '\u202D' or '\'' or '’'))
        .Select(c => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c)).ToUpperInvariant();
}

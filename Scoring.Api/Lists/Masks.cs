using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>Numbers of people on a screen (R-I2).</summary>
public static partial class Masks
{
    /// <summary>4105**********1214.</summary>
    public static string Id(string? id) => id switch
    {
        null => "",
        { Length: > 8 } => id[..4] + new string('*', id.Length - 8) + id[^4..],
        { Length: > 3 } => new string('*', id.Length - 2) + id[^2..],
        _ => new string('*', id.Length),
    };

    /// <summary>138****0621.</summary>
    public static string Phone(string? phone) => phone switch
    {
        null => "",
        { Length: >= 11 } => phone[..3] + new string('*', phone.Length - 7) + phone[^4..],
        { Length: > 4 } => new string('*', phone.Length - 2) + phone[^2..],
        _ => phone.Length == 0 ? "" : "****",
    };

    /// <summary>What a list writes where a document number belongs. What is none is no secret, and a mask would hide what is wrong with
    /// it.</summary>
    public static string Written(string text) => DocumentNumber.Read(null, text) is { Foreign: false } ? Id(text) : text;

    /// <summary>The same of a phone: only digits of the right number are masked.</summary>
    public static string WrittenPhone(string text) => PhoneText.Read(text) is { Fault: null, Doubt: null } read ? Phone(read.Number) : text;

    /// <summary>A text with every number in it masked that is long enough to be somebody's.</summary>
    public static string Within(string text) => LongNumber().Replace(text, m => m.Value.Length > 11 ? Id(m.Value) : Phone(m.Value));

    [System.Text.RegularExpressions.GeneratedRegex("[0-9]{7,}[0-9Xx]", System.Text.RegularExpressions.RegexOptions.None, 1000)]
    private static partial System.Text.RegularExpressions.Regex LongNumber();
}

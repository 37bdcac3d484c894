namespace Scoring.Api.Lists;

/// <summary>Numbers of people on a screen (R-I2).</summary>
public static class Masks
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
}

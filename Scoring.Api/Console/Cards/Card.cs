namespace Scoring.Api.Console.Cards;

/// <summary>One card: the same few lines, set as its kind wants them.</summary>
/// <param name="Title">准考证, 选手证, 裁判长 …</param>
/// <param name="Name">The biggest word on it.</param>
/// <param name="Group">Cards of another group begin on a new page.</param>
/// <param name="Photo">Address of the picture; null: none was given.</param>
/// <param name="Lines">Word and text, in order.</param>
public sealed record Card(
    string Title, string Name, string Group, string? Organization = null, string? Photo = null,
        IReadOnlyList<(string Word, string Text)>? Lines = null, string? Code = null)
{
    // Characters of a badge that its usual sizes hold.
    private const int Roomy = 48;

    /// <summary>So much stands on it that as a badge it is set smaller.</summary>
    public bool IsDense => Name.Length + (Organization?.Length ?? 0) + (Lines?.Sum(l => l.Text.Length) ?? 0) > Roomy;

    /// <summary>How large a text may be set so that it fits a width on one line: a Chinese sign is as wide as high, a Latin one half of
    /// it.</summary>
    public static int Fit(string text, int width, int largest)
    {
        var ems = text.Sum(c => c < 0x2E80 ? 0.56m : 1m);
        return ems == 0 ? largest : Math.Min(largest, (int)(width / ems));
    }

    /// <summary>A text in parts, what stands between quotation marks in one that is not broken: 殷/都杯 is never torn apart.</summary>
    public static IEnumerable<(string Text, bool Whole)> Parts(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var (open, close) = (text.IndexOf('“', at), text.IndexOf('”', at));
            var quoted = open == at && close > open;
            var end = quoted ? close + 1 : open > at ? open : text.Length;
            yield return (text[at..end], quoted);
            at = end;
        }
    }

    /// <summary>A name in the pieces between which it may be cut over lines: after “·”, which begins no line.</summary>
    public static IEnumerable<string> NameParts(string name) => Spread(name).Replace("·", "·\n", StringComparison.Ordinal).Split('\n');

    /// <summary>Two-character names are spread over three, as on every desk sign; the name itself stays.</summary>
    public static string Spread(string name) => name.Length == 2 && name.All(c => c >= 0x2E80) ? $"{name[0]}　{name[1]}" : name;
}

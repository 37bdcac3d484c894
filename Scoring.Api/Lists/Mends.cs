namespace Scoring.Api.Lists;

/// <summary>Cells mended on the preview, kept among the answers: <c>mend:0!C6</c> is what C6 of the first sheet says now.</summary>
public static class Mends
{
    public const string Begin = "mend:";

    private const int LongestText = 200;

    public static KeyValuePair<string, string> Of(string place, string? text) =>
        new(Begin + place, (text ?? "").Trim() is { Length: > LongestText } longer ? longer[..LongestText] : (text ?? "").Trim());

    public static Spreadsheet Apply(Spreadsheet file, IReadOnlyDictionary<string, string> answers)
    {
        var mends = new List<(int Sheet, (int Row, int Column) Place, string Text)>();
        foreach (var (question, text) in answers.Where(a => a.Key.StartsWith(Begin, StringComparison.Ordinal)))
        {
            if (question[Begin.Length..].Split('!') is [var sheet, var address] && int.TryParse(sheet, out var number) && Worksheet.Place(address) is { } place)
            {
                mends.Add((number, place, text));
            }
        }

        return mends.Count == 0
            ? file
            : new Spreadsheet([.. file.Sheets.Select((s, i) => mends.Exists(m => m.Sheet == i)
                ? s with { Mended = mends.Where(m => m.Sheet == i).ToDictionary(m => m.Place, m => m.Text) } : s)]);
    }
}

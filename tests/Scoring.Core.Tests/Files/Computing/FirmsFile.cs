namespace Scoring.Core.Tests.Files.Computing;

/// <summary>A <see cref="SmallFile"/> of entrants of two firms, o of 文峰区 and p of nowhere.</summary>
public static class FirmsFile
{
    /// <summary>Totals in order, each entrant of the firm and with the members given.</summary>
    public static string Firms(string awards, string trade, params (decimal Mark, string Firm, string More)[] people)
    {
        var text = SmallFile.Text(
            SmallFile.Weighted(SmallFile.Practical(100, SmallFile.Clerk()), trade), [.. people.Select(p => SmallFile.Marked(SmallFile.Figure(p.Mark)))], awards, entrants: [.. people.Select(p => p.More)]);
        for (var i = 0; i < people.Length; i++)
        {
            text = text.Replace($"\"name\": \"选手{i}\", \"organization\": \"o\"", $"\"name\": \"选手{i}\", \"organization\": \"{people[i].Firm}\"", StringComparison.Ordinal);
        }

        return text.Replace(
            "[{ \"id\": \"o\", \"name\": \"甲厂\" }]", "[{ \"id\": \"o\", \"name\": \"甲厂\", \"tags\": { \"区县\": \"文峰区\" } }, { \"id\": \"p\", \"name\": \"乙厂\" }]", StringComparison.Ordinal);
    }

    public static string Prizes(string tiers, string more = "") => $$"""{ "tiers": [{{tiers}}], "gate": { "passMark": 0 }{{more}} }""";
}

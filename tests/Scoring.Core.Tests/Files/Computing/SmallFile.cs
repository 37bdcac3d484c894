using System.Text;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Files.Computing;

namespace Scoring.Core.Tests.Files.Computing;

/// <summary>A competition file of one trade, written as text and read as a user's would be.</summary>
public static class SmallFile
{
    /// <summary>A raw-sum or weighted trade with these definitions and marks in JSON; entrants e0, e1, … of one firm.</summary>
    /// <param name="trade">Members of the trade besides id, name, code, awards and codeLayers.</param>
    /// <param name="marks">Of each entrant: members of its entry in marks, e.g. <c>"modules": […]</c>; empty: none.</param>
    public static string Text(string trade, string[] marks, string awards = """{ "tiers": [], "gate": { "passMark": 0 } }""", string more = "", string[]? entrants = null) => $$"""
        {
          "format": 1,
          "competition": { "id": "small", "name": "小赛" },
          "trades": [{ "id": "dg", "name": "电工", "code": "DG", "codeLayers": 0, {{trade}}, "awards": {{awards}} }],
          "organizations": [{ "id": "o", "name": "甲厂" }],
          "entrants": [{{string.Join(", ", marks.Select((_, i) => Entrant(i, entrants?[i])))}}],
          "marks": [{{string.Join(", ", marks.Select((m, i) => (m, i)).Where(x => x.m.Length > 0).Select(x => $$"""{ "entrant": "e{{x.i}}", {{x.m}} }"""))}}]
          {{(more.Length > 0 ? ", " + more : "")}}
        }
        """;

    private static string Entrant(int i, string? more) =>
        $$"""{ "id": "e{{i}}", "name": "选手{{i}}", "organization": "o", "trade": "dg"{{(string.IsNullOrEmpty(more) ? "" : ", " + more)}} }""";

    public static FileReading Read(string text) => CompetitionFileReader.Read(Encoding.UTF8.GetBytes(text));

    public static ComputedTrade Compute(string text)
    {
        var reading = Read(text);
        Assert.Empty(reading.Errors.Select(e => e.ToString()));
        return Computation.Of(reading.File!).Trades[0];
    }

    public static string Page(string text) => ComputedPage.Of(Computation.Of(Read(text).File!));

    /// <summary>Everything said of one entrant, a line each.</summary>
    public static string Told(this ComputedTrade trade, int entrant) =>
        string.Join('\n', trade.Entrants.Single(e => e.Entrant == new EntrantId($"e{entrant}")).Explanation);

    /// <summary>e0:1 e1:2 e2:-: ranks in the order of the standings.</summary>
    public static string Order(this ComputedTrade trade) => string.Join(' ', trade.Entrants.Select(e => $"{e.Entrant}:{(e.Rank is { } rank ? $"{rank}" : "-")}"));

    public static decimal? Total(this ComputedTrade trade, int entrant) => trade.Entrants.Single(e => e.Entrant == new EntrantId($"e{entrant}")).Result.Total;

    public static string Judges(int count, string module = "P") => "\"judges\": [" + string.Join(", ", Enumerable.Range(1, count).Select(n =>
        $$"""{ "id": "J{{n}}", "name": "裁判{{n}}", "seats": [{ "role": "judge", "trade": "dg", "module": "{{module}}", "number": {{n}} }] }""")) + "]";

    public static string Marked(params string[] modules) => $"\"modules\": [{string.Join(", ", modules)}]";

    public static string Status(string status, string why) => $"\"status\": \"{status}\", \"statusReason\": \"{why}\"";

    public static string Figure(decimal mark, string module = "P", string more = "") =>
        $$"""{ "module": "{{module}}", "figures": [{ "clerk": "L1", "mark": {{mark.ToString(System.Globalization.CultureInfo.InvariantCulture)}} }]{{more}} }""";

    /// <summary>One practical component in raw-sum mode.</summary>
    public static string Raw(decimal total, string modules, string more = "") =>
        $$"""
         "scoring": "rawSum", "rawTotal": {{total}}, {{more}}
        "components": [{ "id": "sc", "name": "实操", "kind": "practical", "weight": 0, "modules": [{{modules}}] }]
        """;

    public static string Clerk(string id = "P", decimal full = 100, string more = "") =>
        $$"""{ "id": "{{id}}", "name": "装接", "fullMark": {{full}}, "marking": "clerk", "sheet": []{{more}} }""";

    public static string Weighted(string components, string more = "") => $"{more} \"components\": [{components}]";

    public static string Theory(decimal weight) =>
        $$"""{ "id": "ll", "name": "理论", "kind": "theory", "weight": {{weight}}, "modules": [{{Clerk("LL")}}] }""";

    public static string Practical(decimal weight, string modules, string more = "") =>
        $$"""{ "id": "sc", "name": "实操", "kind": "practical", "weight": {{weight}}, "modules": [{{modules}}]{{more}} }""";

    public const string Scaled = ", \"scaled\": true";

    public static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

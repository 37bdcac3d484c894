using System.Text;
using System.Text.Json;
using Scoring.Core.Json;

namespace Scoring.Core.Files.Computing;

/// <summary>Computed results as JSON in the layout of a competition file, entrant by entrant: a contest of a million marks is never in
/// memory as text.</summary>
public static class ComputedJson
{
    private const string Trades = "trades", Entrants = "entrants";

    /// <summary>The text in order, in pieces.</summary>
    public static IEnumerable<string> Of(ComputedCompetition computed) =>
        Object(computed with { Trades = [] }, 0, (Trades, computed.Trades.Select(Of))).Append("\n");

    private static IEnumerable<string> Of(ComputedTrade trade) =>
        Object(trade with { Entrants = [] }, 4, (Entrants, trade.Entrants.Select(e => (IEnumerable<string>)[Text(Element(e), 8)])));

    // An object of which one list is written item by item.
    private static IEnumerable<string> Object<T>(T shell, int indent, (string Name, IEnumerable<IEnumerable<string>> Items) list)
    {
        var inner = new string(' ', indent + 2);
        var separator = "{\n";
        foreach (var property in Element(shell).EnumerateObject())
        {
            yield return $"{separator}{inner}\"{property.Name}\": ";
            separator = ",\n";
            if (property.Name != list.Name)
            {
                yield return Text(property.Value, indent + 2, property.Name.Length + 4);
                continue;
            }

            var any = false;
            foreach (var item in list.Items)
            {
                yield return $"{(any ? "," : "[")}\n{inner}  ";
                any = true;
                foreach (var piece in item)
                {
                    yield return piece;
                }
            }

            yield return any ? $"\n{inner}]" : "[]";
        }

        yield return $"\n{new string(' ', indent)}}}";
    }

    private static string Text(JsonElement json, int indent, int used = 0)
    {
        var text = new StringBuilder();
        CompetitionFileWriter.Append(json, indent, used, text);
        return text.ToString();
    }

    private static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, ScoringJson.Options);
}

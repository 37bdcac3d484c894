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
    public static IEnumerable<ReadOnlyMemory<char>> Of(ComputedCompetition computed) =>
        Object(computed with { Trades = [] }, 0, (Trades, computed.Trades.Select(Of))).Append("\n".AsMemory());

    private static IEnumerable<ReadOnlyMemory<char>> Of(ComputedTrade trade) =>
        Object(trade with { Entrants = [] }, 4, (Entrants, trade.Entrants.Select(e => Text(Element(e), 8))));

    // An object of which one list is written item by item.
    private static IEnumerable<ReadOnlyMemory<char>> Object<T>(
        T shell, int indent, (string Name, IEnumerable<IEnumerable<ReadOnlyMemory<char>>> Items) list)
    {
        var inner = new string(' ', indent + 2);
        var separator = "{\n";
        foreach (var property in Element(shell).EnumerateObject())
        {
            yield return $"{separator}{inner}\"{property.Name}\": ".AsMemory();
            separator = ",\n";
            if (property.Name != list.Name)
            {
                foreach (var piece in Text(property.Value, indent + 2, property.Name.Length + 4))
                {
                    yield return piece;
                }

                continue;
            }

            var any = false;
            foreach (var item in list.Items)
            {
                yield return $"{(any ? "," : "[")}\n{inner}  ".AsMemory();
                any = true;
                foreach (var piece in item)
                {
                    yield return piece;
                }
            }

            yield return (any ? $"\n{inner}]" : "[]").AsMemory();
        }

        yield return $"\n{new string(' ', indent)}}}".AsMemory();
    }

    private static IEnumerable<ReadOnlyMemory<char>> Text(JsonElement json, int indent, int used = 0)
    {
        var text = new StringBuilder();
        CompetitionFileWriter.Append(json, indent, used, text);
        foreach (var chunk in text.GetChunks())
        {
            yield return chunk;
        }
    }

    private static JsonElement Element<T>(T value) => JsonSerializer.SerializeToElement(value, ScoringJson.Options);
}

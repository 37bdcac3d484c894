using System.Buffers;
using System.Runtime.InteropServices;
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

    private static IEnumerable<ReadOnlyMemory<char>> Of(ComputedTrade trade)
    {
        var bytes = new ArrayBufferWriter<byte>(); // of one entrant after another
        return Object(trade with { Entrants = [] }, 4, (Entrants, trade.Entrants.Select(e => Text(Json(e, bytes), 8))));
    }

    // An object of which one list is written item by item.
    private static IEnumerable<ReadOnlyMemory<char>> Object<T>(
        T shell, int indent, (string Name, IEnumerable<IEnumerable<ReadOnlyMemory<char>>> Items) list)
    {
        var inner = new string(' ', indent + 2);
        var separator = "{\n";
        foreach (var property in JsonSerializer.SerializeToElement(shell, ScoringJson.Options).EnumerateObject())
        {
            yield return $"{separator}{inner}\"{property.Name}\": ".AsMemory();
            separator = ",\n";
            if (property.Name != list.Name)
            {
                foreach (var piece in Text(JsonMarshal.GetRawUtf8Value(property.Value), indent + 2, property.Name.Length + 4))
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

    private static IEnumerable<ReadOnlyMemory<char>> Text(ReadOnlySpan<byte> json, int indent, int used = 0)
    {
        var text = new StringBuilder();
        CompetitionFileWriter.Append(json, indent, used, text);
        return Pieces(text);
    }

    private static IEnumerable<ReadOnlyMemory<char>> Pieces(StringBuilder text)
    {
        foreach (var chunk in text.GetChunks())
        {
            yield return chunk;
        }
    }

    private static ReadOnlySpan<byte> Json<T>(T value, ArrayBufferWriter<byte> bytes)
    {
        bytes.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(bytes, new() { Encoder = ScoringJson.Options.Encoder, SkipValidation = true }))
        {
            JsonSerializer.Serialize(writer, value, ScoringJson.Options);
        }

        return bytes.WrittenSpan;
    }
}

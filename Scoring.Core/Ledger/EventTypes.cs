// The names events are stored under. A name, once in a ledger somewhere, keeps its meaning for ever.
using System.Collections.Frozen;
using System.Text.Json;
using Scoring.Core.Json;

namespace Scoring.Core.Ledger;

/// <summary>Writes and reads events. The stored name is the record's own name.</summary>
public static class EventTypes
{
    private static readonly FrozenDictionary<string, Type> ByName = typeof(LedgerEvent).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(LedgerEvent)))
        .ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    public static string NameOf(LedgerEvent e) => e.GetType().Name;

    /// <summary>UTF-8 JSON: camelCase, properties in the order declared, nulls left out, no white space.</summary>
    public static byte[] Write(LedgerEvent e) => JsonSerializer.SerializeToUtf8Bytes(e, e.GetType(), ScoringJson.Options);

    /// <exception cref="JsonException">The name is unknown (a ledger of a newer version) or the payload is no such event.</exception>
    public static LedgerEvent Read(LedgerEntry entry) =>
        ByName.TryGetValue(entry.Type, out var type)
            ? (LedgerEvent?)JsonSerializer.Deserialize(entry.Payload.Span, type, ScoringJson.Options) ?? throw new JsonException($"{entry.Type}: null")
            : throw new JsonException($"unknown event {entry.Type} at {entry.Sequence}");
}

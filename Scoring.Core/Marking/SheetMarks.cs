using System.Buffers;
using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>The entries of one sheet by aspect, in the order they came. Small: sheets share their keys, and a figure takes 16 bytes.</summary>
public sealed class SheetMarks : IReadOnlyDictionary<AspectId, Entry>
{
    private readonly AspectKeys keys;
    private readonly decimal[] numbers;
    private readonly IReadOnlyList<string>?[]? answers;

    private SheetMarks(AspectKeys keys, ReadOnlySpan<Entry> entries)
    {
        this.keys = keys;
        numbers = new decimal[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Answers is { } given)
            {
                answers ??= new IReadOnlyList<string>?[entries.Length];
                answers[i] = given;
            }

            numbers[i] = entries[i].Number ?? 0m;
        }
    }

    public int Count => numbers.Length;

    public IEnumerable<AspectId> Keys => keys.Ids;

    public IEnumerable<Entry> Values => Enumerable.Range(0, Count).Select(At);

    /// <exception cref="KeyNotFoundException"/>
    public Entry this[AspectId key] => TryGetValue(key, out var entry) ? entry : throw new KeyNotFoundException($"no aspect {key}");

    public bool ContainsKey(AspectId key) => keys.PlaceOf(key) >= 0;

    public bool TryGetValue(AspectId key, [MaybeNullWhen(false)] out Entry value)
    {
        var place = keys.PlaceOf(key);
        value = place < 0 ? default : At(place);
        return place >= 0;
    }

    /// <param name="likely">Where it stands if the sheet was filled in its own order.</param>
    internal bool TryGetValue(AspectId key, int likely, out Entry value)
    {
        if (likely < Count && keys.Ids[likely] == key)
        {
            value = At(likely);
            return true;
        }

        return TryGetValue(key, out value);
    }

    public IEnumerator<KeyValuePair<AspectId, Entry>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return new(keys.Ids[i], At(i));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static SheetMarks Of(AspectKeys keys, ReadOnlySpan<Entry> entries)
    {
        if (!keys.Repeats)
        {
            return new(keys, entries);
        }

        var last = new Dictionary<AspectId, Entry>(); // a name that comes twice: the last one counts
        for (var i = 0; i < entries.Length; i++)
        {
            last[keys.Ids[i]] = entries[i];
        }

        return new(last.Keys.Aggregate(keys.None, (all, id) => all.Then(id)), [.. last.Values]);
    }

    private Entry At(int place) => answers?[place] is { } given ? Entry.Of(given) : Entry.Of(numbers[place]);
}

/// <summary>JSON: an object of entries by aspect.</summary>
public sealed class SheetMarksConverter : JsonConverter<IReadOnlyDictionary<AspectId, Entry>>
{
    private static readonly EntryConverter One = new();

    private readonly AspectKeys none = new();

    public override IReadOnlyDictionary<AspectId, Entry> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("marks must be an object, by aspect");
        }

        var entries = ArrayPool<Entry>.Shared.Rent(64);
        var keys = none;
        try
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                keys = keys.Then(ref reader);
                reader.Read();
                entries = keys.Count <= entries.Length ? entries : Longer(entries);
                entries[keys.Count - 1] = One.Read(ref reader, typeof(Entry), options);
            }

            return SheetMarks.Of(keys, entries.AsSpan(0, keys.Count));
        }
        finally
        {
            ArrayPool<Entry>.Shared.Return(entries, clearArray: true); // answers are not kept alive by it
        }
    }

    private static Entry[] Longer(Entry[] entries)
    {
        var longer = ArrayPool<Entry>.Shared.Rent(entries.Length * 2);
        entries.CopyTo(longer, 0);
        ArrayPool<Entry>.Shared.Return(entries, clearArray: true);
        return longer;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<AspectId, Entry> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (aspect, entry) in value)
        {
            writer.WritePropertyName(aspect.Value);
            One.Write(writer, entry, options);
        }

        writer.WriteEndObject();
    }
}

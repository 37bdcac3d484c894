using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Scoring.Core.Marking;

/// <summary>What a judge typed for one aspect: a figure, or answers field by field. Raw, not yet a mark.
/// JSON: a number, the same as text (tablets send what was typed), or a list of texts.</summary>
[JsonConverter(typeof(EntryConverter))]
public readonly record struct Entry
{
    private Entry(decimal? number, IReadOnlyList<string>? answers) => (Number, Answers) = (number, answers);

    public decimal? Number { get; }
    public IReadOnlyList<string>? Answers { get; }

    public static Entry Of(decimal number) => new(number, null);
    public static Entry Of(IReadOnlyList<string> answers) => new(null, answers);

    /// <summary>Numerically equal figures are equal (87.5 = 87.50, R-J13); answers compare text by text.</summary>
    public bool Equals(Entry other) =>
        Number == other.Number && (Answers, other.Answers) switch
        {
            (null, null) => true,
            ({ } mine, { } theirs) => mine.SequenceEqual(theirs, StringComparer.Ordinal),
            _ => false,
        };

    public override int GetHashCode() => HashCode.Combine(Number, Answers?.Count);

    public override string ToString() => Number?.ToString(CultureInfo.InvariantCulture) ?? string.Join(" / ", Answers ?? []);
}

public sealed class EntryConverter : JsonConverter<Entry>
{
    public override Entry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetDecimal(out var number):
                return Entry.Of(number);
            case JsonTokenType.String when decimal.TryParse(
                reader.GetString(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var typed):
                return Entry.Of(typed);
            case JsonTokenType.StartArray:
                var answers = new List<string>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    answers.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("an answer must be text"));
                }

                return Entry.Of(answers);
            default:
                throw new JsonException("a mark must be a number or a list of texts");
        }
    }

    public override void Write(Utf8JsonWriter writer, Entry value, JsonSerializerOptions options)
    {
        if (value.Number is { } number)
        {
            writer.WriteNumberValue(number);
            return;
        }

        writer.WriteStartArray();
        foreach (var answer in value.Answers ?? [])
        {
            writer.WriteStringValue(answer);
        }

        writer.WriteEndArray();
    }
}

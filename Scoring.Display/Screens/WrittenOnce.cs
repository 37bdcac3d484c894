using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Scoring.Core.Json;

namespace Scoring.Display.Screens;

/// <summary>Serializes a board, or what changed of one, once, however many readers it goes to.</summary>
public sealed class WrittenOnce<T> : JsonConverter<T> where T : class
{
    private readonly ConditionalWeakTable<T, byte[]> written = [];

    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<T>(ref reader, ScoringJson.Options);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteRawValue(written.GetValue(value, static b => JsonSerializer.SerializeToUtf8Bytes(b, ScoringJson.Options)), skipInputValidation: true);
}

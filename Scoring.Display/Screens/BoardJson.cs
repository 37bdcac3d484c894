using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Scoring.Core.Boards;
using Scoring.Core.Json;

namespace Scoring.Display.Screens;

/// <summary>Serializes a board once, however many readers it goes to.</summary>
public sealed class BoardJson : JsonConverter<Board>
{
    private readonly ConditionalWeakTable<Board, byte[]> _written = [];

    public override Board? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Board>(ref reader, ScoringJson.Options);

    public override void Write(Utf8JsonWriter writer, Board value, JsonSerializerOptions options) =>
        writer.WriteRawValue(_written.GetValue(value, static b => JsonSerializer.SerializeToUtf8Bytes(b, ScoringJson.Options)), skipInputValidation: true);
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Scoring.Core.Sayings;

namespace Scoring.Core.Json;

/// <summary>What goes out is the sentence; what comes in, a sentence that nobody can take apart again.</summary>
internal sealed class SayingConverter : JsonConverter<Saying>
{
    public override Saying Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => $"{reader.GetString()}";

    public override void Write(Utf8JsonWriter writer, Saying value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

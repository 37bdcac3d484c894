using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Scoring.Core.Json;

namespace Scoring.Core.Files;

/// <summary>Writes a competition file so that people can read it: what fits on a line stays on one line.</summary>
public static class CompetitionFileWriter
{
    private const int LineLength = 140;

    private static readonly JsonSerializerOptions Tidied = new(ScoringJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Tidy } },
    };

    /// <summary>UTF-8 without a mark, two spaces a level, a line feed at the end. Read again it gives an equal file.</summary>
    public static byte[] Write(CompetitionFile file) => Pretty(JsonSerializer.SerializeToElement(file, Tidied));

    /// <summary>The same layout for any other JSON.</summary>
    public static byte[] Pretty(JsonElement json)
    {
        var text = new StringBuilder();
        Append(json, 0, 0, text);
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    // In the order declared; what the reader would assume anyway is not written.
    private static void Tidy(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.IsAbstract)
        {
            return;
        }

        var written = type.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var (order, property) in Shape.Of(type.Type).Properties.Index())
        {
            written[property.Name].Order = order;
            if (!property.Required)
            {
                written[property.Name].ShouldSerialize = (_, value) => !Equals(value, property.Default);
            }
        }
    }

    internal static void Append(JsonElement json, int indent, int used, StringBuilder text)
    {
        var flat = Flat(json, LineLength - indent - used);
        if (flat is not null || json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            text.Append(flat ?? Scalar(json));
            return;
        }

        var (open, close) = json.ValueKind == JsonValueKind.Object ? ('{', '}') : ('[', ']');
        var inner = new string(' ', indent + 2);
        text.Append(open);
        var separator = "\n";
        foreach (var (name, value) in Items(json))
        {
            var head = name is null ? "" : $"{Quoted(name)}: ";
            text.Append(separator).Append(inner).Append(head);
            Append(value, indent + 2, head.Length, text);
            separator = ",\n";
        }

        text.Append('\n').Append(' ', indent).Append(close);
    }

    // One line, or null if it does not fit. Objects inside objects are opened up, so that no line hides a level.
    private static string? Flat(JsonElement json, int room, int level = 0)
    {
        if (json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            return Scalar(json) is { } scalar && scalar.Length <= room ? scalar : null;
        }

        if (level > 2)
        {
            return null;
        }

        var parts = new List<string>();
        foreach (var (name, value) in Items(json))
        {
            if (Flat(value, room, level + 1) is not { } part || (room -= part.Length + (name?.Length + 4 ?? 0) + 2) < 0)
            {
                return null;
            }

            parts.Add(name is null ? part : $"{Quoted(name)}: {part}");
        }

        var all = string.Join(", ", parts);
        return json.ValueKind == JsonValueKind.Array ? $"[{all}]" : parts.Count == 0 ? "{}" : $"{{ {all} }}";
    }

    private static IEnumerable<(string? Name, JsonElement Value)> Items(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject().Select(p => ((string?)p.Name, p.Value))
            : json.EnumerateArray().Select(v => ((string?)null, v));

    private static string Scalar(JsonElement json) => json.ValueKind == JsonValueKind.String ? Quoted(json.GetString()!) : json.GetRawText();

    // By hand, because the serializer would write 𬭸 as \uD872\uDF78, which nobody can read.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                < ' ' or '\u007f' or '\u2028' or '\u2029' => quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}

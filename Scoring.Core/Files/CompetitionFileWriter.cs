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

    internal static void Append(JsonElement json, int indent, int used, StringBuilder text) =>
        Append(json, indent, used, text, new StringBuilder());

    /// <param name="line">Where a line is tried before it is taken.</param>
    private static void Append(JsonElement json, int indent, int used, StringBuilder text, StringBuilder line)
    {
        if (json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            Scalar(json, text);
            return;
        }

        if (Flat(json, LineLength - indent - used, line.Clear()))
        {
            text.Append(line);
            return;
        }

        var (open, close) = json.ValueKind == JsonValueKind.Object ? ('{', '}') : ('[', ']');
        text.Append(open);
        var separator = "\n";
        foreach (var (name, value) in Items(json))
        {
            text.Append(separator).Append(' ', indent + 2);
            var head = text.Length;
            Name(name, text);
            Append(value, indent + 2, text.Length - head, text, line);
            separator = ",\n";
        }

        text.Append('\n').Append(' ', indent).Append(close);
    }

    // One line, or false if it does not fit. Objects inside objects are opened up, so that no line hides a level.
    private static bool Flat(JsonElement json, int room, StringBuilder line, int level = 0)
    {
        var start = line.Length;
        if (json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            Scalar(json, line);
            return line.Length - start <= room;
        }

        if (level > 2)
        {
            return false;
        }

        var isObject = json.ValueKind == JsonValueKind.Object;
        var separator = isObject ? "{ " : "[";
        foreach (var (name, value) in Items(json))
        {
            line.Append(separator);
            separator = ", ";
            Name(name, line);
            var at = line.Length;
            if (!Flat(value, room, line, level + 1) || (room -= line.Length - at + (name?.Length + 4 ?? 0) + 2) < 0)
            {
                return false;
            }
        }

        line.Append(line.Length == start ? isObject ? "{}" : "[]" : isObject ? " }" : "]");
        return true;
    }

    private static IEnumerable<(string? Name, JsonElement Value)> Items(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var value in json.EnumerateArray())
            {
                yield return (null, value);
            }

            yield break;
        }

        foreach (var property in json.EnumerateObject())
        {
            yield return (property.Name, property.Value);
        }
    }

    private static void Name(string? name, StringBuilder text)
    {
        if (name is not null)
        {
            Quoted(name, text);
            text.Append(": ");
        }
    }

    private static void Scalar(JsonElement json, StringBuilder text)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            Quoted(json.GetString()!, text); // not null: a string
        }
        else
        {
            text.Append(json.GetRawText());
        }
    }

    // By hand, because the serializer would write 𬭸 as \uD872\uDF78, which nobody can read.
    private static void Quoted(string text, StringBuilder quoted)
    {
        quoted.Append('"');
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

        quoted.Append('"');
    }
}

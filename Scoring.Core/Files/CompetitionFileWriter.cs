using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Scoring.Core.Json;

namespace Scoring.Core.Files;

/// <summary>Writes a competition file so that people can read it: what fits on a line stays on one line.</summary>
public static class CompetitionFileWriter
{
    private const int LineLength = 140;

    /// <summary>Up to so many bytes are turned into text on the stack.</summary>
    private const int OnStack = 256;

    /// <summary>What is escaped: quotes, control characters, line ends of other alphabets.</summary>
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\', '\u007f', '\u2028', '\u2029']);

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

        var isObject = json.ValueKind == JsonValueKind.Object;
        text.Append(isObject ? '{' : '[');
        var separator = "\n";
        if (isObject)
        {
            foreach (var property in json.EnumerateObject())
            {
                text.Append(separator).Append(' ', indent + 2);
                var head = text.Length;
                Name(property, text);
                Append(property.Value, indent + 2, text.Length - head, text, line);
                separator = ",\n";
            }
        }
        else
        {
            foreach (var item in json.EnumerateArray())
            {
                Append(item, indent + 2, 0, text.Append(separator).Append(' ', indent + 2), line);
                separator = ",\n";
            }
        }

        text.Append('\n').Append(' ', indent).Append(isObject ? '}' : ']');
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

        return json.ValueKind == JsonValueKind.Object ? FlatObject(json, room, line, level) : FlatArray(json, room, line, level);
    }

    private static bool FlatObject(JsonElement json, int room, StringBuilder line, int level)
    {
        var separator = "{ ";
        foreach (var property in json.EnumerateObject())
        {
            var head = line.Append(separator).Length;
            separator = ", ";
            Name(property, line);
            if (!Flat(property.Value, room, line, level + 1) || (room -= line.Length - head + separator.Length) < 0)
            {
                return false;
            }
        }

        line.Append(separator == "{ " ? "{}" : " }");
        return true;
    }

    private static bool FlatArray(JsonElement json, int room, StringBuilder line, int level)
    {
        var separator = "[";
        foreach (var item in json.EnumerateArray())
        {
            var at = line.Append(separator).Length;
            separator = ", ";
            if (!Flat(item, room, line, level + 1) || (room -= line.Length - at + separator.Length) < 0)
            {
                return false;
            }
        }

        line.Append(separator == "[" ? "[]" : "]");
        return true;
    }

    private static void Name(JsonProperty property, StringBuilder text)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        Span<char> room = stackalloc char[OnStack];
        Quoted(IsPlain(raw) ? room[..Encoding.UTF8.GetChars(raw, room)] : property.Name, text);
        text.Append(": ");
    }

    private static void Scalar(JsonElement json, StringBuilder text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(json);
        Span<char> room = stackalloc char[OnStack];
        if (json.ValueKind == JsonValueKind.String)
        {
            raw = raw[1..^1];
            Quoted(IsPlain(raw) ? room[..Encoding.UTF8.GetChars(raw, room)] : json.GetString(), text);
        }
        else
        {
            text.Append(IsPlain(raw) ? room[..Encoding.UTF8.GetChars(raw, room)] : json.GetRawText());
        }
    }

    // Half a million of these need no string of their own.
    private static bool IsPlain(ReadOnlySpan<byte> raw) => raw.Length <= OnStack && !raw.Contains((byte)'\\');

    // By hand, because the serializer would write 𬭸 as \uD872\uDF78, which nobody can read.
    private static void Quoted(ReadOnlySpan<char> text, StringBuilder quoted)
    {
        quoted.Append('"');
        for (int at; (at = text.IndexOfAny(Escaped)) >= 0; text = text[(at + 1)..])
        {
            quoted.Append(text[..at]).Append(text[at] switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                var c => $"\\u{(int)c:x4}",
            });
        }

        quoted.Append(text).Append('"');
    }
}

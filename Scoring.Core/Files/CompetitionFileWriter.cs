using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Scoring.Core.Json;

namespace Scoring.Core.Files;

/// <summary>Writes a competition file so that people can read it: what fits on a line stays on one line.</summary>
public static class CompetitionFileWriter
{
    private const int LineLength = 140;

    /// <summary>Texts of up to so many bytes are unescaped on the stack, and no figure is longer.</summary>
    private const int OnStack = 256;

    /// <summary>What is escaped: quotes, control characters, line ends of other alphabets.</summary>
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\', '\u007f', '\u2028', '\u2029']);

    private static readonly JsonSerializerOptions Tidied = new(ScoringJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Tidy } },
    };

    /// <summary>UTF-8 without a mark, two spaces a level, a line feed at the end. Read again it gives an equal file.</summary>
    public static byte[] Write(CompetitionFile file) => Pretty(JsonSerializer.SerializeToUtf8Bytes(file, Tidied));

    /// <summary>The same layout for any other JSON.</summary>
    public static byte[] Pretty(ReadOnlySpan<byte> json)
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

    internal static void Append(ReadOnlySpan<byte> json, int indent, int used, StringBuilder text)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Append(ref reader, indent, used, text, new StringBuilder());
    }

    /// <param name="json">Stands on the value, and on its end afterwards.</param>
    /// <param name="line">Where a line is tried before it is taken.</param>
    private static void Append(ref Utf8JsonReader json, int indent, int used, StringBuilder text, StringBuilder line)
    {
        if (json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            Scalar(ref json, text);
            return;
        }

        var ahead = json;
        if (Flat(ref ahead, LineLength - indent - used, line.Clear()))
        {
            text.Append(line);
            json = ahead;
            return;
        }

        var (open, close) = json.TokenType == JsonTokenType.StartObject ? ('{', '}') : ('[', ']');
        text.Append(open);
        var separator = "\n";
        while (json.Read() && json.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var head = text.Append(separator).Append(' ', indent + 2).Length;
            separator = ",\n";
            Name(ref json, text);
            Append(ref json, indent + 2, text.Length - head, text, line);
        }

        text.Append('\n').Append(' ', indent).Append(close);
    }

    // One line, or false if it does not fit. Objects inside objects are opened up, so that no line hides a level.
    private static bool Flat(ref Utf8JsonReader json, int room, StringBuilder line, int level = 0)
    {
        var start = line.Length;
        if (json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            Scalar(ref json, line);
            return line.Length - start <= room;
        }

        if (level > 2)
        {
            return false;
        }

        var isObject = json.TokenType == JsonTokenType.StartObject;
        var separator = isObject ? "{ " : "[";
        while (json.Read() && json.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var head = line.Append(separator).Length;
            separator = ", ";
            Name(ref json, line);
            if (!Flat(ref json, room, line, level + 1) || (room -= line.Length - head + separator.Length) < 0)
            {
                return false;
            }
        }

        line.Append(line.Length == start ? isObject ? "{}" : "[]" : isObject ? " }" : "]");
        return true;
    }

    // Of a property; the reader goes on to its value.
    private static void Name(ref Utf8JsonReader json, StringBuilder text)
    {
        if (json.TokenType == JsonTokenType.PropertyName)
        {
            Scalar(ref json, text);
            text.Append(": ");
            json.Read();
        }
    }

    // Half a million of these need no string of their own.
    private static void Scalar(ref Utf8JsonReader json, StringBuilder text)
    {
        Span<char> room = stackalloc char[OnStack];
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            text.Append(room[..Encoding.UTF8.GetChars(json.ValueSpan, room)]); // a figure as it is written, true, false or null
        }
        else if (json.ValueSpan.Length <= OnStack)
        {
            Quoted(room[..json.CopyString(room)], text);
        }
        else
        {
            Quoted(json.GetString(), text);
        }
    }

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

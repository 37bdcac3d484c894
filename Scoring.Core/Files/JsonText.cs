// The first look at the bytes: are they JSON that can be walked without surprises?
using Scoring.Core.Checking;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files;

/// <summary>Turns bytes into a JSON document, or says at which line and column they are none.</summary>
internal static class JsonText
{
    public const int LargestFile = 64 * 1024 * 1024;
    public const int DeepestLevel = 64;

    public static JsonDocument? Parse(ReadOnlyMemory<byte> bytes, Findings findings)
    {
        if (bytes.Length > LargestFile)
        {
            findings.Error("$", $"{bytes.Length / 1024 / 1024} MB", $"文件不能超过 {LargestFile / 1024 / 1024} MB");
            return null;
        }

        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }

        if (bytes.IsEmpty)
        {
            findings.Error("$", $"空文件", $"应为竞赛文件（JSON）");
            return null;
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            findings.Error("$", $"不是 UTF-8 编码的文字", $"请另存为 UTF-8 编码的 JSON 文件（不是 GB18030、UTF-16，也不是 Excel 文件）");
            return null;
        }

        return Scan(bytes.Span, findings) ? JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = DeepestLevel + 1 }) : null;
    }

    // The reader is iterative, so depth costs nothing here; half surrogates (\ud800) would throw later, wherever they are read.
    private static bool Scan(ReadOnlySpan<byte> bytes, Findings findings)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= DeepestLevel)
                {
                    findings.Error(Place(bytes, reader.TokenStartIndex), $"", $"嵌套超过 {DeepestLevel} 层，这不是竞赛文件");
                    return false;
                }

                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsText(ref reader))
                {
                    findings.Error(Place(bytes, reader.TokenStartIndex), $"", $"文字里有半个字符的转义（\\uD800 一类），请改成完整的字");
                    return false;
                }
            }

            return true;
        }
        catch (JsonException e)
        {
            var at = LineStart(bytes, e.LineNumber ?? 0) + (int)(e.BytePositionInLine ?? 0);
            findings.Error(Place(bytes, at), Around(bytes, at), $"这里不是 JSON：看看是否少了引号、逗号或括号，或多了逗号");
            return false;
        }
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static int LineStart(ReadOnlySpan<byte> bytes, long line)
    {
        var start = 0;
        for (; line > 0 && bytes[start..].IndexOf((byte)'\n') is >= 0 and var next; line--)
        {
            start += next + 1;
        }

        return start;
    }

    /// <summary>Line and column from 1; the column counts characters.</summary>
    private static string Place(ReadOnlySpan<byte> bytes, long at)
    {
        var before = bytes[..(int)Math.Min(at, bytes.Length)];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return $"第 {line} 行第 {column} 列";
    }

    private static Saying Around(ReadOnlySpan<byte> bytes, int at)
    {
        if (at >= bytes.Length)
        {
            return $"文件到此为止";
        }

        var rest = Encoding.UTF8.GetString(bytes.Slice(at, Math.Min(80, bytes.Length - at)));
        var line = rest.IndexOfAny(['\r', '\n']) is >= 0 and var end ? rest[..end] : rest;
        return line.Length == 0 ? $"行末" : Findings.Quote(line.Length > 20 ? line[..(char.IsHighSurrogate(line[19]) ? 19 : 20)] : line);
    }
}
